/// Words as letters of sound that were made before: a name is held against thousands of names, and
/// their words come back.
///
/// It outlives the names that it is asked for, so that words are told apart by their letters: with
/// the hash alone, who chooses a name could put its sound in the place of another word's.
struct SoundMemory {
  private static let size = 256
  /// Empty until the first word is asked for: most comparisons are within one script.
  private var keys: [UInt64] = []
  private var words: [[UInt8]] = []
  private var forms: [SoundForm] = []

  /// - Parameters:
  ///   - word: The word with its letters.
  ///   - other: The family of the script that it is compared with.
  mutating func form(
    of word: PersonWord, _ letters: Span<UInt8>, comparedWith other: SoundFamily
  ) -> SoundForm {
    if keys.isEmpty {
      keys = [UInt64](repeating: 0, count: SoundMemory.size)
      words = [[UInt8]](repeating: [], count: SoundMemory.size)
      forms = [SoundForm](repeating: SoundForm(), count: SoundMemory.size)
    }
    // Never zero, since a word has letters.
    let key =
      UInt64(word.letters) << 32 | UInt64(word.length) << 16 | UInt64(word.script) << 8
      | UInt64(other.rawValue)
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
    if keys[place] == key, isKept(letters, at: place) { return forms[place] }
    let form = SoundForm(
      letters, script: SoundFamily(Script(number: word.script)), comparedWith: other)
    keys[place] = key
    words[place].removeAll(keepingCapacity: true)
    for index in letters.indices { words[place].append(letters[index]) }
    forms[place] = form
    return form
  }

  private func isKept(_ letters: Span<UInt8>, at place: Int) -> Bool {
    guard words[place].count == letters.count else { return false }
    for index in letters.indices where words[place][index] != letters[index] { return false }
    return true
  }
}
