import Formats
import Policy
import Screening
import Synchronization
import Testing
import Trade

@testable import Ledger

/// A determination that is asked for again is a record of its own, which names the first of the day for
/// what is the same.
struct RestatingTests {
  private static let party = ArchiveTests.party
  private let asker = ClearanceSamples.asker

  private func prepared(_ ledger: Ledger) throws -> (PreparedDetermination, Order) {
    let order = try ClearanceSamples.order()
    var determination = try ClearanceSamples.determination(of: order)
    determination.facts = ClearanceSamples.facts(isUSPerson: false)
    let retention = RetentionBasis(
      of: determination, order, isUSPerson: false, isEUPerson: false)
    return (try ledger.prepared(determination, of: order, retention: retention), order)
  }

  private func request(_ key: String) -> LedgerRequest {
    LedgerRequest(
      client: "erp", key: key, digest: "sha256:00", evaluatedAt: "2026-11-22T12:00:00.000Z")
  }

  /// Records it as often as there are keys; where each stands.
  private func record(
    _ ledger: Ledger, _ prepared: PreparedDetermination, _ keys: [String]
  ) throws -> [Int] {
    try keys.map {
      try ledger.record(prepared, asker: asker, request: request($0)).position
    }
  }

  @Test(arguments: StoreKind.installed)
  func eachSaysAllOfIt(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let ledger = try space.ledger()
    let (prepared, order) = try prepared(ledger)
    let places = try record(ledger, prepared, ["a", "b", "c"])
    let records = try places.map { try ledger.record(at: $0) }
    #expect(records.map { $0.header["restates"]?.integer } == [nil, places[0], places[0]])
    let own: Set = ["request"]
    func shared(_ record: OpenedRecord) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: (record.content.members ?? []).filter { !own.contains($0.key) }.map {
          ($0.key, $0.value.text())
        })
    }
    #expect(shared(records[0])["determination"] != nil)
    #expect(shared(records[1]) == shared(records[0]) && shared(records[2]) == shared(records[0]))
    #expect(records.map { $0.content["request"]?["key"]?.string } == ["a", "b", "c"])
    #expect(records.allSatisfy { $0.header["decision"] != nil && $0.header["lists"] != nil })
    #expect(
      try ledger.positions(of: .order(system: order.system, reference: order.reference)) == places)
    #expect(try ledger.positions(naming: Self.party) == places)
    #expect(try ledger.positions(of: .request(client: "erp", key: "b")) == [places[1]])
    let sizes = try places.map { try ledger.store.sealed(at: $0).count }
    #expect(sizes[1] * 4 < sizes[0], "\(sizes)")
    #expect(try space.verification().problems == [])
    // What is handed out says all of it too.
    let produced = try Archive(ledger).produce(party: Self.party, reason: "asked", by: asker)
    #expect(produced.map(\.record.position) == places)
    #expect(produced.allSatisfy { $0.record.content["order"] != nil })
  }

  /// Records of another day rest on none that may be kept for a shorter time.
  @Test func theFirstOfADayHoldsAllOfIt() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let now = Mutex(ClearanceSamples.noon)
    let ledger = try space.ledger(clock: { now.withLock { $0 } })
    let (prepared, _) = try prepared(ledger)
    let first = try record(ledger, prepared, ["a", "b"])
    now.withLock { $0 += 86_400 }
    let second = try record(ledger, prepared, ["c", "d"])
    let restated = try (first + second).map { try ledger.header(at: $0).restates }
    #expect(restated == [nil, first[0], nil, second[0]])
    #expect(try space.verification().problems == [])
  }

  @Test func theyAreHeldAndErasedTogether() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.ledger()
    let (prepared, _) = try prepared(ledger)
    let places = try record(ledger, prepared, ["a", "b", "c"])
    let day = try #require(CivilDate("2026-12-01"))
    try Archive(ledger).note(.exported, on: day, system: "erp", reference: "SO-2001", by: asker)
    func archive(_ day: String) throws -> Archive {
      let seconds = try #require(CivilDate(day)).dayNumber * 86_400
      return Archive(
        try space.ledger(clock: { seconds }), rules: ClearanceSamples.retentionRules)
    }
    let hold = try archive("2031-01-01").hold(
      .party(Self.party), reason: "litigation", by: asker
    ).position
    let held = try archive("2040-01-01").erase(party: Self.party, reason: "x", by: asker)
    #expect(held.erased == [] && Set(held.kept.map(\.position)).isSuperset(of: places))
    try archive("2040-01-02").release(hold, authority: "the court", by: asker)
    let gone = try archive("2050-01-01").erase(party: Self.party, reason: "x", by: asker)
    #expect(Set(gone.erased).isSuperset(of: places))
    for place in places {
      #expect(throws: LedgerFailure.self) { try space.ledger().record(at: place) }
    }
    #expect(try space.verification().problems == [])
  }

  /// A first record that went alone is content that was lost, and is told.
  @Test(arguments: StoreKind.installed)
  func whatIsLostWithTheFirstIsFound(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let ledger = try space.ledger()
    let (prepared, _) = try prepared(ledger)
    let places = try record(ledger, prepared, ["a", "b"])
    try ledger.append(
      LedgerRecord(
        .erasure, open: [("erases", .array([.integer(places[0])]))], content: .object([]),
        subjects: []), expecting: try ledger.size, erasing: [places[0]])
    let problems = try space.verification().problems
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains("record \(places[1]) is lost: it restates record \(places[0])")
        == true, "\(problems)")
    #expect {
      try ledger.record(at: places[1])
    } throws: {
      ($0 as? LedgerFailure)?.kind == .erased
    }
  }

  /// Nobody makes a record speak of what is no earlier determination that holds all of its own.
  @Test func whatCannotBeRestatedIsRefusedAndFound() throws {
    for target in ["event", "later", "restating"] {
      let space = try LedgerSpace()
      defer { space.remove() }
      let ledger = try space.filled(1)
      let (prepared, _) = try prepared(ledger)
      let places = try record(ledger, prepared, ["a", "b"])
      let wrong = target == "event" ? 0 : target == "later" ? 1000 : places[1]
      let forged = try ledger.append([
        LedgerRecord(
          .determination, open: [], content: .object([]), subjects: [], condition: nil,
          prepared: LedgerRecord.Prepared(members: nil, tokens: []), restates: wrong)
      ]).position
      #expect(throws: LedgerFailure.self, "\(target)") { try ledger.record(at: forged) }
      #expect(
        try space.verification().problems.contains { $0.contains("record \(forged) restates") },
        "\(target)")
    }
  }
}
