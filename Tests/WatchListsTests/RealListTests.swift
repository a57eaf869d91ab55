import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("The Consolidated Screening List of 2026-07-31", .enabled(if: Shared.isPresent))
struct RealListTests {
  /// The list is imported once for all tests of the suite; it has 25 MB.
  static let imported: Result<(ListStore, ListImport), any Error> = Result {
    let store = try temporaryStore("imported")
    let bytes = try FileReader.bytes(of: Shared.consolidated)
    return (store, try store.importList(bytes, file: Shared.consolidated))
  }

  @Test func everyEntryIsReadAndReadsBackTheSame() throws {
    let (store, report) = try RealListTests.imported.get()
    let date = try day("2026-08-10")
    #expect(report.diagnostics.isEmpty)
    let manifest = report.manifest
    #expect(manifest.entries == 25_921)
    #expect(manifest.unreadable == 0)
    #expect(try manifest.retrieved == day("2026-07-31"))
    // Counted with another program.
    #expect(
      manifest.perList == [
        .specialDesignations: 19_181, .entityList: 3_420, .deniedPersons: 1_596,
        .itarDebarred: 787, .sectoralSanctions: 286, .unverified: 222, .nonproliferation: 161,
        .legislativeCouncil: 78, .militaryEndUsers: 70, .militaryIndustrial: 68, .menuBased: 51,
        .correspondentAccounts: 1,
      ])
    let feed = try #require(store.load(asOf: date).first)
    #expect(feed.entries.count == 25_921)
    #expect(feed.entries.count { $0.schema == .address } == 19)
    #expect(feed.entries.count { $0.schema == .vessel } == 1_524)
    #expect(feed.entries.count { $0.schema == .aircraft } == 344)
    let lines = feed.entries.prefix(2_000)
    #expect(lines.allSatisfy { EntryLineScanner.entry(ofLine: Array($0.line.utf8)) == $0 })
    #expect(try store.version(of: "us-csl", asOf: day("2026-07-30")) == nil)

    let police = feed.entries.filter {
      $0.list == .entityList && $0.name.contains("Public Security Bureau")
        && ($0.name.contains("Xinjiang") || $0.addresses.contains { $0.contains("XUAR") })
    }
    #expect(police.count == 19)
    for entry in police {
      let policy = try #require(entry.reviewPolicy)
      #expect(policy.general == .presumptionOfDenial, "\(entry.id)")
      #expect(policy.carvesOut(.infectiousDisease), "\(entry.id)")
      #expect(policy.carvesOut(eccn: "1A004.c"), "\(entry.id)")
      #expect(entry.federalRegister.contains { $0.hasPrefix("84 FR 5400") }, "\(entry.id)")
    }
    // Every policy that says "denial" is read as denial of some kind.
    for entry in feed.entries {
      guard let policy = entry.reviewPolicy, policy.text.lowercased().contains("denial") else {
        continue
      }
      #expect([.presumptionOfDenial, .policyOfDenial].contains(policy.general), "\(policy.text)")
    }
  }

  @Test func aCutFileIsRefused() throws {
    let bytes = try FileReader.bytes(of: Shared.consolidated)
    var generator = SeededGenerator(seed: 7)
    let length = Int.random(in: 1..<bytes.count, using: &generator)
    #expect(throws: ListFailure.self, "seed 7, cut at \(length)") {
      try ListReading(Array(bytes[..<length]), file: "consolidated.json")
    }
  }
}

/// The list that comes with the package, at its top.
private let bundledList =
  "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  + "/Data/restricted-parties.ndjson"

@Suite("The bundled list of restricted parties", .enabled(if: FileReader.isFile(bundledList)))
struct BundledListTests {
  @Test func everyLineIsReadAndDated() throws {
    let bytes = try FileReader.bytes(of: bundledList)
    let reading = try ListReading(bytes, file: bundledList)
    #expect(reading.format == .entries)
    #expect(reading.diagnostics.map(\.line).isEmpty)
    #expect(reading.entries.count == bytes.count { $0 == UInt8(ascii: "\n") })
    #expect(reading.retrieved != nil)
    #expect(reading.entries.contains { $0.removedOn != nil })
  }
}
