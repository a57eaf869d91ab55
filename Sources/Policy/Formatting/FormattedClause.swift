/// One line of a policy in canonical form, or more where it is long: a statement or a clause.
struct FormattedClause {
  enum Style {
    /// Breaks behind commas where it must.
    case plain
    /// Breaks before each `and` and `or` that no bracket holds.
    case condition
    /// As a condition, where it does not fit on one line.
    case exception
    /// A text for each language.
    case questions
  }

  let words: [FormattedWord]
  /// 0 for statements, 1 for their clauses, 2 for what belongs to a clause.
  let level: Int
  let style: Style
  /// Whether the keyword is filled up, so that what follows stands in one column.
  let isAligned: Bool

  var keyword: String { words[0].word ?? "" }

  /// Whether it begins an example.
  var isExample: Bool { keyword == "example" }
}

/// Cuts the words of a policy into statements and clauses.
///
/// It knows where clauses can begin, and which words can only be followed by an operand; it does
/// not look anything up, so that whatever parses can be laid out.
struct ClauseCutter {
  private let words: [FormattedWord]
  private var clauses: [FormattedClause] = []
  private var statement = ""
  private var start = 0
  private var depth = 0

  static func clauses(of words: [FormattedWord]) -> [FormattedClause] {
    var cutter = ClauseCutter(words: Array(words.dropLast()))
    cutter.cut()
    return cutter.clauses
  }

  private init(words: [FormattedWord]) { self.words = words }

  private mutating func cut() {
    for index in words.indices {
      if words[index].isMark("(") { depth += 1 }
      if words[index].isMark(")") { depth = max(0, depth - 1) }
      if index > start, begins(index) {
        close(at: index)
      } else if index == 0 {
        statement = words[0].word ?? ""
      }
    }
    close(at: words.count)
  }

  private mutating func close(at end: Int) {
    guard start < end else { return }
    let keyword = words[start].word ?? ""
    if Parser.outerWords.contains(keyword) { statement = keyword }
    clauses.append(
      FormattedClause(
        words: Array(words[start..<end]), level: level(of: keyword),
        style: style(of: keyword), isAligned: isAligned(keyword)))
    start = end
    depth = 0
  }

  /// The clause that is being read.
  private var keyword: String { words[start].word ?? "" }

  private func begins(_ index: Int) -> Bool {
    guard depth == 0, let word = words[index].word, !expectsOperand(after: index - 1) else {
      return false
    }
    let next = words.indices.contains(index + 1) ? words[index + 1].word : nil
    if Parser.outerWords.contains(word) { return true }
    if ["title", "revision", "owner"].contains(word) { return true }
    let current = Parser.outerWords.contains(keyword) ? keyword : statement
    switch current {
    case "list", "demonstration":
      return word == "required" || word == "canary"
        || (word == "at" && (next == "least" || next == "most"))
    case "term": return ["type", "field", "polarity", "meaning", "question"].contains(word)
    case "guarantee":
      return word == "in" ? next == "force" : ["for", "when", "given", "then"].contains(word)
    default:
      if ClauseCutter.severityWords.contains(word) {
        return keyword == "severity" || ClauseCutter.severityWords.contains(keyword)
      }
      return word == "in" ? next == "force" : Parser.statementWords.contains(word)
    }
  }

  private static let severityWords: Set<String> = ["scale", "scope", "remediability", "linkage"]

  /// Whether what stands here leaves something open that only an operand can close.
  private func expectsOperand(after index: Int) -> Bool {
    // The keyword of a clause; `required` alone is a whole one.
    if index == start { return words[index].word != "required" }
    if index == start + 1, keyword == "demonstration" { return true }
    guard let word = words[index].word else { return words[index].isMark(",") || isOpen(index) }
    return ClauseCutter.openWords.contains(word)
  }

  private func isOpen(_ index: Int) -> Bool { words[index].isMark("=") || words[index].isMark("(") }

  private static let openWords: Set<String> = [
    "is", "has", "not", "no", "and", "or", "one", "of", "within", "before", "after", "least",
    "most", "than", "by", "from", "until", "once", "any", "every", "over",
  ]

  private func level(of keyword: String) -> Int {
    if Parser.outerWords.contains(keyword) { return 0 }
    if ClauseCutter.severityWords.contains(keyword) { return 2 }
    return keyword == "given" && statement != "guarantee" ? 2 : 1
  }

  private func style(of keyword: String) -> FormattedClause.Style {
    switch keyword {
    case "when": .condition
    case "given" where statement == "guarantee": .condition
    case "unless": .exception
    case "question": .questions
    default: .plain
    }
  }

  private func isAligned(_ keyword: String) -> Bool {
    switch statement {
    case "guarantee", "list", "demonstration": false
    default: ClauseCutter.alignedWords.contains(keyword)
    }
  }

  private static let alignedWords: Set<String> = [
    "title", "revision", "owner", "lane", "kind", "basis", "evidence", "binds", "type", "field",
    "polarity", "meaning", "question",
  ]
}
