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

  /// Nil where the arrays do not hold patterns of these functions.
  init?(_ reader: inout FlatReader, functions: CodeTree) {
    guard let codes = reader.texts(), let ranks = reader.texts(),
      let priorities = reader.values(of: Int64.self), let flags = reader.values(of: UInt8.self),
      let counts = reader.values(of: UInt16.self), let symbols = reader.values(of: UInt32.self),
      let trie = PhraseTrie(&reader), ranks.count == codes.count,
      priorities.count == codes.count, flags.count == codes.count
    else { return nil }
    var counted = counts[...]
    var remaining = symbols[...]
    func phrases() -> [[UInt32]]? {
      guard let number = counted.popFirst(), counted.count >= Int(number) else { return nil }
      var phrases: [[UInt32]] = []
      for _ in 0..<number {
        guard let length = counted.popFirst(), remaining.count >= Int(length) else { return nil }
        phrases.append(Array(remaining.prefix(Int(length))))
        remaining = remaining.dropFirst(Int(length))
      }
      return phrases
    }
    patterns.reserveCapacity(codes.count)
    for place in codes.indices {
      guard functions.contains(codes[place]), let before = phrases(), let after = phrases(),
        let follows = phrases()
      else { return nil }
      patterns.append(
        Pattern(
          priority: Int(priorities[place]), function: codes[place],
          isAmbiguous: flags[place] == 1, rank: ranks[place], before: before, after: after,
          follows: Set(follows.flatMap(\.self))))
    }
    guard counted.isEmpty, remaining.isEmpty else { return nil }
    self.trie = trie
  }

  func write(to writer: inout FlatWriter) {
    writer.put(patterns.map(\.function))
    writer.put(patterns.map(\.rank))
    writer.put(patterns.map { Int64($0.priority) })
    writer.put(patterns.map { $0.isAmbiguous ? 1 : 0 } as [UInt8])
    var counts: [UInt16] = []
    var symbols: [UInt32] = []
    // One word each: what must stand before.
    for phrases in patterns.flatMap({ [$0.before, $0.after, $0.follows.sorted().map { [$0] }] }) {
      counts.append(UInt16(clamping: phrases.count))
      for phrase in phrases {
        counts.append(UInt16(clamping: phrase.count))
        symbols += phrase
      }
    }
    writer.put(counts)
    writer.put(symbols)
    trie.write(to: &writer)
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
