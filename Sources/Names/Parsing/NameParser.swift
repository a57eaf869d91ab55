internal import Taxonomy

/// Takes the name of one body apart.
struct NameParser {
  let knowledge: NameKnowledge
  let original: String
  let units: [TextUnit]
  private let scalars: [Unicode.Scalar]

  init(_ name: String, knowledge: NameKnowledge) {
    self.knowledge = knowledge
    original = name
    scalars = Array(name.unicodeScalars)
    let asides = NameAsides.redundant(in: scalars)
    var units = knowledge.tables.folding.units(of: name)
    if !asides.isEmpty { units.removeAll { unit in asides.contains { $0.contains(unit.start) } } }
    units = HangulCompounds.cut(units, symbols: knowledge.tables.symbols)
    units = PinyinCompounds.joined(units, knowledge.tables.syllables, knowledge.tables.symbols)
    knowledge.tables.symbols.assign(to: &units)
    self.units = knowledge.tables.levelWords.written(units, in: scalars, tables: knowledge.tables)
  }

  func parse() -> ParsedName {
    let matches = knowledge.tables.patterns.matches(in: units)
    let known = NamedSpans(units: units, tables: knowledge.tables)
    let forms = knowledge.tables.legalForms.matches(in: units).filter {
      !known.bodies.overlaps($0.range)
    }
    var taken = [Bool](repeating: false, count: units.count)
    for match in matches where !isSoft(match, forms) { mark(match.range, in: &taken) }
    for form in forms { mark(form.range, in: &taken) }
    for range in known.bodies.ranges { unmark(range, in: &taken) }
    var placeTaken = taken
    for range in known.bodies.ranges + known.words.ranges { mark(range, in: &placeTaken) }
    for match in matches { mark(match.range, in: &placeTaken) }
    var bodies = [Bool](repeating: false, count: units.count)
    for match in matches
    where !isOfCompany(match, forms)
      && knowledge.isInstitutional(knowledge.tables.patterns.patterns[match.pattern].function)
    {
      mark(match.range, in: &bodies)
    }
    let places = PlaceParser(
      lexicon: knowledge.tables.places, units: units, scalars: scalars, taken: placeTaken,
      bodies: bodies, phraseEnds: known.ends, isRunningText: false
    ).mentions()
    for place in places { mark(place.units, in: &taken) }
    var tokens = NameTokenizer(
      knowledge: knowledge, units: units, taken: taken, bodies: known.bodies.starts)
    tokens.run()
    let functions = functions(from: matches, forms: forms)
    let heads = heads(of: places.isEmpty ? impliedPlaces(by: functions) : places)
    let folded = Folding.joined(units[...])
    return ParsedName(
      original: original, scripts: scripts(), places: codes(heads: heads, all: places),
      functions: functions, legalForm: forms.first?.form,
      distinctive: tokens.tokens.filter { !$0.isGeneric }.map(\.text),
      explanation: explanation(places, functions, forms, tokens.tokens), mentions: places,
      folded: folded, core: core(without: forms), tokens: tokens.tokens,
      numbers: Array(Set(tokens.numbers)).sorted(), numbersInOrder: tokens.numbers, heads: heads,
      institutional: institutional(functions, forms),
      isInCorpsCity: heads.contains { knowledge.tables.places.tree.isWithin($0.code, "CN-6590") },
      knownBody: knowledge.tables.knownNames.body(of: folded))
  }

  private func mark(_ range: Range<Int>, in taken: inout [Bool]) {
    for index in range { taken[index] = true }
  }

  /// The words of a body known by name stay together, whatever else they say.
  private func unmark(_ range: Range<Int>, in taken: inout [Bool]) {
    for index in range { taken[index] = false }
  }

  /// Functions whose words may also tell one body from another: a university, a company.
  private func isSoft(_ match: FunctionPatterns.Match, _ forms: [LegalForms.Match]) -> Bool {
    NameKnowledge.softFunctions.contains(knowledge.tables.patterns.patterns[match.pattern].function)
      || isService(match.range) || isOfCompany(match, forms)
  }

  /// Whether a word that may speak of police stands in the name of a company, where it does not:
  /// `Europol Holding, Ltd.`, `PSB Lizing OOO`.
  private func isOfCompany(_ match: FunctionPatterns.Match, _ forms: [LegalForms.Match]) -> Bool {
    guard isCommercial(forms) else { return false }
    let pattern = knowledge.tables.patterns.patterns[match.pattern]
    return isOfCompany(
      pattern.function, Folding.joined(units[match.range]), isAmbiguous: pattern.isAmbiguous)
  }

  private func isOfCompany(_ function: String, _ phrase: String, isAmbiguous: Bool) -> Bool {
    let isAcronym = phrase.utf8.count <= 4 && phrase.utf8.allSatisfy { $0 < 0x80 }
    return (isAmbiguous || isAcronym) && knowledge.isWithin(function, "policing")
  }

  private func isCommercial(_ forms: [LegalForms.Match]) -> Bool {
    forms.contains { $0.form != "state" && $0.form != "association" }
  }

  /// Whether the words name an armed service, such as the coast guard.
  private func isService(_ range: Range<Int>) -> Bool {
    knowledge.tables.meanings.matches(in: units, at: range.lowerBound).contains { match in
      match.length == range.count && match.entries.contains { $0.kind == .service }
    }
  }

  private func functions(
    from matches: [FunctionPatterns.Match], forms: [LegalForms.Match]
  ) -> [FunctionMention] {
    var mentions: [FunctionMention] = []
    let saysXinjiang = matches.contains {
      let pattern = knowledge.tables.patterns.patterns[$0.pattern]
      return pattern.function == "xpcc" && !pattern.isAmbiguous
    }
    for match in matches {
      let pattern = knowledge.tables.patterns.patterns[match.pattern]
      guard !mentions.contains(where: { $0.code == pattern.function && $0.rank == rank(pattern) })
      else { continue }
      mentions.append(
        FunctionMention(
          code: pattern.function, phrase: Folding.joined(units[match.range]),
          isAmbiguous: pattern.isAmbiguous && !(pattern.function == "xpcc" && saysXinjiang),
          rank: rank(pattern), units: match.range))
    }
    if isCommercial(forms), !mentions.contains(where: { knowledge.isWithin($0.code, "company") }),
      let form = forms.first
    {
      mentions.append(
        FunctionMention(
          code: "company", phrase: Folding.joined(units[form.range]), isAmbiguous: false,
          rank: nil, units: form.range))
    }
    return mentions
  }

  private func institutional(
    _ functions: [FunctionMention], _ forms: [LegalForms.Match]
  ) -> [FunctionMention] {
    let found = functions.filter {
      knowledge.isInstitutional($0.code)
        && !(isCommercial(forms)
          && isOfCompany($0.code, $0.phrase, isAmbiguous: $0.isAmbiguous))
    }
    // The government before the name of its bureau says nothing about the bureau.
    let others = found.filter {
      $0.code != "local-government" && $0.code != "grassroots-organisation"
    }
    return others.isEmpty ? found : others
  }

  private func rank(_ pattern: FunctionPatterns.Pattern) -> String? {
    pattern.rank.isEmpty ? nil : pattern.rank
  }

  /// The Corps is in Xinjiang, whether its name says so or not.
  private func impliedPlaces(by functions: [FunctionMention]) -> [PlaceMention] {
    guard let corps = functions.first(where: { $0.code == "xpcc" && !$0.isAmbiguous }),
      knowledge.tables.places.index(of: "CN-65") != nil
    else { return [] }
    return [
      PlaceMention(
        code: "CN-65", candidates: ["CN-65"], text: corps.phrase, statesLevel: true,
        range: units[corps.units.lowerBound].start..<units[corps.units.upperBound - 1].end,
        units: corps.units, isLevelOpen: false)
    ]
  }

  /// The places without those that enclose another one of the name.
  private func heads(of places: [PlaceMention]) -> [PlaceMention] {
    var heads: [PlaceMention] = []
    for (index, place) in places.enumerated() {
      let encloses = places.enumerated().contains { other in
        other.offset != index && other.element.code != place.code
          && other.element.candidates.contains { candidate in
            place.candidates.contains {
              candidate != $0 && knowledge.tables.places.tree.isWithin(candidate, $0)
            }
          }
      }
      if !encloses, !heads.contains(where: { $0.code == place.code }) { heads.append(place) }
    }
    // Two mentions of one body in two scripts may each enclose the other only by ambiguity.
    return heads.isEmpty ? Array(places.prefix(1)) : heads
  }

  private func codes(heads: [PlaceMention], all: [PlaceMention]) -> [String] {
    var codes: [String] = []
    for place in heads + all where !codes.contains(place.code) { codes.append(place.code) }
    return codes.enumerated().sorted { left, right in
      let depths = (left.element.utf8.count, right.element.utf8.count)
      return depths.0 == depths.1 ? left.offset < right.offset : depths.0 > depths.1
    }.map(\.element)
  }

  private func core(without forms: [LegalForms.Match]) -> String {
    var kept: [TextUnit] = []
    for index in units.indices
    where !forms.contains(where: { $0.range.contains(index) }) && !isFiller(at: index) {
      kept.append(units[index])
    }
    return Folding.joined(kept[...])
  }

  private func isFiller(at index: Int) -> Bool {
    guard !units[index].isHan,
      let match = knowledge.tables.meanings.matches(in: units, at: index).last
    else { return false }
    return match.length == 1 && match.entries.contains { $0.kind == .filler }
  }

  private func scripts() -> [Script] {
    var scripts: [Script] = []
    for scalar in scalars {
      if let script = Script.of(scalar.value), !scripts.contains(script) { scripts.append(script) }
    }
    return scripts
  }

  private func explanation(
    _ places: [PlaceMention], _ functions: [FunctionMention], _ forms: [LegalForms.Match],
    _ tokens: [NameToken]
  ) -> [String] {
    var lines: [String] = []
    for place in places {
      let names = place.candidates.map(knowledge.placeName).joined(separator: ", or ")
      lines.append(
        "place `\(place.text)`: \(names)" + (place.isLevelOpen ? "; level not stated" : ""))
    }
    for function in functions {
      lines.append(
        "function `\(function.phrase)`: \(function.code)"
          + (function.isAmbiguous ? "; the words may mean something else" : ""))
    }
    for form in forms {
      lines.append("legal form `\(Folding.joined(units[form.range]))`: \(form.form)")
    }
    if !tokens.isEmpty {
      lines.append("further words: " + tokens.map(\.text).joined(separator: " "))
    }
    return lines
  }
}
