/// The keys under which an identity is filed, so that whoever may be the same shares one.
struct IndexKeys {
  private(set) var keys: [UInt64] = []

  init(_ profile: IdentityProfile, knowledge: NameKnowledge) {
    for identifier in profile.identifiers { add("i", identifier) }
    for address in profile.addresses where address.utf8.count >= 16 { add("a", address) }
    for name in profile.parsed { add(name, knowledge) }
    if profile.identity.kind == .person || profile.identity.kind == .unknown {
      for name in profile.persons {
        for part in name.parts where part.text.utf8.count > 2 && !part.isParticle {
          addWord(part.text)
          for reading in part.readings { addWord(reading) }
        }
        add("j", name.parts.map(\.text).joined())
      }
    }
    keys = Array(Set(keys)).sorted()
  }

  private mutating func add(_ name: ParsedName, _ knowledge: NameKnowledge) {
    add("n", name.core)
    let functions = FunctionRelation.institutional(name, knowledge: knowledge)
    for function in functions {
      for place in name.heads {
        for code in place.candidates { add("p", code + "|" + function.code) }
      }
      if name.heads.isEmpty, name.tokens.allSatisfy({ !$0.isDistinctive }) {
        add("f", function.code)
      }
    }
    let words = name.tokens.filter { !$0.isGeneric }
    for token in words {
      if token.isDistinctive {
        addWord(token.text)
        for reading in token.readings { addWord(reading) }
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

  private mutating func addWord(_ word: String) {
    add("w", word)
    let length = word.utf8.count
    guard length >= 4 else { return }
    let skeleton = Spelling.skeleton(word)
    if skeleton.utf8.count >= 3 { add("s", skeleton) }
    guard length >= 6 else { return }
    add("b", String(decoding: Array(word.utf8.prefix(4)), as: UTF8.self))
    add("e", String(decoding: Array(word.utf8.suffix(4)), as: UTF8.self))
  }

  /// FNV-1a over kind and text: the same on every run, unlike the hashes of the library.
  private mutating func add(_ kind: String, _ text: String) {
    guard !text.isEmpty else { return }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in kind.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    keys.append(hash)
  }
}
