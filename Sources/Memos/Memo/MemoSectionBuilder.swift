import Policy
import Screening

/// Numbers the paragraphs of one section while it is written.
struct MemoSectionBuilder {
  let number: String
  let title: String
  let subject: MemoSubject
  private var blocks: [MemoBlock] = []
  private var paragraphs = 0

  init(_ number: String, _ title: String, _ subject: MemoSubject) {
    self.number = number
    self.title = title
    self.subject = subject
  }

  var section: MemoDocument.Section {
    MemoDocument.Section(number: number, title: title, blocks: blocks)
  }

  /// Adds a numbered paragraph; returns its number.
  @discardableResult
  mutating func add(_ nature: MemoNature, _ runs: [MemoRun]) -> String {
    paragraphs += 1
    let number = "\(number).\(paragraphs)"
    blocks.append(
      .paragraph(MemoParagraph(number: number, statement: MemoStatement(nature, runs))))
    return number
  }

  mutating func note(_ text: String) { add(.note, [.text(text)]) }

  mutating func heading(_ text: String) { blocks.append(.heading(text)) }

  mutating func block(_ block: MemoBlock) { blocks.append(block) }

  mutating func table(
    _ nature: MemoNature, _ caption: [MemoRun], columns: [String], rows: [MemoTable.Row]
  ) {
    blocks.append(
      .table(MemoTable(caption: caption, columns: columns, rows: rows, nature: nature)))
  }

  /// A finding in full: what it is, its title, its reason, who is bound, and its citations.
  @discardableResult
  mutating func finding(_ finding: Finding, nature: MemoNature) -> String {
    var runs: [MemoRun] = [
      .strong(finding.kind.words.capitalisedFirst + ": "), .text(sentence(finding.title) + " "),
    ]
    runs += subject.quoting(sentence(finding.reason))
    if let actor = finding.actor { runs.append(.text(" Bound: \(actor).")) }
    let effect = finding.effect.map { "effect: " + $0.words } ?? "a note, which sets no outcome"
    runs.append(.text(" (\(effect); facts known as \(finding.strength.rawValue))"))
    return add(nature, runs + subject.citations(of: finding))
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
