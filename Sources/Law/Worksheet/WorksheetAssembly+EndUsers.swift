import Facts
import Formats

/// Part 744: who takes part, and what the item is for.
extension WorksheetAssembly {
  mutating func endUsers() {
    guard let parties = subject.parties else {
      add(
        Step(
          "end-users.parties", .endUsers, .licence,
          "Does a party or an end use bring a licence requirement?", .isUnknown,
          "no party is given: this worksheet is of an item and a destination alone",
          citations: [law.citation("us.ear.744.11")]))
      return
    }
    let transaction = parties.filter(\.isPartyToTransaction)
    let lists = ["us-bis-entity-list"]
    listed(
      "end-users.entity-list", .licence, "Is a party to the transaction on the Entity List?",
      transaction, cited: ["us.ear.744.11", "us.ear.748.5"]
    ) { lists.contains($0.list) && $0.effect == "licenceRequirement" }
    reviewPolicy(transaction)
    affiliates(transaction)
    blockedByProgramme(parties)
    listed(
      "end-users.denied", .prohibition, "Is a party under a denial order?", parties,
      cited: ["us.ear.736"]
    ) { $0.effect == "denialOrder" }
    listed(
      "end-users.unverified", .finding, "Is a party on the Unverified List?", transaction,
      cited: ["us.ear.744.15"]
    ) { $0.list == "us-bis-uvl" }
    military(transaction)
    knowledge()
  }

  private mutating func listed(
    _ id: String, _ nature: Step.Nature, _ question: String, _ parties: [WorksheetParty],
    cited: [String], where counts: (WorksheetParty.Match) -> Bool
  ) {
    var answer = nobody
    var words: [String] = []
    for party in parties {
      for match in party.matches where counts(match) {
        answer = answer.or(match.truth)
        words.append(
          "\(party.name) \(match.isCertain ? "is held to be" : "may be") \(match.name) on the "
            + "\(match.listName) (\(match.citation))")
      }
    }
    add(
      Step(
        id, .endUsers, nature, question, scoped(answer),
        words.isEmpty
          ? openWords ?? "none was found in the lists searched"
          : words.joined(separator: "; ") + scopeWords(answer),
        inputs: parties.map { Input($0.roles.joined(separator: ", "), $0.name) },
        citations: cited.map { law.citation($0) }))
  }

  /// Why nobody was found and that is no answer; nil where the search was whole.
  private var openWords: String? {
    subject.partiesAreComplete ? nil : "a list did not answer, or the end user is not named"
  }

  private func scopeWords(_ answer: Truth) -> String {
    guard answer != .isFalse else { return "" }
    switch self.answer("scope.subject") {
    case .isTrue: return ""
    case .isUnknown: return "; whether the item is subject to the EAR is open"
    case .isFalse: return "; the item is not subject to the EAR"
    }
  }

  /// By which standard an application would be reviewed; decides nothing about the requirement.
  private mutating func reviewPolicy(_ parties: [WorksheetParty]) {
    for party in parties {
      for match in party.matches where match.effect == "licenceRequirement" {
        guard let policy = match.policy else { continue }
        let words =
          match.carvesOut == .isTrue
          ? "case by case for this item; a licence is required all the same"
          : match.carvesOut == .isFalse
            ? "the item is in no case-by-case exception of the entry: \(policy)"
            : "whether a case-by-case exception of the entry covers the item is open: \(policy)"
        add(
          Step(
            "end-users.review-policy", .endUsers, .context,
            "Is an application for \(match.name) reviewed case by case?", match.carvesOut, words,
            inputs: [Input("entry", match.name)],
            citations: [
              law.citation("us.ear.744.11"), Citation(match.citation, verification: "stored"),
            ]))
        return
      }
    }
  }

  /// The 50 percent rule of BIS, by its dated intervals (90 FR 47201).
  private mutating func affiliates(_ parties: [WorksheetParty]) {
    let rule = "us.ear.affiliates"
    let force = law.force(rule)
    let found = parties.flatMap { party in
      party.owned.filter { $0.rule == rule }.map { (party.name, $0) }
    }
    let owned = Self.any(found.map(\.1.met)).or(nobody)
    let binds: Truth
    let standing: String
    switch force {
    case .inForce: (binds, standing) = (.isTrue, "in force on \(asOf)")
    case .unconfirmed:
      (binds, standing) = (
        .isUnknown, "by its text in force on \(asOf); no operator confirmed it"
      )
    case .notInForce: (binds, standing) = (.isFalse, "not in force, as an operator recorded")
    case .suspended: (binds, standing) = (.isFalse, "suspended on \(asOf)")
    case .notYet: (binds, standing) = (.isFalse, "not yet in force on \(asOf)")
    case .ended: (binds, standing) = (.isFalse, "no longer in force on \(asOf)")
    }
    let words = found.filter { $0.1.met != .isFalse }.map { "\($0.0): \($0.1.words)" }
    add(
      Step(
        "end-users.affiliates", .endUsers, .licence,
        "Do listed parties own a party by 50 percent or more, and does that rule bind?",
        scoped(owned.and(binds)),
        (words.isEmpty
          ? openWords ?? "no such owner was found in what was searched"
          : words.joined(separator: "; ")) + "; the rule is \(standing)",
        inputs: [Input("standing of the rule", force.rawValue)], citations: [law.citation(rule)]))
  }

  private mutating func blockedByProgramme(_ parties: [WorksheetParty]) {
    let question = "Is a party blocked under a programme that 15 CFR 744.8 names?"
    let cited = [law.citation("us.ear.744.8")]
    guard case .value(let programmes, let table) = tables.programmes.read(on: asOf) else {
      add(
        unknown(
          "end-users.blocked", .endUsers, .licence, question,
          "the table of programmes may not be read", cited))
      return
    }
    let named = Set(programmes.filter(\.isNamedInEAR).map(\.programme))
    var answer = nobody
    var words: [String] = []
    for party in parties {
      for match in party.matches where match.effect == "blocking" && match.list.hasPrefix("us-") {
        // Without its programmes nobody can tell.
        let isNamed: Truth =
          match.programmes.isEmpty
          ? .isUnknown : Truth(!named.isDisjoint(with: match.programmes))
        answer = answer.or(isNamed.and(match.truth))
        words.append(
          "\(match.name): "
            + (match.programmes.isEmpty
              ? "programme not stated" : match.programmes.joined(separator: ", ")))
      }
    }
    add(
      Step(
        "end-users.blocked", .endUsers, .licence, question, scoped(answer),
        words.isEmpty
          ? openWords ?? "no blocked party was found in the lists searched"
          : words.joined(separator: "; "),
        citations: cited + [law.citation("programmes", table)]))
  }

  /// Countries that 15 CFR 744.22 names beside Country Groups E:1 and E:2, as the registry has them.
  private static let intelligenceCountries = ["BY", "MM", "KH", "CN", "HK", "MO", "RU", "VE"]

  /// Whether a body is of a country that 15 CFR 744.22 names, or the item goes to one.
  private func isOfNamedCountry(_ party: WorksheetParty) -> Truth {
    let places = [subject.destination] + party.countries
    if places.contains(where: Self.intelligenceCountries.contains) { return .isTrue }
    guard case .value(let groups, _) = tables.groups.read(on: asOf) else { return .isUnknown }
    if places.contains(where: { groups.holds($0, oneOf: ["E:1", "E:2"]) }) { return .isTrue }
    return party.countries.isEmpty ? .isUnknown : .isFalse
  }

  /// Countries that 15 CFR 744.21 names, as the registry's basis has them.
  private static let militaryCountries = ["MM", "KH", "CN", "HK", "MO", "NI", "VE", "RU", "BY"]

  private mutating func military(_ parties: [WorksheetParty]) {
    let inputs = parties.map { Input($0.roles.joined(separator: ", "), $0.name) }
    let intelligence = Self.any(
      parties.map { $0.isMilitaryIntelligence.and(isOfNamedCountry($0)) }
    ).or(nobody)
    add(
      Step(
        "end-users.military-intelligence", .endUsers, .licence,
        "Is a party a military-intelligence end user?", scoped(intelligence),
        intelligence == .isFalse
          ? "no function of that kind was read of a body of a country that the section names"
          : "by what its name or a source tells, for the countries that the section names",
        inputs: inputs, citations: [law.citation("us.ear.744.22")]))
    let isNamed = Truth(Self.militaryCountries.contains(subject.destination))
    let listed = Self.any(
      parties.flatMap(\.matches).filter { $0.list == "us-bis-meu" }.map(\.truth))
    let (reached, item) = militaryItem
    let police = Self.any(parties.map(\.isPolice))
    // 15 CFR 744.21(g) counts national police as military; whether police are that is not read here.
    let military = Self.any(parties.map(\.isMilitary)).or(listed).or(nobody)
      .or(police == .isTrue ? .isUnknown : police)
    add(
      Step(
        "end-users.military-item", .endUsers, .scope,
        "Does 15 CFR 744.21 reach the item for this destination?", scoped(isNamed.and(reached)),
        "country named: \(isNamed.answer); item of supplement no. 2, or any item for Russia and "
          + "Belarus: \(reached.answer) (\(item))",
        citations: [law.citation("us.ear.744.21")] + militaryTable))
    add(
      Step(
        "end-users.military", .endUsers, .licence,
        "Is a party a military end user in a country of 15 CFR 744.21, for an item it reaches?",
        scoped(military.and(isNamed).and(reached)),
        "function military, or police that may be national: \(military.answer); country named: "
          + "\(isNamed.answer); item of supplement no. 2, or any item for Russia and Belarus: "
          + "\(reached.answer) (\(item))",
        inputs: inputs, citations: [law.citation("us.ear.744.21")] + militaryTable))
    let mayBeNational = police.or(nobody).and(isNamed).and(reached)
    add(
      Step(
        "end-users.national-police", .endUsers, .finding,
        "May a party be national police, which 15 CFR 744.21(g) counts as military?",
        scoped(mayBeNational == .isTrue ? .isUnknown : mayBeNational),
        mayBeNational == .isFalse
          ? "no party is police, or the section does not reach the item for this destination"
          : "whether a body of police is \"national police\" is a question for counsel",
        inputs: inputs, citations: [law.citation("us.ear.744.21")]))
  }

  /// Whether 15 CFR 744.21 reaches the item: any for Belarus and Russia, else supplement no. 2. That
  /// table is not verified, so that an entry which it lacks is unknown; EAR99 is none of it.
  private var militaryItem: (Truth, String) {
    if ["RU", "BY"].contains(subject.destination) { return (.isTrue, "every item is reached") }
    if isBasket { return (.isFalse, "EAR99 is no entry of it") }
    guard let code else { return (.isUnknown, "no entry is declared") }
    guard case .value(let items, _) = tables.militaryItems.read(on: asOf) else {
      return (.isUnknown, "the table of the supplement may not be read")
    }
    guard let item = items.first(where: { $0.eccn == code.entry }) else {
      return (.isUnknown, "\(code.entry) is not in the table held here, which is not verified")
    }
    return item.isEntire
      ? (.isTrue, "\(code.entry) is in it (\(item.verification))")
      : (.isUnknown, "a part of \(code.entry) that is told in words is in it")
  }

  private var militaryTable: [Citation] {
    tables.militaryItems.table.map { [law.citation("supplement no. 2 to part 744", $0)] } ?? []
  }

  private mutating func knowledge() {
    add(
      Step(
        "end-users.knowledge", .endUsers, .context,
        "Are end uses of 15 CFR 744.2 to 744.6 and 744.23 known?", .isUnknown,
        "weapons, military-intelligence support and advanced computing are not asked here; what "
          + "is known of the end use is in the red flags",
        citations: [law.citation("us.ear.744.6"), law.citation("us.ear.744.23")]))
  }
}
