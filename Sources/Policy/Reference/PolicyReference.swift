public import Facts
import Taxonomy

/// The whole reference of the policy language as Markdown: enough to write correct policies.
///
/// Generated from the grammar, the tables and the vocabulary that the program itself uses.
public struct PolicyReference: Sendable {
  let vocabulary: Vocabulary

  public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  public var markdown: String {
    var text = "# The policy language\n\n" + PolicyMeaning.introduction + "\n"
    text += "\n## An example\n\n" + PolicyReference.block(PolicyMeaning.example, "policy")
    text += "\n## Grammar\n\nIn the notation of ISO/IEC 14977: `,` joins, `|` separates, `[ ]` may "
    text += "be left out, `{ }` stands any number of times.\n\n"
    text += PolicyReference.block(PolicyGrammar.text, "ebnf") + "\n"
    text += PolicyReference.table(
      ["name", "what it stands for"], PolicyGrammar.terminals.map { ["`\($0.name)`", $0.meaning] })
    for (title, chapter) in PolicyReference.chapters { text += "\n## \(title)\n\n\(chapter)\n" }
    text += limits + diagnostics + VocabularyReference(vocabulary).markdown
    return text
  }

  private static let chapters = [
    ("True, false, unknown", PolicyMeaning.logic), ("Tests of facts", PolicyMeaning.tests),
    ("Variables and sets", PolicyMeaning.quantifiers),
    ("Counts and sums", PolicyMeaning.aggregates), ("Polarity", PolicyMeaning.polarity),
    ("Exceptions and what is undetermined", PolicyMeaning.exceptions),
    ("Outcomes, in order", PolicyMeaning.outcomes),
    ("Time and confirmation", PolicyMeaning.time), ("Examples", PolicyMeaning.examples),
    ("Terms of a company's own", PolicyMeaning.terms), ("Guarantees", PolicyMeaning.guarantees),
    ("Lists that must be searched", PolicyMeaning.coverage),
  ]

  private var limits: String {
    "\n## Limits\n\n"
      + PolicyReference.table(
        ["what", "at most"],
        [
          ["bytes of a file", "\(PolicyLimits.fileBytes)"],
          ["rules of a set", "\(PolicyLimits.rules)"],
          ["variables of a rule or guarantee", "\(PolicyLimits.bindings)"],
          ["facts tested by a rule or guarantee", "\(PolicyLimits.facts)"],
          ["examples of a rule, and facts of an example", "\(PolicyLimits.examples)"],
          ["brackets and `not` within one another", "\(PolicyLimits.nesting)"],
        ])
  }

  private var diagnostics: String {
    var text = "\n## Diagnostics\n\nEach names its place. One error refuses the set; warnings and "
    text += "notes refuse nothing.\n"
    for (title, rows) in DiagnosticTable.groups {
      text += "\n### \(title)\n\n"
      text += PolicyReference.table(
        ["id", "cause", "remedy"], rows.map { ["`\($0.id)`", $0.cause, $0.remedy] })
    }
    return text
  }

  static func block(_ text: String, _ language: String) -> String {
    "```\(language)\n\(text)\n```\n"
  }

  static func table(_ heads: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { escaped($0) }.joined(separator: " | ") + " |\n"
    }
    return line(heads) + "|" + String(repeating: "---|", count: heads.count) + "\n"
      + rows.map(line).joined()
  }

  private static func escaped(_ cell: String) -> String {
    var text = ""
    for character in cell { text += character == "|" ? "\\|" : String(character) }
    return text
  }
}
