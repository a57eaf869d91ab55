/// One word of a person's name as comparisons read it: numbers only, its letters in a pool.
struct PersonWord: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// Another reading of the word before it.
    static let isReading = Flags(rawValue: 1)
    static let isInitial = Flags(rawValue: 2)
    /// An article or a link that some registers leave out: `al`, `bin`, `van`.
    static let isParticle = Flags(rawValue: 4)
    /// Stands in very many names, so that it tells little.
    static let isCommon = Flags(rawValue: 8)
    static let isVeryCommon = Flags(rawValue: 16)
    /// The last word of a text, which may be cut off.
    static let isLast = Flags(rawValue: 32)
    /// Three Han characters or more.
    static let isLong = Flags(rawValue: 64)
    /// Half of a given name of two words: `Abdul` of `Abdul Rahim`.
    static let isHalf = Flags(rawValue: 128)
  }

  /// Where its letters stand in the pool; its spelling form follows them.
  var start: UInt32
  var length: UInt8
  var formLength: UInt8
  var script: UInt8
  var flags: Flags
  /// Hash of the letters.
  var letters: UInt32
  /// Hash of the spelling form.
  var form: UInt32
  /// Hash of the Han characters; 0 for other scripts.
  var characters: UInt32
  /// Which classes of consonants it holds, see `ConsonantClasses`.
  var classes: UInt32
  /// How many consonants of each class of sound it has.
  var outline: SoundOutline
  /// Up to two families of given names to which it belongs; 0 for none.
  var families: (UInt16, UInt16)

  var isReading: Bool { flags.contains(.isReading) }

  /// Whether it may stand for any number of words of another script: a foreign name in Han
  /// characters.
  var mayHoldSeveral: Bool { script == Script.han.number && flags.contains(.isLong) }

  /// Whether a long text may have been cut off within it, so that it is only the beginning.
  var mayBeCut: Bool { flags.contains(.isLast) && start >= 10 }

  /// Whether another word is the same but for its place in a name, if the letters are the same too.
  func isSame(as other: PersonWord) -> Bool {
    let ofItsPlace: Flags = [.isReading, .isLast]
    return script == other.script && length == other.length && letters == other.letters
      && characters == other.characters
      && flags.subtracting(ofItsPlace) == other.flags.subtracting(ofItsPlace)
  }

  /// Whether a word that is like it may share no key with it: `Llya` and `Liliya` have nothing but
  /// what is mistaken cheaply.
  var mayShareNothing: Bool { length < 2 || length >= 4 && classes == 0 }

  /// Whether it is written as its form is.
  var isItsForm: Bool { form == letters && formLength == length }

  /// What an agreement on it is worth: its letters, fewer where it is common.
  var weight: Int {
    if flags.contains(.isInitial) { return 10 }
    let letters = 10 * min(max(Int(length), 2), 7)
    return flags.contains(.isVeryCommon)
      ? letters * 6 / 10
      : flags.contains(.isCommon) ? letters * 8 / 10 : letters
  }
}
