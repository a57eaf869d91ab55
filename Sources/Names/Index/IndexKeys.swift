/// The keys under which an identity is filed, so that whoever may be the same shares one.
struct IndexKeys {
  private(set) var keys: [UInt64] = []

  /// The keys of one name of a body, ascending.
  static func keys(of name: ParsedName) -> [UInt64] {
    var filing = IndexKeys()
    filing.add(name)
    return Array(Set(filing.keys)).sorted()
  }

  /// The keys of one name of a person, ascending.
  static func keys(of name: PersonName) -> [UInt64] {
    var filing = IndexKeys()
    filing.add(name)
    return Array(Set(filing.keys)).sorted()
  }

  /// Whether two ascending lists share a key.
  static func share(_ left: [UInt64], _ right: [UInt64]) -> Bool {
    var first = 0
    var second = 0
    while first < left.count, second < right.count {
      if left[first] == right[second] { return true }
      if left[first] < right[second] { first += 1 } else { second += 1 }
    }
    return false
  }

  private init() {}

  init(_ profile: IdentityProfile) {
    for identifier in profile.identifiers { add("i", identifier) }
    for address in profile.addresses where address.utf8.count >= 16 { add("a", address) }
    for filed in profile.parsedKeys { keys += filed }
    if profile.identity.kind == .person || profile.identity.kind == .unknown {
      for filed in profile.personKeys { keys += filed }
    }
    keys = Array(Set(keys)).sorted()
  }

  private mutating func add(_ name: PersonName) {
    for part in name.parts where part.word.length > 2 && !part.isParticle {
      addWord(part.word)
      for reading in part.readings { addWord(ComparedWord(reading)) }
    }
    add("j", name.parts.map(\.text).joined())
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
    keys.append(hash)
  }
}
