import Formats
import SeededNumbers
import Testing

@testable import WatchLists

/// The numbers were counted with Python's csv and json modules, from the files alone.
@Suite("Full files of publishers are read to the last record", .enabled(if: Shared.isPresent))
struct RealTableTests {
  private static func read(_ path: String) throws -> ListReading {
    try ListReading(ListSource(path: Shared.folder + "/" + path))
  }

  private func perList(_ reading: ListReading) -> [ListCode: Int] {
    Dictionary(grouping: reading.entries, by: \.list).mapValues(\.count)
  }

  @Test func bothLayoutsOfTheConsolidatedListGiveTheSameEntries() throws {
    let table = try RealTableTests.read("lists/us-csl/consolidated.csv")
    #expect(table.unreadable == 0)
    #expect(table.diagnostics.isEmpty)
    let (store, _) = try RealListTests.imported.get()
    let stored = try #require(try store.load(asOf: day("2026-08-10")).first).entries
    #expect(table.entries.count == 25_921)
    #expect(table.entries == Array(stored))
  }

  /// The set of November 2023, whose companions are some days younger, and which lacks comments:
  /// 16 remarks fill their column of 1,000 characters.
  @Test func theLegacySetIsJoined() throws {
    let reading = try RealTableTests.read("lists/ofac_2023-11/sdn.csv")
    #expect(perList(reading) == [.specialDesignations: 13_157])
    #expect(reading.unreadable == 1)
    let messages = reading.diagnostics.map(\.message)
    #expect(messages.count == 3)
    #expect(messages[0].contains("the end of 16 remarks is unknown"))
    #expect(messages[1].hasPrefix("580 records of alternate names (ALT.CSV) name 379 entities"))
    #expect(messages[2].hasPrefix("979 records of addresses (ADD.CSV) name 829 entities"))
    let schemas = Dictionary(grouping: reading.entries, by: \.schema).mapValues(\.count)
    #expect(schemas == [.organisation: 5532, .person: 6493, .vessel: 754, .aircraft: 378])
    // Parts of remarks that begin with DOB, each once an entity; the last part of a cut remark is
    // left out.
    #expect(reading.entries.reduce(0) { $0 + $1.births.count } == 7142)
    #expect(reading.entries.reduce(0) { $0 + $1.aliases.count } == 19_718)
  }

  /// Copies on the web have a header; this one has 15,403 lines with it.
  @Test func aLegacySetWithHeadersIsRead() throws {
    let reading = try RealTableTests.read("lists/ofac_2024-07")
    #expect(reading.entries.count == 15_402)
    #expect(reading.entries.reduce(0) { $0 + $1.births.count } == 7594)
  }

  /// 442 records, of which six stand on the SSI List and the Menu-Based List.
  @Test func theLegacySetOfOtherListsIsRead() throws {
    let reading = try RealTableTests.read("lists/ofac_cons/cons_prim.csv")
    #expect(
      perList(reading) == [
        .sectoralSanctions: 286, .legislativeCouncil: 78, .militaryIndustrial: 68, .menuBased: 15,
        .correspondentAccounts: 1,
      ])
  }

  /// 546 rows, of which 543 differ.
  @Test func theDeniedPersonsListIsRead() throws {
    let reading = try RealTableTests.read("lists/bis_dpl/dpl.txt")
    #expect(perList(reading) == [.deniedPersons: 543])
    #expect(reading.unreadable == 0)
    #expect(reading.diagnostics.map(\.id) == ["LST011", "LST011", "LST011"])
  }

  /// Two of the 564 denial orders stand twice; 779 and 8 debarments are one list.
  @Test func theCompiledListsAreRead() throws {
    let reading = try RealTableTests.read("lists/us_restricted_2026-07")
    #expect(reading.unreadable == 0)
    #expect(try reading.retrieved == day("2026-07-09"))
    #expect(
      perList(reading) == [
        .deniedPersons: 562, .entityList: 3409, .militaryEndUsers: 70, .withholdRelease: 67,
        .forcedLabour: 148, .section1260H: 80, .section1286: 134, .coveredEquipment: 15,
        .executiveOrder14032: 59, .militaryIndustrial: 68, .itarDebarred: 787,
        .nonproliferation: 528,
      ])
  }

  /// 8,017 rows of consolidated and 417 of amending tables; ten of these amend an entry that a
  /// consolidated table has.
  @Test func theTablesOfTheJournalAreRead() throws {
    let reading = try RealTableTests.read("lists/eu_oj_2026-08")
    #expect(reading.unreadable == 0)
    #expect(reading.entries.count == 8424)
    #expect(perList(reading)[.globalHumanRights] == 196)
  }

  @Test func theEntitiesOfTheMatchingListAreRead() throws {
    let reading = try RealTableTests.read("matching/list_a.ftm.ndjson")
    #expect(reading.entries.count == 29_982)
    #expect(reading.unreadable == 0)
    let counts = perList(reading)
    #expect(counts[.specialDesignations] == 15_403)
    #expect(counts[.unSecurityCouncil] == 1003)
  }

  /// 91 lines: 17 parties, 74 relations and details.
  @Test func relationsOfAFullExampleAreContext() throws {
    let reading = try RealTableTests.read("lists/ftm_fixtures/zala.ftm.json")
    #expect(reading.unreadable == 0)
    #expect(Set(reading.entries.map(\.id)).count == 17)
    #expect(reading.diagnostics.first?.message.hasPrefix("74 records are context") == true)
  }

  @Test(
    arguments: [
      "lists/us-csl/consolidated.csv", "lists/ofac_2023-11/sdn.csv",
      "lists/eu_oj_2026-08/consolidated_32020R1998.csv", "lists/bis_dpl/dpl.txt",
      "lists/us_restricted_2026-07/bis_meu.json", "lists/ftm_fixtures/zala.ftm.json",
    ])
  func halfAFileIsRefusedOrCounted(path: String) throws {
    let bytes = try FileReader.bytes(of: Shared.folder + "/" + path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<6 {
      // Small cuts, so that the suite stays quick in a debug build.
      let length = Int.random(in: 2000..<min(bytes.count, 60_000), using: &generator)
      guard let reading = try? ListReading(Array(bytes[..<length]), file: name) else { continue }
      let endsAtLine = bytes[length - 1] == UInt8(ascii: "\n")
      #expect(reading.unreadable > 0 || endsAtLine, "seed 5, \(path) cut at \(length)")
    }
  }

  @Test func alternateNamesAreNoMainRecords() throws {
    let bytes = try FileReader.bytes(of: Shared.folder + "/lists/ofac_2023-11/alt.csv")
    let failure = #expect(throws: ListFailure.self) { try ListReading(bytes, file: "SDN.CSV") }
    #expect(
      failure?.diagnostics.first?.message == "the file holds alternate names (ALT.CSV), not main "
        + "records (SDN.CSV, CONS_PRIM.CSV)")
  }
}
