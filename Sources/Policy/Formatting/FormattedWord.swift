import Formats

/// A comment that stands on a line of its own, and whether a blank line stands before it.
struct OwnLineComment {
  let comment: Comment
  let followsBlank: Bool

  /// Whether it was written under a statement rather than at the margin.
  var isIndented: Bool { comment.position.column > 1 }
}

/// A token with what stands around it and must not be lost.
struct FormattedWord {
  let token: Token
  /// The token as it will be printed, a text with its own line breaks.
  let lines: [String]
  /// Comments on their own lines before the token.
  private(set) var comments: [OwnLineComment]
  /// Whether a blank line stands before the token, after its comments.
  let followsBlank: Bool
  /// The comment behind the token on its line.
  var trailing: Comment?

  var word: String? { token.word }

  func isMark(_ mark: Character) -> Bool { token.kind == .mark(mark) }

  var isString: Bool { if case .string = token.kind { true } else { false } }

  /// The columns that it takes where it stands on one line.
  var width: Int { TextColumns.width(of: lines[0]) }
}

extension FormattedWord {
  /// The words of a text; the last one is its end, which holds the comments after everything.
  static func words(of lexer: Lexer, _ tokens: [Token]) -> [FormattedWord] {
    var words: [FormattedWord] = []
    var comments = lexer.comments[...]
    var line = 1
    for token in tokens {
      var own: [OwnLineComment] = []
      while let comment = comments.first, comment.position < token.position {
        comments.removeFirst()
        if comment.position.line == line, own.isEmpty, let last = words.indices.last,
          words[last].trailing == nil
        {
          words[last].trailing = comment
        } else {
          own.append(
            OwnLineComment(comment: comment, followsBlank: comment.position.line > line + 1))
        }
        line = comment.position.line
      }
      // What is said of a fact stands above its connective, which begins the line.
      if !own.isEmpty, let last = words.indices.last, words[last].trailing == nil,
        words[last].word == "and" || words[last].word == "or"
      {
        words[last].comments += own
        own = []
      }
      let lexemes = lines(of: token, lexer.scalars)
      words.append(
        FormattedWord(
          token: token, lines: lexemes, comments: own,
          followsBlank: token.position.line > line + 1, trailing: nil))
      line = token.position.line + lexemes.count - 1
    }
    return words
  }

  private static func lines(of token: Token, _ scalars: [Unicode.Scalar]) -> [String] {
    switch token.kind {
    case .word(let text): return [text]
    case .mark(let mark): return [String(mark)]
    case .end: return [""]
    case .string:
      let parts = scalars[token.range].split(separator: "\n", omittingEmptySubsequences: false)
      return parts.enumerated().map { index, part in
        var part = part
        // Blanks around a line break within a text say nothing (Lexer.string).
        if index < parts.count - 1 {
          while let last = part.last, last == " " || last == "\r" { part.removeLast() }
        }
        if index > 0 { part = part.drop { $0 == " " } }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: part)
        return String(view)
      }
    }
  }
}

extension SourcePosition {
  static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
