internal import Formats
internal import Taxonomy

/// Gathers what a report speaks of, each thing once with all its places.
struct FindingCollector {
  let shared: Shared<ReportVocabulary>
  let text: ReportText
  let scanned: ScannedReport
  let places: PlaceResolution
  let limits: ReportLimits
  /// Of dates that name no year.
  let year: Int
  /// Functions of bodies by their names.
  let known: TextMemo<String>

  private var vocabulary: ReportVocabulary { shared.value }

  /// Concepts that are practices, recommendations and norms; the others only serve the rules.
  static let kinds: [String: ReportFinding.Kind] = {
    var kinds: [String: ReportFinding.Kind] = [:]
    for name in [
      "dna", "blood", "biometric", "iris", "fingerprint", "image", "blood-type", "blood-card",
      "voice", "medical-exam", "everyone", "men", "child", "custody", "kinship", "consent",
      "voluntary", "permanent", "share", "identity", "focus-person", "regardless-age", "pressure",
      "public-service", "opinion", "camp", "movement", "surveillance", "ethnicity-field",
      "elsewhere", "handheld", "sequencer", "database", "tender", "supply", "floating",
      "nobody-missed", "results", "assurance", "benefit", "purpose", "deny", "no-reply",
      "stop-sale", "missing-persons", "propaganda",
    ] { kinds[name] = .practice }
    kinds["recommend"] = .recommendation
    kinds["norm"] = .norm
    return kinds
  }()

  private static let commercial: Set<String> = [
    "company", "reseller", "manufacturer", "logistics", "bank",
  ]
  private static let vague: Set<String> = [
    "research", "university", "education", "agriculture", "forensic-service", "animal-health",
    "court", "military",
  ]

  func findings() -> [ReportFinding] {
    var found = FindingGathering(text, limit: limits.locators)
    let bodies = BodyReader(vocabulary: shared, text: text)
    for (number, sentence) in scanned.sentences.enumerated() where sentence.repeats < 0 {
      for place in places.places(inSentence: number) {
        found.add(.place, place.node, place.mark.range, places.code(of: place.node))
      }
      for mark in scanned.marks(of: sentence) {
        switch mark.kind {
        case .concept: addConcept(mark, sentence, to: &found)
        case .function: addBody(mark, sentence, bodies, to: &found)
        case .date: addDate(scanned.dates[Int(mark.value)], mark, to: &found)
        default: addValue(mark, to: &found)
        }
      }
    }
    return found.findings
  }

  private func addConcept(
    _ mark: ReportMark, _ sentence: ReportSentence, to found: inout FindingGathering
  ) {
    let concept = Int(mark.value)
    if let kind = vocabulary.findingOfConcept[concept] {
      found.add(kind, concept, mark.range, vocabulary.concepts[concept])
    } else if let function = vocabulary.actors.function(of: concept) {
      found.add(.body, words: mark.range, scope: concept) { function + ": " + $0.lowercased() }
    } else if concept == vocabulary.ids.partySecretary, let range = personAfter(mark, in: sentence)
    {
      found.add(.person, words: range, scope: 0) { $0 }
    }
  }

  private func addBody(
    _ mark: ReportMark, _ sentence: ReportSentence, _ bodies: BodyReader,
    to found: inout FindingGathering
  ) {
    let function = vocabulary.functions[Int(mark.value)]
    // Words such as `supply` and `international` name no body by themselves.
    if FindingCollector.commercial.contains(function) { return }
    let range = bodies.range(of: mark, in: sentence)
    if range.count == mark.range.count, FindingCollector.vague.contains(function) { return }
    found.add(.body, words: range, scope: vocabulary.concepts.count + Int(mark.value)) {
      [known] name in
      if let code = known[name] { return (code.isEmpty ? function : code) + ": " + name }
      let code = bodies.function(of: name)
      known[name] = code ?? ""
      return (code ?? function) + ": " + name
    }
  }

  private func addDate(
    _ date: ReportDate, _ mark: ReportMark, to found: inout FindingGathering
  ) {
    let year = date.year == 0 ? max(0, self.year) : date.year
    let number = (year * 13 + (date.month ?? 0)) * 32 + (date.day ?? 0)
    found.add(
      .date, number, mark.range, date.year == 0 ? date.text(in: self.year) : date.text)
  }

  /// What needs no more than its number.
  private func addValue(_ mark: ReportMark, to found: inout FindingGathering) {
    let value = Int(mark.value)
    switch mark.kind {
    case .product:
      found.add(.product, value, mark.range, vocabulary.taxonomy.products.nodes[value].code)
    case .programme: found.add(.programme, value, mark.range, vocabulary.programmes[value].code)
    case .publisher: found.add(.publisher, value, mark.range, vocabulary.publishers[value].id)
    case .company: found.add(.company, value, mark.range, scanned.names[value])
    case .document: found.add(.document, value, mark.range, scanned.names[value])
    case .quantity: found.add(.quantity, scanned.quantities[value].words, mark.range)
    case .age:
      let age = scanned.ages[value]
      found.add(
        .age, age.lowerBound * 1000 + age.upperBound, mark.range,
        "\(age.lowerBound)-\(age.upperBound)")
    case .concept, .place, .function, .date: break
    }
  }

  /// Two or three capitalised words after a title.
  private func personAfter(
    _ mark: ReportMark, in sentence: ReportSentence
  ) -> Range<Int32>? {
    var end = Int(mark.range.upperBound)
    var count = 0
    while count < 3, end + 1 < Int(sentence.range.upperBound), text.bytes[end] == 0x20,
      (0x41...0x5A).contains(text.bytes[end + 1])
    {
      end += 1
      while end < Int(sentence.range.upperBound),
        (0x61...0x7A).contains(text.bytes[end] | 0x20) || text.bytes[end] >= 0xC3
      {
        end += 1
      }
      count += 1
    }
    return count >= 2 ? mark.range.upperBound + 1..<Int32(end) : nil
  }

  /// Bodies that the report calls by another name than they have.
  func misnamedBodies() -> [MisnamedPlace] {
    var result: [MisnamedPlace] = []
    for other in vocabulary.otherNames {
      let words = Array(other.words.utf8)
      for (number, sentence) in scanned.sentences.enumerated()
      where sentence.concepts.contains(vocabulary.ids.military) && sentence.repeats < 0 {
        let range = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
        guard result.count < 20,
          places.places(inSentence: number).contains(where: {
            vocabulary.taxonomy.places.isWithin(places.code(of: $0.node), other.place)
          }), text.contains(words, in: range, inAnyCase: true)
        else { continue }
        result.append(
          MisnamedPlace(code: other.name, words: other.words, locator: text.locator(range)))
      }
    }
    return result
  }

  /// Provinces that the words after their name call a county, and the like.
  func misnamedPlaces() -> [MisnamedPlace] {
    var result: [MisnamedPlace] = []
    for (number, sentence) in scanned.sentences.enumerated()
    where sentence.repeats < 0 && !sentence.isHan {
      for place in places.places(inSentence: number)
      where vocabulary.placeCodes.length[place.node] == 5 {
        let end = Int(place.mark.range.upperBound)
        let tail = text.bytes[end..<min(text.bytes.count, end + 12)]
        guard FindingCollector.county.contains(where: tail.starts) else { continue }
        let range = Int(place.mark.range.lowerBound)..<(end + FindingCollector.county[0].count)
        guard result.count < 100 else { return result }
        result.append(
          MisnamedPlace(
            code: places.code(of: place.node), words: text.string(range),
            locator: text.locator(range)))
      }
    }
    return result
  }

  private static let county = [Array(" County".utf8), Array(" county".utf8)]
}
