/// The keys under which the words of persons' names are filed, so that two words which may be one
/// share a key.
///
/// A short word is filed under itself without each of its letters in turn (so that any one slip
/// leaves a key in common), a long one under its beginning and its end; every word under its
/// consonants, its spelling form, its sound, and the given names of which it is a form.
struct PersonKeys {
  private enum Kind: UInt64 {
    case letters = 1, form, family, beginning, end, consonants, without, whole
    /// Three consonants by sound.
    case sound
    /// Two consonants by sound, of Latin words and of words of other scripts.
    case latinSound, foreignSound
  }

  /// Words of up to so many letters are filed without each of them.
  private static let short = 7

  private var consonants: [UInt8] = []
  /// How many keys of the last word say that words are one; those behind them are loose.
  private(set) var firmKeys = 0

  /// Appends the keys under which a word is filed, or those under which it is looked for.
  ///
  /// Across scripts two consonants must do, which very many words share; so Latin words are looked
  /// for by two only among words of other scripts, and the other way round.
  mutating func append(
    _ word: PersonWord, _ pool: Span<UInt8>, isQuery: Bool, to keys: inout [UInt64]
  ) {
    let (start, count) = (Int(word.start), Int(word.length))
    guard count > 1 else { return }
    keys.append(Self.key(.letters, UInt64(word.letters)))
    if word.formLength > 1 { keys.append(Self.key(.form, UInt64(word.form))) }
    for family in [word.families.0, word.families.1] where family != 0 {
      keys.append(Self.key(.family, UInt64(family)))
    }
    firmKeys = keys.count
    let letters = pool.extracting(start..<start + count)
    let script = Script(number: word.script)
    for key in SoundKey.keys(of: letters, script: script, length: 3) {
      keys.append(Self.key(.sound, UInt64(key)))
    }
    let isForeign = script != .latin
    for key in SoundKey.keys(of: letters, script: script, length: 2) {
      if isQuery != isForeign || isForeign { keys.append(Self.key(.foreignSound, UInt64(key))) }
      if isQuery == isForeign { keys.append(Self.key(.latinSound, UInt64(key))) }
    }
    // Han syllables are right or they are others.
    guard word.characters == 0 else { return }
    if count >= 3 {
      if count <= Self.short {
        for left in 0..<count {
          keys.append(Self.key(.without, hash(letters, 0..<count, without: left)))
        }
        keys.append(Self.key(.without, UInt64(word.letters)))
      } else {
        keys.append(Self.key(.beginning, hash(letters, 0..<4)))
        keys.append(Self.key(.end, hash(letters, count - 4..<count)))
      }
    }
    consonants.removeAll(keepingCapacity: true)
    for index in 0..<count where !Self.isVowel(letters[index]) && consonants.last != letters[index]
    {
      consonants.append(letters[index])
    }
    if consonants.count >= 2 {
      keys.append(Self.key(.consonants, hash(consonants.span, 0..<consonants.count)))
    }
  }

  /// The key of words that are written together or apart.
  static func joined(_ words: Span<PersonWord>, _ pool: Span<UInt8>, _ indices: ArraySlice<Int>)
    -> UInt64
  {
    var hash: UInt32 = 0x811C_9DC5
    for index in indices {
      let start = Int(words[index].start)
      for place in start..<start + Int(words[index].length) {
        hash = (hash ^ UInt32(pool[place])) &* 0x0100_0193
      }
    }
    return key(.letters, UInt64(hash))
  }

  static func whole(_ joined: UInt64) -> UInt64 { key(.whole, joined & 0xFFFF_FFFF) }

  private static func key(_ kind: Kind, _ value: UInt64) -> UInt64 {
    // Spread, so that keys of all kinds search alike.
    (value ^ kind.rawValue << 40) &* 0x9E37_79B9_7F4A_7C15
  }

  private func hash(
    _ letters: Span<UInt8>, _ range: Range<Int>, without left: Int = -1
  ) -> UInt64 {
    var hash: UInt32 = 0x811C_9DC5
    for index in range where index != left {
      hash = (hash ^ UInt32(letters[index])) &* 0x0100_0193
    }
    return UInt64(hash)
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
