import Facts
import Formats
import Testing

@testable import Policy

@Suite("Counts and sums are intervals, and a comparison with one is three-valued")
struct EvaluationAggregateTests {
  private func state(_ condition: String, _ table: SampleTable) throws -> RuleResult.State? {
    table.state(try Sample.rules(["when \(condition) then refuse by policy"]))
  }

  /// End users that are listed (true), are not (false), or of whom it is not known (nil).
  private func endUsers(_ listed: [Bool?], open: Bool = false) -> SampleTable {
    var table = SampleTable()
    for flag in listed { table.endUser(flag.map { [("listed", .boolean($0))] } ?? []) }
    if open { table.open(1) }
    return table
  }

  private func shares(_ values: [FactValue?], open: Bool = false) -> SampleTable {
    var table = SampleTable()
    for value in values { table.endUser(value.map { [("share", $0)] } ?? []) }
    if open { table.open(1) }
    return table
  }

  @Test(
    arguments: [
      ([], false, RuleResult.State.notFired), ([true, true], false, .fired),
      ([true, false], false, .notFired), ([true, nil], false, .undetermined),
      ([nil, nil], false, .undetermined), ([nil, false], false, .notFired),
      ([], true, .undetermined), ([false], true, .undetermined), ([true, true], true, .fired),
    ] as [([Bool?], Bool, RuleResult.State)])
  func membersOfWhichItIsUnknownMayCount(
    listed: [Bool?], open: Bool, expected: RuleResult.State
  ) throws {
    #expect(
      try state("count of end user E (E is listed) at least 2", endUsers(listed, open: open))
        == expected)
  }

  @Test func comparisonsDifferAtTheirBounds() throws {
    let conditions = [
      "at least 2", "more than 2", "at least 3", "more than 1",
    ].map { "count of end user E \($0)" }
    let two = endUsers([nil, nil])
    #expect(
      try conditions.map { try state($0, two) } == [.fired, .notFired, .notFired, .fired])
    let fewer = ["at most 2", "less than 2", "at most 1", "less than 3"].map {
      "count of end user E \($0)"
    }
    #expect(try fewer.map { try state($0, two) } == [.fired, .notFired, .notFired, .fired])
    let open = endUsers([nil, nil], open: true)
    #expect(
      try fewer.map { try state($0, open) } == [.undetermined, .notFired, .notFired, .undetermined])
  }

  @Test func sumsAddIntervalsAndUnknownsOnlyUpwards() throws {
    let condition = "sum of E.share over end user E at least 50 percent"
    #expect(try state(condition, shares([exactly(30), exactly(20)])) == .fired)
    #expect(try state(condition, shares([exactly(30), exactly(19)])) == .notFired)
    #expect(try state(condition, shares([number(20, 30), exactly(25)])) == .undetermined)
    #expect(try state(condition, shares([number(25, 30), exactly(25)])) == .fired)
    #expect(try state(condition, shares([exactly(50), nil])) == .fired)
    #expect(try state(condition, shares([exactly(49), nil])) == .undetermined)
    #expect(try state(condition, shares([exactly(49)], open: true)) == .undetermined)
    #expect(try state(condition, shares([], open: false)) == .notFired)
  }

  /// A return never offsets what was bought.
  @Test func whatIsBelowZeroCountsAsZero() throws {
    let condition = "sum of E.share over end user E at least 50 percent"
    #expect(try state(condition, shares([exactly(50), exactly(-40)])) == .fired)
    #expect(try state(condition, shares([exactly(49), number(-40, 1)])) == .undetermined)
    #expect(try state(condition, shares([exactly(49), number(-40, 0)])) == .notFired)
    #expect(try state(condition, shares([codes("a"), exactly(1)])) == .undetermined)
  }

  @Test func conditionsMaySpeakOfTheVariablesOfTheRule() throws {
    let policies = try Sample.rules([
      "for any party P when count of report R (R is about P and R is current) at least 2 then hold"
    ])
    var table = SampleTable()
    for _ in 0..<2 { table.endUser() }
    for report in 0..<3 {
      table.report([("current", .boolean(true))])
      for party in 0..<2 { table.relate(0, report, party, party == 1 && report != 0) }
    }
    let result = try #require(table.evaluate(policies).results.first)
    #expect(result.state == .fired)
    #expect(result.witnesses.map(\.objects) == [[1]])
    table.relate(0, 2, 1, nil)
    let open = try #require(table.evaluate(policies).results.first)
    #expect(open.state == .undetermined)
    #expect(
      open.unknown == [FactKey(subject: 0, isRelation: true, object: 2, term: 1, collection: -1)])
    table.relate(0, 2, 1, false)
    #expect(table.state(policies) == .notFired)
  }

  @Test func unknownFactsOfMembersAndWhoElseThereIsAreAskedFor() throws {
    let policies = try Sample.rules([
      "when sum of E.share over end user E (E is listed) at least 50 percent then hold"
    ])
    var table = SampleTable()
    table.endUser([("listed", .boolean(true)), ("share", exactly(20))])
    table.endUser([("listed", .boolean(false))])
    table.endUser([("share", number(10, 20))])
    table.open(1)
    let result = try #require(table.evaluate(policies).results.first)
    #expect(result.state == .undetermined)
    func key(_ object: Int, _ term: Int) -> FactKey {
      FactKey(
        subject: 1, isRelation: false, object: object, term: term, collection: object < 0 ? 1 : -1)
    }
    #expect(result.unknown == [key(-1, -1), key(2, 4), key(2, 6)])
  }

  @Test func favourableAnswersReachMembersAndTheUnnamedOne() throws {
    let policies = try Sample.rules([
      "when count of end user E (E is listed) at least 2 then refuse by policy",
      "when count of end user E (not E has verified) more than 0 then escalate",
    ])
    var table = endUsers([true, nil], open: true)
    table.set(1, 0, "verified", Fact(.boolean(false), .verified, words: "not yet"))
    table.set(1, 1, "verified", Fact(.boolean(true), .verified, words: "yes"))
    let evaluator = Evaluator(policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let evaluation = evaluator.evaluate(table.table)
    #expect(evaluation.results.map(\.state) == [.undetermined, .fired])
    let verified = FactKey(subject: 1, isRelation: false, object: 0, term: 5, collection: -1)
    let listed = FactKey(subject: 1, isRelation: false, object: 1, term: 4, collection: -1)
    let unnamed = FactKey(subject: 1, isRelation: false, object: -1, term: -1, collection: 1)
    #expect(evaluation.results.map(\.remediable) == [[], [verified]])
    func states(_ assumed: [FactKey: Assumption]) -> [RuleResult.State] {
      evaluator.evaluate(table.table, assuming: assumed).results.map(\.state)
    }
    #expect(
      states([listed: .favourable, unnamed: .favourable, verified: .favourable])
        == [.notFired, .notFired])
    #expect(states([listed: .favourable]) == [.undetermined, .fired])
    #expect(states([unnamed: .favourable]) == [.undetermined, .fired])
    #expect(states([listed: .unfavourable]) == [.fired, .fired])
    #expect(states([unnamed: .unfavourable]) == [.fired, .fired])
  }

  @Test func anInferredNumberLiftsNothing() throws {
    let policies = try Sample.rules(
      [
        "when order is flagged and not sum of P.size over party P at least 50 pieces then hold"
      ], vocabulary: Sample.withSizes)
    var table = SampleTable(Sample.withSizes)
    table.order("flagged", .boolean(true))
    table.endUser([("size", exactly(50))])
    #expect(table.state(policies) == .notFired)
    table.set(1, 0, "size", Fact(exactly(50), .inferred, words: "from the name"))
    let result = try #require(table.evaluate(policies).results.first)
    #expect(result.state == .undetermined)
    #expect(result.unknown.map(\.term) == [7])
    table.endUser([("size", exactly(50))])
    #expect(table.state(policies) == .notFired)
  }

  @Test func whatWasCountedIsToldWithItsEvidence() throws {
    let policies = try Sample.rules([
      "when sum of E.share over end user E (E is listed) at least 50 percent then hold",
      "when (count of end user E (E is listed) at least 2 or order is urgent) and order is flagged "
        + "then hold",
    ])
    var table = SampleTable()
    for (index, share) in [number(1_000, 2_000), exactly(200), exactly(70)].enumerated() {
      table.endUser()
      table.set(1, index, "share", Fact(share, .verified, evidence: [index], words: "share"))
      table.set(
        1, index, "listed",
        Fact(.boolean(index < 2), .verified, evidence: [index + 10], words: "listed"))
    }
    table.order("flagged", .boolean(true))
    let evaluator = Evaluator(policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let results = evaluator.evaluate(table.table).results
    #expect(results.map(\.state) == [.fired, .fired])
    #expect(
      results.map { evaluator.readings(of: $0, in: table.table).flatMap(\.observed) } == [
        [
          "1,200 to 2,200 percent over 2 end users"
        ],
        [
          "count of end user E (E is listed) at least 2: 2 end users",
          "order is urgent: unknown: not said", "flagged",
        ],
      ])
    #expect(
      results.map { evaluator.evidence(of: $0, in: table.table).sorted() } == [
        [0, 1, 10, 11], [10, 11],
      ])
  }
}

@Suite("Spans of time are counted from the as-of date, and what is stated is known")
struct EvaluationSpanTests {
  private func states(_ condition: String, _ days: [String?]) throws -> [RuleResult.State?] {
    let policies = try Sample.rules(["when \(condition) then note"])
    return days.map { day in
      var table = SampleTable()
      table.order("founded", day.flatMap { CivilDate($0) }.map { .date($0) })
      return table.state(policies, asOf: "2026-11-22")
    }
  }

  @Test func daysWeeksMonthsAndYears() throws {
    #expect(
      try states(
        "order.founded less than 90 days ago",
        ["2026-08-24", "2026-08-25", "2026-11-22", "2027-01-01", "2026-01-01", nil])
        == [.notFired, .fired, .fired, .fired, .notFired, .undetermined])
    #expect(
      try states("order.founded more than 2 years ago", ["2024-11-21", "2024-11-22", "2025-01-01"])
        == [.fired, .notFired, .notFired])
    #expect(
      try states("order.founded less than 2 weeks ago", ["2026-11-08", "2026-11-09"])
        == [.notFired, .fired])
    #expect(
      try states("order.founded more than 3 months ago", ["2026-08-21", "2026-08-22"])
        == [.fired, .notFired])
  }

  @Test func whatIsStatedIsTrueOrFalseAndNeverUnknown() throws {
    let policies = try Sample.rules([
      "for any end user E when not E.place is stated then hold",
      "for any end user E when not E.share is stated then hold",
      "for any end user E when not E.name is stated then hold",
    ])
    var table = SampleTable()
    table.endUser()
    #expect(table.evaluate(policies).results.map(\.state) == [.fired, .fired, .fired])
    #expect(table.evaluate(policies).results[0].remediable.map(\.term) == [3])
    table.set(1, 0, "place", Fact(codes("CN"), .inferred, words: ""))
    table.set(1, 0, "share", Fact(number(nil, 3), .declared, words: ""))
    table.set(1, 0, "name", .text("示例公司"))
    #expect(table.evaluate(policies).results.map(\.state) == [.notFired, .notFired, .notFired])
    // An error in data states nothing.
    table.set(1, 0, "place", Fact(codes("XX"), .declared, words: ""))
    table.set(1, 0, "share", Fact(number(nil, nil), .declared, words: ""))
    table.set(1, 0, "name", Fact(.boolean(true), .declared, words: ""))
    #expect(table.evaluate(policies).results.map(\.state) == [.fired, .fired, .fired])
  }

  @Test func whatIsNotStatedIsAskedForAndSettled() throws {
    let policies = try Sample.rules([
      "for any end user E when not E.place is stated then hold"
    ])
    var table = SampleTable()
    table.endUser()
    let evaluator = Evaluator(policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let evaluation = evaluator.evaluate(table.table)
    let plan = evaluator.plan(for: evaluation)
    #expect(plan.ifAllFavourable == .release)
    #expect(
      plan.items.map { evaluator.words(for: $0.key, in: table.table) } == ["place of object 0"])
  }
}
