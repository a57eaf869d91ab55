import Facts
import Formats
import Testing

@testable import Policy

@Suite("The determination is the most severe of what fired, and potential of what might")
struct OutcomeTests {
  private func evaluate(
    _ rules: [String], flagged: Bool? = nil, urgent: Bool? = nil
  ) throws -> Evaluation {
    var table = SampleTable()
    table.order("flagged", flagged.map { .boolean($0) })
    table.order("urgent", urgent.map { .boolean($0) })
    return table.evaluate(try Sample.rules(rules))
  }

  @Test func theMostSevereWins() throws {
    let rules = [
      "when order is flagged then hold", "when order is flagged then require a licence",
      "when order is flagged then refuse by policy", "when order is flagged then escalate",
      "when order is flagged then release with conditions", "when order is flagged then note",
    ]
    #expect(try evaluate(rules, flagged: true).determination == .refusePolicy)
    #expect(try evaluate(rules, flagged: false).determination == .release)
    let prohibited = rules + ["when order is flagged then refuse as prohibited"]
    #expect(try evaluate(prohibited, flagged: true).determination == .refuseProhibited)
  }

  @Test func outcomesAreOrderedAsTheDesignSays() {
    #expect(
      Outcome.allCases.map(\.name) == [
        "release", "releaseWithConditions", "hold", "escalate", "licenceRequired", "refusePolicy",
        "refuseProhibited",
      ])
    #expect(Outcome.allCases == Outcome.allCases.sorted())
    #expect(Outcome.allCases.allSatisfy { Outcome(name: $0.name) == $0 })
    #expect(Outcome(name: "allow") == nil)
  }

  @Test func whatCouldRaiseHoldsAndAsks() throws {
    let evaluation = try evaluate(["when order is flagged then release with conditions"])
    #expect(evaluation.determination == .release)
    #expect(evaluation.potential == .releaseWithConditions)
    #expect(evaluation.outcome == .hold)
    #expect(evaluation.raising.count == 1)
  }

  @Test func whatCouldNotRaiseIsReportedAndAsksNothing() throws {
    let evaluation = try evaluate(
      ["when order is flagged then refuse by policy", "when order is urgent then escalate"],
      flagged: true)
    #expect(evaluation.results.map(\.state) == [.fired, .undetermined])
    #expect(evaluation.outcome == .refusePolicy)
    #expect(evaluation.raising.isEmpty)
  }

  @Test func aHigherOutcomeStaysAndStillAsks() throws {
    let evaluation = try evaluate(
      ["when order is flagged then escalate", "when order is urgent then refuse by policy"],
      flagged: true)
    #expect(evaluation.outcome == .escalate)
    #expect(evaluation.potential == .refusePolicy)
    #expect(evaluation.raising.map(\.rule) == [1])
  }

  @Test func notesSetNoOutcome() throws {
    let evaluation = try evaluate(["when order is flagged then note"])
    #expect(evaluation.outcome == .release)
    #expect(evaluation.potential == .release)
  }
}

@Suite("Explanations and questions come from evaluation, not from a second reading")
struct ExplanationTests {
  private let policies = try? Sample.rules([
    "for any end user E when E is listed and not order is cleared then hold"
  ])

  @Test func whatIsShownUnderNotIsEvidenceToo() throws {
    var table = SampleTable()
    table.endUser()
    table.set(1, 0, "listed", Fact(.boolean(true), .official, evidence: [7], words: "on the list"))
    table.set(0, 0, "cleared", Fact(.boolean(false), .declared, evidence: [3], words: "no"))
    let policies = try #require(policies)
    let evaluator = Evaluator(
      policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let result = try #require(evaluator.evaluate(table.table).results.first)
    #expect(evaluator.evidence(of: result, in: table.table).sorted() == [3, 7])
    let readings = evaluator.readings(of: result, in: table.table)
    #expect(readings.map(\.text) == ["not order is cleared", "E is listed"])
    #expect(readings.map(\.truth) == [.isTrue, .isTrue])
    #expect(readings.flatMap(\.observed) == ["no", "on the list"])
  }

  @Test func aFavourableAnswerSettlesAndAnUnfavourableOneIsNamed() throws {
    let policies = try Sample.rules([
      "for any end user E when E is listed then refuse by policy",
      "for any end user E when E.function is within policing then escalate",
    ])
    var table = SampleTable()
    table.endUser()
    let evaluator = Evaluator(policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let evaluation = evaluator.evaluate(table.table)
    let plan = evaluator.plan(for: evaluation)
    #expect(plan.ifAllFavourable == .release)
    #expect(
      plan.items.map { evaluator.words(for: $0.key, in: table.table) } == [
        "listed of object 0", "function of object 0",
      ])
    #expect(plan.items.map(\.ifUnfavourable) == [.refusePolicy, .escalate])
    #expect(plan.items.map(\.rules) == [["r0"], ["r1"]])
  }

  /// A favourable answer cannot undo what is known already.
  @Test func whatIsKnownStaysKnownInAnAnswer() throws {
    let policies = try Sample.rules([
      "for any end user E when E.function is within policing then refuse by policy",
      "for any end user E when E.function is within health then refuse as prohibited",
    ])
    var table = SampleTable()
    table.endUser([("function", codes("police", complete: false))])
    let evaluator = Evaluator(policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let plan = evaluator.plan(for: evaluator.evaluate(table.table))
    #expect(plan.ifAllFavourable == .refusePolicy)
    #expect(plan.items.map(\.ifUnfavourable) == [.refuseProhibited])
  }

  /// What nobody has verified yet can be shown, and is asked for.
  @Test func whatCouldStillBeShownIsAskedFor() throws {
    let policies = try Sample.rules(["when order is flagged and not order is cleared then escalate"]
    )
    var table = SampleTable()
    table.order("flagged", .boolean(true))
    table.order("cleared", .boolean(false))
    let evaluator = Evaluator(policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let plan = evaluator.plan(for: evaluator.evaluate(table.table))
    #expect(plan.ifAllFavourable == .release)
    #expect(
      plan.items.map { evaluator.words(for: $0.key, in: table.table) } == ["cleared of the order"])
  }

  @Test func nothingIsAskedOfAnOrderThatIsSettled() throws {
    var table = SampleTable()
    table.endUser([("listed", .boolean(false))])
    let policies = try #require(policies)
    let evaluator = Evaluator(policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let plan = evaluator.plan(for: evaluator.evaluate(table.table))
    #expect(plan.items.isEmpty)
    #expect(plan.ifAllFavourable == .release)
  }

  @Test func messagesPrintValuesAndSayWhatIsUnknown() throws {
    let text =
      Sample.frame + """
        rule r
          title "Rule"  lane rights  basis law.1
          for every end user E
          when order is flagged
          then hold
          because "{E.name}: {E.function}, {E.share}, {E.listed}, {order.signed}, {E.role}."
        """
    let policies = try Sample.load(text)
    var table = SampleTable()
    table.order("flagged", .boolean(true))
    table.order("signed", CivilDate("2026-11-22").map { .date($0) })
    table.endUser([
      ("name", .text("示例公司")), ("function", codes("police")), ("share", number(5, 7)),
      ("listed", .boolean(false)),
    ])
    table.open(1)
    let evaluator = Evaluator(policies: policies, asOf: CivilDate(dayNumber: 0), confirmations: [:])
    let result = try #require(evaluator.evaluate(table.table).results.first)
    let rule = try #require(policies.rules.first)
    let nobody = "a party that the order does not name"
    #expect(
      result.witnesses.map { evaluator.text(rule.reason, for: $0, of: rule, in: table.table) } == [
        "示例公司: police, 5 to 7 percent, no, 2026-11-22, an unknown role.",
        "\(nobody): \(nobody), \(nobody), \(nobody), 2026-11-22, \(nobody).",
      ])
  }

  @Test func examplesRunAsWrittenAndGapsAreNamed() throws {
    let text =
      Sample.frame + """
        rule r
          title "Rule"  lane rights  basis law.1
          for any end user E, any report R
          when E.function is within policing and R is about E
          unless order is cleared
          then hold
          because "It applies."
          example "police" fires given E.function = police, R is about E, order.cleared = false
          example "lifted" is lifted given E.function = police, R is about E, order.cleared = true
          example "hospital" does not fire given E.function = (hospital, court)
          example "no report" does not fire given E.function = police, not R is about E
          example "unknown" undetermined given E.function = unknown, R is about E
          example "wrong" fires given E.function = hospital
        rule s
          title "Rule"  lane rights  basis law.1
          when order is flagged
          then hold
          because "It applies."
          example "flagged" fires given order.flagged = true
        """
    let runner = ExampleRunner(try Sample.load(text))
    let outcomes = runner.run()
    #expect(outcomes.filter { !$0.passed }.map(\.example) == ["wrong"])
    #expect(
      outcomes.first { !$0.passed }.map { "\($0.expected), \($0.found)" }
        == "fires, does not fire")
    #expect(
      runner.gaps().map { "\($0.rule): \($0.missing.joined(separator: "; "))" } == [
        "s: one that does not fire; a boundary: undetermined, lifted, or a second one that does not "
          + "fire"
      ])
  }
}
