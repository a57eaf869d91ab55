import Facts
import Formats
import Testing

@testable import Policy

@Suite("What is made of counts, sums and spans, and how mutations are counted")
struct MutationShapesTests {
  /// The mutations of a rule whose only clause is this condition.
  private func changes(_ condition: Condition) throws -> [Mutation] {
    let policies = try Sample.rules(["for any end user E when E is listed then hold"])
    let rule = try #require(policies.rules.first).asking(condition)
    return MutationGenerator.mutations(of: rule, vocabulary: Sample.vocabulary).filter {
      $0.kind != .quantifier
    }
  }

  private let position = SourcePosition(line: 1, column: 1)

  private func atom(_ term: Int, _ test: Atom.Test, subject: Int, _ text: String) -> Atom {
    Atom(
      subject: subject, domain: subject < 0 ? 0 : 1, term: term, test: test, polarity: .neutral,
      raises: true, text: text, position: position)
  }

  private func count(_ test: Atom.Test, where condition: Condition?) -> Condition {
    .aggregate(
      Aggregate(
        measure: .count,
        binding: Binding(variable: "P", isEvery: false, collection: 0, domain: 1),
        condition: condition, test: test, raises: true, level: -1, text: "count of party P",
        position: position))
  }

  private func number(_ value: String) throws -> Decimal { try #require(Decimal(value)) }

  @Test func whatACountCountsIsMutatedToo() throws {
    let listed = try #require(Sample.vocabulary.termIndex("listed", in: 1))
    let condition = count(
      .atLeast(try number("3")), where: .atom(atom(listed, .truth, subject: 1, "P is listed")))
    let found = try changes(condition)
    #expect(
      found.map(\.change) == [
        "`count of party P` dropped", "`count of party P` negated",
        "`count of party P` shifted to `more than 3`",
        "`count of party P` widened to `at least 2`",
        "`P is listed` dropped", "`P is listed` negated",
      ])
    // Without its condition it counts all members.
    guard case .aggregate(let all)? = found[4].rule.clauses.first?.condition else {
      Issue.record("the count stays where its condition goes")
      return
    }
    #expect(all.condition == nil)
    #expect(all.test == .atLeast(try number("3")))
  }

  /// Of whole numbers `more than 2` and `at least 3` say the same.
  @Test func boundsOfCountsThatSayTheSameAreEquivalentOrLeftOut() throws {
    let half = try changes(count(.atLeast(try number("2.5")), where: nil))
    #expect(
      half.first { $0.kind == .shift }?.equivalence == "no whole number lies between")
    let none = try changes(count(.atLeast(try number("0")), where: nil))
    #expect(none.contains { $0.kind == .widen } == false)
    let atMost = try changes(count(.atMost(try number("3")), where: nil)).map(\.change)
    #expect(
      atMost == [
        "`count of party P` dropped", "`count of party P` negated",
        "`count of party P` shifted to `less than 3`", "`count of party P` widened to `at most 4`",
      ])
  }

  @Test func sumsMoveByAStepOfTheirUnit() throws {
    let share = try #require(Sample.vocabulary.termIndex("share", in: 1))
    let sum = Condition.aggregate(
      Aggregate(
        measure: .sum(term: share),
        binding: Binding(variable: "P", isEvery: false, collection: 0, domain: 1), condition: nil,
        test: .moreThan(try number("50")), raises: true, level: -1, text: "sum of P.share",
        position: position))
    #expect(
      try changes(sum).map(\.change).dropFirst(2) == [
        "`sum of P.share` shifted to `at least 50 percent`",
        "`sum of P.share` widened to `more than 49.99 percent`",
        "`sum of P.share` narrowed to `more than 50.01 percent`",
      ])
  }

  @Test func spansMoveByOneUnit() throws {
    let signed = try #require(Sample.vocabulary.termIndex("signed", in: 0))
    let found = try changes(
      .atom(atom(signed, .lessAgo(Span(90, .days)), subject: -1, "order.signed less than 90 days")))
    #expect(
      found.map(\.change).dropFirst(2) == [
        "`order.signed less than 90 days` shifted to `less than 89 days ago`",
        "`order.signed less than 90 days` shifted to `less than 91 days ago`",
      ])
    let least = try changes(
      .atom(atom(signed, .moreAgo(Span(1, .years)), subject: -1, "order.signed more than 1 years")))
    #expect(
      least.map(\.change).dropFirst(2) == [
        "`order.signed more than 1 years` shifted to `more than 2 years ago`"
      ])
  }

  @Test func aPartIsPlacedWhereItIsWritten() throws {
    let text =
      Sample.frame + """
        rule r
          title "Rule"  lane rights  basis law.1
          for any end user E
          when E is listed
           and (order is flagged or order is urgent)
          then hold  because "It applies."
        """
    let report = MutationTester(try Sample.load(text)).run()
    let places = report.results.map { "\($0.position) \($0.change)" }
    #expect(places.contains("11:8 `E is listed` dropped"))
    #expect(places.contains("12:9 `order is flagged` dropped"))
    #expect(places.contains("12:9 `order is flagged or order is urgent` dropped"))
    #expect(places.contains("12:29 `order is urgent` negated"))
    #expect(report.rules.map(\.file) == ["sample.policy"])
  }

  @Test func equivalentOnesAndThoseOutOfReachDoNotCount() throws {
    let results = try MutationCase.results(
      "for any end user E when E.function is within policing", ["fires given E.function = police"])
    let score = MutationScore(results)
    #expect(results.count == 5)
    #expect(results.count { $0.isEquivalent } == 1)
    #expect(results.count { $0.isOutOfReach } == 1)
    #expect(score.all == 3)
    #expect(score.killed == 1)
    #expect(score.percent == "33.3")
    #expect(score.isAtLeast(try number("33.333333")))
    #expect(!score.isAtLeast(try number("33.333334")))
    #expect(MutationScore([]).percent == "100")
    #expect(MutationScore([]).isAtLeast(try number("100")))
  }

  @Test func coverageNamesWhatNeverDecides() throws {
    let rule = """
      for any end user E when E is listed and (order is flagged or order is urgent)
      unless E has verified then hold
      example "a" fires given E.listed = true, order.flagged = true, order.urgent = true
      example "b" does not fire given E.listed = true, order.flagged = false, order.urgent = false
      """
    let coverage = RuleCoverage(try Sample.rules([rule]))
    #expect(
      coverage.parts.map { "\($0.text) \($0.gap.rawValue)" } == [
        "E is listed is false in no example", "E has verified is true in no example",
        "order is flagged decides in no example", "order is urgent decides in no example",
      ])
    let shown = RuleCoverage(
      try Sample.rules([
        rule + """

          example "c" fires given E.listed = true, order.flagged = true, order.urgent = false
          example "d" fires given E.listed = true, order.flagged = false, order.urgent = true
          example "e" does not fire given E.listed = false
          example "f" is lifted given E.listed = true, order.urgent = true, E.verified = true
          """
      ]))
    #expect(shown.parts.isEmpty)
    #expect(shown.clauses == 2)
    #expect(shown.exceptions == 1)
    #expect(shown.branches == 2)
  }
}
