/// Words as letters of sound that were made before: a name is held against thousands of names, and
/// their words come back.
struct SoundMemory {
  private static let size = 256
  private var keys = [UInt64](repeating: 0, count: SoundMemory.size)
  private var forms = [SoundForm](repeating: SoundForm(), count: SoundMemory.size)

  /// - Parameters:
  ///   - word: The word with its letters.
  ///   - other: The family of the script that it is compared with.
  mutating func form(
    of word: PersonWord, _ letters: Span<UInt8>, comparedWith other: SoundFamily
  ) -> SoundForm {
    // Never zero, since a word has letters.
    let key =
      UInt64(word.letters) << 32 | UInt64(word.length) << 16 | UInt64(word.script) << 8
      | UInt64(other.rawValue)
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
    if keys[place] == key { return forms[place] }
    let form = SoundForm(
      letters, script: SoundFamily(Script(number: word.script)), comparedWith: other)
    keys[place] = key
    forms[place] = form
    return form
  }
}
