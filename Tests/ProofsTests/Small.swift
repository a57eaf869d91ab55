import Facts
import Formats
import Policy
import Taxonomy

/// A small vocabulary, so that orders can be counted out.
enum Small {
  static let vocabulary = Vocabulary(
    domains: [
      Domain(
        name: "order",
        terms: [
          Term("flagged", .boolean, .adverse, "Adverse"),
          Term("cleared", .boolean, .mitigating, "Mitigating"),
          Term("kind", .word(["sale", "loan"]), .neutral, "One word"),
          Term("signed", .date, .neutral, "A day"),
        ]),
      Domain(
        name: "party",
        terms: [
          Term("listed", .boolean, .adverse, "Adverse"),
          Term("function", .tree("functions"), .neutral, "Functions"),
          Term("share", .number(unit: "percent"), .adverse, "Adverse number"),
        ]),
    ],
    collections: [
      Collection(phrase: "party", domain: 1, meaning: "All", opens: [1]),
      Collection(phrase: "end user", domain: 1, meaning: "Users", isPartOf: [0], opens: [0]),
    ],
    relations: [],
    trees: [
      "functions": tree([
        ("authority", nil, .neutral), ("policing", "authority", .adverse),
        ("court", "authority", .neutral), ("health", nil, .neutral),
      ])
    ])

  private static func tree(_ nodes: [(String, String?, Polarity)]) -> CodeTree {
    let nodes = nodes.map {
      TreeNode(code: $0.0, parent: $0.1, kind: "node", english: [$0.0], polarity: $0.2)
    }
    guard let tree = try? CodeTree(name: "functions", nodes: nodes) else {
      preconditionFailure("the small tree is well formed")
    }
    return tree
  }

  /// Rules and guarantees, each given without its name and title.
  static func policies(rules: [String], guarantees: [String]) throws -> PolicySet {
    var text = """
      policy small
        revision 1
      coverage lists
      list official "Official list"
        required
        at least 1 entries
        at most 14 days old

      """
    for (index, rule) in rules.enumerated() {
      text += """
        rule r\(index)
          title "Rule \(index)"
          lane rights
          basis law.1
          because "It applies."
          \(rule)

        """
    }
    for (index, guarantee) in guarantees.enumerated() {
      text += "guarantee g\(index)\n  title \"Guarantee \(index)\"\n  \(guarantee)\n"
    }
    return try PolicySet.check(
      files: [("small.policy", Array(text.utf8))], vocabulary: vocabulary,
      registry: CitationRegistry(bases: ["law.1": "Example Act"], sources: [:]))
  }
}
