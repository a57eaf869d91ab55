import Facts
import Formats
import Taxonomy

@testable import Policy

/// A small vocabulary with a term of every type and polarity, so that the language is tested
/// apart from what the bundled policies happen to use.
enum Sample {
  static let places = tree(
    "places",
    [
      ("CN", nil, .neutral), ("CN-65", "CN", .neutral), ("CN-6501", "CN-65", .neutral),
      ("CN-33", "CN", .neutral), ("DE", nil, .neutral),
    ])

  static let functions = tree(
    "functions",
    [
      ("public-authority", nil, .neutral), ("policing", "public-authority", .adverse),
      ("police", "policing", .neutral), ("court", "public-authority", .neutral),
      ("health", nil, .neutral), ("hospital", "health", .neutral),
      ("overseer", nil, .mitigating),
    ])

  static let vocabulary = Vocabulary(
    domains: [
      Domain(
        name: "order",
        terms: [
          Term("flagged", .boolean, .adverse, "Adverse"),
          Term("cleared", .boolean, .mitigating, "Mitigating", question: question),
          Term("urgent", .boolean, .neutral, "Neutral"),
          Term("kind", .word(["sale", "loan", "service"]), .neutral, "One word"),
          Term("destination", .tree("places"), .neutral, "One place", holdsSeveral: false),
          Term("pieces", .number(unit: "pieces"), .adverse, "Adverse number"),
          Term("years", .number(unit: "years"), .mitigating, "Mitigating number"),
          Term("weight", .number(unit: "grams"), .neutral, "Neutral number"),
          Term("signed", .date, .neutral, "Neutral date"),
          Term("founded", .date, .adverse, "Adverse date: later is worse"),
          Term("note", .text, .neutral, "Text"),
        ]),
      Domain(
        name: "party",
        terms: [
          Term("name", .text, .neutral, "Name"),
          Term(
            "role", .word(["buyer", "user", "carrier"]), .neutral, "Several words",
            holdsSeveral: true),
          Term("function", .tree("functions"), .neutral, "Functions", question: question),
          Term("place", .tree("places"), .neutral, "Places", question: question),
          Term("listed", .boolean, .adverse, "Adverse", question: question),
          Term("verified", .boolean, .mitigating, "Mitigating", question: question),
          Term("share", .number(unit: "percent"), .adverse, "Adverse number", question: question),
        ]),
      Domain(
        name: "report",
        terms: [
          Term("kind", .word(["collection", "search"]), .adverse, "Adverse word"),
          Term("current", .boolean, .adverse, "Adverse"),
        ]),
    ],
    collections: [
      Collection(phrase: "party", domain: 1, meaning: "All parties", question: question),
      Collection(phrase: "end user", domain: 1, meaning: "End users", question: question),
      Collection(phrase: "report", domain: 2, meaning: "Reports", isAdverse: true),
    ],
    relations: [
      Relation(phrase: "is about", from: 2, to: 1, polarity: .adverse, meaning: "Adverse"),
      Relation(phrase: "exempts", from: 2, to: 1, polarity: .mitigating, meaning: "Mitigating"),
    ],
    trees: ["places": places, "functions": functions])

  /// With a neutral number of parties, which may lift what it speaks of.
  static let withSizes = vocabulary.adding([
    (1, Term("size", .number(unit: "pieces"), .neutral, "Neutral number", question: question))
  ])

  static let registry = CitationRegistry(
    bases: ["law.1": "Example Act, section 1", "law.2": "Example Act, section 2"],
    sources: ["press-2017": "Example Press, 2017"])

  /// What every set needs besides rules.
  static let frame = """
    policy sample
      revision 1
    coverage lists
    list official "Official list"
      required
      at least 1 entries
      at most 14 days old

    """

  private static let question = LocalisedText("Which?", "哪个?", "Welche?")

  private static func tree(
    _ name: String, _ nodes: [(String, String?, Polarity)]
  ) -> CodeTree {
    let nodes = nodes.map {
      TreeNode(code: $0.0, parent: $0.1, kind: "node", english: [$0.0], polarity: $0.2)
    }
    guard let tree = try? CodeTree(name: name, nodes: nodes) else {
      preconditionFailure("the sample tree \(name) is well formed")
    }
    return tree
  }

  static func load(
    _ text: String, name: String = "sample.policy", vocabulary: Vocabulary = vocabulary
  ) throws -> PolicySet {
    try PolicySet.check(
      files: [(name, Array(text.utf8))], vocabulary: vocabulary, registry: registry)
  }

  /// A set of rules, each given as its bindings and conditions down to `then`.
  static func rules(
    _ bodies: [String], vocabulary: Vocabulary = vocabulary
  ) throws -> PolicySet {
    let rules = bodies.enumerated().map { index, body in
      let prohibits = body.contains("refuse as prohibited") || body.contains("require a licence")
      return """
        rule r\(index)
          title "Rule \(index)"
          lane \(prohibits ? "legal" : "rights")
          basis law.1
          binds "seller"
          because "It applies."
          \(body)

        """
    }
    return try load(frame + rules.joined(), vocabulary: vocabulary)
  }

  /// What is wrong with a text; empty where nothing is.
  static func faults(in text: String) -> [Diagnostic] {
    do throws(PolicyRefused) {
      return try PolicySet.check(
        files: [("sample.policy", Array(text.utf8))], vocabulary: vocabulary, registry: registry
      ).warnings
    } catch {
      return error.diagnostics
    }
  }

  /// Faults of one rule with these conditions.
  static func faults(when conditions: String) -> [Diagnostic] {
    do {
      _ = try rules([conditions])
      return []
    } catch let refused as PolicyRefused {
      return refused.diagnostics
    } catch {
      return []
    }
  }
}
