internal import Formats
internal import Taxonomy

/// Goes through the sentences of a report and proposes claims, each with its place and reasons.
struct ClaimProposer {
  let vocabulary: ReportVocabulary
  let text: ReportText
  let scanned: ScannedReport
  let metadata: ReportMetadata
  let limits: ReportLimits
  let places: PlaceResolution
  let ids: StanceConcepts
  private(set) var proposals: [ClaimProposal] = []
  private(set) var unkept = 0
  /// What sentences say without saying of whom or where, so that nothing is proposed.
  private(set) var unplaced: [UnplacedStatement] = []
  private(set) var citedSources: [CitedSource] = []
  private let matching: RuleMatching
  private let reader: AttributionReader
  /// Which proposal says the same, so that it gets one more place instead of standing twice.
  private var known: [Key: Int] = [:]
  /// What was proposed from which sentence, for the sentences that say the same again.
  private var claimsBySentence: [Int32: [Int]] = [:]
  private var cited: [Attribution: Int] = [:]
  /// How many proposals there are of a kind at a place.
  private var idCounts: [PlacedKind: Int] = [:]
  /// Sentences that are said again further down; no others are looked up by their claims.
  private let repeated: Set<Int32>
  /// The sentence that is read without blanks around it, and its place.
  private var placed: (sentence: Int32, range: Range<Int>, locator: String) = (-1, 0..<0, "")
  private let report: ProposalTexts.Report
  /// The latest year that the report names.
  let lastYear: Int
  /// The company that was named last, which `the company` means.
  var lastCompany: String?

  private struct Key: Hashable {
    let kind: Int
    let subject: ClaimSubject
    let attribution: String
    let certainty: String
    let values: [String: String]

    /// Of what tells most of them apart, at the cost of a few letters.
    func hash(into hasher: inout Hasher) {
      var hash = UInt64(truncatingIfNeeded: kind)
      for value in values.values { hash ^= WordTable.hash(value.utf8) }
      switch subject {
      case .bodies(let functions, let within):
        for function in functions { hash = WordTable.step(hash, UInt8(function.utf8.count & 0xFF)) }
        hash ^= WordTable.hash(within.utf8)
      case .entity(let name, _): hash ^= WordTable.hash(name.utf8)
      case .programme(let code), .place(let code): hash ^= WordTable.hash(code.utf8)
      }
      hasher.combine(hash ^ UInt64(attribution.utf8.count) << 32)
    }
  }

  private struct PlacedKind: Hashable {
    let kind: String
    let place: String

    func hash(into hasher: inout Hasher) {
      hasher.combine(WordTable.hash(kind.utf8) ^ WordTable.hash(place.utf8) << 1)
    }
  }

  /// How many sentences before and after a rule may look.
  private static let reach = 3

  init(
    vocabulary: ReportVocabulary, text: ReportText, scanned: ScannedReport,
    metadata: ReportMetadata, limits: ReportLimits
  ) {
    self.vocabulary = vocabulary
    self.text = text
    self.scanned = scanned
    self.metadata = metadata
    self.limits = limits
    lastYear = scanned.dates.lazy.filter { $0.day != nil }.map(\.year).max() ?? 0
    places = PlaceResolution(scanned, vocabulary, text)
    repeated = Set(scanned.sentences.lazy.map(\.repeats).filter { $0 >= 0 })
    report = ProposalTexts.Report(text: text, publisher: metadata.publisher)
    ids = vocabulary.ids
    matching = RuleMatching(report: scanned, ids: ids)
    reader = AttributionReader(
      vocabulary: vocabulary, text: text, report: scanned, ids: ids)
  }

  mutating func run() {
    let masks = vocabulary.masks
    let rules = vocabulary.rules
    for (number, sentence) in scanned.sentences.enumerated()
    where sentence.repeats >= 0 || sentence.concepts != .empty {
      if sentence.repeats >= 0 {
        addRepetition(sentence)
        continue
      }
      if let mark = scanned.marks(of: sentence).last(where: { $0.kind == .company }) {
        lastCompany = scanned.names[Int(mark.value)]
      }
      let around = around(number)
      let attribution = reader.attribution(of: sentence)
      if let attribution { cite(attribution, sentence) }
      guard text.segments[Int(sentence.segment)].kind != .furniture else { continue }
      let isCaption = text.segments[Int(sentence.segment)].kind == .caption
      var kinds: UInt64 = 0
      for index in 0..<masks.count {
        // One kind once in a sentence: the first rule of the table is the most telling.
        let kind: UInt64 = 1 << UInt64(masks.kinds[index])
        guard kinds & kind == 0,
          masks.admits(index, sentence.concepts, around: around)
        else { continue }
        let rule = rules[index]
        guard let match = matching.match(rule, in: sentence, around: around),
          !isCaption || rule.kind == "place-context"
        else { continue }
        kinds |= kind
        propose(rule, masks.kinds[index], match, number, sentence, attribution)
      }
    }
  }

  private func around(_ number: Int) -> ConceptSet {
    var set = ConceptSet.empty
    let first = max(0, number - ClaimProposer.reach)
    let last = min(scanned.sentences.count - 1, number + ClaimProposer.reach)
    for index in first...last { set.formUnion(scanned.sentences[index].concepts) }
    return set
  }

  private func range(_ sentence: ReportSentence) -> Range<Int> {
    var range = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
    while let first = text.bytes[range].first, first <= 0x20 { range = range.dropFirst() }
    while let last = text.bytes[range].last, last <= 0x20 { range = range.dropLast() }
    return range
  }

  private mutating func locator(_ sentence: ReportSentence) -> String {
    if placed.sentence != sentence.range.lowerBound {
      let range = range(sentence)
      placed = (sentence.range.lowerBound, range, text.locator(range))
    }
    return placed.locator
  }

  private mutating func cite(_ attribution: Attribution, _ sentence: ReportSentence) {
    let locator = locator(sentence)
    if let place = cited[attribution] {
      citedSources[place].count += 1
      if citedSources[place].locators.count < 50 { citedSources[place].locators.append(locator) }
    } else if citedSources.count < 1000 {
      cited[attribution] = citedSources.count
      citedSources.append(CitedSource(attribution: attribution, locators: [locator], count: 1))
    }
  }

  private func isRepeated(_ number: Int32) -> Bool {
    !repeated.isEmpty && repeated.contains(number)
  }

  /// The same words further down are one more place of what they claim.
  private mutating func addRepetition(_ sentence: ReportSentence) {
    guard let claims = claimsBySentence[sentence.repeats] else { return }
    for claim in claims { addPlace(locator(sentence), to: claim) }
  }

  private mutating func addPlace(_ place: String, to claim: Int) {
    guard proposals[claim].locators.count < limits.locators,
      proposals[claim].locators.last != place
    else { return }
    proposals[claim].locators.append(place)
  }

  private mutating func propose(
    _ rule: ClaimRule, _ kind: Int, _ match: RuleMatching.Match, _ number: Int,
    _ sentence: ReportSentence, _ attribution: Attribution?
  ) {
    guard let subject = subject(of: rule, match, number, sentence) else {
      noteUnplaced(rule, sentence)
      return
    }
    add(rule, kind, match, Int32(number), sentence, attribution, subject)
    guard rule.role == .asked else { return }
    for other in namedBodies(sentence) where other != subject {
      add(rule, kind, match, Int32(number), sentence, attribution, other)
    }
  }

  private mutating func noteUnplaced(_ rule: ClaimRule, _ sentence: ReportSentence) {
    let locator = locator(sentence)
    if let last = unplaced.indices.last, unplaced[last].start == sentence.range.lowerBound {
      unplaced[last].kinds.append(rule.kind)
    } else if unplaced.count < limits.proposals {
      unplaced.append(
        UnplacedStatement(
          start: sentence.range.lowerBound, locator: locator, kinds: [rule.kind],
          namesNobody: rule.role.isNamed))
    }
  }

  private mutating func add(
    _ rule: ClaimRule, _ kind: Int, _ match: RuleMatching.Match, _ number: Int32,
    _ sentence: ReportSentence, _ attribution: Attribution?, _ subject: ClaimSubject
  ) {
    let place = locator(sentence)
    let certainty = certainty(match, sentence, attribution)
    let values = values(of: rule, match, sentence)
    let speaker = attribution?.name ?? metadata.publisher ?? "the report itself"
    let key = Key(
      kind: kind, subject: subject, attribution: speaker, certainty: certainty,
      values: values)
    if let known = known[key] {
      addPlace(place, to: known)
      if isRepeated(number) { claimsBySentence[number, default: []].append(known) }
      return
    }
    guard proposals.count < limits.proposals else {
      unkept += 1
      return
    }
    let (from, until) = period(of: sentence, rule)
    known[key] = proposals.count
    if isRepeated(number) { claimsBySentence[number, default: []].append(proposals.count) }
    let count = (idCounts[PlacedKind(kind: rule.kind, place: place)] ?? 0) + 1
    idCounts[PlacedKind(kind: rule.kind, place: place)] = count
    proposals.append(
      ClaimProposal(
        kind: rule.kind, subject: subject, from: from, until: until, locators: [place],
        attribution: speaker, certainty: certainty, values: values,
        quantities: rule.kind == "quantity" ? quantities(of: sentence) : [],
        told: .proposed(
          ProposalTexts(
            report: report, rule: rule, match: match, sentence: placed.range, ordinal: count))))
  }

  private func quantities(of sentence: ReportSentence) -> [ReportQuantity] {
    scanned.marks(of: sentence).filter { $0.kind == .quantity }
      .map { scanned.quantities[Int($0.value)] }
  }

  private func certainty(
    _ match: RuleMatching.Match, _ sentence: ReportSentence, _ attribution: Attribution?
  ) -> String {
    if match.isUncertain || sentence.concepts.contains(ids.unclear) { return "unclear" }
    if sentence.concepts.contains(ids.reportedly) { return "reported" }
    if sentence.concepts.contains(ids.infer) { return "inferred" }
    if let attribution, attribution.kind != .document,
      attribution.publisher == nil || attribution.publisher != metadata.publisherCode
    {
      return "reported"
    }
    return "stated"
  }
}
