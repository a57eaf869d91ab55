/// A word that is held against many others.
struct PreparedWord {
  let word: PersonWord
  let letters: LetterPlaces
  let form: LetterPlaces
  /// Of a word in another script than Latin, as scripts hear it that are not made of syllables.
  let sound: SoundForm
  let hasSound: Bool

  init(_ word: PersonWord, _ pool: Span<UInt8>) {
    self.word = word
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
