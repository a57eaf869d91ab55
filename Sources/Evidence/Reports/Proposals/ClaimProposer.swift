internal import Formats
internal import Taxonomy

/// Goes through the sentences of a report and proposes claims, each with its place and reasons.
///
/// A class, because it holds so much that each question to a copy of it would cost more than the
/// answer.
final class ClaimProposer {
  private let shared: Shared<ReportVocabulary>
  let text: ReportText
  let scanned: ScannedReport
  let metadata: ReportMetadata
  let limits: ReportLimits
  let places: PlaceResolution
  let ids: StanceConcepts
  let names: UnknownNames
  let bodies: BodyReader
  private(set) var proposals: [ClaimProposal] = []
  private(set) var unkept = 0
  /// What sentences say without saying of whom or where, so that nothing is proposed.
  private(set) var unplaced: [UnplacedStatement] = []
  private(set) var citedSources: [CitedSource] = []
  /// Sentences whose speaker is not among them, since there are so many.
  private(set) var unkeptCitations = 0
  private let matching: RuleMatching
  private let reader: AttributionReader
  /// Which proposals may say the same, so that one gets one more place instead of standing twice.
  private var known = HashSlots()
  /// What was proposed from which sentence, for the sentences that say the same again.
  private var claimsBySentence: [Int32: [Int]] = [:]
  private var cited: [Attribution: Int] = [:]
  /// How many proposals there are of a kind at a place.
  private var ordinals = HashSlots()
  /// Sentences that are said again further down; no others are looked up by their claims.
  private let repeated: Set<Int32>
  /// Where the sentence that was told last begins, and its place.
  private var placed = Placed(start: -1, places: 0...0, locators: [""])
  /// The dates of the sentence that was asked for them last, and where that begins.
  var dated: (start: Int32, dates: [ReportDate]) = (-1, [])
  private let report: ProposalTexts.Report
  /// The latest year that the report names.
  let lastYear: Int
  /// What the whole report speaks of, so that no sentence has to say it again.
  let topic: ConceptSet
  /// The paragraph that speaks to a machine.
  private var addressed: Int32 = -1
  /// The company that was named last, which `the company` means.
  var lastCompany: String?

  private struct Placed {
    var start: Int32
    var places: ClosedRange<Int>
    /// One locator, shared by all proposals of the sentence.
    var locators: [String]
  }

  var vocabulary: ReportVocabulary { shared.value }

  init(
    vocabulary: Shared<ReportVocabulary>, text: ReportText, scanned: ScannedReport,
    metadata: ReportMetadata, limits: ReportLimits
  ) {
    shared = vocabulary
    self.text = text
    self.scanned = scanned
    self.metadata = metadata
    self.limits = limits
    lastYear = scanned.dates.lazy.filter { $0.day != nil }.map(\.year).max() ?? 0
    places = PlaceResolution(scanned, vocabulary.value, text)
    repeated = Set(scanned.sentences.lazy.map(\.repeats).filter { $0 >= 0 })
    ids = vocabulary.value.ids
    topic = ClaimProposer.topic(of: scanned, ids)
    matching = RuleMatching(text: text, report: scanned, ids: ids)
    report = ProposalTexts.Report(
      text: text, matching: matching, publisher: metadata.publisher)
    reader = AttributionReader(
      vocabulary: vocabulary, text: text, report: scanned,
      own: metadata.publisher.map(OutletNames.key))
    names = UnknownNames(text: text, scanned: scanned, ids: ids)
    bodies = BodyReader(vocabulary: vocabulary, text: text)
    proposals.reserveCapacity(min(scanned.sentences.count, limits.proposals))
  }

  func run() {
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
      let attribution = reader.attribution(of: sentence)
      if let attribution, isSource(sentence) { cite(attribution, sentence) }
      let segment = text.segments[Int(sentence.segment)].kind
      // What is said to a machine that reads the text says nothing of the world.
      if sentence.concepts.contains(ids.prompt) { addressed = sentence.segment }
      guard segment != .furniture, sentence.segment != addressed, matching.mayClaim(sentence) else {
        continue
      }
      var around = matching.around(number)
      around.formUnion(topic)
      var kinds: UInt64 = 0
      masks.forEachAdmitted(sentence.concepts, around: around) { index in
        // One kind once in a sentence: the first rule of the table is the most telling.
        let kind: UInt64 = 1 << UInt64(masks.kinds[index])
        guard kinds & kind == 0 else { return }
        let rule = rules[index]
        guard let match = matching.match(rule, in: sentence, around: around),
          segment != .caption || rule.kind == "place-context"
        else { return }
        kinds |= kind
        propose(rule, masks.kinds[index], match, number, sentence, attribution)
      }
    }
  }

  /// DNA and biometric data, or blood, where a heading at the start or one of six sentences speaks
  /// of it.
  private static func topic(of scanned: ScannedReport, _ ids: StanceConcepts) -> ConceptSet {
    var topic = ConceptSet.empty
    for part in [ConceptSet([ids.dna, ids.biometric]), ConceptSet([ids.blood])] {
      var count = 0
      var isHeaded = false
      for (number, sentence) in scanned.sentences.enumerated()
      where sentence.concepts.intersects(part) {
        count += 1
        if sentence.isHeading, number < 3 { isHeaded = true }
      }
      if count > 1, isHeaded || count > 2 && count * 6 >= scanned.sentences.count {
        topic.formUnion(part)
      }
    }
    return topic
  }

  private func place(_ sentence: ReportSentence) {
    if placed.start == sentence.range.lowerBound { return }
    let places = text.places(of: text.words(of: sentence))
    // Sentences of one paragraph stand at one place.
    if placed.start < 0 || places != placed.places {
      placed.places = places
      placed.locators = [text.locator(places)]
    }
    placed.start = sentence.range.lowerBound
  }

  private func locator(_ sentence: ReportSentence) -> String {
    place(sentence)
    return placed.locators[0]
  }

  /// Who only comments, or cannot confirm it, is no source of what the report says.
  private func isSource(_ sentence: ReportSentence) -> Bool {
    !sentence.concepts.contains(ids.noVoice) && !sentence.concepts.contains(ids.noReply)
  }

  private func cite(_ attribution: Attribution, _ sentence: ReportSentence) {
    let locator = locator(sentence)
    if let place = cited[attribution] {
      citedSources[place].count += 1
      if citedSources[place].locators.count < 50 { citedSources[place].locators.append(locator) }
    } else if citedSources.count < limits.speakers {
      cited[attribution] = citedSources.count
      citedSources.append(CitedSource(attribution: attribution, locators: [locator], count: 1))
    } else {
      unkeptCitations += 1
    }
  }

  private func isRepeated(_ number: Int32) -> Bool {
    !repeated.isEmpty && repeated.contains(number)
  }

  /// The same words further down are one more place of what they claim.
  private func addRepetition(_ sentence: ReportSentence) {
    guard let claims = claimsBySentence[sentence.repeats] else { return }
    for claim in claims { addPlace(locator(sentence), to: claim) }
  }

  private func addPlace(_ place: String, to claim: Int) {
    guard proposals[claim].locators.count < limits.locators,
      proposals[claim].locators.last != place
    else { return }
    proposals[claim].locators.append(place)
  }

  private func propose(
    _ rule: ClaimRule, _ kind: Int, _ match: RuleMatching.Match, _ number: Int,
    _ sentence: ReportSentence, _ attribution: Attribution?
  ) {
    if rule.counts, let parts = numbersBySubject(rule, match, number, sentence) {
      for (subject, numbers) in parts {
        add(
          rule, kind, match, Int32(number), sentence, attribution, subject, counting: numbers)
      }
      return
    }
    guard let subject = subject(of: rule, match, number, sentence) else {
      let subject = unresolvedSubject(of: rule, match, number, sentence)
      noteUnplaced(rule, sentence, isProposed: subject != nil)
      if let subject {
        add(
          rule, kind, match, Int32(number), sentence, attribution, subject, isUnresolved: true)
      }
      return
    }
    add(rule, kind, match, Int32(number), sentence, attribution, subject)
    guard rule.role == .asked else { return }
    for other in namedBodies(sentence, in: match.anchor.clause) where other != subject {
      add(rule, kind, match, Int32(number), sentence, attribution, other)
    }
  }

  private func noteUnplaced(
    _ rule: ClaimRule, _ sentence: ReportSentence, isProposed: Bool
  ) {
    let locator = locator(sentence)
    if let last = unplaced.indices.last, unplaced[last].start == sentence.range.lowerBound,
      unplaced[last].isProposed == isProposed
    {
      unplaced[last].kinds.append(rule.kind)
    } else if unplaced.count < limits.proposals {
      unplaced.append(
        UnplacedStatement(
          start: sentence.range.lowerBound, locator: locator, kinds: [rule.kind],
          namesNobody: rule.role.isNamed, isProposed: isProposed))
    }
  }

  private func add(
    _ rule: ClaimRule, _ kind: Int, _ match: RuleMatching.Match, _ number: Int32,
    _ sentence: ReportSentence, _ attribution: Attribution?, _ subject: ClaimSubject,
    isUnresolved: Bool = false, counting numbers: [ReportMark]? = nil
  ) {
    place(sentence)
    let certainty = certainty(match, sentence, attribution)
    let values = values(of: rule, match, sentence, counting: numbers)
    let speaker = attribution?.name ?? metadata.publisher ?? "the report itself"
    let hash = ClaimProposer.hash(kind, subject, speaker, values)
    // Field by field, because a proposal is long to copy.
    let same = known.first(hash) { number in
      let place = Int(number) - 1
      return proposals[place].kind == rule.kind && proposals[place].certainty == certainty
        && proposals[place].attribution == speaker && proposals[place].subject == subject
        && proposals[place].values == values
    }
    if same > 0 {
      let claim = Int(same) - 1
      addPlace(placed.locators[0], to: claim)
      if isRepeated(number) { claimsBySentence[number, default: []].append(claim) }
      return
    }
    guard proposals.count < limits.proposals else {
      unkept += 1
      return
    }
    let (from, until) = period(of: sentence, rule)
    if isRepeated(number) { claimsBySentence[number, default: []].append(proposals.count) }
    let ordinal = ordinals.count(
      ClaimProposer.hash([kind, placed.places.lowerBound, placed.places.upperBound]))
    proposals.append(
      ClaimProposal(
        kind: rule.kind, subject: subject, from: from, until: until, locators: placed.locators,
        attribution: speaker, certainty: certainty, values: values,
        quantities: rule.counts ? quantities(of: sentence, numbers) : [],
        told: .proposed(
          ProposalTexts(
            report: report, rule: rule, match: match, number: number,
            ordinal: Int32(truncatingIfNeeded: ordinal), isUnresolved: isUnresolved))))
    known.insert(hash, UInt32(truncatingIfNeeded: proposals.count))
  }
}
