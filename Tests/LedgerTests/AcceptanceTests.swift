import Formats
import Testing
import Trade

@testable import Ledger

/// Requests that are answered later: on record once, found again, and kept as long as their order.
struct AcceptanceTests {
  private let asker = ClearanceSamples.asker
  private let request = LedgerRequest(
    client: "erp", key: "k1", digest: "sha256:00", evaluatedAt: "2026-11-22T12:00:00.000Z")

  private func accept(
    _ ledger: Ledger, _ id: String = "acc_1"
  ) throws -> AcceptedRequest {
    try ledger.accept(
      id, of: request, orders: [ClearanceSamples.order()],
      terms: .object([("mediaType", .string("application/json"))]), body: Array("{}".utf8),
      asker: asker)
  }

  @Test(arguments: StoreKind.installed)
  func anAcceptanceIsRecordedOnceAndFoundUntilItIsFinished(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let ledger = try space.filled(3)
    let first = try accept(ledger)
    // Another process that is asked the same finds what stands.
    let other = try space.ledger()
    #expect(try accept(other).position == first.position)
    #expect(try ledger.size == 4)
    let second = try accept(other, "acc_2")
    #expect(second.body == Array("{}".utf8) && second.request.key == "k1")
    #expect(try ledger.acceptances(after: -1) == [first.position, second.position])
    #expect(try ledger.acceptances(after: first.position) == [second.position])
    #expect(try ledger.acceptances(after: second.position) == [])
    #expect(try !ledger.isFinished(first) && !ledger.isAnswered(first))
    try ledger.finish(first)
    try other.finish(first)
    #expect(try other.isFinished(first) && !other.isFinished(second))
    #expect(try ledger.size == 6, "finished once")
    #expect(try ledger.acceptance("acc_3") == nil)
    #expect(try ledger.acceptance(at: 0) == nil, "a record of another kind accepts nothing")
    #expect(try space.verification().problems == [])
  }

  @Test func whatIsOnAPartyIsProducedAndErasedWithItsOrder() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.ledger()
    let accepted = try accept(ledger)
    _ = try ClearanceSamples.record(
      ledger, ClearanceSamples.order(),
      ClearanceSamples.determination(of: ClearanceSamples.order()))
    let archive = Archive(ledger, rules: ClearanceSamples.retentionRules)
    let early = try archive.erase(party: ArchiveTests.party, reason: "asked", by: asker)
    #expect(early.erased == [] && early.kept.map(\.position).contains(accepted.position))
    let produced = try archive.produce(party: ArchiveTests.party, reason: "asked", by: asker)
    #expect(produced.contains { $0.record.position == accepted.position })
    let production = try #require(archive.holds().first)
    try archive.release(production.position, authority: "counsel", by: asker)
    try archive.note(
      .exported, on: #require(CivilDate("2026-12-01")), system: "erp", reference: "SO-2001",
      by: asker)
    let later = try #require(CivilDate("2040-01-01")).dayNumber * 86_400
    let old = Archive(
      try space.ledger(clock: { later }), rules: ClearanceSamples.retentionRules)
    let erasure = try old.erase(party: ArchiveTests.party, reason: "asked", by: asker)
    #expect(erasure.erased.contains(accepted.position), "\(erasure.kept)")
    #expect(try ledger.acceptance("acc_1") == nil, "its tokens are gone as well")
    #expect {
      _ = try ledger.acceptance(at: accepted.position)
    } throws: {
      ($0 as? LedgerFailure)?.kind == .erased
    }
    #expect(try space.verification().problems == [])
  }

  /// Until a request about it is answered, an order is held: nothing is cleared, and what was does
  /// not hold. An answer to something else under the same key is none.
  @Test func whileARequestWaitsNoClearanceHolds() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    let ledger = try space.ledger()
    let order = try ClearanceSamples.order()
    let determination = try ClearanceSamples.determination(of: order)
    _ = try ClearanceSamples.record(ledger, order, determination)
    let desk = ClearanceDesk(ledger)
    func issue() throws -> ClearanceDesk.Issued {
      try desk.issue(for: order, days: 7, confirmations: [:], by: asker)
    }
    func isListed(_ clearance: Clearance) throws -> Bool {
      try desk.revocations(of: clearance).entries.contains { $0.clearance == clearance.id }
    }
    let before = try issue()
    #expect(try !isListed(before.clearance))
    let accepted = try accept(ledger)
    func answer(_ digest: String) throws {
      let own = LedgerRequest(
        client: request.client, key: request.key, digest: digest, evaluatedAt: request.evaluatedAt)
      var sent = own
      sent.seen = try ledger.positions(of: #require(own.subject)).count
      try ledger.record(
        determination, of: order, asker: asker,
        retention: RetentionBasis(of: determination, order, isUSPerson: false, isEUPerson: false),
        request: sent)
    }
    for digest in [nil, "sha256:11"] {
      if let digest { try answer(digest) }
      #expect(try !ledger.isAnswered(accepted))
      #expect(try ledger.waiting(system: "erp", reference: "SO-2001")?.id == "acc_1")
      #expect(try isListed(before.clearance))
      #expect {
        _ = try issue()
      } throws: {
        ($0 as? LedgerFailure)?.message.contains("accepted and not answered") ?? false
      }
    }
    try answer(request.digest)
    #expect(try ledger.isAnswered(accepted))
    #expect(try ledger.waiting(system: "erp", reference: "SO-2001") == nil)
    #expect(try !isListed(before.clearance))
    _ = try issue()
  }
}
