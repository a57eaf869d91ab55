import Facts
import Formats
import Testing

@testable import Policy

@Suite("Any and every range over closed, open and empty sets as the design says")
struct QuantifierTests {
  /// What a rule does for a set of listed (true), unlisted (false) and unknown (nil) end users.
  private func state(
    _ quantifier: String, _ listed: [Bool?], open: Bool
  ) throws -> RuleResult.State? {
    var table = SampleTable()
    for flag in listed { table.endUser(flag.map { [("listed", .boolean($0))] } ?? []) }
    if open { table.open(1) }
    return table.state(
      try Sample.rules(["for \(quantifier) end user E when E is listed then refuse by policy"]))
  }

  @Test(
    arguments: [
      ([], RuleResult.State.notFired), ([true], .fired), ([false], .notFired),
      ([nil], .undetermined),
      ([false, true], .fired), ([nil, true], .fired), ([nil, false], .undetermined),
      ([false, false], .notFired),
    ] as [([Bool?], RuleResult.State)])
  func anyOverAClosedSet(listed: [Bool?], expected: RuleResult.State) throws {
    #expect(try state("any", listed, open: false) == expected)
  }

  @Test(
    arguments: [
      ([], RuleResult.State.undetermined), ([true], .fired), ([false], .undetermined),
      ([nil], .undetermined), ([false, true], .fired),
    ] as [([Bool?], RuleResult.State)])
  func anyOverAnOpenSetIsUnknownWithoutAWitness(
    listed: [Bool?], expected: RuleResult.State
  ) throws {
    #expect(try state("any", listed, open: true) == expected)
  }

  @Test(
    arguments: [
      ([], RuleResult.State.notFired), ([true], .fired), ([false], .notFired),
      ([nil], .undetermined),
      ([true, true], .fired), ([true, false], .notFired), ([nil, false], .notFired),
      ([nil, true], .undetermined),
    ] as [([Bool?], RuleResult.State)])
  func everyOverAClosedSetIsFalseWhereItIsEmpty(
    listed: [Bool?], expected: RuleResult.State
  ) throws {
    #expect(try state("every", listed, open: false) == expected)
  }

  @Test(
    arguments: [
      ([], RuleResult.State.undetermined), ([true], .undetermined), ([false], .notFired),
      ([true, false], .notFired),
    ] as [([Bool?], RuleResult.State)])
  func everyOverAnOpenSetIsUnknownWithoutACounterexample(
    listed: [Bool?], expected: RuleResult.State
  ) throws {
    #expect(try state("every", listed, open: true) == expected)
  }

  @Test func otherClausesMayDecideAnOpenSet() throws {
    let policies = try Sample.rules([
      "for any end user E when order is flagged and E is listed then refuse by policy"
    ])
    var table = SampleTable()
    table.open(1)
    #expect(table.state(policies) == .undetermined)
    table.order("flagged", .boolean(false))
    #expect(table.state(policies) == .notFired)
  }

  /// A rule that says nothing of its variable still needs somebody to be about.
  @Test func thatThereIsOneMoreIsNotKnownEither() throws {
    for quantifier in ["any", "every"] {
      let policies = try Sample.rules([
        "for \(quantifier) end user E when order is flagged then refuse by policy"
      ])
      var table = SampleTable()
      table.order("flagged", .boolean(true))
      #expect(table.state(policies) == .notFired)
      table.open(1)
      let result = try #require(table.evaluate(policies).results.first)
      #expect(result.state == .undetermined)
      #expect(
        result.unknown == [
          FactKey(subject: 1, isRelation: false, object: -1, term: -1, collection: 1)
        ])
      table.endUser()
      #expect(table.state(policies) == .fired)
    }
  }

  @Test func whoIsNotNamedIsAskedForOnce() throws {
    let policies = try Sample.rules([
      "for any end user E when E is listed and E.share at least 5 percent then refuse by policy"
    ])
    var table = SampleTable()
    table.open(1)
    let evaluation = table.evaluate(policies)
    #expect(
      evaluation.results.first?.unknown == [
        FactKey(subject: 1, isRelation: false, object: -1, term: -1, collection: 1)
      ])
  }

  /// A member for whom `every` fails shows nothing, although another of its kind would.
  @Test func witnessesOfEveryAreThoseForWhomAllHolds() throws {
    let policies = try Sample.rules([
      "for any report R, every end user E when R is about E then refuse by policy"
    ])
    var table = SampleTable()
    for _ in 0..<2 { table.endUser() }
    for report in 0..<3 { table.report([]); table.relate(0, report, 0, true) }
    table.relate(0, 0, 1, false)
    table.relate(0, 1, 1, true)
    let result = table.evaluate(policies).results.first
    #expect(result?.state == .fired)
    #expect(result?.witnesses.map(\.objects) == [[1, 0], [1, 1]])
    table.relate(0, 1, 1, false)
    let open = table.evaluate(policies).results.first
    #expect(open?.state == .undetermined)
    #expect(open?.witnesses == [])
    #expect(
      open?.unknown == [FactKey(subject: 0, isRelation: true, object: 2, term: 1, collection: -1)])
  }
}

@Suite("An exception lifts only when it is known to be true")
struct ExceptionTests {
  private let rule = """
    for any end user E when E is listed unless E has verified authority "Counsel" until 2026-11-22
    then refuse by policy
    """

  private func result(
    listed: Bool?, verified: Bool?, basis: FactBasis = .verified, asOf: String = "2026-11-22"
  ) throws -> RuleResult {
    var table = SampleTable()
    table.endUser(listed.map { [("listed", .boolean($0))] } ?? [])
    table.set(1, 0, "verified", Fact(verified.map { .boolean($0) }, basis, words: ""))
    return try #require(table.evaluate(try Sample.rules([rule]), asOf: asOf).results.first)
  }

  private let exception = FactKey(
    subject: 1, isRelation: false, object: 0, term: 5, collection: -1)

  @Test func trueLifts() throws {
    #expect(try result(listed: true, verified: true).state == .lifted)
    #expect(try result(listed: nil, verified: true).state == .notFired)
  }

  @Test func falseLiftsNothing() throws {
    #expect(try result(listed: true, verified: false).state == .fired)
    #expect(try result(listed: true, verified: false).unknown == [])
  }

  @Test func unknownWithATrueConditionFiresAndAsks() throws {
    let result = try result(listed: true, verified: nil)
    #expect(result.state == .fired)
    #expect(result.witnesses.map(\.exceptionIsUnknown) == [true])
    #expect(result.unknown == [exception])
  }

  @Test func unknownWithAnUnknownConditionIsUndetermined() throws {
    let result = try result(listed: nil, verified: nil)
    #expect(result.state == .undetermined)
    #expect(result.unknown.contains(exception))
  }

  @Test func anExpiredExceptionLiftsNothing() throws {
    let late = try result(listed: true, verified: true, asOf: "2026-11-23")
    #expect(late.state == .fired)
    #expect(try result(listed: true, verified: nil, asOf: "2026-11-23").unknown == [])
  }

  @Test func whatIsInferredLiftsNothingAndIsAskedFor() throws {
    for basis in [FactBasis.declared, .verified, .official, .computed] {
      #expect(try result(listed: true, verified: true, basis: basis).state == .lifted)
    }
    let inferred = try result(listed: true, verified: true, basis: .inferred)
    #expect(inferred.state == .fired)
    #expect(inferred.unknown == [exception])
  }

  @Test func anInferredNeutralFactDoesNotLiftEither() throws {
    let policies = try Sample.rules([
      "for any end user E when E is listed unless E.function is within hospital then refuse by policy"
    ])
    var table = SampleTable()
    table.endUser([("listed", .boolean(true))])
    table.set(1, 0, "function", Fact(codes("hospital"), .inferred, words: "from the name"))
    #expect(table.state(policies) == .fired)
    table.set(1, 0, "function", Fact(codes("hospital"), .verified, words: "verified"))
    #expect(table.state(policies) == .lifted)
  }

  @Test func whatIsInferredCountsWhereItIsAdverse() throws {
    let policies = try Sample.rules([
      "for any end user E when E.function is within policing then refuse by policy",
      "when not order is cleared then hold",
      "when not order.years at least 3 years then hold",
    ])
    var table = SampleTable()
    table.endUser([("function", codes("police"))], basis: .inferred)
    table.order("cleared", .boolean(true), .inferred)
    table.order("years", exactly(5), .inferred)
    #expect(
      table.evaluate(policies).results.map(\.state) == [.fired, .undetermined, .undetermined])
  }

  @Test func aSecondBenignEndUserLiftsNothing() throws {
    var table = SampleTable()
    table.endUser([("listed", .boolean(true)), ("verified", .boolean(false))])
    table.endUser([("listed", .boolean(false)), ("verified", .boolean(true))])
    table.endUser([("listed", .boolean(true)), ("verified", .boolean(true))])
    let result = try #require(table.evaluate(try Sample.rules([rule])).results.first)
    #expect(result.state == .fired)
    #expect(result.witnesses.map(\.objects) == [[0]])
  }
}

@Suite("A rule is in force when its dates and its operator's confirmation say so")
struct ValidityTests {
  private let interrupted = """
    in force from 2025-09-29 until 2025-11-09
    in force from 2026-11-10 once law.2 is confirmed
    when order is flagged then refuse by policy
    """

  private func result(_ asOf: String, _ confirmations: [String: Bool] = [:]) throws -> RuleResult {
    var table = SampleTable()
    table.order("flagged", .boolean(true))
    return try #require(
      table.evaluate(
        try Sample.rules([interrupted]), asOf: asOf, confirmations: confirmations
      ).results.first)
  }

  @Test(arguments: [
    ("2025-09-28", RuleResult.State.notInForce), ("2025-09-29", .fired), ("2025-11-09", .fired),
    ("2025-11-10", .notInForce), ("2026-11-09", .notInForce),
  ])
  func bothDaysOfAnIntervalBelongToIt(day: String, state: RuleResult.State) throws {
    #expect(try result(day).state == state)
  }

  @Test func withoutAConfirmationItHolds() throws {
    let result = try result("2026-11-10")
    #expect(result.state == .fired)
    #expect(result.effect == .hold)
    #expect(result.unconfirmed == "law.2")
  }

  @Test func confirmedItAppliesAndDeniedItDoesNot() throws {
    let confirmed = try result("2026-11-10", ["law.2": true])
    #expect(confirmed.state == .fired)
    #expect(confirmed.effect == .refusePolicy)
    #expect(confirmed.unconfirmed == nil)
    #expect(try result("2026-11-10", ["law.2": false]).state == .notInForce)
    #expect(try result("2026-11-10", ["law.1": true]).effect == .hold)
  }

  @Test func aConfirmationNeverReachesBackBeyondItsInterval() throws {
    #expect(try result("2026-11-09", ["law.2": true]).state == .notInForce)
    #expect(try result("2025-10-01", ["law.2": false]).effect == .refusePolicy)
  }

  @Test func whatIsLighterThanAHoldIsNotRaisedToOne() throws {
    let policies = try Sample.rules([
      "in force once law.2 is confirmed when order is flagged then release with conditions"
    ])
    var table = SampleTable()
    table.order("flagged", .boolean(true))
    #expect(table.evaluate(policies).determination == .releaseWithConditions)
  }
}

@Suite("Values are tested in three values, and an error in data is unknown")
struct ValueTests {
  private func states(
    _ condition: String, _ facts: [FactValue?], term: String, domain: Int = 0
  ) throws -> [RuleResult.State?] {
    let policies = try Sample.rules([
      "\(domain == 0 ? "" : "for any party P ")when \(condition) then note"
    ])
    return facts.map { value in
      var table = SampleTable()
      if domain == 1 { table.endUser() }
      table.set(domain, 0, term, Fact(value, .verified, words: ""))
      return table.state(policies)
    }
  }

  @Test func codesLieWithinOutsideOrAboveWhatIsAsked() throws {
    #expect(
      try states(
        "P.place is within CN-65",
        [
          codes("CN-65"), codes("CN-6501"), codes("CN-33"), codes("CN"), nil,
          codes("CN-33", "CN-6501"), codes("CN-33", "CN"), codes("CN-33", complete: false),
          codes("CN-6501", complete: false), codes(),
        ], term: "place", domain: 1)
        == [
          .fired, .fired, .notFired, .undetermined, .undetermined, .fired, .undetermined,
          .undetermined, .fired, .notFired,
        ])
  }

  @Test func wordsAreOfTheClosedList() throws {
    #expect(
      try states(
        "order.kind is one of sale, loan",
        [codes("sale"), codes("service"), codes("service", complete: false), nil], term: "kind")
        == [.fired, .notFired, .undetermined, .undetermined])
  }

  @Test func numbersAreIntervals() throws {
    #expect(
      try states(
        "order.weight at least 10 grams",
        [
          exactly(10), exactly(9), number(5, 10), number(10, nil), number(nil, 9), number(nil, nil),
        ],
        term: "weight")
        == [.fired, .notFired, .undetermined, .fired, .notFired, .undetermined])
  }

  @Test func datesAreBeforeOrAfter() throws {
    let days = ["2026-01-01", "2026-01-02", "2025-12-31"].map {
      CivilDate($0).map { FactValue.date($0) }
    }
    #expect(
      try states("order.signed is before 2026-01-01", days, term: "signed")
        == [.notFired, .notFired, .fired])
    #expect(
      try states("order.signed is after 2026-01-01", days, term: "signed")
        == [.notFired, .fired, .notFired])
  }

  @Test func anErrorInDataIsUnknownAndNeverNo() throws {
    #expect(
      try states(
        "P.place is within CN-65", [codes("XX-1"), .boolean(true)], term: "place", domain: 1)
        == [.undetermined, .undetermined])
    #expect(
      try states("order.kind is sale", [codes("sell"), .text("sale")], term: "kind")
        == [.undetermined, .undetermined])
    #expect(
      try states("order is urgent", [codes("true"), exactly(1)], term: "urgent")
        == [.undetermined, .undetermined])
  }
}
