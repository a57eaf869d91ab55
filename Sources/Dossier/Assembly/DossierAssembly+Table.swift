import Evidence
import Facts
import Formats
import Taxonomy
import Trade
import WatchLists

extension DossierAssembly {
  typealias Domain = ScreeningVocabulary.Domain
  typealias Collection = ScreeningVocabulary.Collection
  typealias Relation = ScreeningVocabulary.Relation

  /// The names of terms in policies.
  func name(of term: OrderTerm) -> String { inputs.terms(of: .order)[term.rawValue].name }
  func name(of term: PartyTerm) -> String { inputs.terms(of: .party)[term.rawValue].name }
  func name(of term: LineTerm) -> String { inputs.terms(of: .line)[term.rawValue].name }

  mutating func factTable() -> FactTable {
    let partyObjects = parties.indices.map { partyObject($0) }
    let lineObjects = lines.indices.map { lineObject($0) }
    let listingObjects = listings.map { listingObject($0.party, $0.match) }
    let reportObjects = reports.indices.map { reportObject($0) }
    let tenderObjects = tenders.map { tenderObject($0) }
    let pastOrderObjects = pastOrderObjects()
    let resaleObjects = resaleObjects()
    var orderObject = FactObject(
      id: order.reference, label: "the order", facts: orderFacts())
    answerRecords = answerRecords([[orderObject], partyObjects, lineObjects])
    orderObject = stating(answerRecords, in: orderObject)
    return FactTable(
      objects: [
        [orderObject], partyObjects, lineObjects, listingObjects, reportObjects, tenderObjects,
        pastOrderObjects, resaleObjects,
      ],
      memberships: Collection.allCases.map { membership($0, pastOrders: pastOrderObjects.count) },
      relations: Relation.allCases.map { relation($0) })
  }

  private func membership(_ collection: Collection, pastOrders: Int) -> Membership {
    func parties(_ role: PartyRole, isOpen: Bool) -> Membership {
      Membership(
        members: self.parties.indices.filter { self.parties[$0].roles.contains(role) },
        isOpen: isOpen)
    }
    /// A role set is complete only where the order says so.
    func open(_ role: PartyRole) -> Bool { !order.isComplete(role) }
    return switch collection {
    // An end user that nobody named is a party, and may be a listed one.
    case .party:
      Membership(members: Array(self.parties.indices), isOpen: !endUserIsDeclared)
    case .receivingParty:
      Membership(
        members: self.parties.indices.filter { self.parties[$0].receives },
        isOpen: !endUserIsDeclared)
    case .endUser: parties(.endUser, isOpen: !endUserIsDeclared)
    // An order cannot lack the one who buys; whoever that is stands among the parties.
    case .purchaser: parties(.purchaser, isOpen: self.parties(as: .purchaser).isEmpty)
    case .reseller: parties(.reseller, isOpen: open(.reseller))
    case .ultimateConsignee: parties(.ultimateConsignee, isOpen: open(.ultimateConsignee))
    case .intermediateConsignee:
      parties(.intermediateConsignee, isOpen: open(.intermediateConsignee))
    case .serviceSite: parties(.serviceSite, isOpen: open(.serviceSite))
    case .payer: parties(.payer, isOpen: false)
    case .freightForwarder: parties(.freightForwarder, isOpen: open(.freightForwarder))
    case .line: Membership(members: Array(lines.indices), isOpen: false)
    case .listing:
      Membership(
        members: listings.indices.filter { listings[$0].match.isInForce },
        isOpen: matchesAreTruncated || !inputs.coverageIsComplete || !endUserIsDeclared)
    case .formerListing:
      Membership(
        members: listings.indices.filter { !listings[$0].match.isInForce }, isOpen: false)
    case .report: Membership(members: Array(reports.indices), isOpen: false)
    case .tender: Membership(members: Array(tenders.indices), isOpen: tendersAreTruncated)
    // Without a history nothing is known; and an end user that nobody named may have ordered.
    case .pastOrder:
      Membership(
        members: Array(0..<pastOrders),
        isOpen: corpus.history == nil || !endUserIsDeclared || !self.pastOrders.possible.isEmpty)
    case .resale: Membership(members: Array(resales.indices), isOpen: resalesAreOpen)
    }
  }

  func parties(as role: PartyRole) -> [PartyReading] {
    parties.filter { $0.roles.contains(role) }
  }

  private mutating func relation(_ relation: Relation) -> [Fact] {
    switch relation {
    case .listingNamesParty:
      return listings.flatMap { listing in
        parties.indices.map { names(listing.party, listing.match, $0) }
      }
    case .listingCarvesOutLine:
      return listings.flatMap { listing in lines.map { carvesOut(listing.match, $0) } }
    case .reportIsAboutParty:
      return reportFacts(\.isAbout) { "\($0) and the subject of the report" }
    case .reportCoversPlaceOfParty:
      return reportFacts(\.coversPlace) { "place of \($0) and the place of the report" }
    case .resaleWasByParty:
      return resales.flatMap { resale in parties.indices.map { wasSoldOn(resale, by: $0) } }
    }
  }

  /// How each report relates to each party.
  private func reportFacts(
    _ relation: KeyPath<SelectedReport, [Truth]>, _ words: (String) -> String
  ) -> [Fact] {
    let words = parties.map { words($0.name) }
    let unrelated = words.map { fact(.isFalse, [], $0) }
    return reports.flatMap { report in
      report[keyPath: relation].enumerated().map { party, truth in
        truth == .isFalse ? unrelated[party] : fact(truth, report.evidence, words[party])
      }
    }
  }

  func fact(_ truth: Truth, _ evidence: [Int], _ words: String) -> Fact {
    switch truth {
    case .isTrue: .boolean(true, .inferred, evidence: evidence, words: words + ": yes")
    case .isFalse: .boolean(false, .inferred, words: words + ": no")
    case .isUnknown: .unknown(words + ": not known", evidence: evidence)
    }
  }

  private mutating func names(_ owner: Int, _ match: ListMatch, _ party: Int) -> Fact {
    guard owner == party else {
      return .boolean(false, .computed, words: "the entry was found for another party")
    }
    let evidence = [entryEvidence(match)]
    let words = match.reasons.joined(separator: "; ")
    return switch match.certainty {
    case .certain: .boolean(true, .official, evidence: evidence, words: words)
    case .possible: .unknown("possible match: \(words)", evidence: evidence)
    }
  }

  mutating func entryEvidence(_ match: ListMatch) -> Int { entryEvidence(match.entry) }

  mutating func entryEvidence(_ entry: ListEntry) -> Int {
    shelf.place(
      EvidenceRecord(
        kind: .officialList, title: entry.list.name, publisher: entry.list.name,
        publishedOn: entry.listedFrom?.description, url: nil,
        locator: "entry \(entry.id)",
        statement: "The list names \(entry.name)"
          + (entry.federalRegister.isEmpty
            ? "" : " (\(entry.federalRegister.joined(separator: "; ")))") + ".",
        grade: "A", root: entry.list.id))
  }

  func carvesOut(_ match: ListMatch, _ line: LineReading) -> Fact {
    guard let policy = match.entry.reviewPolicy else {
      return .boolean(false, .official, words: "the entry has no review policy")
    }
    if let eccn = line.line.eccn, policy.carvesOut(eccn: eccn) {
      return .boolean(true, .official, words: "the review policy names ECCN \(eccn)")
    }
    guard policy.carvesOut(.infectiousDisease) else {
      return .boolean(false, .official, words: "no exception of the policy fits")
    }
    guard line.isRecognised else { return .unknown("the product family is not known") }
    let fits = line.families.allSatisfy {
      knowledge.taxonomy.products.isWithin($0, "infectious-disease-test")
    }
    return .boolean(
      fits, .declared,
      words: fits
        ? "the goods detect infectious disease" : "the goods are not for infectious disease")
  }
}
