import Facts
import Formats
import Taxonomy
import Testing

@testable import Policy

@Suite("Where a place lies is asked of the as-of date")
struct EvaluationDatedTreeTests {
  private func vocabulary() throws -> Vocabulary {
    func node(_ code: String, _ parent: String?, _ from: String?, _ until: String?) -> TreeNode {
      TreeNode(
        code: code, parent: parent, kind: "node", english: [code],
        from: from.flatMap { CivilDate($0) }, until: until.flatMap { CivilDate($0) })
    }
    let places = try CodeTree(
      name: "places",
      nodes: [
        node("old", nil, nil, nil), node("new", nil, nil, nil),
        node("town", "old", nil, "2020-12-31"), node("town", "new", "2021-01-01", nil),
      ])
    return Vocabulary(
      domains: [
        Domain(name: "order", terms: [Term("destination", .tree("places"), .neutral, "Place")])
      ], collections: [], relations: [], trees: ["places": places])
  }

  @Test func aPlaceThatMovedLiesWhereItLayOnThatDay() throws {
    let vocabulary = try vocabulary()
    let policies = try Sample.rules(
      [
        "when order.destination is within old then hold",
        "when order.destination is within new then escalate",
      ], vocabulary: vocabulary)
    let fact = Fact(.codes(["town"], isComplete: true), .declared, words: "town")
    let table = FactTable(
      objects: [[FactObject(id: "order", label: "the order", facts: [fact])]], memberships: [],
      relations: [])
    func outcome(_ day: String, _ layout: FactLayout? = nil) throws -> (Outcome, FactLayout) {
      let evaluator = Evaluator(
        policies: policies, asOf: try #require(CivilDate(day)), confirmations: [:], layout: layout)
      return (evaluator.evaluate(table).outcome, evaluator.layout)
    }
    let (before, layout) = try outcome("2020-12-31")
    #expect(before == .hold)
    #expect(try outcome("2021-01-01").0 == .escalate)
    // The shape of another day is not taken over.
    #expect(try outcome("2021-01-01", layout).0 == .escalate)
    #expect(try outcome("2020-12-31", layout).0 == .hold)
  }
}
