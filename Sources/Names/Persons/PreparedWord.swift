/// A word that is held against many others.
struct PreparedWord {
  private(set) var letters = LetterPlaces()
  private(set) var form = LetterPlaces()
  /// Of a word in another script than Latin, as scripts hear it that are not made of syllables.
  private(set) var sound = SoundForm()
  private(set) var hasSound = false

  /// No word.
  init() {}

  init(_ word: PersonWord, _ pool: Span<UInt8>) {
    let (start, length) = (Int(word.start), Int(word.length))
    letters = LetterPlaces(pool.extracting(start..<start + length))
    form = LetterPlaces(
      pool.extracting(start + length..<start + length + Int(word.formLength)))
    let family = SoundFamily(Script(number: word.script))
    hasSound = family != .latin
    // What a script other than Latin writes sounds alike to all of those.
    sound = SoundForm(
      pool.extracting(start..<(hasSound ? start + length : start)), script: family,
      comparedWith: .latin)
  }
}
