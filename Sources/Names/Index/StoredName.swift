/// Where one name of a stored identity lies among the stored words.
struct StoredName: BitwiseCopyable {
  var identity: UInt32
  /// First word and number of words, readings included; none for the name of a body.
  var firstWord: UInt32
  var words: UInt16
  /// For a person's name the words by which it is found: no particles, initials and further
  /// readings. For a body's the words of its own.
  var keyedWords: UInt8
  /// Initials of a person's name; for a body's `isHan` or nothing.
  var initials: UInt8
  /// Where the letters of a person's name lie.
  var letters: UInt32
  /// How many they are; for a body's name the letters of the folded name.
  var lettersCount: UInt32
  /// Where the name of a body lies taken apart; 0 for a person's.
  var body: UInt32
  var bodyCount: UInt32

  /// In place of initials: the name of a body is written in Han characters.
  static let isHan: UInt8 = 1
}

/// How many words a name has and what they weigh, for the many names that share a word with a query
/// and are not read.
struct PersonSummary: BitwiseCopyable {
  private let bits: UInt16

  /// - Parameter weight: What the words by which it is found weigh together.
  init(_ name: StoredName, weight: Int) {
    bits =
      UInt16(min(name.keyedWords, 15)) << 12 | UInt16(min(name.initials, 15)) << 8
      | UInt16(min(weight / 4, 255))
  }

  var keyedWords: Int { Int(bits >> 12) }
  var initials: Int { Int(bits >> 8 & 15) }
  var weight: Int { Int(bits & 255) * 4 }

  /// In place of the weight of words: how many letters the name of a body has.
  var letters: Int { Int(bits & 255) }
  static func weight(ofLetters letters: Int) -> Int { 4 * letters }
  static let mostLetters = 255
}

/// One name in the list of those that hold a word, with what must be known before it is looked at.
struct NamePosting {
  private static let single: UInt32 = 1 << 31
  private static let initial: UInt32 = 1 << 30
  private static let firstOfPlace: UInt32 = 26
  private static let mostPlaces = 14
  private static let lastPlace = UInt32(mostPlaces - 1)

  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  /// - Parameter place: Which word of the name it is, counted from zero.
  init(name: Int, place: Int, hasOneWord: Bool, hasInitial: Bool) {
    bits =
      UInt32(name) & (1 << Self.firstOfPlace - 1)
      | UInt32(min(place, Self.mostPlaces - 1)) << Self.firstOfPlace
      | (hasOneWord ? Self.single : 0) | (hasInitial ? Self.initial : 0)
  }

  @inline(__always)
  var name: Int { Int(truncatingIfNeeded: bits & (1 &<< Self.firstOfPlace &- 1)) }
  /// One bit for the word of the name.
  @inline(__always)
  var place: UInt16 {
    1 &<< UInt16(truncatingIfNeeded: min(bits &>> Self.firstOfPlace & 15, Self.lastPlace))
  }

  /// One bit for a word of a name, counted from zero.
  static func place(_ index: Int) -> UInt16 { 1 << UInt16(min(index, mostPlaces - 1)) }

  var hasInitial: Bool { bits & Self.initial != 0 }
  /// Whether one shared word may be all that the name has.
  var mayDoWithOne: Bool { bits & (Self.initial | Self.single) != 0 }
}
