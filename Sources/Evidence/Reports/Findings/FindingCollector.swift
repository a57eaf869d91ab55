internal import Formats
internal import Taxonomy

/// Gathers what a report speaks of, each thing once with all its places.
struct FindingCollector {
  let vocabulary: ReportVocabulary
  let text: ReportText
  let scanned: ScannedReport
  let places: PlaceResolution
  let limits: ReportLimits
  /// Of dates that name no year.
  let year: Int

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
    let functions = ClaimProposer.functions(vocabulary)
    let secretary = vocabulary.concept("party-secretary")
    for sentence in scanned.sentences where sentence.repeats < 0 {
      for (mark, code) in places.places(in: sentence, of: scanned) { add(.place, code, mark.range) }
      for mark in scanned.marks(of: sentence) {
        let value = Int(mark.value)
        switch mark.kind {
        case .concept:
          if let kind = kinds[value] {
            add(kind, vocabulary.concepts[value], mark.range)
          } else if let function = functions[value] {
            let range = Int(mark.range.lowerBound)..<Int(mark.range.upperBound)
            add(.body, function + ": " + text.string(range).lowercased(), mark.range)
          } else if value == secretary, let range = personAfter(mark, in: sentence) {
            add(.person, text.string(Int(range.lowerBound)..<Int(range.upperBound)), range)
          }
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
        case .date:
          let date = scanned.dates[value]
          add(.date, date.year == 0 ? date.text(in: year) : date.text, mark.range)
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
      for sentence in scanned.sentences where sentence.repeats < 0 {
        let range = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
        guard result.count < 20, sentence.concepts.contains(vocabulary.concept("military")),
          places.places(in: sentence, of: scanned).contains(where: {
            vocabulary.taxonomy.places.isWithin($0.code, other.place)
          }), text.string(range).lowercased().contains(other.words)
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
