import Facts
import Formats
import Policy
import Taxonomy
import Testing

@testable import Benchmarks

@Suite("Sixty rules in our language decide as their neutral form does")
struct SixtyRulesTests {
  static let root: String = {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }()

  static let orders: String = {
    let shared = Process.variable("SCRUPLE_SHARED") ?? root + "/../shared"
    return shared + "/policy/bench60_orders.ndjson"
  }()

  @Test func thePolicyLoadsWithoutAWarning() throws {
    let policies = try SixtyRules.load(folder: Self.root + "/Data/benchmark")
    #expect(policies.rules.count == 60)
    #expect(policies.vocabulary.domains[0].terms.count == 46)
    #expect(policies.warnings.isEmpty)
  }
}

extension SixtyRulesTests {
  private struct Case {
    let order: JSON
    let decision: String
    let fired: [String]
  }

  private static func cases() throws -> [Case] {
    let bytes = try FileReader.bytes(of: orders)
    return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
      let json = try JSONReader.read(Array(line))
      return Case(
        order: try #require(json["order"]), decision: json["decision"]?.string ?? "",
        fired: json["fired"]?.strings ?? [])
    }
  }

  private static let outcomes: [String: Outcome] = [
    "allow": .release, "review": .releaseWithConditions, "hold": .hold, "refuse": .refusePolicy,
  ]

  private static func benchmark() throws -> PolicyBenchmark {
    PolicyBenchmark(
      try SixtyRules.load(folder: root + "/Data/benchmark"),
      asOf: try #require(CivilDate("2026-11-22")))
  }

  @Test(.enabled(if: FileReader.exists(orders), "the neutral orders are not at hand"))
  func everyOrderIsDecidedAlikeByTheSameRules() throws {
    var benchmark = try Self.benchmark()
    var differing: [Int] = []
    let cases = try Self.cases()
    for (index, item) in cases.enumerated() {
      let found = try benchmark.decide(Array(item.order.text().utf8))
      if found.outcome != Self.outcomes[item.decision]
        || found.fired.sorted() != item.fired.sorted()
      {
        differing.append(index)
      }
    }
    #expect(cases.count >= 1_000)
    #expect(differing.isEmpty)
  }

  /// Facts that are taken away, one or several at once, never let an order through.
  @Test(.enabled(if: FileReader.exists(orders), "the neutral orders are not at hand"))
  func factsMadeUnknownNeverTurnAHoldOrARefusalIntoARelease() throws {
    var benchmark = try Self.benchmark()
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var random = Linear(state: seed)
    for (index, item) in try Self.cases().enumerated()
    where ["hold", "refuse"].contains(item.decision) {
      for share in [8, 3, 1] {
        let order = Self.forgetting(item.order, oneOf: share, &random)
        let found = try benchmark.decide(Array(order.text().utf8))
        #expect(found.outcome >= .hold, "seed \(seed), order \(index), one of \(share) forgotten")
      }
    }
  }

  private struct Linear {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static func forgetting(
    _ order: JSON, oneOf share: Int, _ random: inout Linear
  ) -> JSON {
    .object(
      (order.members ?? []).map { group in
        (
          group.key,
          .object(
            (group.value.members ?? []).compactMap { field in
              random.next(below: share) == 0 ? nil : (field.key, field.value)
            })
        )
      })
  }

  @Test func madeOrdersAreTheSameForTheSameSeedAndReachEveryOutcome() throws {
    let policies = try SixtyRules.load(folder: Self.root + "/Data/benchmark")
    var (first, second) = (NeutralOrders(policies, seed: 7), NeutralOrders(policies, seed: 7))
    var benchmark = try Self.benchmark()
    var outcomes: Set<Outcome> = []
    var fired: Set<String> = []
    for _ in 0..<3_000 {
      let text = first.next().text()
      #expect(text == second.next().text())
      let found = try benchmark.decide(Array(text.utf8))
      outcomes.insert(found.outcome)
      fired.formUnion(found.fired)
    }
    #expect(outcomes.isSuperset(of: [.releaseWithConditions, .hold, .refusePolicy]))
    #expect(fired.count >= 45, "only \(fired.sorted())")
  }

  /// One pass over the text gives the facts that the whole value gives, also of careless orders.
  @Test func aTextGivesTheFactsOfItsValue() throws {
    let policies = try SixtyRules.load(folder: Self.root + "/Data/benchmark")
    let terms = policies.vocabulary.domains[0].terms
    let reader = DeclaredFacts(terms, trees: policies.vocabulary.trees)
    var orders = NeutralOrders(policies, seed: 11)
    var texts = (0..<50).map { _ in orders.next().text() }
    texts += [
      "{}", "[]", "7", #"{"ord":[1],"item":null,"eu":{"name":7,"x":{"y":[1,2]}}}"#,
      #"{"other":{"ord":{"id":"x"}},"ord":{"id":"A-1","via":["DE",3],"date":"2026-02-30"}}"#,
      #"{"eu":{"functions":[],"lists":["Press"],"region":"CN-65-01","state_pct":"12.5"}}"#,
      #"{"eu":{"functions":["forensic","forensic"],"lists":["Press",""],"state_pct":[]}}"#,
      #"{"eu":{"functions":["forensic","medical","forensic"],"region":["CN","DE"]}}"#,
      #"{"eu":{"functions":[["forensic"]],"region":["CN"],"listed":[true],"founded":[null]}}"#,
      #"{"eu":{"functions":{"a":1},"region":" ","listed":"true","founded":"\u00a0\u200b"}}"#,
      #"{"eu":{"re\u0067ion":"C\u004e-65","state_pct":1e3,"listed":null,"kind":"pol\nice"}}"#,
      #"{"ord":{"date":["2026-01-02"],"value_usd":[5.25],"via":null,"tender":false,"id":""}}"#,
    ]
    for text in texts {
      let whole = reader.read(try JSONReader.read(Array(text.utf8))).map(\.value)
      var values = terms.map { _ in DeclaredValue?.none }
      var cursor = try JSONCursor(Array(text.utf8))
      try reader.read(&cursor) { term, value in values[term] = value }
      try cursor.finish()
      for (index, term) in terms.enumerated() {
        #expect(
          Self.agree(values[index], whole[index], term, policies), "\(term.name) of \(text)")
      }
    }
    for text in [#"{"ord":{"id":"A"},"ord":{"id":"B"}}"#, #"{"ord":{"via":{"x":1,"x":2}}}"#] {
      #expect(throws: JSONFailure.self) {
        var cursor = try JSONCursor(Array(text.utf8))
        try reader.read(&cursor) { _, _ in }
      }
    }
  }

  /// Whether a value without words says what a fact says.
  private static func agree(
    _ value: DeclaredValue?, _ fact: FactValue?, _ term: Term, _ policies: PolicySet
  ) -> Bool {
    let codes =
      switch term.type {
      case .word(let words): words
      case .tree(let name): policies.vocabulary.trees[name]?.nodes.map(\.code) ?? []
      default: [String]()
      }
    return switch (value, fact) {
    case (nil, nil): true
    case (.boolean(let flag)?, .boolean(let other)?): flag == other
    case (.number(let number)?, .number(let other)?): Interval(exactly: number) == other
    case (.date(let date)?, .date(let other)?): date == other
    case (.text?, .text?): true
    case (.code(let index)?, .codes(let others, true)?): [codes[index]] == others
    case (.codes(let indices)?, .codes(let others, true)?): indices.map { codes[$0] } == others
    default: false
    }
  }
}
