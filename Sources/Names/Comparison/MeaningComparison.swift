/// Holds the name of a body in Han characters against one in letters.
///
/// Where words of the body's own have met, what is left of known words weighs little. Where none
/// has, the name is nothing but place, field, kind and number, and each of them must agree.
struct MeaningComparison {
  let knowledge: NameKnowledge
  let left: ParsedName
  let right: ParsedName
  let numbers: NumberRelation
  let functions: FunctionRelation
  let explains: Bool

  func verdict() -> NameVerdict {
    var alignment = MeaningAlignment(left, right, tables: knowledge.tables)
    if alignment.isContradictedByName {
      return .different("bodies contradict: \(clash(alignment) { $0.named })")
    }
    let forms = ShortForm(knowledge.tables)
    let isExplained =
      left.isHan != right.isHan
      && (forms.meet(left, right, &alignment) || forms.meetPlace(left, right, &alignment))
    let places = LocalPlaces(
      left, right, knowledge: knowledge, isExplained: isExplained, explains: explains)
    var result = NameVerdict(
      verdict: .different, strength: .weak,
      rung: left.isHan == right.isHan ? .conceptual : .transliteration, reasons: [])
    if explains, !alignment.pairs.isEmpty {
      result.reasons.append("words agree: " + alignment.explanation)
    }
    if let reason = places.reason { result.reasons.append(reason) }
    if !alignment.left.own.isEmpty, !alignment.right.own.isEmpty {
      result.reasons.append("words contradict: \(clash(alignment) { $0.own })")
      return result
    }
    return alignment.ownLetters > 0
      ? byOwnWords(result, alignment, places) : byMeaning(result, alignment, places)
  }

  private func clash(
    _ alignment: MeaningAlignment, _ tokens: (MeaningAlignment.Side) -> [NameToken]
  ) -> String {
    guard explains else { return "" }
    let sides = (tokens(alignment.left), tokens(alignment.right))
    return "\(MeaningAlignment.words(sides.0)) / \(MeaningAlignment.words(sides.1))"
  }

  /// What a side says beyond the other, other than company, group and China.
  private func extra(_ side: MeaningAlignment.Side) -> [NameToken] {
    side.rest.filter { token in
      token.kind != .body && token.kind != .qualifier
        && !token.concepts.contains { knowledge.tables.formalConcepts.contains($0) }
    }
  }

  // MARK: words of its own have met

  private func byOwnWords(
    _ start: NameVerdict, _ alignment: MeaningAlignment, _ places: LocalPlaces
  ) -> NameVerdict {
    var result = start
    let letters = alignment.ownLetters
    let supports = alignment.count(.word, .service, .named) > 0 || places.agree
    let own = alignment.left.own + alignment.right.own
    let words = (alignment.left.words, alignment.right.words)
    result.isThin = letters < 5 && !supports
    if !words.0.isEmpty, !words.1.isEmpty {
      result.reasons.append("words contradict: \(clash(alignment) { $0.words })")
      guard letters >= 5, supports, own.isEmpty else { return result }
      result.verdict = .possible
      return result
    }
    let missing = own + words.0 + words.1
    if !missing.isEmpty {
      result.reasons.append("only one name says \(MeaningAlignment.words(missing))")
    }
    guard letters >= 3, own.isEmpty || letters >= 5 && supports,
      missing.isEmpty || !isSchool(alignment)
    else { return result }
    result.verdict = .same
    result.strength = .strong
    if !missing.isEmpty { result = weakened(result, nil) }
    if !alignment.left.bodies.isEmpty, !alignment.right.bodies.isEmpty {
      result = weakened(result, "kind of body differs: \(clash(alignment) { $0.bodies })")
    }
    if case .isUnit(let unit) = UnitRelation(alignment) {
      result = weakened(result, "only one name speaks of a unit: \(unit)")
    }
    let general = (extra(alignment.left), extra(alignment.right))
    if !general.0.isEmpty, !general.1.isEmpty {
      result = weakened(result, "general words differ")
    } else if missing.isEmpty, !general.0.isEmpty || !general.1.isEmpty {
      result = result.limited(
        to: .possible, "only one name says \(MeaningAlignment.words(general.0 + general.1))")
    }
    return settled(result, alignment, places)
  }

  // MARK: nothing but meaning

  private func byMeaning(
    _ start: NameVerdict, _ alignment: MeaningAlignment, _ places: LocalPlaces
  ) -> NameVerdict {
    var result = start
    if !alignment.left.bodies.isEmpty, !alignment.right.bodies.isEmpty {
      result.reasons.append("kind of body contradicts: \(clash(alignment) { $0.bodies })")
      return result
    }
    if places.encloses, isSchool(alignment) {
      result.reasons.append("place contradicts: each school states its own")
      return result
    }
    let unit = UnitRelation(alignment)
    if case .isUnit(let name) = unit {
      result.reasons.append("a unit is not its parent: only one name says \(name)")
      return result
    }
    var extras = (extra(alignment.left), extra(alignment.right))
    if case .parentOmitted = unit { extras = withoutParents(extras, alignment) }
    var sides = (
      extras.0.map(\.shown) + places.onlyLeft + functionsOnly(left, right),
      extras.1.map(\.shown) + places.onlyRight + functionsOnly(right, left)
    )
    // A well-known body is none of another place.
    if !places.onlyLeft.isEmpty { sides.1 += alignment.opened.right }
    if !places.onlyRight.isEmpty { sides.0 += alignment.opened.left }
    if !sides.0.isEmpty, !sides.1.isEmpty {
      result.reasons.append(
        "words contradict: \(sides.0.joined(separator: " ")) / "
          + sides.1.joined(separator: " "))
      return result
    }
    let missing = extras.0 + extras.1
    if !missing.isEmpty {
      result.reasons.append("only one name says \(MeaningAlignment.words(missing))")
      guard isBearable(missing, alignment, places) else { return result }
    }
    let evidence = alignment.count(.word, .service) + 2 * alignment.count(.named)
    let hasBody = !alignment.bodyPairs.isEmpty
    let general = alignment.count(.generic)
    guard
      evidence + general > 0 || places.agree && (hasBody || hasNumber)
        || hasBody && hasTellingNumber,
      evidence > 1 || hasBody || places.agree
    else { return result }
    result.verdict = .same
    result.strength = .strong
    result.isThin = evidence < 2 && !places.agree
    if evidence == 0, !places.agree { result = weakened(result, "only general words have met") }
    if !missing.isEmpty { result = weakened(result, nil) }
    if case .parentOmitted(let name) = unit {
      result = weakened(result, "only one name states the parent: \(name)")
    }
    if isCommercial, evidence < 4, !places.agree, alignment.count(.named) == 0 {
      result = weakened(result, "the name consists of general words")
    }
    return settled(result, alignment, places)
  }

  private var hasNumber: Bool { !left.numbers.isEmpty && left.numbers == right.numbers }

  /// 解放军63618部队: so many digits number one unit of a whole army.
  private var hasTellingNumber: Bool {
    hasNumber && left.numbers.contains { $0 >= 10_000 } && !left.institutional.isEmpty
      && !right.institutional.isEmpty
  }

  private var isCommercial: Bool {
    [left, right].contains { name in
      name.legalForm != nil && !name.tokens.contains { $0.kind == .body }
    }
  }

  /// The words before a parent's body in Han characters belong to the parent.
  private func withoutParents(
    _ extras: ([NameToken], [NameToken]), _ alignment: MeaningAlignment
  ) -> ([NameToken], [NameToken]) {
    func kept(_ tokens: [NameToken], _ side: MeaningAlignment.Side) -> [NameToken] {
      guard side.isHan, let parent = side.bodies.last else { return tokens }
      return tokens.filter { $0.units.lowerBound > parent.units.lowerBound }
    }
    return (kept(extras.0, alignment.left), kept(extras.1, alignment.right))
  }

  /// Public functions that only one name states and that are no service.
  private func functionsOnly(_ name: ParsedName, _ other: ParsedName) -> [String] {
    let general: Set<String> = [
      "military", "military-medical", "paramilitary", "police", "police-academy", "border-police",
    ]
    return name.institutional.filter { function in
      !general.contains(function.code) && !other.institutional.contains { $0.code == function.code }
    }.map(\.phrase)
  }

  /// Whether words that one name has alone may be left out in the other.
  private func isBearable(
    _ missing: [NameToken], _ alignment: MeaningAlignment, _ places: LocalPlaces
  ) -> Bool {
    let words = alignment.count(.word, .service)
    if missing.allSatisfy({ says($0, knowledge.tables.parentServices) }) {
      let meetsArm = alignment.pairs.contains { pair in
        pair.left.contains { says($0, knowledge.tables.armConcepts) }
      }
      return meetsArm || words + 2 * alignment.count(.named) >= 2
    }
    if isSchool(alignment) { return false }
    if missing.allSatisfy({ $0.kind == .named }) {
      return alignment.count(.named) > 0 || words > 0 && !alignment.bodyPairs.isEmpty
    }
    if missing.allSatisfy({ $0.kind == .generic || $0.kind == .named }) {
      return places.agree || hasNumber || words + 2 * alignment.count(.named) >= 2
    }
    guard missing.count == 1, !alignment.bodyPairs.isEmpty else { return false }
    return words >= 3 || hasNumber || missing[0].kind == nil && places.agree && words >= 1
  }

  private func says(_ token: NameToken, _ concepts: Set<UInt16>) -> Bool {
    token.concepts.contains { concepts.contains($0) }
  }

  /// Whether the names met in a school; an institute or academy may as well do research.
  private func isSchool(_ alignment: MeaningAlignment) -> Bool {
    let tables = knowledge.tables
    return alignment.bodyPairs.contains { pair in
      let tokens = pair.left + pair.right
      return tokens.allSatisfy { says($0, tables.schoolConcepts) }
        && !tokens.allSatisfy { says($0, tables.researchConcepts) }
    }
  }

  // MARK: what limits an agreement

  private func weakened(_ verdict: NameVerdict, _ reason: String?) -> NameVerdict {
    var copy = verdict
    copy.verdict = min(copy.verdict, .possible)
    copy.strength = min(copy.strength, .moderate)
    if let reason { copy.reasons.append(reason) }
    return copy
  }

  private func settled(
    _ start: NameVerdict, _ alignment: MeaningAlignment, _ places: LocalPlaces
  ) -> NameVerdict {
    var result = start
    for doubt in alignment.doubts { result = weakened(result, doubt) }
    if let doubt = places.doubt { result = weakened(result, doubt) }
    if case .omitted(let reason) = numbers { result = weakened(result, reason) }
    if case .partial(let reason) = functions { result = weakened(result, reason) }
    return result
  }
}
