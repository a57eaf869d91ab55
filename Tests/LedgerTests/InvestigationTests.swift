import Formats
import Policy
import Testing
import Trade

@testable import Ledger

/// An allegation holds sales and service until it is answered; a wrong shipment starts clocks.
struct InvestigationTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test(arguments: [
    ("2026-11-20", "2026-12-07"),  // Thanksgiving
    ("2026-12-18", "2027-01-05"),  // Christmas and New Year
    ("2026-06-29", "2026-07-14"),  // 4 July on a Saturday, observed on Friday
    ("2021-12-20", "2022-01-05"),  // 25 December and 1 January on Saturdays
    ("2026-03-02", "2026-03-16"), ("2026-03-07", "2026-03-20"),
    ("2026-01-09", "2026-01-26"),  // Martin Luther King
    ("2023-11-03", "2023-11-20"),  // 11 November on a Saturday
  ])
  func tenBusinessDaysSkipFederalHolidays(_ from: String, _ due: String) throws {
    let end = FederalHolidays.businessDay(10, after: try day(from))
    #expect(end.description == due)
  }

  @Test func federalHolidaysOfAYear() throws {
    let days = FederalHolidays.holidays(of: 2026).sorted().map(\.description)
    #expect(
      days == [
        "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03",
        "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25",
      ])
    #expect(FederalHolidays.holidays(of: 2020).count == 10, "before Juneteenth")
    #expect(FederalHolidays.isHoliday(try day("2021-12-31")), "New Year of 2022")
  }

  @Test(arguments: StoreKind.installed)
  func anAllegationHoldsItsScopeUntilFindingsAndARemedy(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .release)
    let order = try ClearanceSamples.order()
    func clear() throws -> ClearanceDesk.Issued {
      try ClearanceDesk(desk.ledger).issue(
        for: order, days: 30, confirmations: [:], by: ClearanceSamples.asker)
    }
    let first = try clear()
    let opened = try desk.investigate(
      .open(
        allegation: "a journalist asks about the device",
        InvestigationScope(serials: ["SQ24-00017"])), by: CaseSamples.asker("nobody"))
    #expect(opened.holds)
    #expect {
      try clear()
    } throws: {
      ($0 as? LedgerFailure)?.message.contains("the device `SQ24-00017`") ?? false
    }
    let list = try RevocationList(
      ClearanceDesk(desk.ledger).revocations(), keys: space.keys.published)
    #expect(list.entries == [.init(clearance: first.clearance.id, reason: "held")])
    func refused(_ act: Investigation.Act, _ person: String, _ words: String) {
      #expect {
        try desk.perform(act, on: opened.id, by: CaseSamples.asker(person))
      } throws: {
        ($0 as? LedgerFailure)?.message.contains(words) ?? false
      }
    }
    let close = Investigation.Act.close(reason: "answered")
    refused(close, "officer", "findings and a remedy")
    refused(.finding("nothing"), "seller", "findings are for")
    try desk.perform(.finding("the device is in a hospital"), on: opened.id, by: .init("analyst"))
    refused(close, "officer", "findings and a remedy")
    refused(.remedy("none is needed"), "analyst", "remedies are for")
    try desk.perform(.remedy("none is needed"), on: opened.id, by: .init("counsel"))
    refused(close, "counsel", "by an officer")
    try desk.perform(close, on: opened.id, by: .init("officer"))
    #expect(throws: LedgerFailure.self, "one person does not end it") { try clear() }
    refused(close, "officer", "does not confirm")
    refused(close, "seller", "confirmed by counsel")
    // What comes in between must be looked at by both.
    try desk.perform(.finding("another report"), on: opened.id, by: .init("analyst"))
    refused(close, "counsel", "by an officer")
    try desk.perform(close, on: opened.id, by: .init("officer"))
    try desk.perform(close, on: opened.id, by: .init("counsel"))
    #expect(try desk.investigation(opened.id).holds == false)
    _ = try clear()
    refused(.finding("more"), "analyst", "closed")
  }

  @Test(arguments: [
    (InvestigationScope(parties: ["musterstadt  HOSPITAL"]), "the party"),
    (InvestigationScope(parties: ["HRB-00000"]), "the party"),
    (InvestigationScope(products: ["ngs-sequencer"]), "the product"),
    (InvestigationScope(orders: ["erp:SO-2001"]), "the order itself"),
    (InvestigationScope(parties: ["Another"], serials: ["X"], products: ["y"]), nil),
  ])
  func aScopeTouchesOrders(_ scope: InvestigationScope, _ words: String?) throws {
    let touched = scope.touched(by: try ClearanceSamples.order())
    #expect(touched.map { words.map($0.contains) ?? false } ?? (words == nil), "\(touched ?? "-")")
  }

  /// Whoever knows names is asked about names, and about nothing else of a party.
  @Test func aScopeTouchesWhatMayBeTheParty() throws {
    let order = try ClearanceSamples.order()
    let scope = InvestigationScope(parties: ["清湾市中心医院"])
    #expect(scope.touched(by: order) == nil)
    let none = PartyLikeness { _, _ in false }
    #expect(scope.touched(by: order, none) == nil)
    let one = PartyLikeness { name, other in
      name == "Beispiel-Klinikum Musterstadt" && other == "清湾市中心医院"
    }
    #expect(
      scope.touched(by: order, one)
        == "the party `Beispiel-Klinikum Musterstadt`, which may be `清湾市中心医院`")
    let numbers = PartyLikeness { name, _ in !name.contains { $0.isLetter } }
    #expect(scope.touched(by: order, numbers) == nil)
  }

  @Test func aWrongShipmentHoldsServiceAndStartsTheClocks() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let desk = try CaseSamples.desk(space, .release)
    let scope = try desk.scope(ofShipment: "erp", "SO-2001")
    #expect(scope.serials == ["SQ24-00017"])
    #expect(scope.parties.contains("Beispiel-Klinikum Musterstadt"))
    let stop = try desk.investigate(
      .stop(reason: "shipped to another site", scope, discovered: try day("2026-11-20")),
      by: .init("engineer"))
    #expect(stop.clocks.map(\.duty) == [.disclosureNotice])
    func act(_ act: Investigation.Act) throws {
      try desk.perform(act, on: stop.id, by: .init("officer"))
    }
    try act(.event(.rejected, on: try day("2026-11-20")))
    #expect(throws: LedgerFailure.self, "the first day counts") {
      try act(.event(.rejected, on: desk.today))
    }
    #expect(throws: LedgerFailure.self, "nothing started it") {
      try act(.report(.disclosureNarrative, on: desk.today))
    }
    #expect(throws: LedgerFailure.self, "it is older than what it reports") {
      try act(.report(.disclosureNotice, on: try day("2026-11-19")))
    }
    try act(.report(.disclosureNotice, on: try day("2026-11-21")))
    let clocks = try desk.clocks(for: "counsel").map(\.clock)
    #expect(clocks.first { $0.duty == .rejected }?.due?.description == "2026-12-07")
    let narrative = try #require(clocks.first { $0.duty == .disclosureNarrative })
    #expect(narrative.due?.description == "2027-05-20")
    #expect(narrative.state(on: try day("2027-05-20")) == .running)
    #expect(narrative.state(on: try day("2027-05-21")) == .overdue)
    #expect(throws: LedgerFailure.self) { try desk.clocks(for: "seller") }
    try act(.finding("misdelivered"))
    try act(.remedy("taken back"))
    #expect {
      try act(.close(reason: "done"))
    } throws: {
      ($0 as? LedgerFailure)?.message.contains("is not made") ?? false
    }
    let brief = try desk.json(of: desk.investigation(stop.id), for: "seller").text()
    #expect(!brief.contains("misdelivered"))
  }
}

extension LedgerAsker {
  fileprivate init(_ name: String) { self.init(name: name, act: "test") }
}
