/// The keys under which an identity is filed, so that whoever may be the same shares one.
struct IndexKeys {
  private(set) var keys: [UInt64] = []

  /// The keys of one name of a body, ascending.
  static func keys(of name: ParsedName) -> [UInt64] {
    var filing = IndexKeys()
    filing.add(name)
    return Array(Set(filing.keys)).sorted()
  }

  private init() {}

  /// The keys of numbers and addresses, which make a match whatever the names say.
  static func certain(_ profile: IdentityProfile) -> [UInt64] {
    var filing = IndexKeys()
    for identifier in profile.identifiers { filing.add("i", identifier) }
    for address in profile.addresses where address.utf8.count >= 16 { filing.add("a", address) }
    return Array(Set(filing.keys)).sorted()
  }

  private mutating func add(_ name: ParsedName) {
    add("n", name.core)
    for function in name.institutional {
      for place in name.heads {
        for code in place.candidates { add("p", code + "|" + function.code) }
      }
      // A name that states no place may be any body of its function.
      if name.tokens.allSatisfy({ !$0.isDistinctive }) { add("f", function.code) }
    }
    let words = name.tokens.filter { !$0.isGeneric }
    for token in words {
      if token.isDistinctive {
        addWord(token.word)
        for reading in token.readings { addWord(ComparedWord(reading)) }
      }
      for concept in token.concepts {
        add("c", String(concept))
        for place in name.heads { add("cp", "\(concept)|\(place.candidates[0])") }
      }
    }
    // General words beside a place: `Chongqing University` has nothing else.
    if words.isEmpty {
      for token in name.tokens {
        for concept in token.concepts {
          for place in name.heads { add("cp", "\(concept)|\(place.candidates[0])") }
        }
      }
    }
    add("j", name.tokens.filter(\.isDistinctive).map(\.text).joined())
  }

  private mutating func addWord(_ word: ComparedWord) {
    add("w", word.text)
    guard word.length >= 4 else { return }
    if word.skeleton.utf8.count >= 3 { add("s", word.skeleton) }
    guard word.length >= 6 else { return }
    add("b", word.text.prefix(4).utf8)
    add("e", word.text.suffix(4).utf8)
  }

  private mutating func add(_ kind: String, _ text: String) { add(kind, text[...].utf8) }

  /// FNV-1a over kind and text: the same on every run, unlike the hashes of the library.
  private mutating func add(_ kind: String, _ text: Substring.UTF8View) {
    guard !text.isEmpty else { return }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in kind.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // Spread, as the keys of persons are: a search guesses where a key lies.
    keys.append(hash &* 0x9E37_79B9_7F4A_7C15)
  }
}
