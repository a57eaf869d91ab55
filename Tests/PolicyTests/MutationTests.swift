import Facts
import Formats
import Testing

@testable import Policy

/// One rule with its examples, and what must become of one of its mutations.
struct MutationCase: CustomTestStringConvertible {
  let rule: String
  let examples: [String]
  let change: String
  let standing: MutationResult.Standing

  init(
    _ rule: String, _ examples: [String], _ change: String, _ standing: MutationResult.Standing
  ) {
    self.rule = rule
    self.examples = examples
    self.change = change
    self.standing = standing
  }

  var testDescription: String { "\(rule): \(change)" }

  /// All mutations of a rule with these examples, titled a, b, c and so on.
  static func results(_ rule: String, _ examples: [String]) throws -> [MutationResult] {
    let titled = zip("abcdefgh", examples).map { "example \"\($0)\" \($1)" }
    let policies = try Sample.rules([rule + " then hold\n" + titled.joined(separator: "\n")])
    return MutationTester(policies).run().results
  }
}

@Suite("A fault in a rule is noticed where an example shows the difference, and only there")
struct MutationTests {
  static let cases: [MutationCase] = drops + codes + words + bounds + shapes

  @Test(arguments: cases) func standsAsExpected(_ test: MutationCase) throws {
    let results = try MutationCase.results(test.rule, test.examples)
    let found = results.filter { $0.change == test.change }
    #expect(
      found.map(\.standing) == [test.standing], "\(results.map { "\($0.change): \($0.standing)" })")
  }

  private static let listed = "for any end user E when E is listed and order is urgent"

  static let drops = [
    MutationCase(
      listed, ["fires given E.listed = true, order.urgent = true"], "`E is listed` dropped",
      .survived(reason: "`E is listed` is true in every example")),
    MutationCase(
      listed,
      [
        "fires given E.listed = true, order.urgent = true",
        "does not fire given E.listed = false, order.urgent = true",
      ], "`E is listed` dropped", .killed(example: "b")),
    MutationCase(
      listed,
      [
        "fires given E.listed = true, order.urgent = true",
        "does not fire given E.listed = false, order.urgent = false",
      ], "`E is listed` dropped",
      .survived(reason: "only \"b\" tells them apart, and there `order is urgent` is false")),
    MutationCase(
      "for any end user E when E is listed or order is urgent",
      ["fires given E.listed = true, order.urgent = true"], "`E is listed` dropped",
      .survived(
        reason: "only \"a\" tells them apart, and there the rest of "
          + "`E is listed or order is urgent` decides")),
    MutationCase(
      "for any end user E when E is listed or order is urgent",
      ["fires given E.listed = true, order.urgent = false"], "`E is listed` dropped",
      .killed(example: "a")),
    MutationCase(
      "when order is flagged and not order is cleared",
      ["fires given order.flagged = true, order.cleared = false"], "`not order is cleared` dropped",
      .survived(reason: "`not order is cleared` is true in every example")),
    MutationCase(
      "when order is flagged and not order is cleared",
      ["fires given order.flagged = true, order.cleared = false"],
      "`not order is cleared` negated", .killed(example: "a")),
    MutationCase(
      "when order is flagged", ["undetermined"], "`order is flagged` negated",
      .survived(reason: "`order is flagged` is unknown in every example")),
    MutationCase(
      "when order is flagged", [], "`order is flagged` dropped",
      .survived(reason: "the rule has no example that passes")),
    // An example that fails already would notice everything.
    MutationCase(
      "when order is flagged", ["fires given order.flagged = false"], "`order is flagged` negated",
      .survived(reason: "the rule has no example that passes")),
  ]

  private static let policing = "for any end user E when E.function is within policing"
  private static let places = "for any end user E when E.place is within (CN-65, DE)"

  static let codes = [
    MutationCase(
      policing, ["fires given E.function = police", "does not fire given E.function = hospital"],
      "`E.function is within policing` widened to `public-authority`",
      .survived(
        reason: "no example gives `E.function` within `public-authority` and not within `policing`"
      )),
    MutationCase(
      policing, ["fires given E.function = police", "does not fire given E.function = court"],
      "`E.function is within policing` widened to `public-authority`", .killed(example: "b")),
    MutationCase(
      policing, ["fires given E.function = police"],
      "`E.function is within policing` narrowed to `police`",
      .equivalent(reason: "`police` is the only code below `policing`")),
    MutationCase(
      "for any end user E when E.function is within police", ["fires given E.function = police"],
      "`E.function is within police` widened to `policing`",
      .equivalent(reason: "`police` is the only code below `policing`")),
    // The child is the one in which most examples lie.
    MutationCase(
      "for any end user E when E.function is within public-authority",
      ["fires given E.function = court"],
      "`E.function is within public-authority` narrowed to `court`",
      .survived(
        reason: "no example gives `E.function` within `public-authority` and not within `court`")),
    MutationCase(
      "for any end user E when E.function is within public-authority",
      ["fires given E.function = court", "fires given E.function = police"],
      "`E.function is within public-authority` narrowed to `policing`", .killed(example: "a")),
    MutationCase(
      "for any end user E when E.function is within public-authority",
      ["fires given E.function = court", "does not fire given E.function = hospital"],
      "`E.function is within public-authority` widened by `health`", .killed(example: "b")),
    MutationCase(
      places, ["fires given E.place = CN-6501"],
      "`E.place is within (CN-65, DE)` narrowed to leave out `DE`",
      .survived(
        reason: "no example gives `E.place` within `DE` and within no other code of the list")),
    MutationCase(
      places, ["fires given E.place = CN-6501"],
      "`E.place is within (CN-65, DE)` narrowed to leave out `CN-65`", .killed(example: "a")),
    MutationCase(
      places, ["does not fire given E.place = CN-33"],
      "`E.place is within (CN-65, DE)` widened by `CN-33`", .killed(example: "a")),
    MutationCase(
      "for any end user E when E.place is within (CN-65, CN-33)", [],
      "`E.place is within (CN-65, CN-33)` widened to `CN` in place of `CN-65`",
      .equivalent(reason: "the list holds every code below `CN`")),
    MutationCase(
      "for any end user E when E.place is within (CN, CN-33)", [],
      "`E.place is within (CN, CN-33)` narrowed to leave out `CN-33`",
      .equivalent(reason: "another code of the list holds `CN-33`")),
  ]

  static let words = [
    MutationCase(
      "when order.kind is sale", ["fires given order.kind = sale"],
      "`order.kind is sale` widened by `loan`",
      .survived(reason: "no example gives `order.kind` as `loan`")),
    MutationCase(
      "when order.kind is sale",
      ["fires given order.kind = sale", "does not fire given order.kind = loan"],
      "`order.kind is sale` widened by `loan`", .killed(example: "b")),
    MutationCase(
      "when order.kind is one of sale, loan", ["fires given order.kind = sale"],
      "`order.kind is one of sale, loan` narrowed to leave out `loan`",
      .survived(reason: "no example gives `order.kind` as `loan` alone")),
    MutationCase(
      "when order.kind is one of sale, loan", ["fires given order.kind = loan"],
      "`order.kind is one of sale, loan` narrowed to leave out `loan`", .killed(example: "a")),
  ]

  private static let share = "for any end user E when E.share at least 10 percent"

  static let bounds = [
    MutationCase(
      share, ["fires given E.share = 50", "does not fire given E.share = 1"],
      "`E.share at least 10 percent` shifted to `more than 10 percent`",
      .survived(reason: "no example gives `E.share` as exactly 10 percent")),
    MutationCase(
      share, ["fires given E.share = 10"],
      "`E.share at least 10 percent` shifted to `more than 10 percent`", .killed(example: "a")),
    MutationCase(
      share, ["does not fire given E.share = 9"],
      "`E.share at least 10 percent` widened to `at least 9.99 percent`",
      .survived(reason: "no example gives `E.share` as a number from 9.99 to 10 percent")),
    MutationCase(
      share, ["does not fire given E.share = 9.99"],
      "`E.share at least 10 percent` widened to `at least 9.99 percent`", .killed(example: "a")),
    MutationCase(
      share, ["fires given E.share = 10"],
      "`E.share at least 10 percent` narrowed to `at least 10.01 percent`", .killed(example: "a")),
    MutationCase(
      "when order.pieces more than 3 pieces", ["does not fire given order.pieces = 3"],
      "`order.pieces more than 3 pieces` widened to `more than 2 pieces`", .killed(example: "a")),
    MutationCase(
      "when order.weight at most 500 grams", ["does not fire given order.weight = 501"],
      "`order.weight at most 500 grams` widened to `at most 501 grams`", .killed(example: "a")),
    MutationCase(
      "when order.weight less than 0.5 grams", ["does not fire given order.weight = 0.5"],
      "`order.weight less than 0.5 grams` widened to `less than 0.6 grams`", .killed(example: "a")),
    MutationCase(
      "when order.signed is before 2026-01-01", ["fires given order.signed = 2025-12-31"],
      "`order.signed is before 2026-01-01` shifted to `before 2026-01-02`",
      .survived(reason: "no example gives `order.signed` as 2026-01-01")),
    MutationCase(
      "when order.signed is before 2026-01-01", ["fires given order.signed = 2025-12-31"],
      "`order.signed is before 2026-01-01` shifted to `before 2025-12-31`", .killed(example: "a")),
    MutationCase(
      "when order.signed is after 2026-01-01", ["does not fire given order.signed = 2026-01-01"],
      "`order.signed is after 2026-01-01` shifted to `after 2025-12-31`", .killed(example: "a")),
  ]

  private static let lifted = listed + " unless E has verified"

  static let shapes = [
    MutationCase(
      listed, ["fires given E.listed = true, order.urgent = true"],
      "`any end user E` turned into `every`",
      .outOfReach(
        reason: "an example gives each variable one object, for which `any` and `every` are the "
          + "same")),
    MutationCase(
      lifted, ["fires given E.listed = true, order.urgent = true"],
      "`unless E has verified` dropped",
      .survived(
        reason: "only \"a\" tells them apart, and there the exception lifts nothing either way")),
    MutationCase(
      lifted, ["is lifted given E.listed = true, order.urgent = true, E.verified = true"],
      "`unless E has verified` dropped", .killed(example: "a")),
    MutationCase(
      lifted, ["is lifted given E.listed = true, order.urgent = true, E.verified = true"],
      "`E has verified` negated", .killed(example: "a")),
    MutationCase(
      listed, ["fires given E.listed = true, order.urgent = true"],
      "`and` of the clauses turned into `or`",
      .survived(
        reason: "`order is urgent and E is listed` is true in every example")),
    MutationCase(
      listed, ["does not fire given E.listed = false, order.urgent = true"],
      "`and` of the clauses turned into `or`", .killed(example: "a")),
    MutationCase(
      "when order is flagged and (order is urgent or order.kind is sale)",
      ["fires given order.flagged = true, order.urgent = true, order.kind = loan"],
      "`or` in `order is urgent or order.kind is sale` turned into `and`", .killed(example: "a")),
    MutationCase(
      "when order is flagged and (order is urgent or order.kind is sale)",
      ["fires given order.flagged = true, order.urgent = true, order.kind = loan"],
      "`order is urgent or order.kind is sale` dropped",
      .survived(
        reason: "`order is urgent or order.kind is sale` is true in every example")),
  ]
}
