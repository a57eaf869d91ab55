/// Concepts that are recognised by form instead of by words.
struct FormConcepts: Sendable {
  let age: Int
  let number: Int
  let date: Int
  let place: Int
  let product: Int
  let programme: Int
  let company: Int
  let document: Int
  let negator: Int
  let without: Int
  let noReply: Int
  let noEvidence: Int
  let uyghur: Int
  let participants: Int

  init(_ vocabulary: ReportVocabulary) {
    age = vocabulary.concept("age")
    number = vocabulary.concept("number")
    date = vocabulary.concept("date")
    place = vocabulary.concept("place")
    product = vocabulary.concept("product")
    programme = vocabulary.concept("programme")
    company = vocabulary.concept("name-company")
    document = vocabulary.concept("name-document")
    negator = vocabulary.concept("negator")
    without = vocabulary.concept("without")
    noReply = vocabulary.concept("no-reply")
    noEvidence = vocabulary.concept("no-evidence")
    uyghur = vocabulary.concept("uyghur")
    participants = vocabulary.concept("participants")
  }
}

extension ReportScanner {
  /// Finds all phrases, chooses among them, and reads numbers, dates and names.
  mutating func readSentence(_ sentence: inout ReportSentence) {
    found.removeAll(keepingCapacity: true)
    if sentence.isHan { joinHanNumerals() }
    for start in units.indices {
      let symbols = units[start].symbols
      if symbols.isEmpty { continue }
      walk(symbols, node: 0, start: start, index: start, isFirst: true)
    }
    let first = scanned.marks.count
    addPhrases(&sentence)
    addForms(&sentence)
    addNames(&sentence)
    sentence.marks = Int32(first)..<Int32(scanned.marks.count)
  }

  private mutating func walk(
    _ symbols: WordTable.Symbols, node: Int32, start: Int, index: Int, isFirst: Bool
  ) {
    follow(symbols.exact, node, start, index, isFirst)
    follow(symbols.longPrefix, node, start, index, isFirst)
    follow(symbols.shortPrefix, node, start, index, isFirst)
  }

  private mutating func follow(
    _ symbol: UInt32, _ node: Int32, _ start: Int, _ index: Int, _ isFirst: Bool
  ) {
    guard symbol != 0 else { return }
    if isFirst, !vocabulary.phrases.begins(with: symbol) { return }
    guard let next = vocabulary.phrases.step(node, symbol) else { return }
    let end = index + 1
    vocabulary.phrases.forEachValue(at: next) { value in
      found.append(FoundPhrase(meaning: Int32(value), units: start..<end))
    }
    // A phrase does not reach over a comma, but product names and titles have them.
    guard end < units.count else { return }
    walk(units[end].symbols, node: next, start: start, index: end, isFirst: false)
  }

  private mutating func addPhrases(_ sentence: inout ReportSentence) {
    guard !found.isEmpty else { return }
    let cancelled = cancelledRows()
    var taken: [ReportMark.Kind: Int] = [:]
    // Longer phrases first where several begin at one unit.
    found.sort {
      $0.units.lowerBound == $1.units.lowerBound
        ? $0.units.count > $1.units.count : $0.units.lowerBound < $1.units.lowerBound
    }
    for phrase in found {
      switch vocabulary.meanings[Int(phrase.meaning)] {
      case .concept(let row):
        let concept = vocabulary.rows[row].concept
        if cancelled.contains(row), concept != ids.negator { continue }
        if vocabulary.rows[row].needsCompany, !allowed(row) { continue }
        if concept == ids.negator, isPartOfLonger(phrase) { continue }
        sentence.concepts.insert(concept)
        mark(.concept, concept, phrase.units)
      case .place(let code):
        guard isName(phrase.units) else { continue }
        if (taken[.place] ?? -1) > phrase.units.lowerBound {
          // What else the words may mean, whole or in part, is kept beside the longest.
          guard let last = scanned.marks.last(where: { $0.kind == .place }),
            Int(last.units.lowerBound) == phrase.units.lowerBound
          else { continue }
        }
        taken[.place] = max(taken[.place] ?? 0, phrase.units.upperBound)
        sentence.concepts.insert(ids.place)
        mark(.place, code, phrase.units)
      case .function(let value): markLongest(.function, value, phrase.units, &taken)
      case .product(let value):
        if markLongest(.product, value, phrase.units, &taken) {
          sentence.concepts.insert(ids.product)
        }
      case .programme(let value):
        if markLongest(.programme, value, phrase.units, &taken) {
          sentence.concepts.insert(ids.programme)
        }
      case .publisher(let value):
        if isName(phrase.units) || phrase.units.count > 1 {
          markLongest(.publisher, value, phrase.units, &taken)
        }
      case .company(let value):
        guard isName(phrase.units) else { continue }
        if markLongest(.company, nameIndex(vocabulary.companies[value]), phrase.units, &taken) {
          sentence.concepts.insert(ids.company)
        }
      case .unless, .with, .noun: continue
      }
    }
  }

  @discardableResult
  private mutating func markLongest(
    _ kind: ReportMark.Kind, _ value: Int, _ range: Range<Int>,
    _ taken: inout [ReportMark.Kind: Int]
  ) -> Bool {
    guard (taken[kind] ?? -1) <= range.lowerBound else { return false }
    taken[kind] = range.upperBound
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
  private func cancelledRows() -> Set<Int> {
    var rows: Set<Int> = []
    for phrase in found {
      if case .unless(let row) = vocabulary.meanings[Int(phrase.meaning)] { rows.insert(row) }
    }
    return rows
  }

  private func allowed(_ row: Int) -> Bool {
    found.contains {
      if case .with(let other) = vocabulary.meanings[Int($0.meaning)] { return other == row }
      return false
    }
  }

  /// Whether the words belong to a longer phrase, which says what they mean there.
  private func isPartOfLonger(_ phrase: FoundPhrase) -> Bool {
    found.contains { other in
      guard other.units.count > phrase.units.count,
        other.units.lowerBound <= phrase.units.lowerBound,
        other.units.upperBound >= phrase.units.upperBound
      else { return false }
      switch vocabulary.meanings[Int(other.meaning)] {
      case .concept(let row):
        let concept = vocabulary.rows[row].concept
        return concept != ids.without && concept != ids.noEvidence
      case .unless(let row): return vocabulary.rows[row].concept == ids.negator
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
