/// A word as letters of sound, with what it costs to leave each of them without a partner.
///
/// Fixed in size, so that none of the comparison is allocated; of longer words the beginning counts.
struct SoundForm {
  static let capacity = 48

  private(set) var letters = InlineArray<48, UInt8>(repeating: 0)
  private(set) var losses = InlineArray<48, UInt8>(repeating: 0)
  private(set) var count = 0

  /// Of a word without letters.
  init() {}

  /// - Parameters:
  ///   - word: The word in Latin letters, folded.
  ///   - script: The script in which it was written.
  ///   - other: The family of the script that it is compared with.
  init(_ word: Span<UInt8>, script: SoundFamily, comparedWith other: SoundFamily) {
    let reader = SoundReader(count: word.count, script: script, other: other)
    var index = 0
    while index < word.count, count < Self.capacity - 1 {
      let step = reader.read(word, at: index)
      index += step.length
      guard let letter = step.letter else { continue }
      // X is two sounds, of which the first is not always heard.
      if letter == .latinX, count > 0 { append(.k, loss: 5) }
      // In an abjad a letter that is written twice has a vowel in between, which Latin may have.
      let isRepeated = script.isAbjad && count > 0 && letters[count - 1] == letter.rawValue
      append(letter, loss: isRepeated ? min(step.loss, 4) : step.loss, merges: !isRepeated)
    }
  }

  private mutating func append(_ letter: SoundLetter, loss: Int, merges: Bool = true) {
    // A letter that is said twice is one.
    if merges, count > 0, letters[count - 1] == letter.rawValue {
      losses[count - 1] = max(losses[count - 1], UInt8(loss))
      return
    }
    letters[count] = letter.rawValue
    losses[count] = UInt8(loss)
    count += 1
  }
}
