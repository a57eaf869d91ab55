import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade
import WatchLists

/// What was worked out of a party before its facts are written down.
private struct PartyFindings {
  let volume: Volume
  let ownership: Ownership
  let command: (fact: Fact, name: String)
  let blocker: (fact: Fact, name: String)
  let investigation: (fact: Fact, words: String)
  let distribution: Distribution
  let stated: StatedUse
}

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
    let found = PartyFindings(
      volume: volume, ownership: ownership, command: command, blocker: blocker,
      investigation: investigation, distribution: distribution, stated: stated)
    let facts = PartyTerm.allCases.map { partyFact($0, index, found) } + declaredOfParty(index)
    return FactObject(id: party.id, label: party.name, facts: facts)
  }

  private mutating func partyFact(
    _ term: PartyTerm, _ index: Int, _ found: PartyFindings
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
    case .commandingBody: return .text(found.command.name)
    case .commandingBodyListed: return found.command.fact
    case .blockedBodyAbove: return .text(found.blocker.name)
    case .commandingBodyBlocked: return found.blocker.fact
    case .blockedOwnership: return found.ownership.blocked
    case .listedOwnership: return found.ownership.listed
    case .ownershipWords: return .text(found.ownership.words)
    case .reactionsPerThousand: return found.volume.perThousand
    case .shareOfPopulation: return found.volume.share
    case .capacityWords: return .text(found.volume.words)
    case .underInvestigation: return found.investigation.fact
    case .investigation: return .text(found.investigation.words)
    case .isAtListedAddress: return atListedAddress(index)
    case .listedAddressWords: return .text(listedAddressWords(index))
    case .contactLinks: return .text(linkWords(index))
    case .ofacOwned: return found.ownership.fact(under: OwnershipRule.ofac.id)
    case .europeanOwned: return found.ownership.fact(under: OwnershipRule.european(asOf: asOf).id)
    case .britishOwned: return found.ownership.fact(under: OwnershipRule.unitedKingdom.id)
    case .possibleControl: return found.ownership.control
    case .listedAbove: return found.ownership.above
    case .listedAboveWords: return .text(found.ownership.above.words)
    case .isReseller: return resells(party)
    case .isForwarder: return forwards(party)
    case .isJoined:
      return .boolean(party.basis != .declared, .inferred, words: joinedWords(party))
    case .joinedFrom: return .text(joinedWords(party))
    case .verifiedStatutoryBasis, .verifiedJudicialOversight, .verifiedRoutineCaseload,
      .verifiedNotCorpsOwned, .verifiedIdentity, .verifiedOwnership, .verifiedNotNationalPolice:
      return verified(name(of: term), domain: "party", id: party.id, names: party.names)
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
      return verified(name(of: term), domain: "party", id: party.id, names: party.names)
    case .verifiedYearlyCaseload: return yearlyCaseload(party)
    case .unnamedEndUserShare: return found.distribution.unnamed
    case .daysSinceAudit: return found.distribution.daysSinceAudit
    case .openAuditFindings: return found.distribution.openFindings
    case .unreportedUnits: return found.distribution.unreported
    case .unreportedShare: return found.distribution.unreportedShare
    case .statementMissing: return found.stated.missing
    case .statementExpired: return found.stated.expired
    case .distributorWords: return .text(found.distribution.salesWords)
    case .auditWords: return .text(found.distribution.auditWords)
    case .statementWords: return .text(found.stated.words)
    }
  }

  private func joinedWords(_ party: PartyReading) -> String {
    if case .joined(let words) = party.basis { words } else { "declared by the order" }
  }
}
