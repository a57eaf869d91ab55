/// What it costs to take one letter for another, in tenths of an edit.
///
/// Vowels are mistaken for each other, letters of one sound and letters of one shape (scanned
/// `l` for `i`) more easily than others. The figures are ours, measured on labelled pairs of names.
struct SpellingCosts: Sendable {
  static let shared = SpellingCosts()

  /// By two letters, each its low five bits.
  let substitution: [UInt8]
  let omission: [UInt8]

  static let edit: Int32 = 10
  static let transposition: Int32 = 6
  static let doubling: Int32 = 2
  /// A letter read as two by a scanner: `m` as `rn`.
  static let split: Int32 = 3

  private init() {
    var substitution = [UInt8](repeating: UInt8(SpellingCosts.edit), count: 32 * 32)
    var omission = [UInt8](repeating: UInt8(SpellingCosts.edit), count: 32)
    func index(_ letter: UInt8) -> Int { Int(letter & 31) }
    func set(_ letters: String, _ cost: UInt8) {
      for first in letters.utf8 {
        for second in letters.utf8 where first != second {
          let place = index(first) * 32 + index(second)
          substitution[place] = min(substitution[place], cost)
        }
      }
    }
    set("aeiouy", 5)
    set("iyj", 2)
    set("uo", 3)
    set("ei", 4)
    set("ckq", 3)
    set("sz", 3)
    set("vw", 2)
    set("uw", 4)
    set("hx", 4)
    set("gh", 6)
    set("kg", 6)
    set("dt", 6)
    set("bp", 6)
    set("bv", 6)
    set("fv", 6)
    set("mn", 7)
    set("il", 4)
    for letter in "aeiou".utf8 { omission[index(letter)] = 7 }
    for letter in "yj".utf8 { omission[index(letter)] = 5 }
    omission[index(UInt8(ascii: "h"))] = 4
    for letter in 0..<32 { substitution[letter * 32 + letter] = 0 }
    self.substitution = substitution
    self.omission = omission
  }
}
