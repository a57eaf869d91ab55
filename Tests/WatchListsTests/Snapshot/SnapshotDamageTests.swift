import Formats
import Names
import SeededNumbers
import Testing

@testable import WatchLists

@Suite(
  "A snapshot that is not the right one, whole, is never used",
  .enabled(if: BundledTables.arePresent))
struct SnapshotDamageTests {
  private static let date = "2026-08-15"
  private static let name = "Example Forensic Genomics Institute"

  /// Loads, expects to be told of it, and expects the answers of lists that were read.
  private func expectMadeAnew(
    _ fixture: SnapshotFixture, told: [String], _ comment: Comment
  ) throws {
    let read = fixture.store.load(asOf: try day(Self.date))
    let feeds = try fixture.compiled(Self.date)
    #expect(fixture.told.take() == told, comment)
    #expect(feeds.map(\.entries) == read.map(\.entries), comment)
    #expect(feeds.map(\.removed) == read.map(\.removed), comment)
    #expect(feeds.allSatisfy { $0.fault == nil }, comment)
  }

  @Test(arguments: [UInt64](1...2))
  func flippedBits(seed: UInt64) throws {
    let fixture = try SnapshotFixture(seed: seed)
    _ = try fixture.compiled(Self.date)
    #expect(fixture.told.take() == ["LST070"])
    let path = try fixture.file(Self.date)
    let sound = try FileReader.bytes(of: path)
    var generator = SeededGenerator(seed: seed)
    // Some in the header, the rest anywhere.
    let places =
      (0..<12).map { $0 * 16 }
      + (0..<12).map { _ in
        Int.random(in: 0..<sound.count, using: &generator)
      }
    for place in places {
      var damaged = sound
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try FileWriter.write(damaged, to: path)
      try expectMadeAnew(fixture, told: ["LST071", "LST070"], "seed \(seed), byte \(place)")
      #expect(try FileReader.bytes(of: path) == sound, "it was made anew, the same")
    }
    try expectMadeAnew(fixture, told: [], "seed \(seed), sound")
  }

  @Test(arguments: [UInt64](3...4))
  func cutFiles(seed: UInt64) throws {
    let fixture = try SnapshotFixture(seed: seed)
    _ = try fixture.compiled(Self.date)
    _ = fixture.told.take()
    let path = try fixture.file(Self.date)
    let sound = try FileReader.bytes(of: path)
    var generator = SeededGenerator(seed: seed)
    let lengths =
      [0, 1, 39, 184, sound.count - 1]
      + (0..<5).map { _ in
        Int.random(in: 0..<sound.count, using: &generator)
      }
    for length in lengths {
      try FileWriter.write(Array(sound[..<length]), to: path)
      try expectMadeAnew(fixture, told: ["LST071", "LST070"], "seed \(seed), \(length) bytes")
    }
    try FileWriter.write(sound + [0], to: path)
    try expectMadeAnew(fixture, told: ["LST071", "LST070"], "seed \(seed), a byte too many")
  }

  @Test func anotherListsSnapshotUnderThisName() throws {
    let (own, other) = (try SnapshotFixture(seed: 5), try SnapshotFixture(seed: 6))
    _ = try own.compiled(Self.date)
    _ = try other.compiled(Self.date)
    _ = own.told.take()
    try FileWriter.write(
      try FileReader.bytes(of: other.file(Self.date)), to: try own.file(Self.date))
    try expectMadeAnew(own, told: ["LST071", "LST070"], "of another list")
  }

  @Test func otherTablesAreAnotherSnapshot() throws {
    let fixture = try SnapshotFixture(seed: 7)
    _ = try fixture.compiled(Self.date)
    _ = try fixture.compiled(Self.date, tables: "sha256:other")
    #expect(fixture.told.take() == ["LST070", "LST070"])
    let other = try FileReader.bytes(of: fixture.file(Self.date, tables: "sha256:other"))
    try FileWriter.write(other, to: fixture.file(Self.date))
    try expectMadeAnew(fixture, told: ["LST071", "LST070"], "of other tables")
  }

  @Test func aFolderInItsPlace() throws {
    let fixture = try SnapshotFixture(seed: 8)
    try FileWriter.makeFolder(fixture.file(Self.date))
    try expectMadeAnew(fixture, told: ["LST071", "LST070", "LST072"], "a folder")
  }

  /// Where nothing can be written, the lists are compiled in memory and searched all the same.
  @Test func aStoreThatCannotBeWritten() throws {
    let fixture = try SnapshotFixture(seed: 9)
    try FileWriter.write("", to: fixture.store.folder + "/.compiled")
    let read = try SearchedDay(
      fixture.store.load(asOf: try day(Self.date)), asOf: Self.date)
    let compiled = try SearchedDay(try fixture.compiled(Self.date), asOf: Self.date)
    #expect(fixture.told.take() == ["LST070", "LST072"])
    #expect(compiled.snapshot.entries.compiled != nil)
    for entry in read.snapshot.entries {
      #expect(read.answer(to: entry.name) == compiled.answer(to: entry.name))
    }
  }

  /// A version that was damaged after it was compiled is a fault, as it would be without.
  @Test(arguments: ["2026-08-01", "2026-07-01"])
  func aDamagedVersionIsStillAFault(retrieved: String) throws {
    let fixture = try SnapshotFixture(seed: 10)
    _ = try fixture.compiled(Self.date)
    _ = fixture.told.take()
    let folder = fixture.store.folder + "/us-csl"
    let name = try #require(
      FileReader.names(in: folder).first { $0.hasPrefix(retrieved) && $0.hasSuffix(".ndjson") })
    var bytes = try FileReader.bytes(of: folder + "/" + name)
    bytes[bytes.count / 2] ^= 1
    try FileWriter.write(bytes, to: folder + "/" + name)
    let feed = try #require(try fixture.compiled(Self.date).first { $0.feed == "us-csl" })
    #expect((feed.fault ?? feed.historyFaults.first)?.id == "LST020")
    #expect((feed.fault == nil) == (retrieved == "2026-07-01"))
    FileWriter.remove(folder + "/" + name)
    let missing = try #require(try fixture.compiled(Self.date).first { $0.feed == "us-csl" })
    #expect((missing.fault ?? missing.historyFaults.first)?.id == "LST020")
  }

  /// Copied files have new stamps and the same bytes.
  @Test func aCopiedStoreNeedsNoCompiling() throws {
    let fixture = try SnapshotFixture(seed: 11)
    _ = try fixture.compiled(Self.date)
    _ = fixture.told.take()
    for feed in fixture.store.feeds {
      let folder = fixture.store.folder + "/" + feed
      for name in FileReader.names(in: folder) {
        try FileWriter.write(try FileReader.bytes(of: folder + "/" + name), to: folder + "/" + name)
      }
    }
    let feeds = try fixture.compiled(Self.date)
    #expect(fixture.told.take().isEmpty)
    #expect(
      WatchListSnapshot(feeds, asOf: try day(Self.date)).entries.compiled != nil)
  }

  @Test func aNewVersionIsAnotherSnapshotAndFewAreKept() throws {
    let fixture = try SnapshotFixture(seed: 12)
    for number in 0..<7 {
      _ = try fixture.store.importList(
        consolidated(
          [record("n\(number)", "\(Self.name) \(number)")], on: "2026-08-0\(number + 2)"),
        file: "c.json", terms: accepting("a test"))
      let found = try SearchedDay(try fixture.compiled(Self.date), asOf: Self.date)
      #expect(fixture.told.take() == ["LST070"])
      #expect(found.answer(to: "\(Self.name) \(number)").contains { $0.contains("n\(number)") })
    }
    let names = FileReader.names(in: fixture.store.folder + "/.compiled")
    #expect(names.count == 4)
    #expect(names.allSatisfy { $0.hasSuffix(".lists") })
    #expect(fixture.store.feeds == ["company-list", "us-csl"])
  }

  @Test func severalWritersAtOnce() throws {
    let fixture = try SnapshotFixture(seed: 13)
    let (store, compilation) = (fixture.store, try fixture.compilation())
    let date = try day(Self.date)
    let counts = Threads.map(Array(0..<6)) { _ in
      store.load(asOf: date, compiledWith: compilation).map(\.entries.count)
    }
    let expected = store.load(asOf: date).map(\.entries.count)
    #expect(counts.allSatisfy { $0 == expected })
    #expect(FileReader.names(in: store.folder + "/.compiled").count == 1)
    _ = fixture.told.take()
    try expectMadeAnew(fixture, told: [], "after all of them")
  }
}
