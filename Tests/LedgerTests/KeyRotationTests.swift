import Digests
import Formats
import Foundation
import Testing
import Trade

@testable import Ledger

/// New keys are signed in by the old ones, and what the old ones signed still verifies.
struct KeyRotationTests {
  private let asker = LedgerAsker(name: "u:lim", act: "test")

  private func rotate(_ space: LedgerSpace) throws -> LedgerKeys {
    try KeyRotation(space.store(), keys: space.folder + "/ledger.db.keys").rotate(
      reason: "yearly", by: asker)
  }

  private func verification(_ space: LedgerSpace, _ keys: LedgerKeys) throws -> LogVerification {
    try LogVerification(
      of: space.address.open(isReading: true), by: keys.published, opening: keys)
  }

  @Test(arguments: StoreKind.installed)
  func theLogVerifiesAcrossRotations(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let running = try space.filled(3)
    let kept = try #require(try running.store.newestCheckpoint()).note(
      by: space.keys.published.log)
    var keys = try rotate(space)
    #expect(keys.log.publicKey != space.keys.log.publicKey)
    #expect(keys.clearances.publicKey != space.keys.clearances.publicKey)
    #expect(try keys.published.retired.map(\.through) == [4])
    #expect(
      try keys.published.retired.map(\.clearances) == [
        PublishedKeys.FormerKey(
          key: space.keys.clearances.publicKey, until: try moment(ofLast: space, keys))
      ])
    let ledger = try Ledger(store: space.address.open(), keys: keys)
    #expect(try ledger.append([LedgerSpace.record(5)]).position == 5)
    #expect(try ledger.record(at: 1).content["party"]?.string == "Example Clinic 1")
    #expect(try verification(space, keys).problems == [])
    // A checkpoint that somebody kept still counts, and is of its own time only.
    let old = try Checkpoint(note: kept, keys: try keys.published)
    #expect(old.head.size == 3)
    #expect {
      try running.append([LedgerSpace.record(9)])
    } throws: {
      ($0 as? LedgerFailure)?.kind == .doesNotVerify
    }
    #expect(throws: LedgerFailure.self) {
      try Ledger(store: space.address.open(), keys: space.keys)
    }
    keys = try rotate(space)
    #expect(try keys.published.retired.map(\.through) == [4, 7])
    #expect(try verification(space, keys).problems == [])
    // The published keys are read back as they are.
    let file = space.folder + "/keys.pub"
    try Data(keys.published.json.text().utf8).write(to: URL(filePath: file))
    #expect(try PublishedKeys(file: file) == keys.published)
  }

  @Test func whoStoleTheOldKeySignsNothingNew() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(3)
    let keys = try rotate(space)
    let head = TreeHead(size: 9, root: MerkleTree.emptyRoot)
    let forged = try space.keys.checkpoint(head).note(by: space.keys.published.log)
    #expect(throws: LedgerFailure.self) {
      try Checkpoint(note: forged, keys: try keys.published)
    }
    // Nor a list that hides what was revoked since.
    let order = try ClearanceSamples.order()
    let now = try moment(ofLast: space, keys)
    let published = try keys.published
    let list = RevocationList(
      issuer: keys.name, issued: now, expires: now + 86_400, entries: [])
    func signed(_ json: JSON, _ kind: String, _ keys: LedgerKeys) throws -> String {
      try #require(JSONWebSignature.sign(json, kind: kind, with: keys.clearances))
    }
    let hiding = try signed(list.json, RevocationList.kind, space.keys)
    #expect(throws: ClearanceRefusal.self) { try RevocationList(hiding, keys: published) }
    let revocations = try RevocationList(
      signed(list.json, RevocationList.kind, keys), keys: published)
    // Nor a clearance that is younger than the rotation; an older one lasts as long as it would.
    func words(issued: Int, at time: Int) throws -> [String] {
      let claims = ClearanceSamples.claims(order, issuer: keys.name, issued: issued)
      let token = try signed(claims, Clearance.kind, space.keys)
      do throws(ClearanceRefusal) {
        _ = try ClearanceVerifier(keys: published, now: time).verify(
          token, for: order, revocations: revocations)
        return []
      } catch {
        return error.words
      }
    }
    #expect(try words(issued: now - 60, at: now + 60) == [])
    #expect(
      try words(issued: now + 1, at: now + 60) == ["it was issued after its key was replaced"])
    #expect(
      try words(issued: now - 60, at: now + Clearance.longest)
        == ["its key was replaced more than 30 days ago"])
  }

  @Test func keysThatWereStolenAreDroppedAtOnce() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(1)
    let first = try rotate(space)
    let now = try moment(ofLast: space, first)
    let order = try ClearanceSamples.order()
    let path = space.folder + "/ledger.db.keys"
    let keys = try KeyRotation(space.store(), keys: path).rotate(
      reason: "a laptop was lost", by: asker, dropsClearances: true)
    #expect(try keys.published.retired.map(\.clearances) == [nil, nil])
    #expect(try LedgerKeys(file: path).published == keys.published)
    #expect(try verification(space, keys).problems == [], "the log itself still verifies")
    for old in [space.keys, first] {
      let claims = ClearanceSamples.claims(order, issuer: keys.name, issued: now - 60)
      let token = try #require(
        JSONWebSignature.sign(claims, kind: Clearance.kind, with: old.clearances))
      #expect {
        try ClearanceVerifier(keys: keys.published, now: now).read(token)
      } throws: {
        ($0 as? ClearanceRefusal)?.words.joined().contains("no known key") ?? false
      }
    }
    #expect(
      try rotate(space).published.retired.map { $0.clearances != nil } == [false, false, true])
  }

  /// When the newest record says that it was made.
  private func moment(ofLast space: LedgerSpace, _ keys: LedgerKeys) throws -> Int {
    let ledger = try Ledger(store: space.address.open(isReading: true), keys: keys)
    return try Timestamp(ledger.header(at: ledger.size - 1).time).secondsSinceEpoch
  }

  @Test func anInterruptedRotationIsFinished() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(2)
    let path = space.folder + "/ledger.db.keys"
    // Interrupted after the new keys were made, and again after they were announced.
    let next = try space.keys.successor()
    try next.write(to: path + ".next")
    #expect(throws: LedgerFailure.self, "unfinished keys sign nothing") {
      try Ledger(store: space.store(), keys: next)
    }
    let keys = try rotate(space)
    #expect(keys.log.publicKey == next.log.publicKey)
    #expect(!FileReader.exists(path + ".next"))
    #expect(try verification(space, keys).problems == [])
    // Interrupted after the last step but one: the file is new, and the other is still there.
    try keys.write(to: path + ".next")
    #expect(try rotate(space).log.publicKey == keys.log.publicKey)
    #expect(!FileReader.exists(path + ".next"))
  }
}
