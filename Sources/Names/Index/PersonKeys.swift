internal import Formats

/// The keys under which the words of persons' names are filed, so that two words which may be one
/// share a key.
///
/// A short word is filed under itself without each of its letters in turn (so that any one slip
/// leaves a key in common), a long one under its beginning, its end, and both ends; every word under
/// its consonants, its spelling form, its sound, and the given names of which it is a form.
struct PersonKeys {
  private enum Kind: UInt64 {
    case letters = 1, form, family, beginning, end, ends, consonants, without, pair, whole
    /// All consonants by sound, of Latin words.
    case sound
    /// Three consonants by sound, of Latin words and of words of other scripts.
    case latinSound, foreignSound
    /// Two consonants by sound, of words that may hold several and of Latin words.
    case several, latinBeginning
    /// Three consonants by sound of two neighbours together.
    case pairSound
    /// All consonants by sound of all words together.
    case wholeSound
    /// Letters with those taken for one that are drawn alike.
    case drawn
  }

  /// Words of up to so many letters are filed without each of them.
  private static let short = 7

  private var consonants: [UInt8] = []

  /// Appends the keys under which a word is filed, or those under which it is looked for, and tells
  /// how many of them, at the beginning, stand for the word itself and for forms of it.
  ///
  /// Words of other scripts are looked for by fewer consonants than those of one script; so Latin
  /// words are filed apart from them.
  @discardableResult
  mutating func append(
    _ word: PersonWord, _ pool: Span<UInt8>, isQuery: Bool, to keys: inout [UInt64]
  ) -> Int {
    let (start, count) = (Int(word.start), Int(word.length))
    guard count > 1 else { return 0 }
    let first = keys.count
    keys.append(Self.letters(of: word))
    if word.formLength > 1 { keys.append(Self.key(.form, UInt64(word.form))) }
    for family in [word.families.0, word.families.1] where family != 0 {
      keys.append(Self.key(.family, UInt64(family)))
    }
    let known = keys.count - first
    // A syllable of Chinese is that syllable or another.
    if word.characters != 0, !word.flags.contains(.isLong) { return known }
    let letters = pool.extracting(start..<start + count)
    let script = Script(number: word.script)
    let isForeign = script != .latin
    // Words of one script that sound alike do so to their end; two consonants are too few.
    if !isForeign {
      for key in SoundKey.keys(of: letters, script: script, length: 6) where key >= 6 << 9 {
        keys.append(Self.key(.sound, UInt64(key)))
      }
    }
    for key in SoundKey.keys(of: letters, script: script, length: 3) {
      if isQuery || isForeign { keys.append(Self.key(.foreignSound, UInt64(key))) }
      if isQuery == isForeign { keys.append(Self.key(.latinSound, UInt64(key))) }
    }
    // What may hold several words shares only the beginning with the first of them.
    for key in SoundKey.keys(of: letters, script: script, length: 2) {
      if isQuery || word.mayHoldSeveral { keys.append(Self.key(.several, UInt64(key))) }
      if isQuery ? word.mayHoldSeveral : !isForeign {
        keys.append(Self.key(.latinBeginning, UInt64(key)))
      }
    }
    // Han syllables are right or they are others.
    guard word.characters == 0 else { return known }
    keys.append(Self.key(.drawn, UInt64(Self.drawn(letters))))
    if count > Self.short {
      // One slip leaves one of these: the beginning, the end, or what stands on both sides of it.
      keys.append(Self.key(.beginning, hash(letters, 0..<5)))
      keys.append(Self.key(.end, hash(letters, count - 5..<count)))
      let ends = hash(letters, 0..<3) << 20 ^ hash(letters, count - 3..<count)
      keys.append(Self.key(.ends, ends & 0xFFFF_FFFF))
    } else if count >= 3 {
      // Of three letters a consonant more or less makes another word.
      for left in 0..<count where count > 3 || letters[left].isLatinVowel {
        keys.append(Self.key(.without, hash(letters, 0..<count, without: left)))
      }
      keys.append(Self.key(.without, UInt64(word.letters)))
    }
    consonants.removeAll(keepingCapacity: true)
    for index in 0..<count where !letters[index].isLatinVowel && consonants.last != letters[index] {
      consonants.append(letters[index])
    }
    if consonants.count >= 2 || consonants.count == 1 && count >= 4 {
      keys.append(Self.key(.consonants, hash(consonants.span, 0..<consonants.count)))
    }
    return known
  }

  /// The key of a word's own letters.
  static func letters(of word: PersonWord) -> UInt64 { key(.letters, UInt64(word.letters)) }

  /// Names of more words are not filed without their spaces.
  static let mostJoined = 6

  /// The key under which a name is filed for two neighbours that may be written together.
  static func pair(
    _ words: Span<PersonWord>, _ pool: Span<UInt8>, _ indices: ArraySlice<Int>
  ) -> UInt64 {
    key(.pair, UInt64(joined(words, pool, indices)))
  }

  /// The key under which such a name is looked for by one word.
  static func pair(_ word: PersonWord) -> UInt64 { key(.pair, UInt64(word.letters)) }

  /// The keys by sound of two short neighbours, which other scripts write as one word.
  mutating func appendPairSound(
    _ words: Span<PersonWord>, _ pool: Span<UInt8>, _ indices: ArraySlice<Int>,
    to keys: inout [UInt64]
  ) {
    let length = indices.reduce(0) { $0 + Int(words[$1].length) }
    guard length <= Self.mostOfPair else { return }
    join(words, pool, indices)
    for key in SoundKey.keys(of: consonants.span, script: .latin, length: 3) {
      keys.append(Self.key(.pairSound, UInt64(key)))
    }
  }

  /// The keys by sound of all words of a name, wherever its spaces stand.
  mutating func appendWholeSound(
    _ words: Span<PersonWord>, _ pool: Span<UInt8>, _ indices: ArraySlice<Int>,
    to keys: inout [UInt64]
  ) {
    guard let first = indices.first else { return }
    join(words, pool, indices)
    for key in SoundKey.whole(of: consonants.span, script: Script(number: words[first].script))
    where SoundKey.isTelling(key) {
      keys.append(Self.key(.wholeSound, UInt64(key)))
    }
  }

  /// Takes the letters of some words behind each other.
  private mutating func join(
    _ words: Span<PersonWord>, _ pool: Span<UInt8>, _ indices: ArraySlice<Int>
  ) {
    consonants.removeAll(keepingCapacity: true)
    for index in indices {
      let start = Int(words[index].start)
      for place in start..<start + Int(words[index].length) { consonants.append(pool[place]) }
    }
  }

  /// The keys by which such neighbours are looked for by one word of another script.
  static func appendPairSound(
    _ word: PersonWord, _ pool: Span<UInt8>, to keys: inout [UInt64]
  ) {
    guard word.length >= 4, word.length <= mostOfPair, word.script != Script.latin.number else {
      return
    }
    let letters = pool.extracting(Int(word.start)..<Int(word.start) + Int(word.length))
    for key in SoundKey.keys(of: letters, script: Script(number: word.script), length: 3) {
      keys.append(Self.key(.pairSound, UInt64(key)))
    }
  }

  private static let mostOfPair = 12

  /// A hash in which `m` is `rn` and `i` is `l`, as a scanner reads them.
  private static func drawn(_ letters: Span<UInt8>) -> UInt32 {
    var hash = StableHash.start32
    var index = 0
    while index < letters.count {
      let next = index + 1 < letters.count ? letters[index + 1] : 0
      var letter = letters[index]
      var length = 2
      switch (letter, next) {
      case (UInt8(ascii: "r"), UInt8(ascii: "n")): letter = UInt8(ascii: "m")
      case (UInt8(ascii: "v"), UInt8(ascii: "v")): letter = UInt8(ascii: "w")
      case (UInt8(ascii: "c"), UInt8(ascii: "l")): letter = UInt8(ascii: "d")
      case (UInt8(ascii: "l"), _):
        letter = UInt8(ascii: "i")
        length = 1
      default: length = 1
      }
      hash = StableHash.add(letter, to: hash)
      index += length
    }
    return hash
  }

  /// The key under which a word is filed that two neighbours make together.
  static func together(
    _ words: Span<PersonWord>, _ pool: Span<UInt8>, _ indices: ArraySlice<Int>
  ) -> UInt64 {
    key(.letters, UInt64(joined(words, pool, indices)))
  }

  /// The key of all words of a name without its spaces.
  static func whole(
    _ words: Span<PersonWord>, _ pool: Span<UInt8>, _ indices: ArraySlice<Int>
  ) -> UInt64 {
    key(.whole, UInt64(joined(words, pool, indices)))
  }

  private static func joined(
    _ words: Span<PersonWord>, _ pool: Span<UInt8>, _ indices: ArraySlice<Int>
  ) -> UInt32 {
    var hash = StableHash.start32
    for index in indices {
      let start = Int(words[index].start)
      for place in start..<start + Int(words[index].length) {
        hash = StableHash.add(pool[place], to: hash)
      }
    }
    return hash
  }

  private static func key(_ kind: Kind, _ value: UInt64) -> UInt64 {
    // Spread, so that keys of all kinds search alike.
    StableHash.spread(value ^ kind.rawValue << 40)
  }

  private func hash(
    _ letters: Span<UInt8>, _ range: Range<Int>, without left: Int = -1
  ) -> UInt64 {
    var hash = StableHash.start32
    for index in range where index != left { hash = StableHash.add(letters[index], to: hash) }
    return UInt64(hash)
  }
}
