import Formats
import SeededNumbers

@testable import Trade

/// Makes valid orders of every shape, with text in several scripts and unknown fields.
struct OrderGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let words = [
    "示例生物科技有限公司", "Example", "Größe", "Ürümqi", "e\u{301}cole", "\"quoted\"", "back\\slash",
    "ئۈرۈمچى", "Пример", "😀", "a/b", "{", "[]", "名", "0", "null", "k\u{323}\u{307}",
  ]
  private static let countries = SampleOrder.countries.sorted()

  mutating func text() -> String {
    (0...Int.random(in: 0...3, using: &random)).map { _ in random.pick(OrderGenerator.words) }
      .joined(separator: " ")
  }

  private mutating func maybe<Value>(_ make: (inout OrderGenerator) -> Value) -> Value? {
    random.chance(1, in: 2) ? make(&self) : nil
  }

  private mutating func list<Value>(
    _ range: ClosedRange<Int>, _ make: (inout OrderGenerator) -> Value
  ) -> [Value] {
    (0..<Int.random(in: range, using: &random)).map { _ in make(&self) }
  }

  private mutating func country() -> String { random.pick(OrderGenerator.countries) }
  private mutating func decimal() -> Decimal {
    Decimal(millionths: Int64.random(in: 1...9_000_000_000_000_000_000, using: &random))
  }
  private mutating func date() -> CivilDate {
    CivilDate(dayNumber: Int.random(in: -700_000...2_900_000, using: &random))
  }
  private mutating func roles() -> [PartyRole] {
    Array(PartyRole.allCases.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
  }

  private mutating func party(_ index: Int) -> Party {
    var properties = [Entity.Property("name", list(1...3) { $0.text() })]
    if random.chance(1, in: 2) { properties.append(.init("country", list(1...2) { $0.country() })) }
    if random.chance(1, in: 2) { properties.append(.init("address", list(1...2) { $0.text() })) }
    if random.chance(1, in: 3) { properties.append(.init("uscCode", [text()])) }
    if random.chance(1, in: 4) { properties.append(.init("ownProperty", [text()])) }
    if random.chance(1, in: 3) {
      properties.append(.init("incorporationDate", [date().description]))
    }
    return Party(
      id: "p\(index)", roles: roles(),
      entity: Entity(schema: random.pick(EntitySchema.allCases), properties: properties),
      declaredBy: maybe { $0.random.pick(DeclaredBy.allCases) })
  }

  private mutating func line(_ index: Int) -> OrderLine {
    OrderLine(
      number: "\(index)", sku: maybe { $0.text() }, description: maybe { $0.text() },
      productClass: text(), quantity: decimal(), unit: maybe { $0.text() },
      reactionsPerUnit: maybe { Int.random(in: 1...Int.max, using: &$0.random) },
      unitPrice: maybe { $0.decimal() }, hsCode: maybe { $0.text() }, eccn: maybe { $0.text() },
      eccnBasis: maybe { $0.text() }, europeanDualUseCode: maybe { $0.text() },
      countryOfOrigin: maybe { $0.country() },
      installedBase: maybe {
        .init(serial: $0.text(), relation: $0.random.pick(InstalledBaseRelation.allCases))
      })
  }

  private mutating func answer() -> Answer {
    Answer(
      question: text(), answer: maybe { $0.text() }, answeredBy: maybe { $0.text() },
      answeredOn: maybe { $0.date() }, verifiedBy: maybe { $0.text() },
      verifiedOn: maybe { $0.date() }, evidence: maybe { $0.text() })
  }

  private mutating func hexadecimal() -> String {
    String((0..<64).map { _ in random.pick(Array("0123456789abcdef")) })
  }

  private mutating func endUse() -> EndUse {
    EndUse(
      declared: maybe { $0.text() }, statementReference: maybe { $0.text() },
      statementDate: maybe { $0.date() }, questionnaire: list(0...3) { $0.answer() },
      collaborators: list(0...2) { $0.text() })
  }

  mutating func order() -> Order {
    let parties = (0..<Int.random(in: 1...4, using: &random)).map { party($0) }
    let lines = (0..<Int.random(in: 1...4, using: &random)).map { line($0) }
    let endUser = parties.contains { $0.has(.endUser) }
    let known: EndUserKnown = endUser ? .declared : .unknown
    let complete = maybe { $0.roles() } ?? []
    let moments = ["2026-11-22T01:58:00Z", "2026-11-22t23:59:60.5-11:30", "2026-11-22"]
    let order = Order(
      requestIdentifier: maybe { $0.text() },
      asOf: maybe { try? Timestamp($0.random.pick(moments)) } ?? nil,
      stage: random.pick(Stage.allCases), kind: random.pick(TransactionKind.allCases),
      reference: text(), system: text(), revision: Int.random(in: 0...Int.max, using: &random),
      currency: maybe { $0.random.pick(["USD", "CNY"]) }, value: maybe { $0.decimal() },
      incoterm: maybe { $0.text() }, countryOfExport: maybe { $0.country() },
      countryOfUltimateDestination: country(),
      ultimateConsigneeType: maybe { $0.random.pick(UltimateConsigneeType.allCases) },
      requestedShipDate: maybe { $0.date() }, route: list(0...3) { $0.country() },
      endUserKnown: known,
      completeRoles: endUser ? complete : complete.filter { $0 != .endUser },
      parties: parties, lines: lines, endUse: maybe { $0.endUse() },
      attachments: list(0...2) {
        Attachment(
          name: $0.text(),
          sha256: $0.hexadecimal())
      }, minimumDataVersion: maybe { $0.text() }, conditions: list(0...2) { $0.text() })
    return withUnknownFields(order)
  }

  private mutating func withUnknownFields(_ order: Order) -> Order {
    let homes: [[FieldPath.Step]] = [
      [], [.member("order")], [.member("parties"), .element(0)],
      [.member("parties"), .element(order.parties.count - 1), .member("entity")],
      [.member("lines"), .element(order.lines.count - 1)],
    ]
    let texts = [
      "null", "1.50", "[1,{\"a\":\"b\"}]", "{\"x\":{\"y\":[]}}", "\"\\\"\\u0001\"", "true",
    ]
    var fields: Set<UnknownField> = []
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let name = random.pick(["colour", "a.b", "with \"quotes\"", "空", ""])
      let place = FieldPath(random.pick(homes)).appending(.member(name))
      if fields.contains(where: { $0.place == place }) { continue }
      fields.insert(UnknownField(place: place, text: random.pick(texts)))
    }
    var order = order
    order.unknownFields = fields.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return order
  }
}
