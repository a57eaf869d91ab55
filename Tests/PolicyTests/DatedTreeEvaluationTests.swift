import Facts
import Formats
import Taxonomy
import Testing

@testable import Policy

@Suite("Codes of trees lie where they lay on the as-of date")
struct DatedTreeEvaluationTests {
  /// A county that moves from one province to another on a day.
  private static func vocabulary() throws -> Vocabulary {
    func node(_ code: String, _ parent: String?, _ from: String? = nil, _ until: String? = nil)
      -> TreeNode
    {
      TreeNode(
        code: code, parent: parent, kind: "place", english: [code],
        from: from.flatMap { CivilDate($0) }, until: until.flatMap { CivilDate($0) })
    }
    let places = try CodeTree(
      name: "places",
      nodes: [
        node("A", nil), node("B", nil), node("county", "A", nil, "2024-12-31"),
        node("county", "B", "2025-01-01"),
      ])
    return Vocabulary(
      domains: [
        Domain(
          name: "order",
          terms: [Term("place", .tree("places"), .neutral, "Place", holdsSeveral: false)])
      ], collections: [], relations: [], trees: ["places": places])
  }

  @Test(arguments: [("2024-12-31", Outcome.hold), ("2025-01-01", .release)])
  func aCountyThatMoved(day: String, outcome: Outcome) throws {
    let vocabulary = try Self.vocabulary()
    let policies = try PolicySet.check(
      files: [
        (
          "a.policy",
          Array(
            (Sample.frame + """
              rule in-a
                title "In A"
                lane rights
                basis law.1
                when order.place is within A
                then hold
                because "In A."
              """).utf8)
        )
      ], vocabulary: vocabulary, registry: Sample.registry)
    let table = FactTable(
      objects: [
        [
          FactObject(
            id: "o", label: "the order",
            facts: [Fact(.codes(["county"], isComplete: true), .declared, words: "county")])
        ]
      ], memberships: [], relations: [])
    let evaluator = Evaluator(
      policies: policies, asOf: try #require(CivilDate(day)), confirmations: [:])
    #expect(evaluator.evaluate(table).outcome == outcome)
  }
}
