extension NameKnowledge {
  /// Whether two identities are one, with the reasons for and against.
  ///
  /// Symmetric in its verdict. `same` needs strong agreement and no contradiction; place, number
  /// and function are hard facts, and what one side omits contradicts nothing.
  public func compare(_ query: IdentityProfile, _ entry: IdentityProfile) -> IdentityComparison {
    compare(query, entry, explains: true)
  }

  /// Without `explains` the reasons are incomplete, and names that share no key of the index,
  /// which are hardly ever one, are not held against each other.
  func compare(
    _ query: IdentityProfile, _ entry: IdentityProfile, explains: Bool
  ) -> IdentityComparison {
    let shared = Set(query.countries).intersection(entry.countries)
    let bothKnown = !query.countries.isEmpty && !entry.countries.isEmpty
    let contradicts = bothKnown && shared.isEmpty
    let names = nearestNames(
      query, entry, countriesAgree: !shared.isEmpty, countriesContradict: contradicts,
      explains: explains)
    var result = names.verdict
    if result.isThin {
      result = result.limited(to: .possible, "the name alone is too short or general to tell")
      result.strength = min(result.strength, .moderate)
    }
    if contradicts {
      let countries =
        query.identity.countries.joined(separator: ", ") + " / "
        + entry.identity.countries.joined(separator: ", ")
      result = result.limited(to: .possible, "country contradicts: \(countries)")
      // An acronym that two bodies of different countries share says nothing beside other words.
      let isAcronymAmongOthers = result.isThin && result.rung != .legalName
      if result.strength == .weak || isAcronymAmongOthers { result.verdict = .different }
    } else if !shared.isEmpty {
      result.reasons.append("country agrees: \(shared.sorted().joined(separator: ", "))")
    }
    let kinds = [query.identity.kind, entry.identity.kind]
    if kinds.contains(.person), kinds.contains(.organisation) {
      result = result.limited(to: .possible, "kind contradicts: person / organisation")
      if result.strength < .strong { result.verdict = .different }
    }
    result = withBirths(result, query, entry)
    if result.isCommon, !BirthRelation(query.identity.births, entry.identity.births).isAgreement {
      result = result.limited(to: .possible, "very many people bear this name")
    }
    result = withAddresses(result, query, entry)
    if let identifier = query.identifiers.first(where: { entry.identifiers.contains($0) }) {
      result = NameVerdict(
        verdict: .same, strength: .exact, rung: .identifier,
        reasons: ["\(IdentifierKind(of: identifier).name) agrees: \(identifier)"] + result.reasons)
    }
    return IdentityComparison(
      verdict: result.verdict, strength: result.strength, rung: result.rung,
      reasons: result.reasons, queryName: names.query, entryName: names.entry,
      score: result.score)
  }

  private func nearestNames(
    _ query: IdentityProfile, _ entry: IdentityProfile, countriesAgree: Bool,
    countriesContradict: Bool, explains: Bool
  ) -> (verdict: NameVerdict, query: String, entry: String) {
    var best: (verdict: NameVerdict, query: String, entry: String)?
    func offer(_ verdict: NameVerdict, _ first: String, _ second: String) {
      if best.map({ verdict.outranks($0.verdict) }) ?? true { best = (verdict, first, second) }
    }
    let kinds = [query.identity.kind, entry.identity.kind]
    if kinds.contains(.person) {
      var measure = PersonMeasure()
      for (row, first) in query.persons.enumerated() {
        for (column, second) in entry.persons.enumerated() {
          let comparison = PersonComparison(
            left: first, leftForm: query.personForms[row], right: second,
            rightForm: entry.personForms[column], explains: explains)
          offer(comparison.verdict(&measure), first.original, second.original)
        }
      }
    } else {
      for first in query.parsed {
        for second in entry.parsed {
          let verdict = bodyVerdict(
            first, second, countriesAgree: countriesAgree,
            countriesContradict: countriesContradict, explains: explains)
          offer(verdict, first.original, second.original)
        }
      }
    }
    return best
      ?? (
        .different("no names to compare"), query.identity.names.first ?? "",
        entry.identity.names.first ?? ""
      )
  }

  /// What two names of bodies say; by default as if the countries agreed.
  func bodyVerdict(
    _ first: ParsedName, _ second: ParsedName, countriesAgree: Bool = true,
    countriesContradict: Bool = false, explains: Bool
  ) -> NameVerdict {
    // In one order, so that the verdict does not depend on who asks.
    let isSwapped = second.folded < first.folded
    let verdict = BodyComparison(
      knowledge: self, left: isSwapped ? second : first, right: isSwapped ? first : second,
      countriesAgree: countriesAgree, countriesContradict: countriesContradict,
      explains: explains
    ).verdict()
    return known(verdict, first, second).withScore
  }

  /// The verdict where it is known of both names whose they are; names in one script that words
  /// tell apart are not looked up.
  private func known(
    _ verdict: NameVerdict, _ first: ParsedName, _ second: ParsedName
  ) -> NameVerdict {
    guard verdict.verdict != .different || first.scripts != second.scripts,
      first.knownBody > 0, second.knownBody > 0
    else { return verdict }
    guard first.knownBody == second.knownBody else {
      return .different("both names are known, and of two bodies")
    }
    var result = verdict
    result.verdict = .same
    result.strength = max(verdict.strength, .strong)
    result.isThin = false
    result.reasons = ["both are names of one body"] + verdict.reasons
    return result
  }

  /// A date of birth confirms a match of names or speaks against it, and makes none by itself.
  private func withBirths(
    _ verdict: NameVerdict, _ query: IdentityProfile, _ entry: IdentityProfile
  ) -> NameVerdict {
    guard verdict.verdict != .different else { return verdict }
    var result = verdict
    switch BirthRelation(query.identity.births, entry.identity.births) {
    case .omitted: break
    case .agrees(let reason): result.reasons.append(reason)
    case .contradicts(let reason):
      result = result.limited(to: .possible, reason)
      if result.strength == .weak { result.verdict = .different }
      result.strength = .weak
    }
    return result
  }

  private func withAddresses(
    _ verdict: NameVerdict, _ query: IdentityProfile, _ entry: IdentityProfile
  ) -> NameVerdict {
    var result = verdict
    let isAddressOnly = query.identity.kind == .address || entry.identity.kind == .address
    if let address = query.addresses.first(where: {
      $0.utf8.count >= 16 && entry.addresses.contains($0)
    }) {
      result.reasons.append("address agrees: \(address)")
      if isAddressOnly || result.verdict == .different {
        result.verdict = .possible
        result.rung = .address
        result.strength = isAddressOnly ? .strong : .weak
      }
    } else if result.verdict != .different,
      case .contradicts(let reason) = PlaceRelation(
        query.addressPlaces, entry.addressPlaces, knowledge: self)
    {
      result.reasons.append("of the addresses, \(reason)")
    }
    return result
  }
}
