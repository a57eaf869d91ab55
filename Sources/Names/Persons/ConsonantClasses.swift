/// Which classes of consonants a word holds, one bit each: words that differ in several are no
/// slips of each other, and are told apart without being measured.
enum ConsonantClasses {
  static func of(_ letters: Span<UInt8>) -> UInt32 {
    var classes: UInt32 = 0
    for index in letters.indices {
      switch letters[index] {
      case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "v"), UInt8(ascii: "w"),
        UInt8(ascii: "f"):
        classes |= 1
      case UInt8(ascii: "d"), UInt8(ascii: "t"): classes |= 2
      case UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "g"), UInt8(ascii: "c"):
        classes |= 4
      case UInt8(ascii: "s"), UInt8(ascii: "z"): classes |= 8
      case UInt8(ascii: "m"), UInt8(ascii: "n"): classes |= 16
      case UInt8(ascii: "r"): classes |= 32
      // Vowels, `h`, `j`, `l` and `x` are left out or mistaken cheaply.
      default: break
      }
    }
    return classes
  }

  /// The least that the difference costs, in tenths of an edit.
  @inline(__always)
  static func leastCost(_ left: UInt32, _ right: UInt32) -> Int {
    var missing = (left & ~right, right & ~left)
    // A scanner reads `m` as `rn`.
    if left & right & 16 != 0 { missing = (missing.0 & ~32, missing.1 & ~32) }
    return Int(SpellingCosts.edit) * max(missing.0.nonzeroBitCount, missing.1.nonzeroBitCount)
  }
}
