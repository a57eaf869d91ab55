import Evidence
import Facts
import Formats
import Law
import Names
import Taxonomy
import Trade
import WatchLists

/// Assembles one dossier: reads the order, joins what belongs to it, and states every fact.
struct DossierAssembly {
  let order: Order
  var inputs: DossierInputs
  let answers: Answers
  var shelf = EvidenceShelf()
  var parties: [PartyReading]
  /// Places in the order of the parties that it names, by their index here.
  let declaredParties: [Int]
  var lines: [LineReading]
  /// The order as its document, where the company declares terms for its fields.
  let document: JSON?
  var listings: [(party: Int, match: ListMatch)] = []
  var contactFindings: [(party: Int, finding: ContactFinding)] = []
  var links: [PartyLink] = []
  var matchesAreTruncated = false
  var tenders: [TenderMatch] = []
  /// Weak matches that are not listed.
  var tendersLeft = 0
  /// Whether more notices agree than were listed.
  var tendersAreTruncated = false
  var reports: [SelectedReport] = []
  /// Programmes that the text names and whose place a party may be in.
  var programmesNamed: [Programme] = []
  /// Past orders of the parties, and those of bodies that may be they.
  var pastOrders: (certain: [PastOrder], possible: [PastOrder]) = ([], [])
  /// Capacity of each party, in their order.
  var accounts: [CapacityAccount] = []
  /// What distributors among the parties report to have sold on.
  var resales: [Resale] = []
  /// Whether more may have been sold on than is known.
  var resalesAreOpen = false
  var text: OrderText
  var notSearched: [String] = []
  var suppressed: [String] = []
  var notices: [Diagnostic]
  let endUserIsDeclared: Bool
  /// What is known of the owners of each party.
  var ownerships: [Ownership] = []
  /// Authorisations on record that have to do with the order.
  var licences: [LicenceFit] = []
  /// The licence worksheet of each line.
  var worksheets: [Worksheet] = []
  /// What the answers of the order came to.
  var answerRecords: [AnswerRecord] = []

  var knowledge: Knowledge { inputs.knowledge }
  var corpus: Corpus { inputs.corpus }
  var asOf: CivilDate { inputs.asOf }

  init(_ order: Order, _ inputs: DossierInputs, notices: [Diagnostic]) {
    self.order = order
    self.inputs = inputs
    self.notices = inputs.declared.warnings(notices, of: order)
    document = inputs.declared.isEmpty ? nil : order.json
    answers = Answers(
      order: order, register: inputs.corpus.register, asOf: inputs.asOf,
      evasions: inputs.knowledge.evasions,
      trees: [
        "function": inputs.knowledge.taxonomy.functions, "place": inputs.knowledge.taxonomy.places,
        "product": inputs.knowledge.taxonomy.products,
      ])
    let readings = order.parties.map { inputs.reading(of: $0) }
    // A placeholder is not a party: nobody is named by it.
    parties = readings.filter { !$0.isPlaceholder }
    declaredParties = readings.indices.filter { !readings[$0].isPlaceholder }
    let answers = answers
    let items = inputs.corpus.items
    lines = order.lines.map { line in
      LineReading(
        items?.filling(line, on: inputs.asOf) ?? line, inputs.knowledge,
        answered: answers.families(of: line), isVerified: answers.verifiesFamilies(of: line))
    }
    text = OrderText(order, inputs.knowledge)
    endUserIsDeclared =
      order.endUserKnown == .declared
      && readings.contains { $0.roles.contains(.endUser) && !$0.isPlaceholder }
    for reading in readings where reading.isPlaceholder {
      self.notices.append(
        Diagnostic(
          "DOS001", "the party `\(reading.id)` (`\(reading.name)`) names nobody",
          severity: .warning, remedy: "name the body that uses the goods",
          path: "parties"))
    }
  }

  mutating func assemble() -> Dossier {
    joinInstalledBase()
    joinTenders()
    searchForParties()
    selectReports()
    let table = statedFacts()
    let counterEvidence = counterEvidence()
    return dossier(table, counterEvidence)
  }

  /// All that is asked of the parties alone, whatever tenders and reports say.
  mutating func searchForParties() {
    lines.hold(against: parties, knowledge)
    pastOrders = historyOfParties()
    accounts = capacityAccounts()
    searchLists()
    links = PartyLink.all(among: parties, knowledge.names)
    ownerships = parties.map { inputs.ownership?.ownership(of: $0.profile) ?? .none(.notSearched) }
  }

  /// Takes over what another found for the same parties.
  mutating func searchForParties(as other: DossierAssembly) {
    lines.hold(against: parties, knowledge)
    pastOrders = other.pastOrders
    accounts = other.accounts
    listings = other.listings
    contactFindings = other.contactFindings
    suppressed = other.suppressed
    matchesAreTruncated = other.matchesAreTruncated
    notices = other.notices
    links = other.links
    ownerships = other.ownerships
  }

  mutating func statedFacts() -> FactTable {
    joinResales()
    noteUnsearched()
    licences = licenceFits()
    worksheets = licenceWorksheets()
    let isLicenceRequired = worksheets.contains { sheet in
      sheet.steps.contains { $0.nature == .licence && $0.answer == .isTrue }
    }
    if isLicenceRequired, !corpus.licences.hasAuthorisations {
      notSearched.append("licences and authorisations (the corpus holds none)")
    }
    return factTable()
  }

  func dossier(
    _ table: FactTable, _ counterEvidence: [(text: String, evidence: [Int])]
  ) -> Dossier {
    Dossier(
      order: order, asOf: asOf, table: table, evidence: shelf.records, parties: parties,
      lines: lines, counterEvidence: counterEvidence, notSearched: notSearched,
      suppressed: suppressed, links: links, worksheets: worksheets,
      licences: lines.indices.map { licencesUsed(ofLine: $0) },
      exceptions: lines.indices.map { exceptionsRelied(onLine: $0) }, capacity: statedAccounts,
      answers: answerRecords, notices: notices)
  }

  // MARK: - Joining

  mutating func joinInstalledBase() {
    guard let register = corpus.installedBase else { return }
    for line in lines {
      guard let serial = line.line.installedBase?.serial,
        let instrument = register.instrument(serial)
      else { continue }
      join(
        instrument,
        because: "the register of instruments, which has \(instrument.serial) with it")
    }
    joinHoldersOfSites()
  }

  /// Adds the present holder of an instrument.
  mutating func join(_ instrument: InstalledInstrument, because: String) {
    let station = instrument.station(on: asOf)
    join(
      station.holder, country: station.country,
      addresses: station.site.isEmpty ? [] : [station.site],
      id: "holder of \(instrument.serial)",
      because: because + " (installed-base.csv:\(station.line))")
  }

  /// Adds a body as an inferred end user, unless it is a party already.
  mutating func join(
    _ names: [String], country: String?, addresses: [String], id: String, because: String
  ) {
    guard !names.isEmpty, !isParty(names, receiving: true) else { return }
    parties.append(
      PartyReading(
        id: id, roles: [.endUser], names: names, countries: country.map { [$0] } ?? [],
        addresses: addresses, basis: .joined(because), knowledge))
  }

  /// Whether a party of the order, or one that receives, has one of these names.
  func isParty(_ names: [String], receiving: Bool = false) -> Bool {
    let profile = knowledge.names.profile(
      of: Identity(
        names: names, kind: .organisation, countries: [], identifiers: [], addresses: []))
    return parties.contains { party in
      (party.receives || !receiving)
        && knowledge.names.compare(party.profile, profile).verdict == .same
    }
  }

  // MARK: - Searching

  private mutating func searchLists() {
    let scope = SuppressionScope(
      roles: [], products: lines.flatMap(\.families),
      isComplete: lines.allSatisfy(\.isRecognised),
      tree: knowledge.taxonomy.products)
    for (index, party) in parties.enumerated() {
      var partyScope = scope
      partyScope.roles = party.roles.map(\.rawValue)
      let search = inputs.matcher.matches(
        for: party.profile, contacts: party.contacts,
        suppressions: corpus.suppressions.suppressions,
        scope: partyScope)
      for match in search.matches where decides(match.entry, party) {
        listings.append((index, match))
      }
      for finding in search.findings where decides(finding.entry, party) {
        contactFindings.append((index, finding))
      }
      for id in search.suppressed.map(\.suppression.id) where !suppressed.contains(id) {
        suppressed.append(id)
      }
      matchesAreTruncated = matchesAreTruncated || search.isTruncated
      for lapsed in search.lapsed {
        notices.append(
          Diagnostic(
            "DOS002",
            "the suppression `\(lapsed.suppression.id)` no longer holds: \(lapsed.lapse.message)",
            severity: .warning, remedy: "review the match again"))
      }
    }
    notices += corpus.suppressions.diagnostics + (corpus.ownership?.notices ?? [])
  }

  /// False for an entry of a boycotting state's list, which is told and decides nothing.
  private mutating func decides(_ entry: ListEntry, _ party: PartyReading) -> Bool {
    guard let notice = knowledge.lists.notice(passingOver: entry, naming: party.name) else {
      return true
    }
    notices.append(notice)
    return false
  }

  private mutating func noteUnsearchedDistributors() {
    guard parties.contains(where: { isReseller($0) }) else { return }
    let book = corpus.distributors
    for (isThere, what) in [
      (book.hasSales, "sell-through reports"), (book.hasAudits, "audits of distributors"),
      (book.hasStatements, "end-use statements"),
    ] where !isThere {
      notSearched.append("\(what) (the corpus holds none)")
    }
  }

  private mutating func noteUnsearched() {
    if corpus.tenders == nil { notSearched.append("public tenders (the corpus holds none)") }
    if corpus.ownership == nil { notSearched.append("ownership (the corpus holds none)") }
    if corpus.installedBase == nil {
      notSearched.append("register of installed instruments (the corpus holds none)")
    }
    if corpus.pastOrders == nil { notSearched.append("past orders (the corpus holds none)") }
    noteUnsearchedDistributors()
    if parties.contains(where: { $0.incorporated == nil && $0.roles.contains(.purchaser) }) {
      notSearched.append("when the purchaser was incorporated (the order does not state it)")
    }
    notSearched += corpus.gaps
    if tendersLeft > 0 {
      notSearched.append(
        "\(tendersLeft) further notices that agree in the kind of goods and the date alone")
    }
    notSearched += corpus.unread.map { "\($0) of the corpus (this kind of file is not read)" }
    if corpus.company == .unknown {
      notSearched.append(
        "whether US, EU or UK persons take part (the corpus holds no company.json)")
    }
  }
}
