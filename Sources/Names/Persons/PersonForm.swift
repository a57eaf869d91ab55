/// A name of a person taken apart for comparison.
struct PersonForm: Sendable {
  /// Words in their order, each followed by its other readings.
  private(set) var words: [PersonWord] = []
  private(set) var pool: [UInt8] = []
  /// Hash of the folded name.
  private(set) var folded: UInt64 = 0

  init() {}

  init(_ name: PersonName, _ lexicon: PersonLexicon) {
    folded = Self.hash(name.folded)
    for (index, part) in name.parts.enumerated() {
      let isLast = index == name.parts.count - 1
      append(part.text, part.script, part, lexicon, isReading: false, isLast: isLast)
      for reading in part.readings {
        append(
          String(decoding: reading.latin, as: UTF8.self), reading.script, part, lexicon,
          isReading: true, isLast: isLast)
      }
    }
  }

  private mutating func append(
    _ text: String, _ script: Script, _ part: PersonName.Part, _ lexicon: PersonLexicon,
    isReading: Bool,
    isLast: Bool
  ) {
    let start = pool.count
    pool.append(contentsOf: text.utf8.prefix(SpellingMeasure.longest))
    let length = pool.count - start
    var form: [UInt8] = []
    let letters = Array(pool[start...])
    SpellingForm.append(letters.span, to: &form)
    pool.append(contentsOf: form)
    var flags: PersonWord.Flags = isReading ? .isReading : []
    if length == 1 { flags.insert(.isInitial) }
    if part.isParticle { flags.insert(.isParticle) }
    if part.characters.utf8.count >= 9 { flags.insert(.isLong) }
    if isLast { flags.insert(.isLast) }
    switch lexicon.frequency(of: text) {
    case .common: flags.insert(.isCommon)
    case .veryCommon: flags.insert(.isVeryCommon)
    case .rare: break
    }
    words.append(
      PersonWord(
        start: UInt32(start), length: UInt8(length), formLength: UInt8(form.count),
        script: script.number, flags: flags, letters: Self.hash32(letters.span),
        form: Self.hash32(form.span),
        characters: part.characters.isEmpty
          ? 0 : UInt32(truncatingIfNeeded: Self.hash(part.characters) | 1),
        classes: ConsonantClasses.of(letters.span), families: lexicon.families(of: text)))
  }

  /// The letters of a word.
  func text(at index: Int) -> String {
    let word = words[index]
    return String(
      decoding: pool[Int(word.start)..<Int(word.start) + Int(word.length)], as: UTF8.self)
  }

  /// FNV-1a, the same on every run.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  static func hash32(_ bytes: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in bytes.indices { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    return hash
  }
}
