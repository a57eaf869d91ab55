import Digests
import Testing

@testable import Ledger

/// Whoever may write the file can do anything to it; verification tells, whatever it was.
struct TamperTests {
  @Test(arguments: StoreKind.installed)
  func anUntouchedLogVerifies(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    try space.filled(40)
    let verification = try space.verification()
    #expect(verification.problems == [])
    #expect(verification.size == 40)
    #expect(verification.checkpoints == 40)
  }

  /// Without opening the contents the keys of the records are looked at all the same.
  @Test(arguments: StoreKind.installed)
  func aKeyThatWasOverwrittenIsFoundWithoutOpeningContents(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    try space.filled(8)
    func problems(_ keys: LedgerKeys?) throws -> [String] {
      try LogVerification(
        of: space.address.open(isReading: true), by: space.keys.published, opening: keys,
        opensContent: false
      ).problems
    }
    #expect(try problems(space.keys) == [])
    try space.tamper("UPDATE payload_key SET wrapped = zeros(60) WHERE position = 3")
    #expect(try problems(nil) == [], "the public keys alone do not tell")
    #expect(try problems(space.keys).first?.contains("the key of record 3") == true)
  }

  @Test(arguments: StoreKind.installed)
  func aRowThatBelongsToNoRecordIsFound(_ kind: StoreKind) throws {
    for (statement, words) in [
      ("INSERT INTO erasure VALUES (5, 7)", "that record 7 erased record 5"),
      (
        "INSERT INTO payload SELECT 30, sealed FROM payload WHERE position = 3", "payload has a row"
      ),
      (
        "INSERT INTO payload_key SELECT 31, wrapped FROM payload_key WHERE position = 3",
        "payload_key has a row for record 31"
      ),
      ("INSERT INTO lookup SELECT token, 32 FROM lookup WHERE position = 3", "lookup has a row"),
      ("INSERT INTO erasure VALUES (33, 3)", "erasure has a row for record 33"),
    ] {
      let space = try LedgerSpace(kind)
      defer { space.remove() }
      try space.filled(8)
      try space.tamper(statement)
      let problems = try space.verification().problems
      #expect(problems.contains { $0.contains(words) }, "\(statement): \(problems)")
    }
  }

  @Test func aClockThatWasPutBackIsTold() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    for minutes in [0, 60, 56, 54, 61] {
      let ledger = try space.ledger(clock: { 1_795_348_800 + minutes * 60 })
      try ledger.append([LedgerSpace.record(minutes)])
    }
    let verification = try space.verification()
    #expect(verification.verifies)
    #expect(verification.remarks.count == 1, "\(verification.remarks)")
    #expect(verification.remarks.first?.hasPrefix("record 3 is of 2026-11-22T12:54:00Z") == true)
  }

  typealias Tampering = (what: String, statements: [String], words: String)

  static let tamperings: [Tampering] = [
    (
      "edited header",
      ["UPDATE leaf SET header = replace(header, '2026', '2025') WHERE position = 7"],
      "record 7"
    ),
    (
      "edited content", ["UPDATE payload SET sealed = zeros(80) WHERE position = 3"],
      "the content of record 3 was changed"
    ),
    (
      "edited key", ["UPDATE payload_key SET wrapped = zeros(60) WHERE position = 3"],
      "record 3 cannot be opened"
    ),
    (
      "edited hash",
      [
        "UPDATE leaf SET hashes = zeros(64) WHERE position = 5"
      ],
      "record 5 or a hash beside it"
    ),
    (
      "deleted from the middle", ["DELETE FROM leaf WHERE position = 9"], "record 9 is missing"
    ),
    (
      "deleted content", ["DELETE FROM payload WHERE position = 9"],
      "the content of record 9 is missing"
    ),
    (
      "key destroyed in silence", ["DELETE FROM payload_key WHERE position = 9"],
      "the key of record 9 is gone"
    ),
    (
      "hidden from whoever asks", ["DELETE FROM lookup WHERE position = 9"],
      "what finds record 9 was changed"
    ),
    (
      "found where it does not belong",
      [
        "INSERT INTO lookup SELECT token, 10 FROM lookup WHERE position = 9 AND length(token) = 32 ON CONFLICT DO NOTHING"
      ],
      "what finds record 10 was changed"
    ),
    (
      "deleted and closed up",
      [
        "DELETE FROM leaf WHERE position = 9", "DELETE FROM payload WHERE position = 9",
        "DELETE FROM payload_key WHERE position = 9",
        "UPDATE leaf SET position = position - 1 WHERE position > 9",
        "UPDATE payload SET position = position - 1 WHERE position > 9",
        "UPDATE payload_key SET position = position - 1 WHERE position > 9",
      ], "another history"
    ),
    (
      "two records change places",
      [
        "UPDATE leaf SET position = 1000 WHERE position = 4",
        "UPDATE leaf SET position = 4 WHERE position = 6",
        "UPDATE leaf SET position = 6 WHERE position = 1000",
      ], "another history"
    ),
    (
      "truncated",
      [
        "DELETE FROM leaf WHERE position > 15", "DELETE FROM payload WHERE position > 15",
        "DELETE FROM payload_key WHERE position > 15",
      ], "the log was cut off"
    ),
    (
      "emptied",
      ["DELETE FROM leaf", "DELETE FROM payload", "DELETE FROM payload_key"],
      "the log was cut off"
    ),
    (
      "signatures removed", ["DELETE FROM checkpoint"], "were never signed"
    ),
    (
      "a signature changed",
      ["UPDATE checkpoint SET signature = zeros(64) WHERE size = 12"],
      "the signature of the checkpoint at 12"
    ),
    (
      "a root changed", ["UPDATE checkpoint SET root = zeros(32) WHERE size = 12"],
      "the checkpoint at 12"
    ),
  ]

  @Test(arguments: StoreKind.installed, tamperings.indices)
  func everyTamperingIsFound(_ kind: StoreKind, _ place: Int) throws {
    let (what, statements, words) = Self.tamperings[place]
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    try space.filled(20)
    try space.address.tamper(statements)
    let problems = try space.verification().problems
    #expect(problems.contains { $0.contains(words) }, "\(what): \(problems)")
  }

  /// One who has the file but not the keys rewrites a record and every hash that follows from it.
  @Test(arguments: StoreKind.installed)
  func aConsistentForgeryWithoutTheKeyIsFound(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    try space.filled(20)
    var frontier = MerkleFrontier()
    var statements: [String] = []
    for position in 0..<20 {
      var header = try space.store().header(at: position)
      if position == 11 { header = header.replacing("2026", with: "2025") }
      let hashes = frontier.append(MerkleTree.leafHash(Array(header.utf8)))
      statements.append(
        "UPDATE leaf SET header = '\(header)', "
          + "hashes = bytes('\(hashes.map(\.hexadecimal).joined())') WHERE position = \(position)")
      statements.append(
        "UPDATE checkpoint SET root = bytes('\(frontier.root.hexadecimal)') "
          + "WHERE size = \(position + 1)")
    }
    try space.address.tamper(statements)
    let problems = try space.verification().problems
    #expect(problems.count == 9, "each head from the forged record on: \(problems)")
    #expect(problems.allSatisfy { $0.contains("does not verify") }, "\(problems)")
    #expect(throws: LedgerFailure.self, "nothing is added to it") { try space.ledger() }
  }

  @Test(arguments: StoreKind.installed)
  func aLogCutBackWithItsSignaturesIsFoundByACheckpointFromElsewhere(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    let kept = try #require(try space.filled(20).store.newestCheckpoint())
    for table in ["payload", "payload_key", "lookup", "leaf"] {
      try space.tamper("DELETE FROM \(table) WHERE position > 12")
    }
    try space.tamper("DELETE FROM checkpoint WHERE size > 13")
    #expect(try space.verification().verifies, "it is an older state, as it was")
    let problems = try space.verification(kept: [kept]).problems
    #expect(problems.contains { $0.contains("cut off") }, "\(problems)")
  }

  @Test func aForkIsFoundByACheckpointOfTheOtherHistory() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    try space.filled(10)
    try LedgerFiles.copy(space.path, to: space.path + ".other")
    try space.ledger().append([LedgerSpace.record(100)])
    let other = try Ledger(store: SQLiteStore(space.path + ".other"), keys: space.keys)
    let kept = try other.append([LedgerSpace.record(200)]).checkpoint
    #expect(try space.verification().verifies)
    let problems = try space.verification(kept: [kept]).problems
    #expect(problems.contains { $0.contains("another history") }, "\(problems)")
  }

  @Test(arguments: StoreKind.installed)
  func nothingIsAddedToALogWhoseHeadIsNotTheSignedOne(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    try space.filled(8)
    try space.tamper("DELETE FROM leaf WHERE position = 7")
    let ledger = try space.ledger()
    #expect {
      try ledger.append([LedgerSpace.record(9)])
    } throws: {
      ($0 as? LedgerFailure)?.kind == .doesNotVerify
    }
  }
}
