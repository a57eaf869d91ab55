import Formats

/// The canonical form of a policy text: one clause a line, keywords in columns, comments where
/// they stood.
///
/// Works on words and comments alone and looks nothing up, so a text whose terms are wrong can be
/// laid out too. What is printed is read again: it holds the same words, texts and comments in
/// the same order, or nothing is returned.
public enum PolicyFormatter {
  /// Throws what is wrong with a text that cannot be read.
  public static func format(
    _ bytes: [UInt8], file: String
  ) throws(PolicyRefused) -> String {
    if let fault = PolicyLimits.fault(of: bytes, file: file) {
      throw PolicyRefused(diagnostics: [fault])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let (_, diagnostics) = Parser.parse(text, file: file)
    guard diagnostics.isEmpty else { throw PolicyRefused(diagnostics: diagnostics) }
    let formatted = layout(text, file: file)
    guard saysTheSame(text, formatted, file: file) else {
      throw PolicyRefused(diagnostics: [
        Diagnostic(
          "POL120", "the text could not be laid out without changing it",
          remedy: "leave it as it is, and report it with the text", file: file)
      ])
    }
    return formatted
  }

  private static func saysTheSame(_ text: String, _ formatted: String, file: String) -> Bool {
    var before = Lexer(text, file: file)
    var after = Lexer(formatted, file: file)
    return before.tokens().map(\.kind) == after.tokens().map(\.kind)
      && before.comments.map(\.text) == after.comments.map(\.text)
      && Parser.parse(formatted, file: file).diagnostics.isEmpty
  }

  static func layout(_ text: String, file: String) -> String {
    var lexer = Lexer(text, file: file)
    let tokens = lexer.tokens()
    let words = FormattedWord.words(of: lexer, tokens)
    var page = FormattedPage()
    for clause in ClauseCutter.clauses(of: words) { page.add(clause) }
    if let end = words.last { page.end(with: end.comments) }
    return page.text
  }
}

/// The lines of a policy text, with the blank lines between them.
private struct FormattedPage {
  private var lines: [String] = []
  private var last: FormattedClause?

  var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

  mutating func add(_ clause: FormattedClause) {
    let first = clause.words[0]
    if clause.level == 0 {
      addAtMargin(first.comments)
      separate(isNeeded: first.comments.last.map { $0.isIndented } ?? true || first.followsBlank)
    } else {
      // A blank line stands before the first example, and where the author set one between clauses.
      var isApart = clause.isExample && !(last?.isExample ?? false) && last?.keyword != "given"
      for own in first.comments {
        separate(isNeeded: (isApart || own.followsBlank) && last?.level != 0)
        isApart = false
        lines.append(String(repeating: " ", count: 2 * clause.level) + own.comment.text)
      }
      let follows = first.followsBlank && clause.level == 1
      let isAfterHead = last?.level == 0 && first.comments.isEmpty
      separate(isNeeded: (isApart || follows) && !isAfterHead)
    }
    lines += ClauseLayout.lines(of: clause)
    last = clause
  }

  mutating func end(with comments: [OwnLineComment]) { addAtMargin(comments) }

  /// Comments between statements: those written under the last one stay there.
  private mutating func addAtMargin(_ comments: [OwnLineComment]) {
    var isUnder = last != nil
    for (index, own) in comments.enumerated() {
      let wasUnder = isUnder
      isUnder = isUnder && own.isIndented
      separate(isNeeded: own.followsBlank || (!isUnder && (wasUnder || index == 0)))
      lines.append((isUnder ? "  " : "") + own.comment.text)
    }
  }

  private mutating func separate(isNeeded: Bool) {
    if isNeeded, lines.last.map({ !$0.isEmpty }) ?? false { lines.append("") }
  }
}
