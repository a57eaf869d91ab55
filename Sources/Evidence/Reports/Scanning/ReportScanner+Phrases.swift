extension ReportScanner {
  /// Finds all phrases, chooses among them, and reads numbers, dates and names.
  mutating func readSentence(_ sentence: inout ReportSentence) {
    found.removeAll(keepingCapacity: true)
    PhraseWalk.resolve(hashes, vocabulary.words, vocabulary.phrases, &units)
    if sentence.isHan { joinHanNumerals() }
    PhraseWalk.walk(vocabulary.phrases, &units, into: &found)
    let first = scanned.marks.count
    addPhrases(&sentence)
    addForms(&sentence)
    addNames(&sentence)
    sentence.marks = Int32(first)..<Int32(scanned.marks.count)
  }

  private mutating func addPhrases(_ sentence: inout ReportSentence) {
    guard !found.isEmpty else { return }
    noteCancelledRows()
    for kind in taken.indices { taken[kind] = -1 }
    putLongestFirst()
    for phrase in found {
      let value = phrase.meaning.number
      switch phrase.meaning.kind {
      case .concept:
        let row = value
        let concept = vocabulary.rows[row].concept
        if cancelled.contains(row), concept != ids.negator { continue }
        if vocabulary.rows[row].needsCompany, !allowed(row) { continue }
        if concept == ids.negator, isPartOfLonger(phrase) { continue }
        sentence.concepts.insert(concept)
        mark(.concept, concept, phrase.units)
      case .place:
        guard isName(phrase.units) else { continue }
        let place = Int(ReportMark.Kind.place.rawValue)
        if taken[place] > phrase.units.lowerBound {
          // What else the words may mean, whole or in part, is kept beside the longest.
          guard let last = scanned.marks.last(where: { $0.kind == .place }),
            Int(last.units.lowerBound) == phrase.units.lowerBound
          else { continue }
        }
        taken[place] = max(taken[place], phrase.units.upperBound)
        sentence.concepts.insert(ids.place)
        mark(.place, value, phrase.units)
      case .function: markLongest(.function, value, phrase.units)
      case .product:
        if markLongest(.product, value, phrase.units) {
          sentence.concepts.insert(ids.product)
        }
      case .programme:
        if markLongest(.programme, value, phrase.units) {
          sentence.concepts.insert(ids.programme)
        }
      case .publisher:
        if isName(phrase.units) || phrase.units.count > 1 {
          markLongest(.publisher, value, phrase.units)
        }
      case .company:
        guard isName(phrase.units) else { continue }
        if markLongest(.company, nameIndex(vocabulary.companies[value]), phrase.units) {
          sentence.concepts.insert(ids.company)
        }
      case .unless, .with, .noun, nil: continue
      }
    }
  }

  @discardableResult
  private mutating func markLongest(
    _ kind: ReportMark.Kind, _ value: Int, _ range: Range<Int>
  ) -> Bool {
    guard taken[Int(kind.rawValue)] <= range.lowerBound else { return false }
    taken[Int(kind.rawValue)] = range.upperBound
    mark(kind, value, range)
    return true
  }

  mutating func mark(_ kind: ReportMark.Kind, _ value: Int, _ range: Range<Int>) {
    scanned.marks.append(
      ReportMark(
        kind: kind, value: Int32(value),
        range: units[range.lowerBound].start..<units[range.upperBound - 1].end,
        units: Int32(range.lowerBound)..<Int32(range.upperBound),
        clause: units[range.lowerBound].clause))
  }

  /// Rows of concepts that a word elsewhere in the sentence makes mean something else.
  private mutating func noteCancelledRows() {
    cancelled.removeAll(keepingCapacity: true)
    for phrase in found {
      if phrase.meaning.isOf(.unless) { cancelled.append(phrase.meaning.number) }
    }
  }

  /// Longer phrases first where several begin at one unit; they are found in the order of units, so
  /// that each moves by few places.
  private mutating func putLongestFirst() {
    for index in found.indices.dropFirst() {
      let phrase = found[index]
      var place = index
      while place > 0, found[place - 1].start == phrase.start, found[place - 1].end < phrase.end {
        found[place] = found[place - 1]
        place -= 1
      }
      found[place] = phrase
    }
  }

  private func allowed(_ row: Int) -> Bool {
    let allowing = PhraseMeaning(.with, row)
    return found.contains { $0.meaning == allowing }
  }

  /// Whether the words belong to a longer phrase, which says what they mean there.
  private func isPartOfLonger(_ phrase: FoundPhrase) -> Bool {
    found.contains { other in
      guard other.units.count > phrase.units.count,
        other.units.lowerBound <= phrase.units.lowerBound,
        other.units.upperBound >= phrase.units.upperBound
      else { return false }
      switch other.meaning.kind {
      case .concept:
        let concept = vocabulary.rows[other.meaning.number].concept
        return concept != ids.without && concept != ids.noEvidence
      case .unless: return vocabulary.rows[other.meaning.number].concept == ids.negator
      default: return false
      }
    }
  }

  /// Names of places and bodies in letters begin with a capital.
  private func isName(_ range: Range<Int>) -> Bool {
    let unit = units[range.lowerBound]
    return unit.isHan || unit.isCapital
  }

  mutating func nameIndex(_ name: String) -> Int {
    if let known = scanned.nameIndices[name] { return known }
    scanned.names.append(name)
    scanned.nameIndices[name] = scanned.names.count - 1
    return scanned.names.count - 1
  }
}
