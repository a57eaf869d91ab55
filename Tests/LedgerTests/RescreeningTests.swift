import Formats
import Policy
import Testing
import Trade

@testable import Ledger

/// Orders on record are gone over again, and whoever is interrupted goes on.
struct RescreeningTests {
  private static let day = CivilDate(dayNumber: ClearanceSamples.noon / 86_400)

  /// Four orders: open, ended, shipped and erased.
  private func ledger(_ space: LedgerSpace) throws -> Ledger {
    let ledger = try space.ledger()
    for number in 1...4 {
      let order = try ClearanceSamples.order("SO-2001", with: "SO-\(number)")
      _ = try ClearanceSamples.record(ledger, order, ClearanceSamples.determination(of: order))
    }
    let archive = Archive(ledger, rules: ClearanceSamples.retentionRules)
    for (event, reference) in [("ended", "SO-2"), ("exported", "SO-3"), ("ended", "SO-3")] {
      try archive.note(
        #require(RetentionPeriod.Event(rawValue: event)), on: Self.day, system: "erp",
        reference: reference, by: ClearanceSamples.asker)
    }
    return ledger
  }

  private func run(
    _ ledger: Ledger, since: CivilDate = day, isAnew: Bool = false
  ) throws -> (run: Rescreening, isContinued: Bool) {
    try RescreeningDesk(ledger).run(since: since, isAnew: isAnew, by: ClearanceSamples.asker)
  }

  @Test(arguments: StoreKind.installed)
  func openAndShippedOrdersAreGoneOverAndAnInterruptedRunGoesOn(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let ledger = try ledger(space)
    let desk = RescreeningDesk(ledger)
    var (first, isContinued) = try run(ledger)
    #expect(!isContinued)
    let subjects = try desk.subjects(of: first)
    #expect(subjects.map(\.reference) == ["SO-1", "SO-3", "SO-4"])
    #expect(subjects.map(\.isShipped) == [false, true, false])
    first.took(subjects[0].position, isChanged: true, isFailed: false)
    try desk.note(&first, by: ClearanceSamples.asker)
    // The process ends here; another one finds what is left.
    let other = try space.ledger()
    var (second, goesOn) = try run(other)
    #expect(goesOn && second.start == first.start && second.through == first.through)
    #expect(second.tally == first.tally)
    let left = try RescreeningDesk(other).subjects(of: second)
    #expect(left.map(\.reference) == ["SO-3", "SO-4"])
    for subject in left { second.took(subject.position, isChanged: false, isFailed: false) }
    try RescreeningDesk(other).end(&second, by: ClearanceSamples.asker)
    #expect(second.tally.screened == 3 && second.tally.changed == 1)
    let third = try run(other)
    #expect(!third.isContinued && third.run.start > second.start)
    #expect(try run(other, isAnew: true).run.start > third.run.start)
    #expect(try space.verification().problems == [])
  }

  /// Of two at once the one that came first stops at its next note, and the other goes on.
  @Test(arguments: StoreKind.installed)
  func ofTwoAtOnceOneStops(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let (ledger, other) = (try ledger(space), try space.ledger())
    for isAnew in [false, true] {
      var first = try run(ledger).run
      var second = try run(other, isAnew: isAnew).run
      #expect {
        try RescreeningDesk(ledger).note(&first, by: ClearanceSamples.asker)
      } throws: {
        ($0 as? LedgerFailure)?.message.contains("another rescreening") ?? false
      }
      #expect(throws: LedgerFailure.self) {
        try RescreeningDesk(ledger).end(&first, by: ClearanceSamples.asker)
      }
      try RescreeningDesk(other).note(&second, by: ClearanceSamples.asker)
      try RescreeningDesk(other).end(&second, by: ClearanceSamples.asker)
    }
    #expect(try space.verification().problems == [])
  }

  @Test func ordersOfEarlierDaysAreLeftAlone() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try ledger(space)
    let tomorrow = CivilDate(dayNumber: Self.day.dayNumber + 1)
    let run = try run(ledger, since: tomorrow).run
    #expect(try RescreeningDesk(ledger).subjects(of: run).isEmpty)
  }

  @Test func theSameOnTheSameDataIsNotRecordedAgain() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try ledger(space)
    let desk = RescreeningDesk(ledger)
    let subject = try #require(try desk.subjects(of: try run(ledger).run).first)
    let order = try ClearanceSamples.order("SO-2001", with: "SO-1")
    func record(_ outcome: Outcome) throws -> (isChanged: Bool, added: Int) {
      let size = try ledger.size
      let last = try #require(try desk.newest(of: subject)).last
      let isChanged = try desk.record(
        ClearanceSamples.determination(of: order, outcome), of: order, after: last,
        by: ClearanceSamples.asker,
        retention: RetentionBasis(isSubjectToOFAC: nil, isSubjectToEU: nil))
      return (isChanged, try ledger.size - size)
    }
    #expect(try record(.release) == (false, 0))
    #expect(try record(.hold) == (true, 1))
    #expect(try record(.hold) == (false, 0))
    #expect(try #require(try desk.newest(of: subject)).last.header["decision"]?.string == "hold")
  }

  /// Whoever goes on after an interruption names what changed before it, noted or not.
  @Test func whatChangedBeforeAnInterruptionIsKnown() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try ledger(space)
    let desk = RescreeningDesk(ledger)
    let begun = try run(ledger).run
    let subjects = try desk.subjects(of: begun)
    func record(_ subject: Rescreening.Subject, _ outcome: Outcome, by act: String) throws {
      let order = try ClearanceSamples.order("SO-2001", with: subject.reference)
      _ = try desk.record(
        ClearanceSamples.determination(of: order, outcome), of: order,
        after: try #require(try desk.newest(of: subject)).last,
        by: LedgerAsker(name: "u:lim", act: act),
        retention: RetentionBasis(isSubjectToOFAC: nil, isSubjectToEU: nil))
    }
    try record(subjects[0], .hold, by: Rescreening.act)
    try record(subjects[1], .hold, by: Rescreening.act)
    // What somebody else screens meanwhile is not of it.
    try record(subjects[2], .hold, by: "POST /v1/screenings")
    let (run, isContinued) = try run(space.ledger())
    #expect(isContinued && run.tally.changed == 2)
    let changes = try desk.changes(of: run)
    #expect(changes.map(\.reference) == ["SO-1", "SO-3"])
    #expect(changes.map(\.isShipped) == [false, true])
    #expect(changes.map { $0.before["determination"]?.string } == ["release", "release"])
    #expect(changes.map { $0.after["determination"]?.string } == ["hold", "hold"])
    // One that came back to what it was has not changed.
    try record(subjects[0], .release, by: Rescreening.act)
    #expect(try desk.changes(of: run).map(\.reference) == ["SO-3"])
  }

  @Test func anErasedOrderIsNobodys() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try ledger(space)
    let run = try run(ledger).run
    let desk = RescreeningDesk(ledger)
    let before = try desk.subjects(of: run)
    let erased = try #require(before.first)
    let token = try ledger.positions(of: .order(system: "erp", reference: "SO-1"))
    try space.tamper(
      "DELETE FROM payload_key WHERE position = \(erased.position)",
      "DELETE FROM lookup WHERE position = \(erased.position)")
    #expect(token == [erased.position])
    #expect(try desk.newest(of: erased) == nil)
    #expect(try desk.subjects(of: run).map(\.reference) == ["SO-3", "SO-4"])
  }
}
