/// For each letter of sound which others are heard for it at no more than some cost: what a letter
/// costs beside a word is bounded by the letters of that word, in any order.
struct SoundReach: Sendable {
  static let shared = SoundReach()
  /// A wrong consonant costs no less.
  static let costs = SoundFamily.wrong

  /// By family, letter and cost a set of letters.
  private let sets: [[UInt64]]

  private init() {
    let rows = SoundCosts.rows
    sets = SoundFamily.allCases.map { family in
      let table = SoundCosts.shared.table(for: family)
      var sets = [UInt64](repeating: 0, count: rows * Self.costs)
      for row in 0..<rows {
        for column in 0..<rows {
          let cost = Int(table[row * SoundCosts.stride + column])
          if cost < Self.costs {
            sets[row * Self.costs + cost] |= Self.bit(UInt8(column))
          }
        }
        for cost in 1..<Self.costs {
          sets[row * Self.costs + cost] |= sets[row * Self.costs + cost - 1]
        }
      }
      return sets
    }
  }

  /// The bit of a letter in a set; seldom two letters share one.
  @inline(__always)
  static func bit(_ letter: UInt8) -> UInt64 { 1 &<< UInt64(letter & 63) }

  /// For each letter `costs` sets, behind each other.
  func sets(for family: SoundFamily) -> [UInt64] { sets[Int(family.rawValue)] }

  /// The letters that no word loses for less than `leastLoss`, see `SoundReader`.
  static let strong: UInt64 = {
    let weak: [SoundLetter] = [
      .h, .latinH, .abjadH, .j, .hanY, .w, .latinGh, .latinG, .latinSoftG, .g, .r, .hanR, .latinX,
    ]
    var sets: (strong: UInt64, weak: UInt64) = (0, 0)
    for letter in SoundLetter.allCases {
      let isVowel = letter.sounds.contains { $0.sound.isVowel }
      if isVowel || weak.contains(letter) {
        sets.weak |= bit(letter.rawValue)
      } else {
        sets.strong |= bit(letter.rawValue)
      }
    }
    return sets.strong & ~sets.weak
  }()
  static let leastLoss = 5
}
