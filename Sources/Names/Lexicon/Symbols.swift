/// Numbers for the words that phrases are made of.
///
/// A Han character is its own number; words count from above the code points.
struct Symbols: Sendable {
  static let unknown = UInt32.max
  /// Stands for any number in a phrase, where the table has `#`.
  static let number = UInt32.max - 1
  /// The number of the first word.
  private static let first: UInt32 = 0x200000

  /// Words that came from a file; those that came later stand behind them.
  private let stored: StoredWords?
  private var words: [String: UInt32] = [:]

  init() { stored = nil }
  init(_ stored: StoredWords) { self.stored = stored }

  /// All of them in flat arrays.
  var flat: StoredWords {
    StoredWords(words.sorted { $0.value < $1.value }.map(\.key))
  }

  mutating func intern(_ units: [TextUnit]) -> [UInt32] {
    units.map { unit in
      guard case .word = unit.kind else { return unit.symbol }
      if let known = symbol(of: unit.text) { return known }
      let symbol = Self.first + UInt32(words.count + (stored?.count ?? 0))
      words[unit.text] = symbol
      return symbol
    }
  }

  /// Fills in the numbers of the words that some phrase holds.
  func assign(to units: inout [TextUnit]) {
    for index in units.indices {
      if case .word = units[index].kind, let symbol = symbol(of: units[index].text) {
        units[index].symbol = symbol
      }
    }
  }

  /// Whether some phrase holds the word.
  func knows(_ word: String) -> Bool { symbol(of: word) != nil }

  private func symbol(of word: String) -> UInt32? {
    guard let stored else { return words[word] }
    return stored.number(of: word).map { $0 + Self.first } ?? words[word]
  }
}
