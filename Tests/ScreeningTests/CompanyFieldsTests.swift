import Dossier
import Facts
import Formats
import Policy
import Screening
import SeededNumbers
import TestFolders
import Testing
import Trade

@Suite("Fields that a company declares become facts, and what is wrong with them stays unknown")
struct CompanyFieldsTests {
  private func dossier(
    _ root: [(String, JSON)] = [], party: [(String, JSON)] = [], line: [(String, JSON)] = []
  ) throws -> Dossier {
    let (order, warnings) = try CompanyPolicies.order(root: root, party: party, line: line)
    return Dossier(order, try CompanyPolicies.inputs(), notices: warnings)
  }

  private func fact(
    _ dossier: Dossier, _ domain: ScreeningVocabulary.Domain, _ name: String, object: Int = 0
  ) throws -> Fact {
    let vocabulary = try CompanyPolicies.shared.get().vocabulary
    let term = try #require(vocabulary.termIndex(name, in: domain.rawValue))
    let object = dossier.table.objects[domain.rawValue][object]
    #expect(object.facts.count == vocabulary.domains[domain.rawValue].terms.count)
    return object.facts[term]
  }

  private func x(_ members: (String, JSON)...) -> [(String, JSON)] { [("x", .object(members))] }

  @Test func everyTypeIsReadFromItsField() throws {
    let dossier = try dossier(
      x(
        ("salesChannel", .string("direct")), ("cleared", .boolean(true)),
        ("remark.free", .string("urgent"))),
      party: [
        ("creditLimit", JSON(.number("12.5"))),
        ("sales", .object([("regions", .strings(["CN-65", "DE"]))])),
      ],
      line: [
        ("marks", .string("frozen")),
        ("uses", .array([.object([("function", .string("hospital"))])])),
      ])
    #expect(
      try fact(dossier, .order, "sales-channel").value == .codes(["direct"], isComplete: true))
    #expect(try fact(dossier, .order, "cleared").value == .boolean(true))
    #expect(try fact(dossier, .order, "cleared").basis == .declared)
    #expect(try fact(dossier, .order, "remark").value == .text("urgent"))
    #expect(
      try fact(dossier, .party, "credit-limit").value
        == .number(Interval(exactly: try #require(Decimal("12.5")))))
    #expect(
      try fact(dossier, .party, "regions").value == .codes(["CN-65", "DE"], isComplete: true))
    #expect(try fact(dossier, .line, "marks").value == .codes(["frozen"], isComplete: true))
    #expect(
      try fact(dossier, .line, "use", object: 1).value == .codes(["hospital"], isComplete: true))
    let evidence = try #require(try fact(dossier, .line, "use", object: 1).evidence.first)
    #expect(dossier.evidence[evidence].locator == "lines[1].uses[0].function")
    // Everything that was unknown to the decoder is declared, so nothing is left to warn of.
    #expect(dossier.notices == [])
  }

  @Test func fieldsThatTheSchemaKnowsAreReadToo() throws {
    var order = OrderBook.benign[0]
    order.requestedShipDate = CivilDate("2026-12-24")
    order.parties = order.parties.map { party in
      var party = party
      party.entity = Entity(
        schema: party.entity.schema,
        properties: party.entity.properties + [.init("sector", ["health"])])
      return party
    }
    let dossier = Dossier(order, try CompanyPolicies.inputs())
    #expect(
      try fact(dossier, .order, "ship-date").value
        == .date(try #require(CivilDate("2026-12-24"))))
    #expect(try fact(dossier, .party, "sector").value == .text("health"))
  }

  @Test(arguments: ["absent", "null", "blank", "empty list"])
  func whatIsNotStatedIsUnknownWithoutANotice(how: String) throws {
    let value: JSON? =
      switch how {
      case "null": .null
      case "blank": .string(" \u{3000}")
      case "empty list": .array([])
      default: nil
      }
    let dossier = try dossier(x() + [], party: value.map { [("creditLimit", $0)] } ?? [])
    let fact = try fact(dossier, .party, "credit-limit")
    #expect(fact.value == nil)
    #expect(fact.words == "the order does not say")
    #expect(!dossier.notices.contains { $0.id.hasPrefix("FCT") })
  }

  @Test(arguments: [
    ("sales-channel", JSON.string("telephone"), "FCT002"),
    ("sales-channel", .boolean(true), "FCT001"),
    ("sales-channel", .strings(["direct", "distributor"]), "FCT001"),
    ("cleared", .string("true"), "FCT001"), ("cleared", JSON(.number("1")), "FCT001"),
    ("remark", .object([]), "FCT001"),
  ])
  func whatItsTypeCannotHoldIsUnknownAndTold(name: String, value: JSON, id: String) throws {
    let keys = ["sales-channel": "salesChannel", "cleared": "cleared", "remark": "remark.free"]
    let dossier = try dossier(x((try #require(keys[name]), value)))
    #expect(try fact(dossier, .order, name).value == nil)
    #expect(dossier.notices.map(\.id) == [id])
    #expect(dossier.notices.first?.severity == .warning)
    #expect(dossier.notices.first?.path?.hasPrefix("x") == true)
  }

  @Test(arguments: [
    ("creditLimit", JSON.string("1e3"), "FCT004"), ("creditLimit", JSON(.number("1e3")), "FCT004"),
    ("creditLimit", .string("0.0000001"), "FCT004"), ("creditLimit", .boolean(false), "FCT001"),
    ("sales", .object([("regions", .strings(["CN-65", "CN-99999"]))]), "FCT003"),
    ("sales", .object([("regions", .string("Xin\u{202E}jiang"))]), "FCT003"),
  ])
  func numbersAreExactAndCodesMustExist(key: String, value: JSON, id: String) throws {
    let dossier = try dossier(party: [(key, value)])
    #expect(try fact(dossier, .party, "credit-limit").value == nil)
    #expect(try fact(dossier, .party, "regions").value == nil)
    #expect(dossier.notices.map(\.id) == [id])
    #expect(!dossier.notices.contains { $0.message.contains("\u{202E}") })
  }

  @Test func onlyWhatIsNotDeclaredIsStillReportedAsUnknown() throws {
    let (order, warnings) = try CompanyPolicies.order(
      root: x(("salesChannel", .string("direct")), ("colour", .string("red"))) + [
        ("salesChanel", .string("direct"))
      ])
    let dossier = Dossier(order, try CompanyPolicies.inputs(), notices: warnings)
    #expect(dossier.notices.map(\.path) == ["x.colour", "salesChanel"])
    #expect(dossier.notices.allSatisfy { $0.id == "TRD014" })
  }

  @Test func aJoinedPartyIsNotWhatTheOrderSpeaksOf() throws {
    let (order, _) = try CompanyPolicies.order(
      OrderBook.adverse[8], party: [("creditLimit", .string("5"))])
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder)
    try FileWriter.write(
      "serial,product,holder,country,site,installed\n\(OrderBook.instruments)\n",
      to: folder + "/installed-base.csv")
    let dossier = Dossier(order, try CompanyPolicies.inputs(corpus: folder))
    #expect(dossier.parties.count == 2)
    #expect(try fact(dossier, .party, "credit-limit", object: 0).value != nil)
    #expect(try fact(dossier, .party, "credit-limit", object: 1).value == nil)
  }

  @Test func anAnswerSuppliesAFieldAndMitigatesOnlyWhenVerified() throws {
    for verified in [true, false] {
      var order = OrderBook.benign[0]
      order.endUse?.questionnaire += [
        Answer(
          question: "order.cleared", answer: "yes", answeredBy: "customer",
          verifiedBy: verified ? "u:lim" : nil, verifiedOn: verified ? OrderBook.asOf : nil),
        Answer(question: "order.sales-channel", answer: "distributor", answeredBy: "customer"),
      ]
      let dossier = Dossier(order, try CompanyPolicies.inputs())
      #expect(try fact(dossier, .order, "cleared").value == (verified ? .boolean(true) : nil))
      #expect(
        try fact(dossier, .order, "sales-channel").value
          == .codes(["distributor"], isComplete: true))
    }
  }

  // MARK: - Outcomes

  private static let screener = Result {
    try OrderBook.makeScreener(policies: try CompanyPolicies.shared.get())
  }

  /// Whatever stands in the field but `true`, the order is not released.
  @Test(arguments: [UInt64(31)])
  func aWrongTypedFieldNeverReleases(seed: UInt64) throws {
    let screener = try Self.screener.get()
    var generator = SeededGenerator(seed: seed)
    let cleared = try CompanyPolicies.order(root: x(("cleared", .boolean(true))))
    #expect(screener.screen(cleared.order, notices: cleared.warnings).decision == .allow)
    for number in 0..<40 {
      let value = randomJSON(depth: 2, &generator)
      if value.boolean == true { continue }
      if value.array?.count == 1, value.array?.first?.boolean == true { continue }
      let (order, warnings) = try CompanyPolicies.order(root: x(("cleared", value)))
      let determination = screener.screen(order, notices: warnings)
      #expect(determination.decision != .allow, "seed \(seed), \(number): \(value.text())")
    }
    let (order, _) = try CompanyPolicies.order()
    #expect(screener.screen(order).decision == .hold)
    #expect(screener.screen(order).questions.contains { $0.id == "order.cleared" })
  }

  private func randomJSON(depth: Int, _ generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
    case 0: .null
    case 1: .boolean(generator.chance(1, in: 2))
    case 2: JSON(.number(generator.pick(["0", "1", "-1", "1e2", "0.5"])))
    case 3: .string(generator.pick(["true", "yes", "TRUE", "1", "", "direct"]))
    case 4: .array([])
    case 5: .object([])
    case 6:
      .array(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          randomJSON(depth: depth - 1, &generator)
        })
    default: .object([("cleared", randomJSON(depth: depth - 1, &generator))])
    }
  }
}
