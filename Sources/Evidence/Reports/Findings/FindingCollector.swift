internal import Formats
internal import Taxonomy

/// Gathers what a report speaks of, each thing once with all its places.
struct FindingCollector {
  let vocabulary: ReportVocabulary
  let text: ReportText
  let scanned: ScannedReport
  let places: PlaceResolution
  let limits: ReportLimits

  private struct Key: Hashable {
    let kind: ReportFinding.Kind
    let code: String
  }

  /// Concepts that are practices, recommendations and norms; the others only serve the rules.
  private static let kinds: [String: ReportFinding.Kind] = {
    var kinds: [String: ReportFinding.Kind] = [:]
    for name in [
      "dna", "blood", "biometric", "iris", "fingerprint", "image", "blood-type", "blood-card",
      "voice", "medical-exam", "everyone", "men", "child", "custody", "kinship", "consent",
      "voluntary", "permanent", "share", "identity", "focus-person", "regardless-age", "pressure",
      "public-service", "opinion", "camp", "movement", "surveillance", "ethnicity-field",
      "elsewhere", "handheld", "sequencer", "database", "tender", "supply", "floating",
      "nobody-missed", "results", "assurance", "benefit", "purpose", "deny", "no-reply",
      "stop-sale", "missing-persons",
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
    var order: [Key] = []
    var found: [Key: ReportFinding] = [:]
    var names: [String: (function: String, words: String)] = [:]
    func add(_ kind: ReportFinding.Kind, _ code: String, _ range: Range<Int32>) {
      let key = Key(kind: kind, code: code)
      let range = Int(range.lowerBound)..<Int(range.upperBound)
      if var known = found[key] {
        known.count += 1
        if known.locators.count < limits.locators {
          let locator = text.locator(range)
          if known.locators.last != locator { known.locators.append(locator) }
        }
        found[key] = known
        return
      }
      order.append(key)
      found[key] = ReportFinding(
        kind: kind, code: code, words: text.string(range), locators: [text.locator(range)],
        count: 1)
    }
    let kinds = vocabulary.concepts.map { FindingCollector.kinds[$0] }
    let bodies = BodyReader(vocabulary: vocabulary, text: text)
    for sentence in scanned.sentences where sentence.repeats < 0 {
      for (mark, code) in places.places(in: sentence, of: scanned) { add(.place, code, mark.range) }
      for mark in scanned.marks(of: sentence) {
        let value = Int(mark.value)
        switch mark.kind {
        case .concept:
          if let kind = kinds[value] { add(kind, vocabulary.concepts[value], mark.range) }
        case .place: continue
        case .function:
          let function = vocabulary.functions[value]
          // Words such as `supply` and `international` name no body by themselves.
          if FindingCollector.commercial.contains(function) { continue }
          let range = bodies.range(of: mark, in: sentence)
          if FindingCollector.vague.contains(function), range.count == mark.range.count { continue }
          let name = text.string(Int(range.lowerBound)..<Int(range.upperBound))
          let known =
            names[name]
            ?? (bodies.function(of: name, else: vocabulary.functions[value]), name)
          names[name] = known
          add(.body, known.function + ": " + known.words, range)
        case .product: add(.product, vocabulary.taxonomy.products.nodes[value].code, mark.range)
        case .programme: add(.programme, vocabulary.programmes[value].code, mark.range)
        case .publisher: add(.publisher, vocabulary.publishers[value].id, mark.range)
        case .quantity: add(.quantity, scanned.quantities[value].words, mark.range)
        case .date: add(.date, scanned.dates[value].text, mark.range)
        case .age:
          let age = scanned.ages[value]
          add(.age, "\(age.lowerBound)-\(age.upperBound)", mark.range)
        case .company: add(.company, scanned.names[value], mark.range)
        case .document: add(.document, scanned.names[value], mark.range)
        }
      }
    }
    return order.compactMap { found[$0] }
  }

  /// Provinces that the words after their name call a county, and the like.
  func misnamedPlaces() -> [MisnamedPlace] {
    var result: [MisnamedPlace] = []
    for sentence in scanned.sentences where sentence.repeats < 0 && !sentence.isHan {
      for (mark, code) in places.places(in: sentence, of: scanned) where code.utf8.count == 5 {
        let end = Int(mark.range.upperBound)
        let tail = text.bytes[end..<min(text.bytes.count, end + 12)]
        for word in [" County", " county"] where tail.starts(with: Array(word.utf8)) {
          let range = Int(mark.range.lowerBound)..<(end + word.utf8.count)
          guard result.count < 100 else { return result }
          result.append(
            MisnamedPlace(code: code, words: text.string(range), locator: text.locator(range)))
        }
      }
    }
    return result
  }
}
