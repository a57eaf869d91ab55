import Formats
import Policy
import Screening
import Testing
import Trade

@testable import Ledger

/// What must be kept is kept, and what need not can be destroyed without breaking the log.
struct ArchiveTests {
  static let party = "Beispiel-Klinikum Musterstadt"
  private let asker = ClearanceSamples.asker

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// A ledger in which the sample order was screened at noon of 2026-11-22, opened on a later day.
  private func archive(
    _ space: LedgerSpace, on day: String, exported: String? = "2026-12-01",
    isUSPerson: Bool? = false, isEUPerson: Bool? = false, basis: [String] = []
  ) throws -> Archive {
    let ledger = try space.ledger()
    let order = try ClearanceSamples.order()
    let findings =
      basis.isEmpty ? [] : [ClearanceSamples.finding("sanctions", .hold, basis: basis)]
    _ = try ClearanceSamples.record(
      ledger, order,
      ClearanceSamples.determination(
        of: order, basis.isEmpty ? .release : .hold, findings: findings),
      isUSPerson: isUSPerson, isEUPerson: isEUPerson)
    if let exported {
      try Archive(ledger).note(
        .exported, on: self.day(exported), system: "erp", reference: "SO-2001", by: asker)
    }
    let seconds = try self.day(day).dayNumber * 86_400
    return Archive(
      try space.ledger(clock: { seconds }), rules: ClearanceSamples.retentionRules)
  }

  @Test(arguments: [
    (["exported 2026-12-01"], false, false, "2031-12-01", "15 CFR 762.6"),
    (["exported 2026-12-01"], true, false, "2036-12-01", "31 CFR 501.601"),
    (["exported 2026-12-01"], nil, nil, "2036-12-01", "not known whether it applies"),
    (["exported 2026-12-01"], false, true, "2031-12-31", "2021/821"),
    (["ended 2026-11-25"], false, false, "2031-11-25", "15 CFR 762.6"),
    (
      ["exported 2026-12-01", "diverted 2029-03-04"], false, false, "2034-03-04", "15 CFR 762.6"
    ),
    (["exported 2028-02-29"], false, false, "2033-03-01", "15 CFR 762.6"),
    (["exported 2020-01-01"], false, false, "2031-11-22", "15 CFR 762.6"),
  ])
  func thePeriodIsTheLongestThatApplies(
    _ events: [String], _ ofac: Bool?, _ eu: Bool?, _ end: String, _ words: String
  ) throws {
    let parsed = try events.map { text in
      let words = text.split(separator: " ").map(String.init)
      return (
        kind: try #require(RetentionPeriod.Event(rawValue: words[0])), day: try day(words[1])
      )
    }
    let period = RetentionPeriod(
      recorded: try day("2026-11-22"), events: parsed,
      basis: RetentionBasis(isSubjectToOFAC: ofac, isSubjectToEU: eu),
      rules: ClearanceSamples.retentionRules)
    guard case .until(let day, let basis) = period else {
      Issue.record("\(period)")
      return
    }
    #expect(day.description == end)
    #expect(basis.joined().contains(words), "\(basis)")
  }

  @Test func theSellersWordIsNotWhatTheDeterminationRestsOn() throws {
    let order = try ClearanceSamples.order()
    var determination = try ClearanceSamples.determination(of: order)
    func isSubject() -> Bool? {
      RetentionBasis(of: determination, order, isUSPerson: false, isEUPerson: nil).isSubjectToOFAC
    }
    #expect(isSubject() == nil, "no facts are recorded")
    determination.facts = ClearanceSamples.facts(isUSPerson: true)
    #expect(isSubject() == true, "a bank of the United States takes part")
    determination.facts = ClearanceSamples.facts(isUSPerson: false)
    #expect(isSubject() == false)
  }

  @Test func withoutTheTableNothingEnds() throws {
    guard
      case .open(let reason) = RetentionPeriod(
        recorded: try day("2001-01-01"), events: [(.exported, try day("2001-01-01"))],
        basis: RetentionBasis(isSubjectToOFAC: false, isSubjectToEU: false), rules: [])
    else {
      Issue.record("a period ends by no rule")
      return
    }
    #expect(reason.contains("retention-periods"))
  }

  @Test func aPeriodThatHasNotBegunDoesNotEnd() throws {
    let basis = RetentionBasis(isSubjectToOFAC: false, isSubjectToEU: false)
    for events in [[], [(kind: RetentionPeriod.Event.diverted, day: try day("2001-01-01"))]] {
      guard
        case .open = RetentionPeriod(
          recorded: try day("2001-01-01"), events: events, basis: basis,
          rules: ClearanceSamples.retentionRules)
      else {
        Issue.record("a period without an export or an end is over")
        return
      }
    }
  }

  @Test func whoPaysInDollarsOrTouchesTheUnitedStatesIsSubjectToOFAC() throws {
    func basis(
      _ old: String = "", _ new: String = "", _ isUSPerson: Bool? = false, _ law: [String] = []
    ) throws -> Bool? {
      let order = try ClearanceSamples.order(old, with: new)
      let findings = law.isEmpty ? [] : [ClearanceSamples.finding("x", .hold, basis: law)]
      var determination = try ClearanceSamples.determination(of: order, .hold, findings: findings)
      determination.facts = ClearanceSamples.facts(isUSPerson: isUSPerson)
      return RetentionBasis(
        of: determination, order, isUSPerson: isUSPerson, isEUPerson: nil
      ).isSubjectToOFAC
    }
    #expect(try basis() == false)
    #expect(try basis("EUR", "USD") == true)
    #expect(try basis(#"["FR", "DE"]"#, #"["FR", "US", "DE"]"#) == true)
    #expect(try basis(#""countryOfOrigin": "FR""#, #""countryOfOrigin": "US""#) == true)
    #expect(try basis("", "", true) == true)
    #expect(try basis("", "", nil) == nil)
    // Ten years unless it is known that the rules do not apply: what is not stated is not known.
    #expect(try basis(#""countryOfExport": "FR", "#, "") == nil)
    #expect(try basis(#"["FR", "DE"]"#, "[]") == nil)
    #expect(try basis(#", "countryOfOrigin": "FR""#, "") == nil)
    #expect(try basis(#""currency": "EUR","#, "") == nil)
    #expect(try basis("", "", false, ["31 CFR part 583"]) == true)
  }

  /// A hold names the party as well: in force it stays, released it goes when its time is over.
  @Test func holdsOfThePartyAreErasedOrNamed() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let early = try archive(space, on: "2026-11-23")
    let asked = try early.hold(.party(Self.party), reason: "litigation", by: asker).position
    _ = try early.produce(party: Self.party.uppercased(), reason: "asked for", by: asker)
    let other = try early.hold(.party("Somebody Else"), reason: "x", by: asker).position
    func erase(_ day: String) throws -> Archive.Erasure {
      let seconds = try self.day(day).dayNumber * 86_400
      return try Archive(
        space.ledger(clock: { seconds }), rules: ClearanceSamples.retentionRules
      ).erase(party: Self.party, reason: "request", by: asker)
    }
    let held = try erase("2026-11-24")
    #expect(held.erased.isEmpty && held.kept.contains { $0.position == asked })
    for position in [asked, asked + 1] {
      try early.release(position, authority: "the court", by: asker)
    }
    let kept = try erase("2026-11-25")
    #expect(
      Set(kept.kept.map(\.position)).isSuperset(of: [asked, asked + 1]),
      "they are told with what keeps them: \(kept)")
    let gone = try erase("2060-01-01")
    #expect(Set(gone.erased).isSuperset(of: [asked, asked + 1]) && !gone.erased.contains(other))
    #expect(throws: LedgerFailure.self) { try space.ledger().record(at: asked) }
    #expect(try space.verification().problems == [])
  }

  @Test func erasingDestroysTheContentAndTheLogStillVerifies() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let archive = try archive(space, on: "2032-01-01")
    let before = try LogProver(archive.ledger.store).inclusion(of: 2)
    let trial = try archive.erase(party: Self.party, reason: "trial", by: asker, isTrial: true)
    #expect(trial.erased == [2, 3])
    #expect(try archive.ledger.record(at: 2).content["order"] != nil, "a trial erases nothing")
    let erasure = try archive.erase(party: "HRB-00000", reason: "demanded", by: asker)
    #expect(erasure.erased == [2, 3])
    #expect(erasure.kept == [])
    for position in [2, 3] {
      #expect {
        try archive.ledger.record(at: position)
      } throws: {
        ($0 as? LedgerFailure)?.kind == .erased
      }
    }
    #expect(try archive.ledger.positions(of: .party(Self.party)) == [])
    #expect(try archive.ledger.positions(of: .order(system: "erp", reference: "SO-2001")) == [])
    let verification = try space.verification()
    #expect(verification.problems == [])
    #expect(verification.erased == 2)
    // A proof from before still verifies, and the record can still be proved.
    let key = try space.keys.published.log
    #expect(before.verifies(by: key))
    #expect(try LogProver(archive.ledger.store).inclusion(of: 2).verifies(by: key))
    // The sealed content stays, and nothing opens it.
    #expect(try archive.ledger.store.sealed(at: 2).count > 1000)
    #expect(try archive.ledger.store.wrappedKey(at: 2) == nil)
  }

  /// What an open investigation touches stays, also after every period of the law.
  @Test(arguments: StoreKind.installed)
  func anOpenInvestigationForbidsErasure(_ kind: StoreKind) throws {
    // One that names the order is a later record of it, from which its period counts anew.
    for scope in [
      InvestigationScope(serials: ["SQ24-00017"]), InvestigationScope(parties: ["HRB-00000"]),
    ] {
      let space = try LedgerSpace(kind)
      defer { space.remove() }
      let archive = try archive(space, on: "2037-01-01")
      let cases = CaseDesk(archive.ledger)
      try cases.appoint(
        Appointment(person: "officer", roles: [.officer]), by: .init(name: "root", act: "test"))
      try cases.appoint(
        Appointment(person: "counsel", roles: [.counsel]), by: .init(name: "officer", act: "test"))
      let opened = try cases.investigate(.open(allegation: "misuse", scope), by: asker)
      let erasure = try archive.erase(party: Self.party, reason: "demanded", by: asker)
      #expect(erasure.erased == [])
      let reasons = erasure.kept.filter { $0.position == 2 || $0.position == 3 }.map(\.reason)
      #expect(reasons.count == 2 && reasons.allSatisfy { $0.contains(opened.id) }, "\(reasons)")
      for (act, person) in [
        (Investigation.Act.finding("none"), "officer"), (.remedy("none"), "officer"),
        (.close(reason: "answered"), "officer"), (.close(reason: "answered"), "counsel"),
      ] {
        try cases.perform(act, on: opened.id, by: .init(name: person, act: "test"))
      }
      let after = try archive.erase(party: Self.party, reason: "demanded", by: asker)
      // An order that it names is kept for as long after it as after anything else on the order.
      #expect(!after.kept.contains { $0.reason.contains(opened.id) }, "\(after)")
      #expect(after.erased.contains(2) == scope.orders.isEmpty, "\(after)")
    }
  }

  @Test func noTraceOfADestroyedKeyIsLeftInTheFile() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let archive = try archive(space, on: "2032-01-01")
    let key = try #require(try archive.ledger.store.wrappedKey(at: 2))
    #expect(try LedgerFiles.contain(space.path, key))
    _ = try archive.erase(party: Self.party, reason: "demanded", by: asker)
    #expect(try !LedgerFiles.contain(space.path, key))
  }

  /// Somebody reads the store while it erases: the next erasure removes what that one could not.
  @Test func whatAReaderHeldBackIsRemovedTheNextTime() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let archive = try archive(space, on: "2032-01-01")
    let key = try #require(try archive.ledger.store.wrappedKey(at: 2))
    do {
      let reader = try Database(space.path, .reading, patience: 10)
      try reader.execute("BEGIN")
      #expect(try reader.number("SELECT count(*) FROM leaf") > 2)
      #expect {
        try archive.erase(party: Self.party, reason: "demanded", by: asker)
      } throws: {
        ($0 as? LedgerFailure)?.kind == .locked
      }
      try reader.execute("ROLLBACK")
    }
    #expect(try archive.ledger.store.wrappedKey(at: 2) == nil)
    #expect(try archive.erase(party: Self.party, reason: "demanded", by: asker).erased == [])
    #expect(try !LedgerFiles.contain(space.path, key))
  }

  @Test func whatMustBeKeptIsKept() throws {
    for (day, exported, isUSPerson, law, words) in [
      ("2031-12-01", "2026-12-01", false, [], "kept through 2031-12-01"),
      ("2036-12-01", "2026-12-01", true, [], "kept through 2036-12-01 (31 CFR 501.601"),
      ("2036-12-01", "2026-12-01", nil, [], "not known whether it applies"),
      ("2036-12-01", "2026-12-01", false, ["31 CFR part 583"], "31 CFR 501.601"),
      ("2099-01-01", nil, false, [], "neither is recorded"),
    ] as [(String, String?, Bool?, [String], String)] {
      let space = try LedgerSpace()
      defer { space.remove() }
      let archive = try archive(
        space, on: day, exported: exported, isUSPerson: isUSPerson, basis: law)
      let erasure = try archive.erase(party: Self.party, reason: "demanded", by: asker)
      #expect(erasure.erased == [], "\(words)")
      #expect(erasure.kept.allSatisfy { $0.reason.contains(words) }, "\(erasure.kept)")
      #expect(!erasure.kept.isEmpty)
      #expect(try archive.ledger.record(at: 2).content["order"] != nil)
    }
  }

  @Test func aHoldForbidsErasingUntilItIsReleased() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let archive = try archive(space, on: "2040-01-01")
    // Under another of the party's names: the hold covers the records, not the spelling.
    let hold = try archive.hold(.party("Musterstadt Hospital"), reason: "subpoena", by: asker)
    let order = try archive.hold(
      .order(system: "erp", reference: "SO-2001"), reason: "audit", by: asker)
    var erasure = try archive.erase(party: Self.party, reason: "demanded", by: asker)
    #expect(erasure.erased == [])
    #expect(erasure.kept.allSatisfy { $0.reason.contains("subpoena") }, "\(erasure.kept)")
    try archive.release(hold.position, authority: "court", by: asker)
    #expect(throws: LedgerFailure.self, "once") {
      try archive.release(hold.position, authority: "court", by: asker)
    }
    erasure = try archive.erase(party: Self.party, reason: "demanded", by: asker)
    #expect(erasure.kept.allSatisfy { $0.reason.contains("audit") }, "\(erasure.kept)")
    #expect(erasure.erased == [])
    try archive.release(order.position, authority: "counsel", by: asker)
    #expect(try archive.erase(party: Self.party, reason: "demanded", by: asker).erased == [2, 3])
  }

  /// Its own first record is of no order, and its period ended long ago.
  @Test func anOpenInvestigationKeepsItsOwnRecords() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let archive = try archive(space, on: "2040-01-01")
    let early = CaseDesk(try space.ledger())
    try early.appoint(Appointment(person: "officer", roles: [.officer]), by: asker)
    let second = Appointment(person: "counsel", roles: [.counsel])
    try early.appoint(second, by: CaseSamples.asker("officer"))
    let id = try early.investigate(
      .open(allegation: "misuse", InvestigationScope(parties: [Self.party])),
      by: CaseSamples.asker("officer")
    ).id
    let desk = CaseDesk(archive.ledger)
    var erasure = try archive.erase(party: Self.party, reason: "demanded", by: asker)
    #expect(erasure.erased == [])
    #expect(erasure.kept.map(\.position) == [2, 3, 6])
    #expect(erasure.kept.allSatisfy { $0.reason.contains(id) }, "\(erasure.kept)")
    #expect(try desk.investigation(id).holds)
    for act in [Investigation.Act.finding("none"), .remedy("none"), .close(reason: "done")] {
      try desk.perform(act, on: id, by: CaseSamples.asker("officer"))
    }
    try desk.perform(.close(reason: "done"), on: id, by: CaseSamples.asker("counsel"))
    erasure = try archive.erase(party: Self.party, reason: "demanded", by: asker)
    #expect(erasure.erased == [2, 3])
    // What opened it is kept as long as what closed it.
    #expect(erasure.kept.map(\.position) == [6])
    #expect(erasure.kept.allSatisfy { $0.reason.contains("kept through") })
  }

  @Test func whatWasAskedForIsProducedWithProofsAndThenHeld() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let archive = try archive(space, on: "2040-01-01")
    let produced = try archive.produce(party: Self.party, reason: "BIS asked", by: asker)
    #expect(produced.map(\.record.position) == [2, 3])
    let key = try space.keys.published.log
    #expect(produced.allSatisfy { $0.proof.verifies(by: key) })
    #expect(
      produced[0].record.content["order"]?["order"]?["ref"]?.string == "SO-2001")
    let erasure = try archive.erase(party: Self.party, reason: "demanded", by: asker)
    #expect(erasure.erased == [])
    #expect(erasure.kept.allSatisfy { $0.reason.contains("BIS asked") }, "\(erasure.kept)")
  }
}
