import Dossier
import Facts
import Formats
import Policy
import Screening
import TestFolders
import Testing
import Trade

@Suite("Past orders of the same parties are objects of their own")
struct PastOrdersTests {
  private static let hospital = OrderBook.benign[0]
  private static let collection = ScreeningVocabulary.Collection.pastOrder.rawValue
  private static let domain = ScreeningVocabulary.Domain.pastOrder.rawValue

  private static let kits = OrderBook.line(
    "10", "blood-card", "FTA blood cards", quantity: 100)

  /// The hospital's order under another reference, on another day.
  private static func past(
    _ reference: String, _ day: String?, revision: Int = 0, _ lines: [OrderLine] = [kits],
    change: (inout Order) -> Void = { _ in }
  ) throws -> Order {
    var order = hospital
    order.reference = reference
    order.revision = revision
    order.asOf = try day.map { try Timestamp($0) }
    order.lines = lines
    change(&order)
    return order
  }

  private static func corpus(_ orders: [Order]?) throws -> String {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder + (orders == nil ? "" : "/orders"))
    if let orders, !orders.isEmpty {
      let text = orders.map { $0.json.text() + "\n" }.joined()
      try FileWriter.write(text, to: folder + "/orders/past.ndjson")
    }
    return folder
  }

  private static func dossier(_ past: [Order]?, of order: Order = hospital) throws -> Dossier {
    Dossier(order, try CompanyPolicies.inputs(corpus: try corpus(past), Bundle.policies))
  }

  private static func fact(
    _ dossier: Dossier, _ name: String, _ index: Int = 0
  ) throws -> FactValue? {
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    let term = try #require(vocabulary.termIndex(name, in: domain))
    return dossier.table.objects[domain][index].facts[term].value
  }

  private static func references(_ dossier: Dossier) -> [String] {
    dossier.table.objects[domain].map(\.id)
  }

  @Test func theCollectionIsOpenWithoutAHistoryAndClosedWithOne() throws {
    let none = try Self.dossier(nil).table.memberships[Self.collection]
    #expect(none.members.isEmpty && none.isOpen)
    let empty = try Self.dossier([]).table.memberships[Self.collection]
    #expect(empty.members.isEmpty && !empty.isOpen)
    let one = try Self.dossier([try Self.past("A", "2026-01-01")]).table
    #expect(one.memberships[Self.collection].members == [0])
    #expect(!one.memberships[Self.collection].isOpen)
    var unnamed = Self.hospital
    unnamed.endUserKnown = .unknown
    #expect(
      try Self.dossier([], of: unnamed).table.memberships[Self.collection].isOpen)
  }

  @Test func theyAreThoseOfTheSamePartiesWhateverTheirAgeAndGoods() throws {
    let dossier = try Self.dossier([
      try Self.past("old", "2016-01-01"), try Self.past("recent", "2026-11-01"),
      try Self.past("future", "2027-01-01"), try Self.past("undated", nil),
      try Self.past(Self.hospital.reference, "2026-01-01"),
      try Self.past("another", "2026-01-01") { $0.parties = OrderBook.benign[1].parties },
      try Self.past("twice", "2026-02-01", revision: 2), try Self.past("twice", "2026-02-01"),
    ])
    #expect(Self.references(dossier) == ["old", "recent", "undated", "twice"])
    #expect(try Self.fact(dossier, "placed", 0) == .date(try #require(CivilDate("2016-01-01"))))
    #expect(try Self.fact(dossier, "placed", 2) == nil)
    #expect(try Self.fact(dossier, "product") == .codes(["blood-card"], isComplete: true))
    let hundred = try #require(Decimal("100"))
    #expect(try Self.fact(dossier, "reactions") == .number(Interval(exactly: hundred)))
  }

  @Test func aProductThatCannotBeToldLeavesTheFamiliesOpen() throws {
    let riddle = OrderBook.line("20", "zzz", "Thing")
    let dossier = try Self.dossier([
      try Self.past("A", "2026-01-01", [Self.kits, riddle]),
      try Self.past("B", "2026-01-01", [riddle]),
    ])
    #expect(try Self.fact(dossier, "product", 0) == .codes(["blood-card"], isComplete: false))
    #expect(try Self.fact(dossier, "product", 1) == nil)
  }

  @Test func endUserAndPlaceAreComparedInThreeValues() throws {
    let other = OrderBook.party(
      "p2", [.endUser], ["Universitätsklinikum Musterstadt"], "DE", "Klinikstraße 1, Musterstadt")
    let dossier = try Self.dossier([
      try Self.past("same", "2026-01-01"),
      try Self.past("through", "2026-01-01") { order in
        order.parties =
          order.parties.map { party in
            var party = party
            party.roles = [.purchaser]
            return party
          } + [other]
      },
      try Self.past("unnamed", "2026-01-01") { order in
        order.endUserKnown = .unknown
        order.parties = order.parties.compactMap { $0.without(.endUser) }
      },
    ])
    #expect(try Self.fact(dossier, "same-end-user", 0) == .boolean(true))
    #expect(try Self.fact(dossier, "same-end-user", 1) == .boolean(false))
    #expect(try Self.fact(dossier, "same-end-user", 2) == nil)
    #expect(try Self.fact(dossier, "same-place", 0) == .boolean(true))
  }

  @Test func aCountryAloneIsNoPlaceToShare() throws {
    let german = OrderBook.benign[2]
    var past = german
    past.reference = "A"
    past.asOf = try Timestamp("2026-01-01")
    past.parties = past.parties.map { $0.without("address") }
    let dossier = try Self.dossier([past], of: german)
    #expect(Self.references(dossier) == ["A"])
    #expect(try Self.fact(dossier, "same-place") == nil)
  }

  // MARK: - Rules

  private static let yearly = """
    rule year-total
      title    "Much within a year"
      lane     red flag
      kind     policy
      basis    company.4.6
      for any line L
      when sum of P.reactions over past order P (P.placed less than 365 days ago and P is same-end-user) at least 250 reactions
      then hold
      because "Line {L.number} comes on top of much."

    """

  private static func screened(
    _ history: [Order]?, _ policies: PolicySet
  ) throws -> Determination {
    let screener = try OrderBook.makeScreener(history: history, policies: policies)
    let (order, warnings) = try CompanyPolicies.order(
      root: [("x", .object([("cleared", .boolean(true))]))])
    return screener.screen(order, notices: warnings)
  }

  @Test func aSumOverPastOrdersHoldsAtItsBoundAndWhereItIsNotKnown() throws {
    let policies = try CompanyPolicies.policies(Self.yearly)
    let two = [try Self.past("A", "2026-11-01"), try Self.past("B", "2025-11-23")]
    let below = two + [try Self.past("C", "2025-11-22")]
    #expect(try Self.screened(below, policies).decision == .allow)
    #expect(try Self.screened([], policies).decision == .allow)
    let reached = try Self.screened(two + [try Self.past("C", "2026-03-01")], policies)
    #expect(reached.decision == .hold)
    #expect(reached.findings.map(\.rule).contains("year-total"))
    // A past order without a date may lie in the window.
    let undated = try Self.screened(two + [try Self.past("C", nil)], policies)
    #expect(undated.decision == .hold)
    #expect(!undated.findings.map(\.rule).contains("year-total"))
    let unknown = try Self.screened(nil, policies)
    #expect(unknown.decision == .hold)
    #expect(unknown.questions.map(\.id) == ["order.past-orders"])
  }

  @Test func muchWithinAYearHoldsOnlyWhereAHistoryIsGiven() throws {
    let policies = try #require(Bundle.policies)
    var order = Self.hospital
    order.lines = [Self.kits]
    func fires(_ history: [Order]?) throws -> Bool {
      try OrderBook.makeScreener(history: history, policies: policies).screen(order)
        .findings.contains { $0.rule == "much-within-a-year" }
    }
    func cards(_ reference: String, _ day: String, _ count: Int) throws -> Order {
      try Self.past(
        reference, day, [OrderBook.line("10", "blood-card", "FTA blood cards", quantity: count)])
    }
    let half = try cards("A", "2026-03-01", 5000)
    #expect(try fires([half, try cards("B", "2026-04-01", 5000)]))
    #expect(try !fires([half, try cards("B", "2026-04-01", 4999)]))
    #expect(try !fires([half, try cards("B", "2025-11-22", 5000)]))
    #expect(try !fires(nil))
  }

  @Test func aFirstOrderInBulkHoldsOnlyWhereAHistoryIsGiven() throws {
    let policies = try #require(Bundle.policies)
    var order = OrderBook.benign[2]
    order.lines = [
      OrderBook.line("10", "forensic-str-kit", "STR amplification kit, 200 reactions", quantity: 25)
    ]
    order.lines[0].reactionsPerUnit = 200
    func rules(_ history: [Order]?) throws -> [String] {
      try OrderBook.makeScreener(history: history, policies: policies).screen(order)
        .findings.map(\.rule)
    }
    var past = order
    past.reference = "earlier"
    past.asOf = try Timestamp("2024-01-01")
    #expect(try rules([]).contains("first-order-in-bulk"))
    #expect(try !rules([past]).contains("first-order-in-bulk"))
    #expect(try !rules(nil).contains("first-order-in-bulk"))
    order.lines[0].reactionsPerUnit = 199
    #expect(try !rules([]).contains("first-order-in-bulk"))
  }

  @Test func ordersWithinAWindowAreCountedAsBefore() throws {
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    let term = try #require(vocabulary.termIndex("similar-orders", in: 0))
    let family = Self.hospital.lines
    for (day, count) in [("2026-05-26", 2), ("2026-05-25", 1), ("2026-11-23", 1)] {
      let dossier = try Self.dossier([try Self.past("A", day, family)])
      #expect(
        dossier.table.objects[0][0].facts[term].value
          == .number(Interval(exactly: try #require(Decimal("\(count)")))), "\(day)")
    }
    #expect(
      try Self.dossier(nil).table.objects[0][0].facts[term].value
        == .number(Interval(exactly: try #require(Decimal("1")))))
  }
}
