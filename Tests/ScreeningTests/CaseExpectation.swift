import Screening
import Testing

/// What one order under `Tests/Fixtures` must lead to.
struct CaseExpectation: Sendable, CustomTestStringConvertible {
  let id: String
  let title: String
  /// Names of the determinations that meet the case; the first is the one that it names.
  let outcomes: [String]
  /// Rules that must have fired.
  let fired: [String]
  /// Rules of the trap, which must not have fired.
  let silent: [String]
  /// Words that the reasons, the questions or the coverage must hold.
  let words: [String]

  init(
    _ id: String, _ title: String, _ outcomes: String..., fired: [String] = [],
    silent: [String] = [], words: [String] = []
  ) {
    self.id = id
    self.title = title
    self.outcomes = outcomes
    self.fired = fired
    self.silent = silent
    self.words = words
  }

  var testDescription: String { "\(id): \(title)" }

  /// Screens the order and holds the determination against what is expected.
  func check(in folder: String) throws {
    let determination = try CaseLoading.determination(folder, id)
    let rules = determination.findings.map(\.rule)
    #expect(
      outcomes.contains(determination.outcomeName),
      "found \(determination.outcomeName) by \(rules.joined(separator: ", "))")
    for rule in fired { #expect(rules.contains(rule), "\(rule) did not fire") }
    for rule in silent { #expect(!rules.contains(rule), "\(rule) fired") }
    let text =
      (determination.findings.map(\.reason) + determination.questions.map(\.english)
      + determination.coverage.lists.flatMap(\.faults)).joined(separator: "\n").lowercased()
    for word in words { #expect(text.contains(word.lowercased()), "no word of `\(word)`") }
  }
}
