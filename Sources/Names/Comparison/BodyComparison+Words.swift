/// Names of bodies with words of their own.
extension BodyComparison {
  func byWords(
    _ places: PlaceRelation, _ functions: FunctionRelation, _ alignment: TokenAlignment
  ) -> NameVerdict {
    var coverage = alignment.coverage
    var reasons: [String] = []
    if !alignment.pairs.isEmpty {
      reasons.append("words agree: " + alignment.pairs.joined(separator: ", "))
    }
    var placeAgrees = false
    switch places {
    case .agrees(_, let reason):
      placeAgrees = true
      reasons.append(reason)
    case .encloses(let broader, let narrower, _):
      reasons.append(
        "\(knowledge.placeName(narrower)) lies within \(knowledge.placeName(broader))")
      coverage *= 0.95
    case .omitted: if !left.heads.isEmpty || !right.heads.isEmpty { coverage *= 0.9 }
    case .contradicts: break
    }
    let rung: IdentityComparison.Rung =
      left.scripts.first == right.scripts.first ? .englishName : .transliteration
    let loose = alignment.loose
    if !loose.left.isEmpty, !loose.right.isEmpty {
      return .different(
        explains ? "words contradict: \(words(loose.left)) / \(words(loose.right))" : "")
    }
    var result = NameVerdict(
      verdict: .different, strength: .weak, rung: rung, reasons: reasons)
    result.isThin = alignment.distinctiveLetters < 5 && !placeAgrees
    let met = alignment.distinctiveMatches > 0
    if !loose.left.isEmpty || !loose.right.isEmpty {
      result.reasons.append("only one name says \(words(loose.left + loose.right))")
      guard met, alignment.distinctiveLetters >= TokenAlignment.leastLetters,
        coverage >= TokenAlignment.leastCoverage
      else { return result }
      if isOfOneScript, saysElse(besides: loose, alignment, places) {
        result.reasons.append("the other says something else")
        guard coverage >= 0.75 else { return result }
      }
      result.verdict = .possible
      return result
    }
    return closely(result, places, functions, alignment, coverage: coverage)
  }

  /// Every distinctive word has found its partner; what remains are words of known meaning.
  private func closely(
    _ start: NameVerdict, _ places: PlaceRelation, _ functions: FunctionRelation,
    _ alignment: TokenAlignment, coverage: Double
  ) -> NameVerdict {
    var result = start
    let unmet = alignment.unmet
    let met = alignment.distinctiveMatches > 0
    let telling = (
      unmet.left + general(alignment.generic.left), unmet.right + general(alignment.generic.right)
    )
    let contradict = isOfOneScript ? telling : unmet
    if !contradict.0.isEmpty, !contradict.1.isEmpty, unmet.left.count + unmet.right.count > 0 {
      result.reasons.append(
        "words contradict: \(words(contradict.0)) / \(words(contradict.1))")
      if met, alignment.distinctiveLetters >= 5, coverage >= 0.75 { result.verdict = .possible }
      return result
    }
    if !unmet.left.isEmpty || !unmet.right.isEmpty {
      result.reasons.append("only one name says \(words(unmet.left + unmet.right))")
    }
    var placeAgrees = false
    if case .agrees = places { placeAgrees = true }
    let isEnough =
      met ? alignment.distinctiveLetters >= 3 : placeAgrees || alignment.matched.left >= 0.7
    if !met, coverage == 1, nothingDiffers {
      result.verdict = .possible
      result.strength = .moderate
      return result
    }
    guard isEnough, alignment.matched.left > 0 || placeAgrees else { return result }
    if coverage >= 0.8, met || placeAgrees {
      result.verdict = alignment.isApproximate ? .possible : .same
      result.strength = alignment.isApproximate ? .moderate : .strong
    } else if coverage >= 0.5 {
      result.verdict = .possible
      result.strength = coverage >= 0.65 ? .moderate : .weak
    }
    if !alignment.generic.left.isEmpty, !alignment.generic.right.isEmpty {
      // Of two companies of one group, neither form nor kind is the other's.
      if formsContradict { return .different("general words and legal forms contradict") }
      result = result.limited(to: .possible, "general words differ")
    } else if !telling.0.isEmpty || !telling.1.isEmpty, unmet.left.count + unmet.right.count == 0 {
      result = result.limited(to: .possible, "only one name says \(words(telling.0 + telling.1))")
    }
    if result.verdict == .same, unmet.left.count + unmet.right.count > 0 {
      result.verdict = .possible
    }
    if result.verdict == .same, case .omitted = functions, oneIsPublic {
      result = result.limited(to: .possible, "only one name states a public function")
    }
    if result.verdict == .same, case .partial(let reason) = functions {
      result = result.limited(to: .possible, reason)
    }
    if result.verdict == .same, case .agrees(firm: false, _) = functions {
      result = result.limited(to: .possible, "the words may speak of another function")
    }
    if result.verdict == .same, !placeAgrees, left.heads.isEmpty != right.heads.isEmpty {
      result = result.limited(to: .possible, "only one name states a place")
    }
    return result
  }

  /// In two languages a word may lack its partner only because nobody knows that it is one.
  private var isOfOneScript: Bool { Set(left.scripts) == Set(right.scripts) }

  /// Whether the name that has no such words says something that the other does not: a place, a
  /// field, a general word.
  private func saysElse(
    besides loose: (left: [NameToken], right: [NameToken]), _ alignment: TokenAlignment,
    _ places: PlaceRelation
  ) -> Bool {
    let isLeft = loose.left.isEmpty
    let words =
      isLeft
      ? alignment.unmet.left + general(alignment.generic.left)
      : alignment.unmet.right + general(alignment.generic.right)
    if !words.isEmpty { return true }
    let (own, other) = isLeft ? (left, right) : (right, left)
    return !own.heads.isEmpty && other.heads.isEmpty
  }

  /// General words that say more than what kind of undertaking it is.
  private func general(_ tokens: [NameToken]) -> [NameToken] {
    tokens.filter { token in
      !token.concepts.contains { knowledge.tables.formalConcepts.contains($0) }
    }
  }

  /// `1st International Bank` is `First International Bank`, and «Звезда» is `Zvezda`, whatever
  /// else the words mean.
  private var nothingDiffers: Bool {
    guard left.numbers == right.numbers else { return false }
    if !left.numbers.isEmpty, left.tokens.count >= 2 { return true }
    return !isOfOneScript && left.tokens.map(\.text).sorted() == right.tokens.map(\.text).sorted()
  }
}
