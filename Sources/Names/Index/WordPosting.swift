/// A word of the list under one of its keys, with what tells most other words apart before the word
/// itself is read.
struct WordPosting: BitwiseCopyable, Comparable {
  let lexeme: UInt32
  let traits: WordTraits

  static func < (left: WordPosting, right: WordPosting) -> Bool { left.lexeme < right.lexeme }
  static func == (left: WordPosting, right: WordPosting) -> Bool { left.lexeme == right.lexeme }
}

/// What a word has, in 32 bits: script, length, classes of consonants.
struct WordTraits: BitwiseCopyable {
  /// From the lowest: six classes of consonants by spelling, six by sound that it surely has, six
  /// by sound that it may have, six bits of length, five of script.
  private let bits: UInt32

  init(_ word: PersonWord) {
    var (surely, maybe) = (UInt32(0), UInt32(0))
    for group in 0..<6 as Range<UInt32> {
      if word.outline.least >> (4 * group) & 0xF != 0 { surely |= 1 << group }
      if word.outline.most >> (4 * group) & 0xF != 0 { maybe |= 1 << group }
    }
    bits =
      word.classes & 0x3F | surely << 6 | maybe << 12 | UInt32(min(word.length, 63)) << 18
      | UInt32(word.script & 0x1F) << 24
  }

  private var classes: UInt32 { bits & 0x3F }
  private var surely: UInt32 { bits >> 6 & 0x3F }
  private var maybe: UInt32 { bits >> 12 & 0x3F }
  private var length: Int { Int(bits >> 18 & 0x3F) }
  private var script: UInt32 { bits >> 24 }

  /// Whether two words may be alike: never false for words that a comparison takes for one by
  /// spelling, and seldom for words that it takes for one by sound.
  @inline(__always)
  func mayBeAlike(_ other: WordTraits) -> Bool {
    let longer = max(length, other.length)
    if script == other.script, !Script.isAbjad(UInt8(script)) {
      guard ConsonantClasses.leastCost(classes, other.classes) * 10 <= 36 * longer else {
        return false
      }
      // Beyond this only vowels can be missing.
      return abs(length - other.length) * 50 <= 36 * longer || classes == other.classes
    }
    let wrong =
      (surely & ~other.maybe).nonzeroBitCount + (other.surely & ~maybe).nonzeroBitCount
    return wrong <= longer / 6
  }
}
