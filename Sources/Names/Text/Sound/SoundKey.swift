/// Keys of a word's sound for an index: words that sound alike share at least one of them.
///
/// A key is the classes of the first consonants (lips, tongue, hissing, throat, nasal, liquid).
/// Letters that are heard in two ways, or in some languages not at all, give further keys; vowels,
/// `h`, `v`, `f` and glides do not count, since scripts differ most in those.
enum SoundKey {
  /// The most keys that a word has.
  static let limit = 4
  /// Letters at the beginning of a word that are looked at.
  private static let window = 12
  /// Where all consonants count.
  private static let wholeWindow = 24

  /// - Parameters:
  ///   - word: The word in Latin letters, folded.
  ///   - script: The script in which it was written.
  ///   - length: How many consonants make a key. With two, nearly every pair of words that sound
  ///     alike shares a key and about one in 15 of other pairs; with three, about one in 50 of
  ///     other pairs, and one in 15 that sound alike is missed.
  /// - Returns: At most `limit` keys, the main one first; none for a word without letters.
  static func keys(of word: Span<UInt8>, script: Script, length: Int = 2) -> [UInt32] {
    let family = SoundFamily(script)
    var letters = InlineArray<24, SoundGroup>(repeating: .silent)
    let window = length == mostConsonants ? wholeWindow : window
    var count = 0
    var index = 0
    while index < word.count, count < window {
      let step =
        family == .latin
        ? LatinLetters.next(word, at: index) : ForeignLetters.next(word, at: index, of: family)
      let start = index
      index += step.length
      guard let letter = step.letter else { continue }
      let next = index < word.count ? word[index] : 0
      if letter == .latinX, start > 0, count < window - 1 {
        letters[count] = SoundGroup(.throat, .silent)
        count += 1
      }
      letters[count] = SoundGroup(letter, of: family, before: next)
      count += 1
    }
    guard count > 0 else { return [] }
    return keys(of: letters.span, count: count, length: length)
  }

  /// The keys of all consonants of a word.
  static func whole(of word: Span<UInt8>, script: Script) -> [UInt32] {
    keys(of: word, script: script, length: mostConsonants)
  }

  /// As many as a key has room for.
  private static let mostConsonants = 9
  private static let otherNasal: UInt32 = 7

  /// Whether a key of all consonants has enough of them to tell one name from most others.
  static func isTelling(_ key: UInt32) -> Bool { key >= UInt32(mostConsonants) << 15 }

  private static func keys(of letters: Span<SoundGroup>, count: Int, length: Int) -> [UInt32] {
    var ambiguous = InlineArray<3, Int>(repeating: -1)
    var choices = 0
    for index in 0..<count where choices < 3 && letters[index].isAmbiguous {
      ambiguous[choices] = index
      choices += 1
    }
    var keys = [key(of: letters, count: count, length: length, -1, -1)]
    for choice in 0..<choices {
      let other = key(of: letters, count: count, length: length, ambiguous[choice], -1)
      if !keys.contains(other) { keys.append(other) }
    }
    if choices == 2 {
      let other = key(of: letters, count: count, length: length, ambiguous[0], ambiguous[1])
      if !keys.contains(other) { keys.append(other) }
    }
    return keys
  }

  /// The key in which two of the letters are taken otherwise.
  private static func key(
    of letters: Span<SoundGroup>, count: Int, length: Int, _ first: Int, _ second: Int
  ) -> UInt32 {
    var key = UInt32(length)
    var last: UInt32 = 0
    var taken = 0
    for index in 0..<count where taken < length {
      let letter = letters[index]
      let group = index == first || index == second ? letter.other : letter.main
      // Of all consonants m and n are two.
      let isN = length == mostConsonants && group == .nasal && !letter.isM
      let number = isN ? otherNasal : UInt32(group.rawValue)
      guard group != .silent, number != last else { continue }
      key = key << 3 | number
      last = number
      taken += 1
    }
    return key
  }
}
