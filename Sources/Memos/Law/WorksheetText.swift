import Facts
import Formats
public import Law

/// A licence worksheet as plain text, 100 columns, for a terminal.
public enum WorksheetText {
  public static func text(_ worksheet: Worksheet) -> String {
    var text = TerminalText()
    let what = worksheet.description.map { " (\($0))" } ?? ""
    text.add(
      "Licence worksheet · line \(worksheet.line)\(what) · \(worksheet.eccn ?? "no ECCN") · to "
        + "\(worksheet.destination) · as of \(worksheet.asOf)")
    text.add(
      "Law alone: company policy is no part of it, and a step says no more than what it cites.")
    for section in WorksheetStep.Section.allCases {
      let steps = worksheet.steps(in: section)
      guard !steps.isEmpty else { continue }
      text.heading(section.title)
      for step in steps { add(step, to: &text) }
    }
    text.blank()
    text.add(sentence(worksheet.summary), first: "Result: ")
    let loose = worksheet.unverified
    if !loose.isEmpty {
      text.add(
        loose.map { "\($0.text) (\($0.verification))" }.joined(separator: "; "),
        first: "Not seen whole: ")
    }
    return text.text
  }

  private static func add(_ step: WorksheetStep, to text: inout TerminalText) {
    text.add(step.question, first: "  " + padded(step.answer.answer, to: 8))
    let margin = String(repeating: " ", count: 10)
    text.add(sentence(step.words), first: margin)
    let inputs = step.inputs.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    if !inputs.isEmpty { text.add(inputs, first: margin) }
    let citations = step.citations.map { citation in
      "[\(citation.text)]" + (citation.isVerified ? "" : " \(citation.verification)")
    }
    text.add("\(step.id), \(step.nature.words). " + citations.joined(separator: " "), first: margin)
  }
}
