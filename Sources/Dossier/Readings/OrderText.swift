import Evidence
import Formats
import Trade

/// What the free text of an order gives away. Text is data: nothing that it says is followed.
struct OrderText {
  /// Indicators with the phrases found, by field.
  private(set) var found: [(indicator: String, phrase: String, field: String)] = []

  init(_ order: Order, _ knowledge: Knowledge) {
    read(order.endUse?.declared, "endUse.declared", knowledge)
    for (index, line) in order.lines.enumerated() {
      read(line.description, "lines[\(index)].description", knowledge)
    }
    for (index, answer) in (order.endUse?.questionnaire ?? []).enumerated() {
      read(answer.answer, "endUse.questionnaire[\(index)].answer", knowledge)
    }
    for field in order.unknownFields { read(field.text, field.path, knowledge) }
    for (index, condition) in order.conditions.enumerated() {
      read(condition, "conditions[\(index)]", knowledge)
    }
    for (index, attachment) in order.attachments.enumerated() {
      read(attachment.name, "attachments[\(index)].name", knowledge)
    }
    for (index, party) in order.parties.enumerated() {
      for name in party.entity.names {
        // A name is no statement of use; only what addresses the screening matters here.
        let indications = knowledge.lexicon.indications(in: name)
        for indication in indications where indication.indicator == OrderText.instruction {
          found.append((indication.indicator, indication.phrase, "parties[\(index)].name"))
        }
      }
    }
  }

  /// Adds what a notice says that the order may serve.
  mutating func add(_ notice: TenderNotice, _ knowledge: Knowledge) {
    read(notice.title + " " + notice.text, "tender \(notice.id)", knowledge)
  }

  static let instruction = "instruction-to-the-screener"

  private mutating func read(_ text: String?, _ field: String, _ knowledge: Knowledge) {
    guard let text else { return }
    for indication in knowledge.lexicon.indications(in: text) {
      found.append((indication.indicator, indication.phrase, field))
    }
  }

  func first(_ indicators: [String]) -> (phrase: String, field: String)? {
    for entry in found where indicators.contains(entry.indicator) {
      return (entry.phrase, entry.field)
    }
    return nil
  }

  func has(_ indicator: String) -> Bool { found.contains { $0.indicator == indicator } }

  /// Indicators of words that state no use.
  private static let vague = Set(
    [
      "general-benign", "general-assurance", "stock-or-resale", "end-user-to-be-advised",
      instruction, "boycott-term", "foreign-sanctions-undertaking",
    ] + OrderTerm.redFlags.map(\.name))

  /// Whether the end use is stated in specific words: general words alone state nothing.
  static func isSpecific(_ text: String?, _ knowledge: Knowledge) -> Bool {
    guard let text, !SuspiciousText.isBlank(text) else { return false }
    let indications = knowledge.lexicon.indications(in: text)
    if indications.contains(where: { !vague.contains($0.indicator) }) { return true }
    if knowledge.evasions.reason(text, to: []) != nil { return false }
    // What remains beside the vague phrases must say something.
    let said = indications.map { letters(in: $0.phrase) }.reduce(letters(in: text), -)
    return said >= (indications.isEmpty ? 12 : 24)
  }

  /// Letters, with a character of a script without blanks for three.
  private static func letters(in text: String) -> Int {
    text.unicodeScalars.reduce(into: 0) { sum, scalar in
      if scalar.properties.isAlphabetic { sum += scalar.value >= 0x2E80 ? 3 : 1 }
    }
  }
}
