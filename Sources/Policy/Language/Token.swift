import Formats

/// One word, string or mark of a policy text, with its place.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    /// A keyword, code, identifier, number or date.
    case word(String)
    /// The content of a quoted text, with line breaks folded to spaces.
    case string(String)
    case mark(Character)
    case end
  }

  let kind: Kind
  let position: SourcePosition
  /// Range of Unicode scalars in the source, for printing a clause as written.
  let range: Range<Int>
  /// Where each `{` of a text stands, so that a fault in a placeholder has its own place.
  let braces: [SourcePosition]

  var word: String? {
    if case .word(let text) = kind { text } else { nil }
  }

  /// The token as a message names it.
  var shown: String {
    switch kind {
    case .word(let text): "`\(text)`"
    case .string(let text): "the text \"\(text.prefix(30))\""
    case .mark(let mark): "`\(mark)`"
    case .end: "the end of the file"
    }
  }
}
