import Formats

/// Lays out one clause in lines of at most a hundred columns, where its texts allow.
struct ClauseLayout {
  static let widest = 100

  private let clause: FormattedClause
  private let indent: Int
  /// The column of what follows the keyword.
  private let operands: Int
  private var lines: [String] = []
  private var line = ""
  private var width = 0

  static func lines(of clause: FormattedClause) -> [String] {
    var layout = ClauseLayout(clause)
    layout.write()
    return layout.lines
  }

  private init(_ clause: FormattedClause) {
    self.clause = clause
    indent = 2 * clause.level
    operands = indent + (clause.isAligned ? 8 : clause.keyword.count) + 1
  }

  private mutating func write() {
    let words = clause.words
    let breaks = forcedBreaks()
    begin(at: indent)
    for index in words.indices {
      let word = words[index]
      if index > 0 {
        if let column = breaks[index] {
          breakLine(before: word, at: column)
        } else if words[index - 1].trailing != nil || !word.comments.isEmpty
          || (mayBreak(index) && !fits(index, breaks))
        {
          breakLine(before: word, at: continuation)
        } else if needsBlank(index) {
          append(" ", 1)
        }
      }
      put(word)
      if index == 0, words.count > 1, clause.isAligned {
        let padding = max(0, 8 - word.width)
        append(String(repeating: " ", count: padding), padding)
      }
      if let comment = word.trailing {
        while line.last == " " { line.removeLast() }
        append("  " + comment.text, 0)
      }
    }
    endLine()
  }

  private mutating func endLine() {
    while line.last == " " { line.removeLast() }
    lines.append(line)
  }

  private var continuation: Int {
    switch clause.style {
    case .condition, .exception: operands + 2
    case .questions: operands
    case .plain: clause.level == 2 ? indent + 2 : operands
    }
  }

  /// Columns of the words that always begin a line.
  private func forcedBreaks() -> [Int: Int] {
    let words = clause.words
    var breaks: [Int: Int] = [:]
    switch clause.style {
    case .plain: return [:]
    case .condition: break
    case .exception, .questions: if fitsOnOneLine { return [:] }
    }
    var depth = 0
    for (index, word) in words.enumerated() where index > 0 {
      if word.isMark("(") { depth += 1 }
      if word.isMark(")") { depth -= 1 }
      guard depth == 0, let text = word.word else { continue }
      switch clause.style {
      case .questions where index > 1:
        if words.indices.contains(index + 1), words[index + 1].isString {
          breaks[index] = operands
        }
      case .condition, .exception:
        // A connective stands at the right of its keyword's column, so that facts stand in one.
        if text == "and" || text == "or" { breaks[index] = operands - 1 - text.count }
        if text == "authority" { breaks[index] = indent + 2 }
      default: break
      }
    }
    return breaks
  }

  private var fitsOnOneLine: Bool {
    let words = clause.words
    guard words.allSatisfy({ $0.lines.count == 1 }), words.dropFirst().allSatisfy(isBare),
      words.dropLast().allSatisfy({ $0.trailing == nil })
    else { return false }
    var total = indent + (clause.isAligned ? max(8, words[0].width) : words[0].width)
    for index in words.indices.dropFirst() {
      total += words[index].width + (needsBlank(index) ? 1 : 0)
    }
    return total <= ClauseLayout.widest
  }

  private func isBare(_ word: FormattedWord) -> Bool { word.comments.isEmpty }

  /// A word that begins statements must not begin a line, or it would be read as one.
  private func mayBreak(_ index: Int) -> Bool {
    let words = clause.words
    if let word = words[index].word, Parser.statementWords.contains(word) { return false }
    if words[index - 1].isMark(",") { return true }
    guard clause.style == .condition || clause.style == .exception else { return false }
    return words[index].word == "and" || words[index].word == "or"
  }

  /// Whether all that cannot be parted from this word fits on the line.
  private func fits(_ index: Int, _ breaks: [Int: Int]) -> Bool {
    var total = width + (needsBlank(index) ? 1 : 0)
    for next in clause.words.indices.dropFirst(index) {
      if next > index {
        if breaks[next] != nil || mayBreak(next) { break }
        total += needsBlank(next) ? 1 : 0
      }
      total += clause.words[next].width
      if clause.words[next].lines.count > 1 { break }
    }
    return total <= ClauseLayout.widest
  }

  private func needsBlank(_ index: Int) -> Bool {
    let word = clause.words[index]
    return !(word.isMark(",") || word.isMark(")") || clause.words[index - 1].isMark("("))
  }

  private mutating func begin(at column: Int) {
    line = String(repeating: " ", count: column)
    width = column
  }

  private mutating func append(_ text: String, _ columns: Int) {
    line += text
    width += columns
  }

  private mutating func breakLine(before word: FormattedWord, at column: Int) {
    endLine()
    for own in word.comments {
      lines.append(String(repeating: " ", count: column) + own.comment.text)
    }
    begin(at: column)
  }

  private mutating func put(_ word: FormattedWord) {
    append(word.lines[0], word.width)
    for next in word.lines.dropFirst() {
      lines.append(line)
      begin(at: next.isEmpty ? 0 : indent + 4)
      append(next, TextColumns.width(of: next))
    }
  }
}
