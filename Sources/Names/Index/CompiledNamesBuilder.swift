internal import Formats

/// Lays the names of many identities out so that they can be searched where they lie.
struct CompiledNamesBuilder {
  private let knowledge: NameKnowledge
  private var identities = 0
  private var names: [StoredName] = []
  private var summaries: [PersonSummary] = []
  private var words: [PersonWord] = []
  private var letters: [UInt8] = []
  private var bodies: [UInt8] = [0]
  private var lexemesOfWords: [UInt32] = []
  private var filedNames: [Keyed<UInt32>] = []
  private var lexemes = LexemeBuilder()
  private var personKeys = PersonKeys()
  private var keys: [UInt64] = []

  init(_ knowledge: NameKnowledge) { self.knowledge = knowledge }

  mutating func add(_ profile: IdentityProfile) {
    let first = names.count
    if profile.isMaybePerson {
      for form in profile.personForms { file(form) }
    }
    for (index, name) in profile.parsed.enumerated() {
      let start = bodies.count
      BodySketch(name).append(to: &bodies)
      ParsedNameCoder.append(name, to: &bodies)
      for key in profile.parsedKeys[index].all {
        filedNames.append(Keyed(key: key, entry: UInt32(names.count)))
      }
      var stored = StoredName(identity: identities)
      stored.keyedWords = UInt8(clamping: name.tokens.count(where: IndexKeys.isTelling))
      stored.initials = name.isHan ? StoredName.isHan : 0
      stored.lettersCount = UInt32(name.folded.utf8.count)
      stored.body = UInt32(start)
      stored.bodyCount = UInt32(bodies.count - start)
      append(stored, weight: PersonSummary.weight(ofLetters: Int(stored.lettersCount)))
    }
    // What has no name that can be compared is still found by its numbers and addresses.
    if names.count == first { append(StoredName(identity: identities), weight: 0) }
    for key in IndexKeys.certain(profile) {
      filedNames.append(Keyed(key: key, entry: UInt32(first)))
    }
    identities += 1
  }

  private mutating func append(_ name: StoredName, weight: Int) {
    names.append(name)
    summaries.append(PersonSummary(name, weight: weight))
  }

  private mutating func file(_ form: PersonForm) {
    let (span, pool) = (form.words.span, form.pool.span)
    var keyed: [Int] = []
    var initials = 0
    // A syllable of a Korean name may be an article elsewhere: `Kim Su Il`.
    let neighbours = span.indices.filter { !span[$0].isReading && span[$0].length > 1 }
    for index in span.indices
    where !span[index].flags.contains(.isParticle) && !span[index].isReading {
      if span[index].length > 1 { keyed.append(index) } else { initials += 1 }
    }
    keys.removeAll(keepingCapacity: true)
    if keyed.count > 1, keyed.count <= PersonKeys.mostJoined {
      for place in keyed.indices.dropLast() {
        keys.append(PersonKeys.pair(span, pool, keyed[place...place + 1]))
        personKeys.appendPairSound(span, pool, keyed[place...place + 1], to: &keys)
      }
    }
    if neighbours.count > keyed.count, neighbours.count <= PersonKeys.mostJoined {
      for place in neighbours.indices.dropLast() {
        personKeys.appendPairSound(span, pool, neighbours[place...place + 1], to: &keys)
      }
    }
    if !keyed.isEmpty, keyed.count <= PersonKeys.mostJoined {
      keys.append(PersonKeys.whole(span, pool, keyed[...]))
      if keyed.count > 1, keyed.allSatisfy({ span[$0].script == Script.latin.number }) {
        personKeys.appendWholeSound(span, pool, keyed[...], to: &keys)
      }
    }
    for key in Set(keys).sorted() {
      filedNames.append(Keyed(key: key, entry: UInt32(names.count)))
    }
    let firstWord = lexemesOfWords.count
    for _ in span.indices { lexemesOfWords.append(CompiledNamesLayout.noLexeme) }
    var place = -1
    for index in span.indices where !span[index].flags.contains(.isParticle) {
      if !span[index].isReading, span[index].length > 1 { place += 1 }
      guard span[index].length > 1 else { continue }
      let posting = NamePosting(
        name: names.count, place: max(place, 0), hasOneWord: keyed.count < 2,
        hasInitial: initials > 0)
      lexemesOfWords[firstWord + index] = lexemes.add(
        span[index], pool, posting, &personKeys)
    }
    var stored = StoredName(identity: identities)
    stored.firstWord = UInt32(words.count)
    stored.words = UInt16(clamping: form.words.count)
    stored.keyedWords = UInt8(clamping: keyed.count)
    stored.initials = UInt8(clamping: initials)
    stored.letters = UInt32(letters.count)
    stored.lettersCount = UInt32(form.pool.count)
    append(stored, weight: keyed.reduce(0) { $0 + span[$1].weight })
    words += form.words
    letters += form.pool
  }

  /// The bytes of the layout.
  mutating func finish() -> [UInt8] {
    // Each part is given up as soon as it is written: what is left is as large as the layout.
    var ofWords = SectionWriter()
    ofWords.appendNothing(CompiledNamesLayout.Section.lexemeLetters.rawValue)
    let numbers = lexemes.write(to: &ofWords)
    for place in lexemesOfWords.indices
    where lexemesOfWords[place] != CompiledNamesLayout.noLexeme {
      lexemesOfWords[place] = numbers[Int(lexemesOfWords[place])]
    }
    let neighbours = WordNeighbours(
      CompiledNames(trusting: MappedBytes(ofWords.finish(identities: identities))))
    var writer = SectionWriter()
    writer.append(names)
    names = []
    writer.append(words)
    words = []
    writer.append(letters)
    letters = []
    writer.append(bodies)
    bodies = []
    writer.append(&filedNames)
    writer.append(ofWords, from: .lexemeLetters)
    ofWords = SectionWriter()
    writer.append(neighbours.ranges)
    writer.append(neighbours.alike)
    writer.append(summaries)
    writer.append(lexemesOfWords)
    return writer.finish(identities: identities)
  }
}

extension StoredName {
  fileprivate init(identity: Int) {
    self.init(
      identity: UInt32(identity), firstWord: 0, words: 0, keyedWords: 0, initials: 0, letters: 0,
      lettersCount: 0, body: 0, bodyCount: 0)
  }
}
