/// Holds the name of one body against that of another.
struct BodyComparison {
  let knowledge: NameKnowledge
  let left: ParsedName
  let right: ParsedName
  /// Whether the countries of both bodies are known and one of them is common to both.
  let countriesAgree: Bool
  let countriesContradict: Bool
  let explains: Bool

  func verdict() -> NameVerdict {
    let places = PlaceRelation(
      left.heads, right.heads, knowledge: knowledge, explains: explains)
    let functions = FunctionRelation(left, right)
    if case .contradicts(let reason) = places { return .different(reason) }
    let numbers = NumberRelation(left, right, explains: explains)
    if case .contradicts(let reason) = numbers { return .different(reason) }
    if case .contradicts(let reason) = functions { return .different(reason) }
    if isAcrossScripts ? !isBureau(functions) : bothNamed && left.folded != right.folded {
      return MeaningComparison(
        knowledge: knowledge, left: left, right: right, numbers: numbers, functions: functions,
        explains: explains
      ).verdict()
    }
    let alignment = TokenAlignment(
      left.tokens, right.tokens, pinyin: isChinese ? knowledge.tables.syllables : nil,
      explains: explains)
    var result: NameVerdict
    if isPublicBody(functions), hasNoNameOfItsOwn {
      result = conceptual(places, functions, alignment)
    } else if left.folded == right.folded || (left.core == right.core && !left.core.isEmpty) {
      result = equalNames(alignment)
    } else if countriesAgree, Acronym.stands(left, for: right) || Acronym.stands(right, for: left) {
      result = NameVerdict(
        verdict: .possible, strength: .moderate, rung: .englishName,
        reasons: ["one name is made of the initials of the other"])
    } else {
      result = byWords(places, functions, alignment)
    }
    if case .omitted(let reason) = numbers { result = result.limited(to: .possible, reason) }
    if result.verdict == .same, let doubt = schoolDoubt(alignment) {
      result = weakened(result, doubt)
    }
    return withSlip(result)
  }

  /// Names that differ by a slip are possible, whatever their words were taken for.
  private func withSlip(_ verdict: NameVerdict) -> NameVerdict {
    guard verdict.verdict == .different || verdict.strength == .weak,
      let slip = SlipComparison(knowledge: knowledge, left: left, right: right).reason
    else { return verdict }
    var result = verdict
    result.verdict = .possible
    result.strength = .moderate
    result.reasons = [slip] + verdict.reasons
    return result
  }

  /// Beijing has an Institute of Technology and a University of Technology.
  private func schoolDoubt(_ alignment: TokenAlignment) -> String? {
    alignment.renderings.first {
      knowledge.tables.isDoubtfulRendering($0.left, $0.right)
    }.map { "schools differ by such words: \($0.left.text) / \($0.right.text)" }
  }

  private var isAcrossScripts: Bool { left.isHan != right.isHan }

  /// Whether both names speak of well-known bodies, such as the institutes of a group.
  private var bothNamed: Bool {
    [left, right].allSatisfy { $0.tokens.contains { $0.kind == .named } }
  }

  /// Whether a name speaks of China, where words in letters may be pinyin.
  private var isChinese: Bool {
    (left.heads + right.heads).contains { $0.code.hasPrefix("CN") }
  }

  /// A public body known by place and function alone; schools and institutes of the forces are
  /// known by their fields.
  private func isBureau(_ functions: FunctionRelation) -> Bool {
    guard isPublicBody(functions), hasNoNameOfItsOwn else { return false }
    let forces: Set<String> = ["military", "military-medical", "paramilitary"]
    let codes = (left.institutional + right.institutional).map(\.code)
    return !codes.contains(where: forces.contains)
      || !(left.tokens + right.tokens).contains { $0.kind == .body || $0.kind == .named }
  }

  /// Both names state a public function, or only one does and it is police named by place.
  private func isPublicBody(_ functions: FunctionRelation) -> Bool {
    if case .omitted = functions { return false }
    return true
  }

  private var hasNoNameOfItsOwn: Bool {
    !left.tokens.contains(where: \.isDistinctive) && !right.tokens.contains(where: \.isDistinctive)
  }

  private func equalNames(_ alignment: TokenAlignment) -> NameVerdict {
    let isExact = left.folded == right.folded
    if !isExact, formsContradict {
      return NameVerdict(
        verdict: .possible, strength: .moderate, rung: .legalName,
        reasons: [
          "the names are equal: \(left.core)",
          "legal form contradicts: \(left.legalForm ?? "") / \(right.legalForm ?? "")",
        ])
    }
    var result = NameVerdict(
      verdict: .same, strength: isExact ? .exact : .strong, rung: .legalName,
      reasons: [
        isExact
          ? "the names are equal: \(left.original) / \(right.original)"
          : "the names are equal but for the legal form: \(left.core)"
      ])
    result.isThin = isThin(alignment)
    return result
  }

  /// An association or an institution of the state is no company of the same name.
  var formsContradict: Bool {
    guard let first = left.legalForm, let second = right.legalForm, first != second else {
      return false
    }
    return ["association", "state", "partnership"].contains { $0 == first || $0 == second }
  }

  /// One short acronym, or words that stand in very many names, tell nothing by themselves.
  private func isThin(_ alignment: TokenAlignment) -> Bool {
    let words = left.tokens.filter { !$0.isGeneric }
    if words.isEmpty { return left.heads.isEmpty || left.tokens.isEmpty }
    guard words.count == 1, left.heads.isEmpty else { return false }
    // The whole name of a well-known body is one word here and says much; its short form does not.
    if words[0].kind == .named, left.core.utf8.count > 12 { return false }
    if !words[0].isDistinctive { return left.tokens.count < 3 }
    guard words[0].text.utf8.count <= 4 else { return false }
    return !(countriesAgree && left.tokens.count > 1)
  }

  // MARK: public bodies, by place and function

  private func conceptual(
    _ places: PlaceRelation, _ functions: FunctionRelation, _ alignment: TokenAlignment
  ) -> NameVerdict {
    var result = NameVerdict(verdict: .same, strength: .strong, rung: .conceptual, reasons: [])
    if left.folded == right.folded { result.strength = .exact }
    switch functions {
    case .agrees(let isFirm, let reason):
      result.reasons.append(reason)
      if !isFirm { result = weakened(result, "the words may speak of another function") }
    case .partial(let reason): result = weakened(result, reason)
    case .omitted, .contradicts: break
    }
    switch places {
    case .agrees(let isFirm, let reason):
      result.reasons.insert(reason, at: 0)
      if !isFirm { result = weakened(result, "a name leaves open which such place it means") }
    case .encloses(let broader, let narrower, let isCountry):
      let words =
        "\(knowledge.placeName(narrower)) lies within \(knowledge.placeName(broader))"
      guard isCountry || statesNoRank else {
        return .different("place contradicts: \(words), and each name states its own")
      }
      result = weakened(result, "one name omits the lower place: \(words)")
      result.strength = .weak
    case .omitted: result = withoutPlace(result)
    case .contradicts: break
    }
    let extra = (alignment.unmet.left, alignment.unmet.right)
    if !extra.0.isEmpty, !extra.1.isEmpty {
      return .different("words contradict: \(words(extra.0)) / \(words(extra.1))")
    }
    if !extra.0.isEmpty || !extra.1.isEmpty {
      result = weakened(result, "only one name says \(words(extra.0 + extra.1))")
    }
    return result
  }

  private func weakened(_ verdict: NameVerdict, _ reason: String) -> NameVerdict {
    var copy = verdict.limited(to: .possible, reason)
    copy.strength = min(copy.strength, .moderate)
    return copy
  }

  /// A ministry is told by its country; any other body without a place may be one of thousands.
  private func withoutPlace(_ verdict: NameVerdict) -> NameVerdict {
    let bothOmit = left.heads.isEmpty && right.heads.isEmpty
    if countriesContradict {
      return .different("neither name states a common place, and the countries contradict")
    }
    let national = [left, right].map { name in
      name.functions.contains(where: \.isNational)
    }
    let isNational = national[0] || national[1]
    // A ministry's institute is no bureau of a city, though only one name states a place.
    if national[0] != national[1], !bothOmit {
      return .different("one is a body of a ministry, the other of a place")
    }
    if bothOmit, isNational || left.numbers == right.numbers && !left.numbers.isEmpty,
      countriesAgree
    {
      return verdict
    }
    if !bothOmit, isNational, countriesAgree { return verdict }
    // The Corps is one body, wherever its name leaves Xinjiang out.
    if left.functions.map(\.code) == ["xpcc"], right.functions.map(\.code) == ["xpcc"],
      left.numbers == right.numbers
    {
      return verdict
    }
    // The very words of the other name, in the same country: long enough to be no common noun.
    if left.folded == right.folded, countriesAgree, isLong(left.folded) { return verdict }
    var copy = weakened(
      verdict, bothOmit ? "neither name states a place" : "only one name states a place")
    copy.strength = .weak
    return copy
  }

  /// Four words, or six characters of a script without blanks.
  private func isLong(_ folded: String) -> Bool {
    if folded.split(separator: " ").count >= 4 { return true }
    return folded.unicodeScalars.count { $0.value >= 0x2E80 } >= 6
  }

  private var statesNoRank: Bool {
    [left, right].contains { name in
      !name.functions.contains { $0.rank != nil } && name.functions.contains(where: \.isAmbiguous)
    }
  }

  func words(_ tokens: [NameToken]) -> String {
    explains ? tokens.map(\.text).joined(separator: " ") : ""
  }

  var oneIsPublic: Bool {
    left.institutional.isEmpty != right.institutional.isEmpty
  }
}
