/// Numbers for the words that the vocabulary of reports knows; all others have none.
///
/// A word is looked up by a hash of its folded bytes, so that no text is made of it.
struct WordTable: Sendable {
  /// What a word may stand for in a phrase: itself, and patterns such as `collect*`.
  struct Symbols: Sendable {
    var exact: UInt32 = 0
    var longPrefix: UInt32 = 0
    var shortPrefix: UInt32 = 0

    var isEmpty: Bool { exact == 0 && longPrefix == 0 && shortPrefix == 0 }
  }

  /// The symbol of a Han character; those of words are smaller.
  static let han: UInt32 = 1 << 31

  private var exact: [UInt64: UInt32] = [:]
  private var prefixes: [UInt64: UInt32] = [:]
  private(set) var count: UInt32 = 0

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(seed) { step($0, $1) }
  }

  /// The symbol of a word, new where it has none; one that ends in `*` is a pattern.
  mutating func intern(_ word: some Collection<UInt8>) -> UInt32 {
    if word.count > 1, word.reversed().first == UInt8(ascii: "*") {
      let hash = WordTable.hash(word.dropLast())
      if let known = prefixes[hash] { return known }
      count += 1
      prefixes[hash] = count
      return count
    }
    let hash = WordTable.hash(word)
    if let known = exact[hash] { return known }
    count += 1
    exact[hash] = count
    return count
  }

  /// What the word at `range` may stand for; `bytes` are folded.
  func symbols(of bytes: [UInt8], in range: Range<Int>) -> Symbols {
    var symbols = Symbols()
    var hash = WordTable.seed
    for index in range {
      hash = WordTable.step(hash, bytes[index])
      if let prefix = prefixes[hash] {
        symbols.shortPrefix = symbols.longPrefix
        symbols.longPrefix = prefix
      }
    }
    symbols.exact = exact[hash] ?? 0
    return symbols
  }

  func exactSymbol(_ word: String) -> UInt32 { exact[WordTable.hash(word.utf8)] ?? 0 }
}
