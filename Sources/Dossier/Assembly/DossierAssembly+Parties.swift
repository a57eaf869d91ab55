import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade
import WatchLists

extension DossierAssembly {
  mutating func partyObject(_ index: Int) -> FactObject {
    let party = parties[index]
    let volume = volume(of: party)
    let ownership = ownerships[index]
    let command = commandingBody(of: party, index, blocked: false)
    let blocker = commandingBody(of: party, index, blocked: true)
    let investigation = investigation(of: party)
    let distribution = distribution(of: party)
    let stated = statedUse(of: party)
    var facts: [Fact] = []
    for term in PartyTerm.allCases {
      facts.append(
        distributorFact(term, distribution, stated)
          ?? partyFact(term, index, volume, ownership, command, blocker, investigation))
    }
    facts += declaredOfParty(index)
    return FactObject(id: party.id, label: party.name, facts: facts)
  }

  private mutating func partyFact(
    _ term: PartyTerm, _ index: Int, _ volume: Volume, _ ownership: Ownership,
    _ command: (fact: Fact, name: String), _ blocker: (fact: Fact, name: String),
    _ investigation: (fact: Fact, words: String)
  ) -> Fact {
    let party = parties[index]
    switch term {
    case .name: return .text(party.name)
    case .role:
      return Fact(
        .codes(party.roles.map(\.rawValue), isComplete: true), .declared,
        words: party.roles.map(\.rawValue).joined(separator: ", "))
    case .function: return function(of: party)
    case .functionWords:
      return .text(
        party.functions.isEmpty
          ? "function not known"
          : party.functions.map { knowledge.taxonomy.functions[$0]?.name ?? $0 }
            .joined(separator: ", "))
    case .place: return place(of: party)
    case .placeWords: return .text(placeWords(of: party))
    case .country:
      return party.countries.isEmpty
        ? .unknown("no country is declared")
        : Fact(
          .codes(party.countries, isComplete: true), .declared,
          words: party.countries.joined(separator: ", "))
    case .placeholderName:
      return .boolean(party.isPlaceholder, .inferred, words: party.name)
    case .recentlyIncorporated:
      guard let date = party.incorporated else {
        return .boolean(false, .computed, words: "no date of incorporation is stated")
      }
      return .boolean(
        asOf - date < 365 && date <= asOf, .declared, words: "incorporated on \(date)")
    case .hiddenCharacters:
      return .boolean(
        !party.hiddenCharacters.isEmpty, .declared,
        words: party.hiddenCharacters.isEmpty
          ? "none" : party.hiddenCharacters.joined(separator: ", "))
    case .commandingBody: return .text(command.name)
    case .commandingBodyListed: return command.fact
    case .blockedBodyAbove: return .text(blocker.name)
    case .commandingBodyBlocked: return blocker.fact
    case .blockedOwnership: return ownership.blocked
    case .listedOwnership: return ownership.listed
    case .ownershipWords: return .text(ownership.words)
    case .reactionsPerThousand: return volume.perThousand
    case .shareOfPopulation: return volume.share
    case .capacityWords: return .text(volume.words)
    case .underInvestigation: return investigation.fact
    case .investigation: return .text(investigation.words)
    case .isAtListedAddress: return atListedAddress(index)
    case .listedAddressWords: return .text(listedAddressWords(index))
    case .contactLinks: return .text(linkWords(index))
    case .ofacOwned: return ownership.fact(under: OwnershipRule.ofac.id)
    case .europeanOwned: return ownership.fact(under: OwnershipRule.european(asOf: asOf).id)
    case .britishOwned: return ownership.fact(under: OwnershipRule.unitedKingdom.id)
    case .possibleControl: return ownership.control
    case .isReseller: return resells(party)
    case .isForwarder: return forwards(party)
    case .isJoined:
      return .boolean(party.basis != .declared, .inferred, words: joinedWords(party))
    case .joinedFrom: return .text(joinedWords(party))
    case .verifiedStatutoryBasis, .verifiedJudicialOversight, .verifiedRoutineCaseload,
      .verifiedNotCorpsOwned, .verifiedIdentity:
      return verified(term.term.name, domain: "party", id: party.id, names: party.names)
    case .peopleTestable: return known(accounts[index].people, accounts[index])
    case .peoplePerThousand:
      return known(accounts[index].peoplePerThousand, accounts[index])
    case .exceedsRoutine: return known(accounts[index].exceedsRoutine, accounts[index])
    case .isPopulationScale: return known(accounts[index].isPopulationScale, accounts[index])
    case .instrumentPeoplePerThousand:
      return known(accounts[index].instrumentPeoplePerThousand, accounts[index])
    case .throughputShare: return known(accounts[index].throughputShare, accounts[index])
    case .capacityArithmetic: return .text(accounts[index].summary)
    case .verifiedQuantityExplanation:
      return verified(term.term.name, domain: "party", id: party.id, names: party.names)
    case .verifiedYearlyCaseload: return yearlyCaseload(party)
    case .unnamedEndUserShare, .daysSinceAudit, .openAuditFindings, .unreportedUnits,
      .unreportedShare, .statementMissing, .statementExpired, .distributorWords, .auditWords,
      .statementWords:
      return .unknown("not assembled")
    }
  }

  /// Facts of distributors and end-use statements; nil for other terms.
  private func distributorFact(
    _ term: PartyTerm, _ distribution: Distribution, _ stated: StatedUse
  ) -> Fact? {
    switch term {
    case .unnamedEndUserShare: distribution.unnamed
    case .daysSinceAudit: distribution.daysSinceAudit
    case .openAuditFindings: distribution.openFindings
    case .unreportedUnits: distribution.unreported
    case .unreportedShare: distribution.unreportedShare
    case .statementMissing: stated.missing
    case .statementExpired: stated.expired
    case .distributorWords: .text(distribution.salesWords)
    case .auditWords: .text(distribution.auditWords)
    case .statementWords: .text(stated.words)
    default: nil
    }
  }

  private func joinedWords(_ party: PartyReading) -> String {
    if case .joined(let words) = party.basis { words } else { "declared by the order" }
  }

  private mutating func nameEvidence(_ party: PartyReading) -> Int {
    if case .joined(let words) = party.basis {
      return shelf.place(
        EvidenceRecord(
          kind: .register, title: "Joined party \(party.name)", publisher: "the corpus",
          locator: party.id, statement: "\(party.name) was joined to the order from \(words)."))
    }
    return shelf.place(
      EvidenceRecord(
        kind: .order, title: "Order \(order.reference), revision \(order.revision)",
        publisher: order.system, locator: "parties[id=\(party.id)].entity.properties",
        statement: "The order names \(party.names.joined(separator: " / "))"
          + (party.addresses.isEmpty ? "" : " at \(party.addresses.joined(separator: "; "))")
          + "."))
  }

  private mutating func function(of party: PartyReading) -> Fact {
    let evidence = [nameEvidence(party)]
    var codes = party.functions
    var isComplete = party.functionsAreComplete
    if let answer = answers.answer("party", "function", about: party.id, names: party.names) {
      let known = answer.codes.filter { knowledge.taxonomy.functions.contains($0) }
      codes += known.filter { !codes.contains($0) }
      isComplete = isComplete || answer.isVerified && !known.isEmpty
    }
    let names = codes.map { knowledge.taxonomy.functions[$0]?.name ?? $0 }
    let words =
      names.isEmpty
      ? "the name of \(party.name) does not tell its function"
      : names.joined(separator: ", ")
        + (party.functionPhrases.isEmpty
          ? "" : " (from \(party.functionPhrases.joined(separator: ", ")))")
    guard !codes.isEmpty || isComplete else { return .unknown(words, evidence: evidence) }
    return Fact(
      .codes(codes, isComplete: isComplete), .inferred, evidence: evidence, words: words)
  }

  private mutating func place(of party: PartyReading) -> Fact {
    var codes = party.places
    if let answer = answers.answer("party", "place", about: party.id, names: party.names),
      answer.isVerified
    {
      let known = answer.codes.filter { knowledge.taxonomy.places.contains($0) }
      codes += known.filter { !codes.contains($0) }
      let tree = knowledge.taxonomy.places
      codes = codes.filter { code in
        !codes.contains { $0 != code && tree.isWithin($0, code) }
      }
    }
    guard !codes.isEmpty else { return .unknown("neither name nor address tells the place") }
    return Fact(
      .codes(codes, isComplete: true), .inferred, evidence: [nameEvidence(party)],
      words: placeWords(of: party))
  }

  func placeWords(of party: PartyReading) -> String {
    guard !party.places.isEmpty else { return "a place that is not known" }
    return party.places.map { code in
      knowledge.taxonomy.places.lineage(of: code).map(\.name).joined(separator: ", ")
    }.joined(separator: "; ")
  }

  func resells(_ party: PartyReading) -> Fact {
    let isReseller =
      party.roles.contains(.reseller)
      || party.functions.contains { knowledge.taxonomy.functions.isWithin($0, "reseller") }
      || order.ultimateConsigneeType == .reseller && party.roles.contains(.purchaser)
      || text.has("stock-or-resale") && party.roles.contains(.purchaser)
    return .boolean(
      isReseller, .inferred, words: isReseller ? "it buys to sell on" : "nothing says so")
  }

  /// A company whose name says nothing of logistics is not taken for a forwarder.
  private func forwards(_ party: PartyReading) -> Fact {
    let tree = knowledge.taxonomy.functions
    let declared = answers.answer("party", "function", about: party.id, names: party.names)
    let codes = party.functions + (declared?.codes ?? [])
    if party.roles.contains(.freightForwarder)
      || codes.contains(where: { tree.isWithin($0, "logistics") })
    {
      return .boolean(true, .inferred, words: "it forwards or stores goods")
    }
    if codes.isEmpty {
      return .unknown("the name of \(party.name) does not tell its function")
    }
    return .boolean(false, .inferred, words: "nothing says so")
  }

  /// The listed bodies over a party, or those over it that sanctions block.
  private func commandingBody(
    of party: PartyReading, _ index: Int, blocked: Bool
  ) -> (fact: Fact, name: String) {
    let own = Set(
      listings.filter { $0.party == index && $0.match.certainty == .certain }
        .map(\.match.index))
    let commanding = party.functions.filter { code in
      CommandingBodies.commanding.contains { knowledge.taxonomy.functions.isWithin(code, $0) }
    }
    for place in party.places {
      for function in commanding {
        let bodies = inputs.commands.bodies(
          over: place, function: function, except: own, blocked: blocked)
        guard !bodies.isEmpty else { continue }
        let name = bodies.map(\.words).joined(separator: " and ")
        return (.boolean(true, .inferred, words: "\(name): for its place or above it"), name)
      }
      if !party.functionsAreComplete, inputs.commands.hasBody(over: place) {
        return (.unknown("its function is not known"), "a listed body")
      }
    }
    return (.boolean(false, .computed, words: "no such body for its place or above it"), "none")
  }

  /// Whether one of the names is the party's, in any script; a possible match is unknown.
  private func isNamed(_ party: PartyReading, in names: [String]) -> Truth {
    var truth = Truth.isFalse
    for name in names {
      let profile = knowledge.names.profile(
        of: Identity(
          names: [name], kind: .organisation, countries: [], identifiers: [], addresses: []))
      switch knowledge.names.compare(party.profile, profile).verdict {
      case .same: return .isTrue
      case .possible: truth = .isUnknown
      case .different: break
      }
    }
    return truth
  }

  private func investigation(of party: PartyReading) -> (fact: Fact, words: String) {
    let reading = reportReading
    var result = Truth.isFalse
    var words = "none is open"
    for investigation in corpus.register.investigations
    where investigation.openedOn <= asOf && (investigation.closedOn.map { asOf < $0 } ?? true) {
      var truth = isNamed(party, in: investigation.parties)
      if !investigation.functions.isEmpty || investigation.place != nil {
        var inScope = Truth.isTrue
        if !investigation.functions.isEmpty {
          inScope = reading.function(of: party, isWithinOneOf: investigation.functions)
        }
        if let place = investigation.place {
          inScope = inScope.and(reading.place(of: party, isWithin: place))
        }
        truth = truth.or(inScope)
      }
      if truth > result {
        result = truth
        words = "\(investigation.id), opened on \(investigation.openedOn): \(investigation.summary)"
      }
    }
    return (fact(result, [], "open investigation with \(party.name) in scope"), words)
  }
}
