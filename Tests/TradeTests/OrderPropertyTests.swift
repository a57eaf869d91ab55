import Digests
import Formats
import SeededNumbers
import Testing

@testable import Trade

private let seed: UInt64 = 20_171_213

@Suite("Orders that were printed and read again")
struct OrderPropertyTests {
  @Test func aPrintedOrderReadsBackAsItself() throws {
    var generator = OrderGenerator(seed: seed)
    for round in 0..<600 {
      let order = generator.order()
      let text = order.json.text(indented: round.isMultiple(of: 2))
      let decoded = SampleOrder.decode(text)
      let told = decoded.flatMap(\.diagnostics).filter { $0.severity == .error }.map(\.line)
      let back = try #require(decoded.first?.order, "seed \(seed), round \(round): \(told)")
      #expect(decoded.count == 1)
      #expect(back == order, "seed \(seed), round \(round): \(text)")
      guard back == order else { return }
    }
  }

  @Test func layoutAndOrderOfMembersDoNotChangeTheDigest() throws {
    var generator = OrderGenerator(seed: seed + 1)
    for round in 0..<200 {
      let order = generator.order()
      let shuffled = shuffle(order.json, &generator.random).text(indented: true)
      let back = try #require(SampleOrder.decode(shuffled).first?.order, "round \(round)")
      #expect(back.digest == order.digest, "seed \(seed + 1), round \(round)")
      #expect(back == order, "seed \(seed + 1), round \(round)")
    }
  }

  @Test func whatIsNotMaterialDoesNotChangeTheDigest() {
    var generator = OrderGenerator(seed: seed + 2)
    for _ in 0..<100 {
      let order = generator.order()
      for (name, change) in Self.immaterial {
        var changed = order
        change(&changed)
        #expect(changed.digest == order.digest, "\(name), seed \(seed + 2)")
      }
    }
  }

  @Test func everyMaterialChangeChangesTheDigest() {
    var generator = OrderGenerator(seed: seed + 3)
    for _ in 0..<100 {
      let order = generator.order()
      var digests: Set<SHA256> = [order.digest]
      for (name, change) in Self.material {
        var changed = order
        change(&changed)
        #expect(digests.insert(changed.digest).inserted, "\(name), seed \(seed + 3)")
      }
    }
  }

  @Test func theWayAQuantityIsWrittenDoesNotChangeTheDigest() throws {
    let order = try #require(SampleOrder.decode(SampleOrder.text).first?.order)
    for written in ["\"15.0\"", "\"015\"", "15"] {
      let text = SampleOrder.replacing("\"quantity\": \"15\"", with: "\"quantity\": \(written)")
      #expect(SampleOrder.decode(text).first?.order?.digest == order.digest)
    }
  }

  @Test func theDigestOfTheSampleIsAsRecorded() throws {
    let order = try #require(SampleOrder.decode(SampleOrder.text).first?.order)
    // Computed by another program from the canonical text; a change here voids every clearance
    // that was ever signed.
    #expect(
      order.digest.hexadecimal
        == "1fd1b87f30c6149fad09831f9d8dba5ea37737eb7dcf917294d3203bcc1f1133")
  }

  private static let immaterial: [(String, @Sendable (inout Order) -> Void)] = [
    ("request", { $0.requestIdentifier = "other" }),
    ("moment", { $0.asOf = nil }),
    ("reference", { $0.reference += "x" }),
    ("revision", { $0.revision = 7 }),
    ("data version", { $0.minimumDataVersion = "later" }),
  ]

  private static let material: [(String, @Sendable (inout Order) -> Void)] = [
    ("stage", { $0.stage = $0.stage == .lead ? .order : .lead }),
    ("kind", { $0.kind = $0.kind == .sale ? .loan : .sale }),
    ("destination", { $0.countryOfUltimateDestination += "X" }),
    ("route", { $0.route.append("KG") }),
    ("route, other", { $0.route.insert("KZ", at: 0) }),
    ("export", { $0.countryOfExport = "NL!" }),
    (
      "consignee type",
      { $0.ultimateConsigneeType = $0.ultimateConsigneeType == nil ? .governmentEntity : nil }
    ),
    ("currency", { $0.currency = "XTS" }),
    ("value", { $0.value = Decimal(exactly: 987_654_321) }),
    ("price", { $0.lines[0].unitPrice = Decimal(exactly: 987_654_321) }),
    (
      "attachment",
      { $0.attachments.append(Attachment(name: "boycott.pdf", sha256: "00")) }
    ),
    ("ship date", { $0.requestedShipDate = CivilDate(dayNumber: 30_000_000) }),
    ("known", { $0.endUserKnown = .inferred }),
    ("complete", { $0.completeRoles.append($0.completeRoles.last ?? .bank) }),
    ("party gone", { $0.parties.removeLast() }),
    ("party added", { $0.parties.append($0.parties[0]) }),
    ("party id", { $0.parties[0].id += "x" }),
    ("role", { $0.parties[0].roles.append(.trainee) }),
    (
      "schema",
      {
        $0.parties[0].entity = Entity(
          schema: $0.parties[0].entity.schema == .person ? .company : .person,
          properties: $0.parties[0].entity.properties)
      }
    ),
    (
      "name",
      {
        $0.parties[0].entity = Entity(
          schema: $0.parties[0].entity.schema,
          properties: $0.parties[0].entity.properties + [.init("name", ["x"])])
      }
    ),
    (
      "country",
      {
        $0.parties[0].entity = Entity(
          schema: $0.parties[0].entity.schema,
          properties: $0.parties[0].entity.properties + [.init("country", ["kz"])])
      }
    ),
    ("declared by", { $0.parties[0].declaredBy = $0.parties[0].declaredBy == nil ? .sales : nil }),
    ("line gone", { $0.lines.removeLast() }),
    ("line number", { $0.lines[0].number += "x" }),
    ("sku", { $0.lines[0].sku = "other-sku" }),
    ("description", { $0.lines[0].description = "other text" }),
    ("product", { $0.lines[0].productClass += "x" }),
    (
      "quantity",
      { $0.lines[0].quantity = Decimal(millionths: $0.lines[0].quantity.millionths + 1) }
    ),
    ("unit", { $0.lines[0].unit = "other unit" }),
    ("reactions", { $0.lines[0].reactionsPerUnit = -1 }),
    ("classification", { $0.lines[0].eccn = "3A999.x" }),
    ("origin", { $0.lines[0].countryOfOrigin = "JP!" }),
    ("serial", { $0.lines[0].installedBase = .init(serial: "S-1", relation: .spare) }),
    ("serial, other", { $0.lines[0].installedBase = .init(serial: "S-2", relation: .spare) }),
    ("relation", { $0.lines[0].installedBase = .init(serial: "S-1", relation: .service) }),
    ("end use", { $0.endUse = EndUse(declared: "paternity testing") }),
    ("statement", { $0.endUse = EndUse(statementReference: "EUS-1") }),
    ("question", { $0.endUse = EndUse(questionnaire: [Answer(question: "Q", answer: nil)]) }),
    ("answer", { $0.endUse = EndUse(questionnaire: [Answer(question: "Q", answer: "no")]) }),
    ("collaborator", { $0.endUse = EndUse(collaborators: ["Example Bureau"]) }),
    ("condition", { $0.conditions.append("no forensic use") }),
    ("unknown", { $0.unknownFields.append(.init(place: FieldPath([.member("new")]), text: "1")) }),
    (
      "unknown value",
      { $0.unknownFields.append(.init(place: FieldPath([.member("new")]), text: "2")) }
    ),
  ]
}

private func shuffle(_ json: JSON, _ random: inout SeededGenerator) -> JSON {
  switch json.value {
  case .object(let members):
    var result: [(String, JSON)] = []
    for member in members.shuffled(using: &random) {
      result.append((member.key, shuffle(member.value, &random)))
    }
    return .object(result)
  case .array(let elements):
    var result: [JSON] = []
    for element in elements { result.append(shuffle(element, &random)) }
    return .array(result)
  default: return json
  }
}
