/// Numbers for the words that the vocabulary of reports knows; all others have none.
///
/// A word is looked up by a hash of its folded bytes, so that no text is made of it.
struct WordTable: Sendable {
  /// What a word may stand for in a phrase: itself, and patterns such as `collect*`.
  struct Symbols: Sendable {
    var exact: UInt32 = 0
    var longPrefix: UInt32 = 0
    var shortPrefix: UInt32 = 0

    @inline(__always) var isEmpty: Bool { exact | longPrefix | shortPrefix == 0 }
  }

  /// The symbol of a Han character; those of words are smaller.
  static let han: UInt32 = 1 << 31

  private var exact = HashSlots()
  private var prefixes = HashSlots()
  /// Which hashes may be of a pattern; most beginnings of words are none.
  private var mayBePrefix = [UInt64](repeating: 0, count: 1 << 10)
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
      let known = prefixes[hash]
      if known != 0 { return known }
      count += 1
      prefixes.insert(hash, count)
      mayBePrefix[WordTable.sieve(hash) >> 6] |= 1 << UInt64(WordTable.sieve(hash) & 63)
      return count
    }
    let hash = WordTable.hash(word)
    let known = exact[hash]
    if known != 0 { return known }
    count += 1
    exact.insert(hash, count)
    return count
  }

  @inline(__always) private static func sieve(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0xFFFF)
  }

  /// Notes in `symbols` the pattern that a word meets by its beginning, of which this is the hash.
  @inline(__always) func notePrefix(_ hash: UInt64, in symbols: inout Symbols) {
    let sieve = WordTable.sieve(hash)
    guard mayBePrefix[sieve >> 6] & (1 << UInt64(sieve & 63)) != 0 else { return }
    let prefix = prefixes[hash]
    guard prefix != 0 else { return }
    symbols.shortPrefix = symbols.longPrefix
    symbols.longPrefix = prefix
  }

  /// The symbol of the word of a hash, zero where there is none.
  @inline(__always) func exactSymbol(_ hash: UInt64) -> UInt32 { exact[hash] }
}
