import Facts
import Law
public import Screening

/// What an export declaration needs, as plain text, 100 columns, for a terminal.
public enum ExportDeclarationText {
  public static func text(_ declaration: ExportDeclaration) -> String {
    var text = TerminalText()
    text.add(
      "Export declaration · order \(declaration.reference) · as of \(declaration.asOf) · filing "
        + "mandatory: \(word(declaration.isMandatory))")
    text.add("Data for a filing under 15 CFR part 30; nothing is filed, and nothing is decided.")
    if declaration.leavesUnitedStates != .isTrue {
      text.add(
        declaration.leavesUnitedStates == .isFalse
          ? "The goods do not leave from the United States; part 30 asks nothing of them."
          : "Whether the goods leave from the United States is not stated.")
    }
    text.heading("The shipment")
    for element in declaration.elements { add(element, to: &text) }
    for line in declaration.lines {
      text.heading("Line \(line.number)")
      for element in line.elements { add(element, to: &text) }
      for reason in line.reasons {
        text.add(
          "\(reason.words) [\(reason.citation)]",
          first: "  " + padded(word(reason.answer), to: 10))
      }
    }
    text.blank()
    text.add(
      declaration.missing.isEmpty
        ? "nothing" : declaration.missing.joined(separator: "; "), first: "Missing: ")
    text.add(
      "paragraph numbers and codes are general knowledge, unverified; the filer checks them.",
      first: "Limits: ")
    return text.text
  }

  private static func add(_ element: ExportDeclaration.Element, to text: inout TerminalText) {
    let value = element.value ?? (element.isConditional ? "none" : "MISSING")
    text.add(
      "\(element.name): \(value)" + (element.note.map { " (\($0))" } ?? "")
        + " [\(element.citation)]", first: "  ")
  }

  private static func word(_ answer: Truth) -> String { answer.answer }
}
