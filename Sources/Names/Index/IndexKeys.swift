internal import Formats

/// The keys under which an identity is filed, so that whoever may be the same shares one.
struct IndexKeys: Sendable {
  /// For each of the first words of its own the keys of that word.
  private(set) var words: [[UInt64]] = []
  /// Keys of the name as a whole.
  private(set) var whole: [UInt64] = []
  /// Keys of its places, functions and concepts.
  private(set) var others: [UInt64] = []

  /// Keys under which the name is filed and not looked for: the spelling of words of known meaning,
  /// for who writes one with a slip of the pen.
  private(set) var further: [UInt64] = []

  /// All keys, ascending.
  var all: [UInt64] {
    Array(Set(words.joined()).union(whole).union(others).union(further)).sorted()
  }

  /// The keys of one name of a body.
  init(_ name: ParsedName, _ shortForms: ShortForm) {
    // In any order: `Solutions Engineering` and `Engineering, Solutions`.
    Self.add("n", name.core.split(separator: " ").sorted().joined(separator: " "), to: &whole)
    Self.add("j", name.tokens.filter(\.isDistinctive).map(\.text).joined(), to: &whole)
    if name.knownBody > 0 { Self.add("k", String(name.knownBody), to: &whole) }
    addMeaning(name)
    for token in name.tokens where token.isDistinctive {
      var keys: [UInt64] = []
      Self.add(token.word, isSkeleton: token.isSkeleton, to: &keys)
      for reading in token.readings { Self.add(ComparedWord(reading), to: &keys) }
      words.append(keys)
    }
    let isLatin = name.scripts.allSatisfy { $0 == .latin }
    for token in name.tokens where !token.isDistinctive {
      if token.kind == .word, token.word.skeletonLength >= 4 {
        Self.add("s", token.word.skeleton, to: &further)
      }
      // A word with a meaning in one alphabet may be none in the other: `verf`, верфь.
      if isLatin {
        if token.word.length >= 4 { Self.add("w", token.text, to: &further) }
      } else if !name.isHan {
        Self.add("w", token.text, to: &others)
      }
    }
    addSounds(name, isLatin: isLatin)
    for form in shortForms.forms(of: name) { Self.add("j", form, to: &others) }
    // 218 авиационный ремонтный завод has no word of its own, but its number.
    for number in name.numbers {
      if words.isEmpty { Self.add("d", String(number), to: &others) }
      Self.add("d", String(number), to: &further)
    }
  }

  /// Whether a word of a name finds its partner in the same name elsewhere: one or two letters may
  /// be written together with others, or not at all.
  static func isTelling(_ token: NameToken) -> Bool { token.isDistinctive && token.word.length > 2 }

  /// Words of other scripts are looked for by their sound: by all consonants, and, where vowels are
  /// missing or the name is a foreign one in Han characters, by three of them.
  private mutating func addSounds(_ name: ParsedName, isLatin: Bool) {
    // A word with a meaning here may be written by its sound there: `Shipping`.
    for token in name.tokens where isLatin && token.kind == .word && token.word.length >= 4 {
      for key in SoundKey.whole(of: Array(token.text.utf8).span, script: .latin) {
        Self.add("u", String(key), to: &further)
      }
    }
    var slot = -1
    for token in name.tokens where token.isDistinctive {
      slot += 1
      guard token.word.length >= 3 else { continue }
      let script: Script
      if token.isSkeleton {
        script = name.scripts.first { Script.isAbjad($0.number) } ?? .arabic
      } else if token.syllables.count >= 3 {
        script = .han
      } else if name.isHan || token.word.length < 4 {
        continue
      } else {
        script = isLatin ? .latin : name.scripts.first { $0 != .latin } ?? .latin
      }
      let letters = Array(token.text.utf8)
      for key in SoundKey.whole(of: letters.span, script: script) {
        if isLatin {
          Self.add("u", String(key), to: &further)
        } else {
          Self.add("u", String(key), to: &words[slot])
        }
      }
      guard isLatin || token.isSkeleton || script == .han else { continue }
      for key in SoundKey.keys(of: letters.span, script: script, length: 3) {
        if isLatin {
          Self.add("o", String(key), to: &further)
        } else {
          Self.add("o", String(key), to: &others)
        }
      }
    }
  }

  /// The keys of numbers and addresses, which make a match whatever the names say.
  static func certain(_ profile: IdentityProfile) -> [UInt64] {
    var keys: [UInt64] = []
    for identifier in profile.identifiers { add("i", identifier, to: &keys) }
    for address in profile.addresses where address.utf8.count >= 16 {
      add("a", address, to: &keys)
    }
    return Array(Set(keys)).sorted()
  }

  private mutating func addMeaning(_ name: ParsedName) {
    for function in name.institutional {
      for place in name.heads {
        for code in place.candidates { Self.add("p", code + "|" + function.code, to: &others) }
      }
      // A name that states no place may be any body of its function.
      if name.tokens.allSatisfy({ !$0.isDistinctive }) {
        Self.add("f", function.code, to: &others)
      }
    }
    let telling = name.tokens.filter { !$0.isGeneric }
    let bodies = name.tokens.filter { $0.kind == .body }
    for token in telling {
      for concept in token.concepts { Self.add("c", String(concept), to: &others) }
      for part in token.parts where part.kind == .word {
        for concept in part.concepts { Self.add("c", String(concept), to: &others) }
      }
    }
    // A field beside a kind of body tells more than either: space and university.
    for token in name.tokens where token.kind != .body {
      for concept in token.concepts {
        for body in bodies {
          for kind in body.concepts { Self.add("bc", "\(kind)|\(concept)", to: &others) }
        }
        for function in name.institutional {
          Self.add("fc", "\(function.code)|\(concept)", to: &others)
        }
      }
    }
    // What has a meaning here may be read as a word of its own there: 交通 and `Jiao Tong`.
    if name.isHan {
      for token in telling {
        Self.add("j", token.text, to: &others)
        for reading in token.readings { Self.add("j", reading, to: &others) }
      }
    }
    // General words beside a place: `Chongqing University` has nothing else.
    for token in name.tokens {
      for concept in token.concepts + token.parts.flatMap(\.concepts) {
        for place in name.heads {
          Self.add("cp", "\(concept)|\(place.candidates[0])", to: &others)
        }
      }
    }
    others = Array(Set(others)).sorted()
  }

  private static func add(
    _ word: ComparedWord, isSkeleton: Bool = false, to keys: inout [UInt64]
  ) {
    add("w", word.text, to: &keys)
    // Words without their vowels are short.
    guard word.length >= 4 || isSkeleton else { return }
    if word.skeletonLength >= 3 { add("s", word.skeleton, to: &keys) }
    guard word.length >= 6 else { return }
    add("b", word.text.prefix(4).utf8, to: &keys)
    add("e", word.text.suffix(4).utf8, to: &keys)
  }

  private static func add(_ kind: String, _ text: String, to keys: inout [UInt64]) {
    add(kind, text[...].utf8, to: &keys)
  }

  private static func add(_ kind: String, _ text: Substring.UTF8View, to keys: inout [UInt64]) {
    guard !text.isEmpty else { return }
    var hash = StableHash.add(0x1F, to: StableHash.of(kind))
    for byte in text { hash = StableHash.add(byte, to: hash) }
    keys.append(StableHash.spread(hash))
  }
}
