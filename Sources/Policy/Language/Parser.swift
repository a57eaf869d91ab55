import Formats

/// Reads tokens into the syntax of one policy file; goes on after a fault at the next statement.
struct Parser {
  private let tokens: [Token]
  private let scalars: [Unicode.Scalar]
  let file: String
  private var index = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// Words that begin a statement, where reading resumes after a fault.
  static let statementWords: Set<String> = [
    "policy", "rule", "coverage", "title", "revision", "owner", "lane", "kind", "basis",
    "evidence", "in", "for", "when", "unless", "then", "severity", "binds", "because", "require",
    "example", "given", "list", "demonstration", "term", "type", "field", "polarity", "meaning",
    "question", "guarantee",
  ]

  /// Statements that do not belong to a rule, and so end it.
  static let outerWords: Set<String> = [
    "policy", "rule", "coverage", "list", "demonstration", "term", "guarantee",
  ]

  /// Nesting of brackets and `not` beyond which a condition is refused.
  static let nestingLimit = PolicyLimits.nesting

  struct Fault: Error {}

  static func parse(
    _ text: String, file: String
  ) -> (syntax: PolicySyntax, diagnostics: [Diagnostic]) {
    var lexer = Lexer(text, file: file)
    let tokens = lexer.tokens()
    var parser = Parser(tokens: tokens, scalars: lexer.scalars, file: file)
    parser.diagnostics = lexer.diagnostics
    let syntax = parser.policy()
    return (syntax, parser.diagnostics)
  }

  private init(tokens: [Token], scalars: [Unicode.Scalar], file: String) {
    self.tokens = tokens
    self.scalars = scalars
    self.file = file
  }
}

// MARK: - Movement

extension Parser {
  var current: Token { tokens[index] }

  var isAtEnd: Bool { current.kind == .end }

  func next(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  mutating func advance() { if !isAtEnd { index += 1 } }

  func at(_ word: String) -> Bool { current.kind == .word(word) }

  func at(_ words: [String]) -> Bool {
    words.indices.allSatisfy { next($0).kind == .word(words[$0]) }
  }

  mutating func take(_ word: String) -> Bool {
    guard at(word) else { return false }
    advance()
    return true
  }

  mutating func take(_ words: [String]) -> Bool {
    guard at(words) else { return false }
    index += words.count
    return true
  }

  mutating func take(mark: Character) -> Bool {
    guard current.kind == .mark(mark) else { return false }
    advance()
    return true
  }

  func source(from start: Int) -> String {
    let first = tokens[start].range.lowerBound
    let last = tokens[max(start, index - 1)].range.upperBound
    var view = String.UnicodeScalarView()
    var wasBlank = false
    for scalar in scalars[first..<last] {
      let isBlank = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if isBlank, wasBlank { continue }
      view.append(isBlank ? " " : scalar)
      wasBlank = isBlank
    }
    return String(view)
  }

  var mark: Int { index }

  mutating func fail(_ id: String, _ message: String, _ remedy: String? = nil) -> Fault {
    diagnostics.append(
      Diagnostic(id, message, remedy: remedy, file: file, position: current.position))
    return Fault()
  }

  mutating func report(_ id: String, _ message: String, _ remedy: String?, at place: Located) {
    diagnostics.append(
      Diagnostic(id, message, remedy: remedy, file: file, position: place.position))
  }

  /// Whether the current word begins the next statement: such a word is never an operand.
  private var beginsStatement: Bool {
    guard let word = current.word, index > 0 else { return false }
    return Parser.statementWords.contains(word)
      && tokens[index - 1].position.line < current.position.line
  }

  mutating func expectWord(_ what: String) throws(Fault) -> Located {
    guard let word = current.word, !beginsStatement else {
      throw fail("POL003", "expected \(what), found \(current.shown)")
    }
    let located = Located(text: word, position: current.position)
    advance()
    return located
  }

  /// A word, or a text in quotation marks for one with blanks: a value of a company's own list.
  mutating func expectValue(_ what: String) throws(Fault) -> Located {
    guard case .string(let text) = current.kind else { return try expectWord(what) }
    let located = Located(text: text, position: current.position)
    advance()
    return located
  }

  mutating func expect(_ word: String) throws(Fault) {
    guard take(word) else {
      throw fail("POL003", "expected `\(word)`, found \(current.shown)")
    }
  }

  mutating func expectMessage(_ what: String) throws(Fault) -> MessageSyntax {
    guard case .string(let text) = current.kind else {
      throw fail(
        "POL003", "expected \(what) in quotation marks, found \(current.shown)",
        "write it as \"…\"")
    }
    let message = MessageSyntax(
      text: text, position: current.position, braces: current.braces)
    advance()
    return message
  }

  mutating func expectDate() throws(Fault) -> CivilDate {
    let word = try expectWord("a date such as 2026-11-10")
    guard let date = CivilDate(word.text) else {
      report(
        "POL004", "`\(word.text)` is not a day of the calendar", "write it as 2026-11-10",
        at: word)
      throw Fault()
    }
    return date
  }

  mutating func expectInteger(_ what: String) throws(Fault) -> Int {
    let word = try expectWord(what)
    guard let number = Int(word.text), number >= 0 else {
      report("POL004", "`\(word.text)` is not a whole number", "write \(what)", at: word)
      throw Fault()
    }
    return number
  }

  /// Words separated by commas, with or without brackets.
  mutating func expectWords(_ what: String) throws(Fault) -> [Located] {
    let isBracketed = take(mark: "(")
    var words = [try expectWord(what)]
    while take(mark: ",") { words.append(try expectWord(what)) }
    try close(isBracketed)
    return words
  }

  /// Values separated by commas, with or without brackets.
  mutating func expectValues(_ what: String) throws(Fault) -> [Located] {
    let isBracketed = take(mark: "(")
    var values = [try expectValue(what)]
    while take(mark: ",") { values.append(try expectValue(what)) }
    try close(isBracketed)
    return values
  }

  private mutating func close(_ isBracketed: Bool) throws(Fault) {
    guard isBracketed, !take(mark: ")") else { return }
    throw fail("POL003", "expected `)`, found \(current.shown)", "close the bracket")
  }

  /// Skips to the next statement after a fault, so that later faults are reported too.
  ///
  /// `start` is where the broken statement begins. A fault at the first word of the next one has
  /// spoilt nothing of it.
  mutating func recover(from start: Int, to words: Set<String> = Parser.statementWords) {
    if index == start { advance() }
    while !isAtEnd {
      if let word = current.word, words.contains(word), index > 0,
        tokens[index - 1].position.line < current.position.line
      {
        return
      }
      advance()
    }
  }
}
