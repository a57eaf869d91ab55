/// Numbers for the words that phrases are made of.
///
/// A Han character is its own number; words count from above the code points.
struct Symbols: Sendable {
  static let unknown = UInt32.max
  /// Stands for any number in a phrase, where the table has `#`.
  static let number = UInt32.max - 1

  private var words: [String: UInt32] = [:]

  mutating func intern(_ units: [TextUnit]) -> [UInt32] {
    units.map { unit in
      guard case .word = unit.kind else { return unit.symbol }
      if let known = words[unit.text] { return known }
      let symbol = 0x200000 + UInt32(words.count)
      words[unit.text] = symbol
      return symbol
    }
  }

  /// Fills in the numbers of the words that some phrase holds.
  func assign(to units: inout [TextUnit]) {
    for index in units.indices {
      if case .word = units[index].kind, let symbol = words[units[index].text] {
        units[index].symbol = symbol
      }
    }
  }
}
