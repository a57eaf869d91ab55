internal import Formats

/// A name of a person taken apart for comparison.
struct PersonForm: Sendable {
  /// Words in their order, each followed by its other readings.
  private(set) var words: [PersonWord] = []
  private(set) var pool: [UInt8] = []

  init() {}

  init(_ name: PersonName, _ lexicon: PersonLexicon) {
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

  /// Each two neighbours among some words of a form as one word, those in Latin letters left out.
  init(joining form: PersonForm, _ indices: [Int]) {
    for (first, second) in zip(indices, indices.dropFirst()) {
      let one = form.words[first]
      let two = form.withoutSilentArticle(second) ?? form.words[second]
      guard one.script == two.script, one.script != Script.latin.number, one.characters == 0 else {
        words.removeAll()
        return
      }
      let start = pool.count
      for word in [one, two] {
        pool += form.pool[Int(word.start)..<Int(word.start) + Int(word.length)]
      }
      pool.removeLast(max(0, pool.count - start - SpellingMeasure.longest))
      append(from: start, Script(number: one.script), [], characters: 0, families: (0, 0))
    }
  }

  /// The reading of a word without its article, the l of which is not heard before this letter:
  /// `shhab aldyn` is Shahabuddin.
  private func withoutSilentArticle(_ index: Int) -> PersonWord? {
    guard index + 1 < words.count, words[index + 1].isReading,
      words[index + 1].length + 2 == words[index].length, Script.isAbjad(words[index].script)
    else { return nil }
    switch pool[Int(words[index + 1].start)] {
    case UInt8(ascii: "d"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "s"),
      UInt8(ascii: "t"), UInt8(ascii: "z"):
      return words[index + 1]
    default: return nil
    }
  }

  private mutating func append(
    _ text: String, _ script: Script, _ part: PersonName.Part, _ lexicon: PersonLexicon,
    isReading: Bool,
    isLast: Bool
  ) {
    let start = pool.count
    pool.append(contentsOf: text.utf8.prefix(SpellingMeasure.longest))
    var flags: PersonWord.Flags = isReading ? .isReading : []
    if pool.count - start == 1 { flags.insert(.isInitial) }
    if part.isParticle { flags.insert(.isParticle) }
    if part.characters.utf8.count >= 9 { flags.insert(.isLong) }
    if isLast { flags.insert(.isLast) }
    if lexicon.kind(of: text) == .half { flags.insert(.isHalf) }
    switch lexicon.frequency(of: text) {
    case .common: flags.insert(.isCommon)
    case .veryCommon: flags.insert(.isVeryCommon)
    case .rare: break
    }
    append(
      from: start, script, flags,
      characters: part.characters.isEmpty
        ? 0 : UInt32(truncatingIfNeeded: StableHash.of(part.characters) | 1),
      families: lexicon.families(of: text))
  }

  /// Makes a word of the letters at the end of the pool.
  private mutating func append(
    from start: Int, _ script: Script, _ flags: PersonWord.Flags, characters: UInt32,
    families: (UInt16, UInt16)
  ) {
    let letters = Array(pool[start...])
    var form: [UInt8] = []
    SpellingForm.append(letters.span, to: &form)
    pool.append(contentsOf: form)
    words.append(
      PersonWord(
        start: UInt32(start), length: UInt8(letters.count), formLength: UInt8(form.count),
        script: script.number, flags: flags, letters: StableHash.of32(letters.span),
        form: StableHash.of32(form.span), characters: characters,
        classes: ConsonantClasses.of(letters.span),
        outline: SoundOutline(letters.span, script: script), families: families))
  }

  /// The letters of a word.
  func text(at index: Int) -> String {
    let word = words[index]
    return String(
      decoding: pool[Int(word.start)..<Int(word.start) + Int(word.length)], as: UTF8.self)
  }
}
