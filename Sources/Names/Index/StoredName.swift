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

/// How many words a name has, for the many names that share a word with a query and are not read.
struct PersonSummary: BitwiseCopyable {
  private let bits: UInt8

  init(_ name: StoredName) { bits = min(name.keyedWords, 15) << 4 | min(name.initials, 15) }

  var keyedWords: Int { Int(bits >> 4) }
  var initials: Int { Int(bits & 15) }
}

/// One name in the list of those that hold a word, with what must be known before it is looked at.
struct NamePosting {
  private static let single: UInt32 = 1 << 31
  private static let initial: UInt32 = 1 << 30

  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  init(name: Int, hasOneWord: Bool, hasInitial: Bool) {
    bits =
      UInt32(name) & (Self.initial - 1) | (hasOneWord ? Self.single : 0)
      | (hasInitial ? Self.initial : 0)
  }

  var name: Int { Int(bits & (Self.initial - 1)) }
  var hasInitial: Bool { bits & Self.initial != 0 }
  /// Whether one shared word may be all that the name has.
  var mayDoWithOne: Bool { bits & (Self.initial | Self.single) != 0 }
}
