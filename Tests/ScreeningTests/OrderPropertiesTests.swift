import Formats
import Policy
import Screening
import SeededNumbers
import Testing
import Trade

@Suite("Whatever an order leaves out or adds, it is not released by it")
struct OrderPropertiesTests {
  /// Severity of an outcome; none is `errorFailClosed`, which holds.
  private func severity(_ determination: Determination) -> Int {
    (determination.outcome ?? .hold).rawValue
  }

  @Test func theOrdersAreWhatTheyAreMeantToBe() throws {
    let screener = try OrderBook.screener.get()
    for order in OrderBook.benign {
      let determination = screener.screen(order)
      #expect(
        determination.decision == .allow,
        "\(order.reference): \(determination.findings.map(\.rule)), \(determination.undetermined)")
    }
    for order in OrderBook.adverse + OrderBook.narrow {
      #expect(screener.screen(order).decision != .allow, "\(order.reference)")
    }
  }

  @Test func leavingOutAFactNeverReleases() throws {
    let screener = try OrderBook.screener.get()
    var tried = 0
    for order in OrderBook.adverse + OrderBook.narrow {
      for omission in OrderChange.omissions {
        guard let changed = omission.changed(order),
          !OpenFaultsTests.isKnown(order.reference, omission.name)
        else { continue }
        let after = screener.screen(changed)
        tried += 1
        #expect(
          after.decision != .allow, "\(order.reference) without \(omission.name)")
      }
    }
    #expect(tried > 90)
  }

  /// Benign orders too, several facts at a time, by a seeded choice.
  @Test(arguments: [UInt64(20_261_122)])
  func whatEveryDeterminationKeepsTo(seed: UInt64) throws {
    let screener = try OrderBook.screener.get()
    var generator = SeededGenerator(seed: seed)
    for number in 0..<50 {
      var order = generator.pick(OrderBook.all)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        generator.pick(OrderChange.omissions).apply(&order)
      }
      let determination = screener.screen(order)
      let comment: Comment = "seed \(seed), order \(number) from \(order.reference)"
      check(determination, comment)
    }
  }

  private func check(_ determination: Determination, _ comment: Comment) {
    let known = Set(determination.evidence.map(\.id))
    for finding in determination.findings {
      #expect(finding.evidence.allSatisfy { known.contains($0) }, comment)
      #expect(!finding.reason.contains("{"), comment)
    }
    #expect(known.count == determination.evidence.count, comment)
    let join = determination.findings.compactMap(\.effect).max() ?? .release
    switch determination.decision {
    case .allow:
      #expect(determination.coverage.isComplete, comment)
      #expect(join < .hold, comment)
      #expect(determination.questions.isEmpty, comment)
    case .hold:
      #expect(
        join >= .hold || !determination.questions.isEmpty || !determination.coverage.isComplete
          || determination.trace.contains { $0.state == .undetermined }, comment)
      #expect(join < .refusePolicy, comment)
    case .block:
      #expect(
        determination.findings.contains {
          ($0.effect ?? .release) >= .refusePolicy && !$0.evidence.isEmpty
        }, comment)
    }
    // A policy refusal never reads like a legal bar, nor the reverse.
    for finding in determination.findings {
      #expect((finding.kind == .legalProhibition) == (finding.effect == .refuseProhibited), comment)
      #expect(
        (finding.kind == .licenceRequirement) == (finding.effect == .licenceRequired), comment)
    }
  }

  @Test func theSameOrderGivesTheSameBytes() throws {
    let screeners = try (0..<2).map { _ in
      try OrderBook.makeScreener(instruments: OrderBook.instruments)
    }
    // What was screened before changes nothing: one of them has seen all orders, others first.
    for order in OrderBook.all.reversed() { _ = screeners[1].screen(order) }
    for order in OrderBook.all {
      let texts = screeners.map { $0.screen(order).json(includingTrace: true).text() }
      #expect(texts[0] == texts[1], "\(order.reference)")
    }
  }

  /// Ids of findings and evidence, and which of several parties a sentence names first, follow the
  /// order of the parties; nothing else does.
  @Test(arguments: [UInt64(8)])
  func theOrderOfPartiesAndLinesDecidesNothing(seed: UInt64) throws {
    let screener = try OrderBook.screener.get()
    var generator = SeededGenerator(seed: seed)
    let extra = [
      OrderBook.party("x1", [.freightForwarder], ["Beispiel Spedition GmbH"], "DE", "Hamburg"),
      OrderBook.party("x2", [.payer], ["深圳澄湾贸易有限公司"], "CN", "广东省深圳市示例路7号"),
    ]
    let line = OrderBook.line("90", "rapid-dna", "Rapid DNA instrument", origin: nil)
    for base in OrderBook.all {
      var order = base
      order.parties += extra
      order.lines.append(line)
      let expected = substance(screener.screen(order))
      order.parties.shuffle(using: &generator)
      order.lines.shuffle(using: &generator)
      #expect(substance(screener.screen(order)) == expected, "seed \(seed): \(base.reference)")
    }
  }

  /// What a determination says, apart from the order in which it says it.
  private func substance(_ determination: Determination) -> [String] {
    var words = [
      determination.outcomeName, determination.decision.rawValue,
      determination.lanes.legal.state.rawValue, determination.lanes.redFlag.state.rawValue,
      determination.lanes.rights.state.rawValue, determination.lanes.data.state.rawValue,
      "\(determination.coverage.lists.map(\.id)) \(determination.coverage.isComplete)",
    ]
    var rest = determination.trace.map { "\($0.rule) \($0.state)" }
    rest += determination.findings.map {
      "\($0.rule) \($0.outcomeWords) \($0.parties.sorted()) \($0.lines.sorted())"
    }
    rest += determination.lineOutcomes.map { "\($0.line) \($0.outcome?.name ?? "none")" }
    rest += determination.questions.map { "\($0.id) \($0.rules.sorted())" }
    rest += determination.evidence.map { "\($0.title) \($0.statement)" }
      .filter { !$0.contains("parties[") && !$0.contains("lines[") }
    words += rest.sorted()
    return words
  }

  @Test func onAStaleListNothingIsAllowed() throws {
    let screener = try OrderBook.makeScreener(listAge: 45)
    for order in OrderBook.all {
      let determination = screener.screen(order)
      #expect(determination.decision != .allow, "\(order.reference)")
      #expect(!determination.coverage.isComplete)
      #expect(
        determination.outcome == nil || determination.decision == .block, "\(order.reference)")
    }
    // A certain match stands even on a stale list; a refusal is not taken back.
    let blocked = OrderBook.adverse.filter { screener.screen($0).decision == .block }
    #expect(blocked.map(\.reference).contains("listed-police"))
  }

  /// Names as the bundled list has them.
  static let listed: [(name: String, country: String)] = [
    ("Kashgar Prefecture Public Security Bureau", "CN"),
    ("Xinjiang Production and Construction Corps", "CN"),
    ("Forensic Genomics International", "CN"),
    ("Hangzhou Hikvision Digital Technology Co., Ltd.", "CN"),
  ]

  /// Every order meets every listed party, and every role of 15 CFR 748.5, in turn.
  @Test func addingAListedPartyNeverLowers() throws {
    let screener = try OrderBook.screener.get()
    let roles = PartyRole.allCases.filter(\.isPartyToTheTransaction)
    for (number, order) in OrderBook.all.enumerated() {
      let before = screener.screen(order)
      for (index, (name, country)) in Self.listed.enumerated() {
        let role = roles[(number + index) % roles.count]
        var changed = order
        changed.parties.append(OrderBook.party("listed", [role], [name], country, nil))
        let after = screener.screen(changed)
        #expect(severity(after) >= severity(before), "\(order.reference), \(name) as \(role)")
      }
    }
  }

  /// A body that a register joins as end user is judged so, in whatever role it is declared too.
  @Test(arguments: PartyRole.allCases)
  func aLesserRoleHidesNobody(role: PartyRole) throws {
    let screener = try OrderBook.screener.get()
    var order = try #require(OrderBook.adverse.first { $0.reference == "spare-for-another" })
    order.parties.append(
      OrderBook.party("p2", [role], ["云岭县公安局"], "CN", "新疆维吾尔自治区喀什地区"))
    #expect(screener.screen(order).outcome == .refusePolicy)
  }

  @Test func benignWordsLowerNothing() throws {
    let screener = try OrderBook.screener.get()
    for (number, order) in OrderBook.adverse.enumerated() {
      let before = screener.screen(order)
      for shift in 0..<3 {
        let all = OrderChange.benignWords
        let words = all[(number + 2 * shift) % all.count]
        guard let changed = words.changed(order) else { continue }
        let after = screener.screen(changed)
        #expect(severity(after) >= severity(before), "\(order.reference) with \(words.name)")
      }
    }
  }
}

extension Finding {
  fileprivate var outcomeWords: String { effect?.name ?? "note" }
}
