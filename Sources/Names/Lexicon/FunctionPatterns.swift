internal import Formats
internal import Taxonomy

/// The phrases of `Data/function-patterns.tsv` by which the function of a body is recognised.
struct FunctionPatterns: Sendable {
  struct Pattern: Sendable {
    let priority: Int
    let function: String
    let isAmbiguous: Bool
    /// What kind of body of its function: ministry, bureau, branch, station or unit; or empty.
    let rank: String
    /// Phrases that must not stand directly before or after.
    let before: [[UInt32]]
    let after: [[UInt32]]
    /// Words one of which must stand directly before; empty where none need to.
    var follows: Set<UInt32> = []
  }

  struct Match: Sendable {
    let range: Range<Int>
    let pattern: Int
  }

  private(set) var patterns: [Pattern] = []
  private var trie = PhraseTrie()

  /// Throws for a missing table, a priority that is no number and a function the tree lacks.
  init(
    folder: String, functions: CodeTree, transliteration: Transliteration,
    builder: inout LexiconBuilder
  ) throws(Diagnostic) {
    let path = folder + "/function-patterns.tsv"
    let table = try LexiconBuilder.table(
      path, requiring: ["priority", "function", "phrase", "before", "after", "ambiguous", "rank"])
    for row in table.rows {
      let place = SourcePosition(line: row.line, column: 1)
      guard let priority = Int(row["priority"]) else {
        throw Diagnostic(
          "NAM003", "the priority `\(row["priority"])` is not a number",
          remedy: "write a whole number; the lower one wins", file: path, position: place)
      }
      guard functions.contains(row["function"]) else {
        throw Diagnostic(
          "NAM004", "the function `\(row["function"])` is not in functions.tsv",
          remedy: functions.nearest(to: row["function"]).map { "write `\($0)`" }, file: path,
          position: place)
      }
      patterns.append(
        Pattern(
          priority: priority, function: row["function"], isAmbiguous: row["ambiguous"] == "yes",
          rank: row["rank"], before: row.list("before").map { builder.symbols(of: $0) },
          after: row.list("after").map { builder.symbols(of: $0) }))
      trie.insert(builder.symbols(of: row["phrase"]), value: patterns.count - 1)
    }
    let levels = Set(PlaceLevel.words.sorted().flatMap { builder.symbols(of: $0) })
    var seen: Set<String> = []
    for row in table.rows where row["language"] == "zh" {
      insertPinyin(row, functions, levels, transliteration, &seen, &builder)
    }
  }

  /// The phrase in pinyin as one word: `gonganju`. Two syllables may be any name; they count only
  /// for a public body, behind the level of a place, and never surely.
  private mutating func insertPinyin(
    _ row: TextTable.Row, _ functions: CodeTree, _ levels: Set<UInt32>,
    _ transliteration: Transliteration, _ seen: inout Set<String>,
    _ builder: inout LexiconBuilder
  ) {
    let units = builder.folding.units(of: row["phrase"])
    let isShort = units.count == 2
    guard
      let word = PinyinCompounds.word(for: units, transliteration, leastSyllables: 2),
      !isShort || functions.isWithin(row["function"], "public-authority"),
      seen.insert(word).inserted
    else { return }
    var pattern = Pattern(
      priority: Int(row["priority"]) ?? 0, function: row["function"],
      isAmbiguous: isShort || row["ambiguous"] == "yes", rank: row["rank"], before: [], after: [])
    if isShort { pattern.follows = levels }
    patterns.append(pattern)
    trie.insert(builder.symbols(of: word), value: patterns.count - 1)
  }

  /// Whether the words of a function begin here.
  func begins(at index: Int, in units: [TextUnit]) -> Bool {
    var isFound = false
    trie.forEachMatch(in: units, at: index) { _, _ in isFound = true }
    return isFound
  }

  /// The matches that stand after those of lower priority have given way, in order of the text.
  func matches(in units: [TextUnit]) -> [Match] {
    var found: [Match] = []
    for start in units.indices {
      trie.forEachMatch(in: units, at: start) { length, pattern in
        let match = Match(range: start..<start + length, pattern: pattern)
        if isAllowed(match, in: units) { found.append(match) }
      }
    }
    guard found.count > 1 else { return found }
    found.sort { left, right in
      let priorities = (patterns[left.pattern].priority, patterns[right.pattern].priority)
      if priorities.0 != priorities.1 { return priorities.0 < priorities.1 }
      if left.range.count != right.range.count { return left.range.count > right.range.count }
      if left.range.lowerBound != right.range.lowerBound {
        return left.range.lowerBound < right.range.lowerBound
      }
      return left.pattern < right.pattern
    }
    var kept: [Match] = []
    for match in found where !kept.contains(where: { $0.range.overlaps(match.range) }) {
      kept.append(match)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func isAllowed(_ match: Match, in units: [TextUnit]) -> Bool {
    let pattern = patterns[match.pattern]
    if !pattern.follows.isEmpty {
      guard match.range.lowerBound > 0,
        pattern.follows.contains(units[match.range.lowerBound - 1].symbol)
      else { return false }
    }
    for context in pattern.before where context.count <= match.range.lowerBound {
      let start = match.range.lowerBound - context.count
      if zip(context, units[start...]).allSatisfy({ $0 == $1.symbol }) { return false }
    }
    for context in pattern.after where match.range.upperBound + context.count <= units.count {
      if zip(context, units[match.range.upperBound...]).allSatisfy({ $0 == $1.symbol }) {
        return false
      }
    }
    return true
  }
}
