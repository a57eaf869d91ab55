internal import Formats
internal import Taxonomy

/// Whom and where a proposed claim is about.
extension ClaimProposer {
  /// Nil where the rule needs somebody whom the report does not name.
  func subject(
    of rule: ClaimRule, _ match: RuleMatching.Match, _ number: Int, _ sentence: ReportSentence
  ) -> ClaimSubject? {
    let place = place(near: match.anchor, number, sentence, of: rule)
    switch rule.role {
    case .programme:
      if let code = programme(number) { return .programme(code) }
    case .place: return place.map { .place($0) }
    case .company:
      if let company = company(before: match.anchor, sentence) ?? company(sentence) {
        return company
      }
    case .policeOrCompany:
      if !sentence.concepts.contains(ids.police), !namesHospital(sentence),
        let company = company(sentence)
      {
        return company
      }
    case .listed:
      if let body = named(match, sentence) ?? company(sentence) { return body }
    case .asked:
      if let asked = asked(match, sentence) { return asked }
      // `The Bureau did not respond`: not the company that another sentence named.
      if !namesBody(before: match.anchor, sentence), let silent = company(sentence) {
        return silent
      }
    default: break
    }
    return place.map {
      .bodies(functions: functions(of: rule.role, match, number, sentence), within: $0)
    }
  }

  /// What those do of whom the claim is, where they have no name of their own.
  func functions(
    of role: ClaimRule.Role, _ match: RuleMatching.Match, _ number: Int, _ sentence: ReportSentence
  ) -> [String] {
    switch role {
    case .police: ["policing"]
    case .health: [namesHospital(sentence) ? "hospital" : "health-authority"]
    case .local: ["local-government", "grassroots-organisation"]
    case .grassroots: ["grassroots-organisation"]
    case .populationOffice: ["population-control"]
    case .detention: ["detention"]
    case .paper: ["research"]
    case .company, .listed: ["company"]
    case .policeOrCompany:
      sentence.concepts.contains(ids.police)
        ? ["policing"] : [namesHospital(sentence) ? "hospital" : "company"]
    case .actor, .buyer, .programme, .place, .asked: actors(near: match.anchor, number, sentence)
    }
  }

  /// The place of the sentence, else of the sentences before, else of the report.
  ///
  /// Of a number, and of what is said against somebody, none is taken from elsewhere where the
  /// sentence names a place or a body that no table knows: it is that one's, wherever it lies.
  func place(
    near anchor: ReportMark, _ number: Int, _ sentence: ReportSentence, of rule: ClaimRule
  ) -> String? {
    let isParticular = rule.counts || rule.isAdverse
    if let own = place(in: sentence, number, near: anchor) {
      let isNamed = places.places(inSentence: number).contains {
        $0.mark.clause == anchor.clause || $0.mark.clause + 1 == anchor.clause
      }
      guard isParticular, !isNamed else { return own }
      // A body of its own clause goes before a place of another one.
      let clause = NearestPlace(text: text, anchor: anchor, sentence: sentence)
        .bounds(around: anchor)
      return names.placeOfBody(sentence, within: clause) != nil ? places.onlyCountry : own
    }
    if isParticular, names.elsewhere(sentence, asSubject: rule.counts) != nil {
      return places.onlyCountry
    }
    var index = number - 1
    while index >= 0, index >= number - 3 {
      let earlier = scanned.sentences[index]
      if earlier.segment == sentence.segment {
        if let found = place(in: earlier, index, near: anchor) { return found }
        if isParticular, names.elsewhere(earlier, asSubject: rule.counts) != nil {
          return places.onlyCountry
        }
      }
      index -= 1
    }
    guard places.isScattered else { return places.narrowMain ?? places.main }
    return lastPlace(before: number) ?? (isParticular ? nil : places.main)
  }

  /// In a report on several countries: the place that was named last, not long before.
  private func lastPlace(before number: Int) -> String? {
    for index in stride(from: number - 1, through: max(0, number - 6), by: -1) {
      if let place = places.places(inSentence: index).last { return places.code(of: place.node) }
    }
    return nil
  }

  /// The nearest place, or a smaller one within it that the sentence names too.
  private func place(
    in sentence: ReportSentence, _ number: Int, near anchor: ReportMark
  ) -> String? {
    let named = places.places(inSentence: number)
    guard !named.isEmpty else { return nil }
    let nearby = NearestPlace(text: text, anchor: anchor, sentence: sentence)
    guard let (nearest, found) = nearby.choose(named, police: edgesOfPolice(sentence)) else {
      return nil
    }
    var node = nearest.node
    if found.count > 1 {
      for place in found where places.isWithin(place.node, node) { node = place.node }
    }
    let best = places.code(of: node)
    // Of a list of places none alone is meant.
    if found.count > 2, best.utf8.count > 5 {
      let codes = vocabulary.placeCodes
      let listed = Set(found.map(\.node).filter { codes.length[$0] > 5 })
      if listed.count > 2, Set(listed.map { codes.province[$0] }).count == 1,
        anchor.clause != nearest.mark.clause || listed.count > 4
      {
        return PlaceCodes.province(of: best)
      }
    }
    // The capital often stands for the government.
    if best == "CN-11", places.main != "CN-11", sentence.concepts.contains(ids.authority) {
      return "CN"
    }
    // A country that is only an adjective gives way to the place that the report is about.
    if best.utf8.count == 2, let main = places.main, places.isMainWithin(best) { return main }
    return best
  }

  /// The clauses of a sentence in which a concept stands.
  private func clauses(of concept: Int, _ sentence: ReportSentence) -> [Int32] {
    guard sentence.concepts.contains(concept) else { return [] }
    return scanned.marks(of: sentence).lazy
      .filter { $0.kind == .concept && Int($0.value) == concept }.map(\.clause)
  }

  /// The units at which words for police begin, and, below zero, those behind which they end.
  private func edgesOfPolice(_ sentence: ReportSentence) -> [Int32] {
    var edges: [Int32] = []
    guard sentence.concepts.contains(ids.police) else { return edges }
    for mark in scanned.marks(of: sentence)
    where mark.kind == .concept && Int(mark.value) == ids.police {
      edges.append(mark.units.lowerBound)
      edges.append(-mark.units.upperBound)
    }
    return edges
  }

  /// The functions of the bodies that the sentence names near the anchor.
  private func actors(
    near anchor: ReportMark, _ number: Int, _ sentence: ReportSentence
  ) -> [String] {
    let reach: Int32 = sentence.isHan ? 40 : 18
    var found: UInt8 = 0
    let denials = clauses(of: ids.deny, sentence)
    for index in sentence.marks where scanned.marks[Int(index)].kind == .concept {
      let mark = scanned.marks[Int(index)]
      let gap = abs(mark.units.lowerBound - anchor.units.lowerBound)
      // 县政府对此予以否认: who denies it in another clause is not who does it.
      if denials.contains(mark.clause), mark.clause != anchor.clause { continue }
      if Int(mark.value) == ids.military, gap < 6 { return ["xpcc"] }
      if gap <= reach { found |= vocabulary.actors.bit(of: Int(mark.value)) }
    }
    return vocabulary.actors.list(found)
  }

  /// Who is named in the clause that says of somebody that there was no answer, else in the
  /// sentence: `Asked about the police, the county government did not answer`.
  private func asked(
    _ match: RuleMatching.Match, _ sentence: ReportSentence
  ) -> ClaimSubject? {
    let clause = match.anchor.clause
    let marks = scanned.marks(of: sentence)
    if let mark = marks.last(where: { $0.kind == .company && $0.clause == clause }) {
      return entity(scanned.names[Int(mark.value)])
    }
    if let body = namedBodies(sentence, in: clause).first { return body }
    if namesBody(before: match.anchor, sentence) { return nil }
    return company(of: sentence) ?? named(match, sentence)
  }

  /// Whether a word for a body stands before the anchor in its clause.
  private func namesBody(before anchor: ReportMark, _ sentence: ReportSentence) -> Bool {
    scanned.marks(of: sentence).contains { mark in
      mark.kind == .concept && mark.clause == anchor.clause
        && mark.units.upperBound <= anchor.units.lowerBound
        && (Int(mark.value) == ids.police || Int(mark.value) == ids.authority
          || Int(mark.value) == ids.health || vocabulary.actors.bit(of: Int(mark.value)) != 0)
    }
  }

  func namesHospital(_ sentence: ReportSentence) -> Bool {
    scanned.marks(of: sentence).contains {
      $0.kind == .function && Int($0.value) == vocabulary.hospital
    }
  }

  /// A programme that the sentence or one near it names.
  private func programme(_ number: Int) -> String? {
    for distance in [0, -1, 1, -2, -3] {
      let index = number + distance
      guard scanned.sentences.indices.contains(index) else { continue }
      let marks = scanned.marks(of: scanned.sentences[index])
      if let mark = marks.first(where: { $0.kind == .programme }) {
        return vocabulary.programmes[Int(mark.value)].code
      }
    }
    return nil
  }

  /// The company that the sentence names.
  private func company(of sentence: ReportSentence) -> ClaimSubject? {
    guard let mark = scanned.marks(of: sentence).first(where: { $0.kind == .company }) else {
      return nil
    }
    return entity(scanned.names[Int(mark.value)])
  }

  /// The last company that the sentence names before the anchor: who does what it says.
  private func company(before anchor: ReportMark, _ sentence: ReportSentence) -> ClaimSubject? {
    let mark = scanned.marks(of: sentence).filter {
      $0.kind == .company && $0.units.upperBound <= anchor.units.lowerBound
    }.max { $0.units.lowerBound < $1.units.lowerBound }
    return mark.map { entity(scanned.names[Int($0.value)]) }
  }

  /// The company that the sentence names, or that was named last.
  private func company(_ sentence: ReportSentence) -> ClaimSubject? {
    company(of: sentence) ?? lastCompany.map(entity)
  }

  private func entity(_ name: String) -> ClaimSubject {
    let isHan = name.unicodeScalars.contains { HanFolding.isHan($0.value) }
    return .entity(name: name, chinese: isHan ? name : nil)
  }

  /// A body with a name of its own.
  private func named(_ match: RuleMatching.Match, _ sentence: ReportSentence) -> ClaimSubject? {
    namedBodies(sentence).first
  }

  /// All bodies of the sentence that have names of their own.
  func namedBodies(_ sentence: ReportSentence, in clause: Int32? = nil) -> [ClaimSubject] {
    var found: [ClaimSubject] = []
    for mark in scanned.marks(of: sentence)
    where mark.kind == .function && (clause ?? mark.clause) == mark.clause {
      let range = bodies.range(of: mark, in: sentence)
      guard range.count > mark.range.count || mark.units.count > 2 else { continue }
      let subject = entity(text.string(Int(range.lowerBound)..<Int(range.upperBound)))
      if !found.contains(subject) { found.append(subject) }
    }
    return found
  }
}
