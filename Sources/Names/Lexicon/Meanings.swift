internal import Formats

/// Words with one meaning in several languages, from `Data/names/meanings.tsv`: 基因 and `gene`.
struct Meanings: Sendable {
  enum Kind: String, Sendable {
    /// Says what a body does.
    case word
    /// Stands in very many names: technology, group, centre.
    case generic
    /// Says nothing: articles, `People's Government` before the name of a bureau.
    case filler
  }

  struct Entry: Sendable {
    let concept: UInt16
    let kind: Kind
  }

  private(set) var concepts: [String] = []
  private var entries: [Entry] = []
  private var trie = PhraseTrie()

  init(folder: String, builder: inout LexiconBuilder) throws(Diagnostic) {
    let path = folder + "/names/meanings.tsv"
    let table = try LexiconBuilder.table(path, requiring: ["concept", "kind", "chinese", "other"])
    for row in table.rows {
      guard let kind = Kind(rawValue: row["kind"]) else {
        throw Diagnostic(
          "NAM005", "unknown kind `\(row["kind"])`", remedy: "use word, generic or filler",
          file: path, position: SourcePosition(line: row.line, column: 1))
      }
      let concept = UInt16(concepts.count)
      concepts.append(row["concept"])
      for phrase in row.list("chinese") + row.list("other") {
        let symbols = builder.symbols(of: phrase)
        // One Han character alone is part of too many names: 大 in 华大, 金 in 金华.
        if symbols.count == 1, symbols[0] < 0x200000, kind == .word { continue }
        trie.insert(symbols, value: entries.count)
        entries.append(Entry(concept: concept, kind: kind))
      }
    }
  }

  /// The longest phrase at `start` with all its meanings.
  func longest(in units: [TextUnit], at start: Int) -> (length: Int, entries: [Entry])? {
    var best: (length: Int, entries: [Entry])?
    trie.forEachMatch(in: units, at: start) { length, value in
      if length > best?.length ?? 0 {
        best = (length, [entries[value]])
      } else {
        best?.entries.append(entries[value])
      }
    }
    return best
  }
}
