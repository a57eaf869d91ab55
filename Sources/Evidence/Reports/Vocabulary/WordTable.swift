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
  /// Bytes as words are compared by; zero for what is in no word.
  private let folded: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x30...0x39, 0x61...0x7A, 0x80...0xBF, 0xC3...0xCA: byte
    default: 0
    }
  }

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

  /// Reads a word: where it ends, its hash, and in `symbols` the patterns that it meets.
  @inline(__always) func word(
    in text: Span<UInt8>, from start: Int, to limit: Int, _ symbols: inout Symbols
  ) -> (end: Int, hash: UInt64) {
    var hash = WordTable.seed
    var index = start
    while index < limit {
      let byte = folded[Int(text[index])]
      guard byte != 0 else { break }
      hash = WordTable.step(hash, byte)
      notePrefix(hash, in: &symbols)
      index += 1
    }
    return (index, hash)
  }

  /// The same for a word with signs in it, such as `2.5ml`.
  func hash(of text: Span<UInt8>, _ range: Range<Int>, _ symbols: inout Symbols) -> UInt64 {
    var hash = WordTable.seed
    for index in range {
      let byte = text[index]
      hash = WordTable.step(hash, (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      notePrefix(hash, in: &symbols)
    }
    return hash
  }

  /// Notes in `symbols` the pattern that a word meets by its beginning, of which this is the hash.
  @inline(__always) private func notePrefix(_ hash: UInt64, in symbols: inout Symbols) {
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
