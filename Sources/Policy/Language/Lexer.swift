import Formats

/// Cuts a policy text into tokens.
///
/// Words are Latin letters, digits, hyphen, full stop and underscore. Invisible and bidirectional
/// control characters are errors wherever they stand: a reviewer must read what the engine reads
/// (Unicode Technical Report 36).
struct Lexer {
  let scalars: [Unicode.Scalar]
  let file: String
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var comments: [Comment] = []

  init(_ text: String, file: String) {
    scalars = Array(text.unicodeScalars)
    self.file = file
  }

  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    while let token = next() { tokens.append(token) }
    tokens.append(
      Token(
        kind: .end, position: SourcePosition(line: line, column: column),
        range: scalars.count..<scalars.count, braces: []))
    return tokens
  }

  private mutating func next() -> Token? {
    while true {
      skipBlank()
      guard index < scalars.count else { return nil }
      let start = index
      let position = SourcePosition(line: line, column: column)
      let scalar = scalars[index]
      if scalar == "\"" { return string(from: start, at: position) }
      if Lexer.isWord(scalar) {
        while index < scalars.count, Lexer.isWord(scalars[index]) { advance() }
        return token(.word(text(start..<index)), start, position)
      }
      advance()
      switch scalar {
      case "(", ")", ",", "{", "}", "=":
        return token(.mark(Character(scalar)), start, position)
      default: break
      }
      refuse(
        "the character \(Lexer.name(of: scalar)) cannot stand here", at: position,
        remedy: Lexer.isInvisible(scalar)
          ? Lexer.invisibleRemedy : Lexer.remedy(instead: scalar))
    }
  }

  /// Reports a character; after a hundred of them a file is something else than a policy.
  private mutating func refuse(_ message: String, at position: SourcePosition, remedy: String) {
    guard diagnostics.count < 100 else { return }
    diagnostics.append(
      Diagnostic("POL001", message, remedy: remedy, file: file, position: position))
  }

  /// What the language writes in the place of a sign that others use.
  private static func remedy(instead scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "<": "write `less than` or `at most`"
    case ">": "write `more than` or `at least`"
    case "!": "write `not`"
    case "&": "write `and`"
    case "|": "write `or`"
    case "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "'", "\u{AB}", "\u{BB}":
      "write texts between \" and \""
    default: "use Latin letters, digits, hyphens, brackets, commas and quoted texts"
    }
  }

  private mutating func refuseIfInvisible(_ scalar: Unicode.Scalar, in what: String) {
    guard Lexer.isInvisible(scalar) else { return }
    refuse(
      "the character \(Lexer.name(of: scalar)) cannot stand in \(what)",
      at: SourcePosition(line: line, column: column), remedy: Lexer.invisibleRemedy)
  }

  private static let invisibleRemedy = "remove it; it is invisible and hides what the rule says"

  private mutating func string(from start: Int, at position: SourcePosition) -> Token {
    advance()
    var content = String.UnicodeScalarView()
    var braces: [SourcePosition] = []
    var word = MixedLetters()
    while index < scalars.count, scalars[index] != "\"" {
      var scalar = scalars[index]
      if scalar == "\\", index + 1 < scalars.count {
        advance()
        scalar = scalars[index]
      }
      if endsLine(at: index) {
        advance()
        continue
      }
      refuseIfInvisible(scalar, in: "a text")
      if word.mixes(with: scalar) {
        refuse(
          "the character \(Lexer.name(of: scalar)) looks like another within its word",
          at: SourcePosition(line: line, column: column),
          remedy: "write the word in the letters of one script")
      }
      if scalar == "\n" {
        while content.last == " " { content.removeLast() }
        content.append(" ")
        advance()
        while index < scalars.count, scalars[index] == " " { advance() }
        continue
      }
      if scalar == "{" { braces.append(SourcePosition(line: line, column: column)) }
      content.append(scalar)
      advance()
    }
    if index == scalars.count {
      diagnostics.append(
        Diagnostic(
          "POL002", "the text that begins here has no closing quotation mark",
          remedy: "close it with \"", file: file, position: position))
    } else {
      advance()
    }
    return token(.string(String(content)), start, position, braces: braces)
  }

  private func token(
    _ kind: Token.Kind, _ start: Int, _ position: SourcePosition, braces: [SourcePosition] = []
  ) -> Token {
    Token(kind: kind, position: position, range: start..<index, braces: braces)
  }

  private mutating func skipBlank() {
    while index < scalars.count {
      if scalars[index] == "#" {
        let (start, position) = (index, SourcePosition(line: line, column: column))
        // A comment that an editor shows as a rule, or the reverse, deceives its reviewer.
        while index < scalars.count, scalars[index] != "\n" {
          if scalars[index] != "\t", !endsLine(at: index) {
            refuseIfInvisible(scalars[index], in: "a comment")
          }
          advance()
        }
        comments.append(Comment(text: text(start..<index), position: position))
      } else if scalars[index] == " " || scalars[index] == "\n" || endsLine(at: index)
        || scalars[index] == "\t"
      {
        advance()
      } else {
        return
      }
    }
  }

  private mutating func advance() {
    if scalars[index] == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    index += 1
  }

  private func text(_ range: Range<Int>) -> String {
    if scalars[range].allSatisfy(\.isASCII) {
      return String(decoding: scalars[range].map { UInt8($0.value) }, as: UTF8.self)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": true
    default: false
    }
  }

  /// Whether this is the first half of a line end as Windows writes it; alone it is invisible.
  private func endsLine(at index: Int) -> Bool {
    scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // Nearly all of a policy; the properties of others are looked up in tables.
    if scalar.value < 0x7F { return scalar.value < 0x20 && scalar != "\n" }
    return switch scalar.properties.generalCategory {
    case .format, .control, .privateUse, .unassigned, .surrogate, .lineSeparator,
      .paragraphSeparator:
      scalar != "\n"
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let printed = isInvisible(scalar) ? "" : "`\(scalar)` "
    return printed + code + (scalar.properties.name.map { " " + $0 } ?? "")
  }
}
