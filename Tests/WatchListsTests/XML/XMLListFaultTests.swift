import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("XML that is no sound list is refused whole, and bad records are counted")
struct XMLListFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let id: String
    let says: String

    init(_ name: String, _ text: String, _ id: String, _ says: String) {
      testDescription = name
      self.text = text
      self.id = id
      self.says = says
    }
  }

  static let bomb = """
    <!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
    <CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>&b;</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>
    """

  static let refused: [Case] = [
    Case("a web page", "<html><body>503</body></html>", "LST003", "web page"),
    Case("a web page in XHTML", "<?xml version=\"1.0\"?><!DOCTYPE html><html/>", "LST003", "web"),
    Case("another root", "<rss version=\"2.0\"/>", "LST004", "root `rss`"),
    Case("the advanced layout", "<Sanctions Version=\"3\"/>", "LST004", "advanced layout"),
    Case(
      "a delta of OFAC",
      "<sanctionsData xmlns=\"https://www.treasury.gov/ofac/DeltaFile/1.0\"/>", "LST004", "delta"),
    Case("an export without its namespace", "<export/>", "LST004", "namespace ``"),
    Case("a bomb", bomb, "LST041", "document type definition"),
    Case(
      "an external entity",
      "<!DOCTYPE l [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Designations>&e;</Designations>",
      "LST041", "document type definition"),
    Case("no record", "<CONSOLIDATED_LIST/>", "LST005", "no entry"),
    Case("half a file", String(XMLFixtures.un.prefix(2_000)), "LST006", "ends before"),
    Case("a damaged tag", "<CONSOLIDATED_LIST><A></B></CONSOLIDATED_LIST>", "LST006", "`B`"),
    Case("nested without end", String(repeating: "<export>", count: 100), "LST004", "namespace"),
    Case(
      "deep", "<Designations>" + String(repeating: "<Designation>", count: 100), "LST041",
      "nested more than"),
    Case(
      "a day that is none",
      "<CONSOLIDATED_LIST dateGenerated=\"soon\"><ENTITIES><ENTITY><DATAID>1"
        + "</DATAID><FIRST_NAME>A</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>",
      "LST004", "`dateGenerated` is `soon`"),
  ]

  @Test(arguments: refused)
  func refusesWithTheReason(_ refused: Case) throws {
    let store = try temporaryStore()
    let failure = #expect(throws: ListFailure.self) {
      try store.importList(
        Array(refused.text.utf8), file: "list.xml", retrieved: day("2026-08-01"))
    }
    let first = try #require(failure?.diagnostics.first)
    #expect(first.id == refused.id, "\(first.line)")
    #expect(first.message.contains(refused.says), "\(first.line)")
    #expect(store.feeds.isEmpty)
  }

  @Test func recordsWithoutIdOrNameAreCountedWithTheirLine() throws {
    let text = """
      <CONSOLIDATED_LIST><ENTITIES>
      <ENTITY><REFERENCE_NUMBER>KPe.1</REFERENCE_NUMBER><FIRST_NAME>Sample</FIRST_NAME></ENTITY>
      <ENTITY><REFERENCE_NUMBER>KPe.2</REFERENCE_NUMBER></ENTITY>
      <ENTITY><FIRST_NAME>Example</FIRST_NAME></ENTITY>
      <ENTITY><REFERENCE_NUMBER>KPe.1</REFERENCE_NUMBER><FIRST_NAME>Other</FIRST_NAME></ENTITY>
      <ENTITYS/>
      </ENTITIES></CONSOLIDATED_LIST>
      """
    let reading = try ListReading(Array(text.utf8), file: "list.xml")
    #expect(reading.entries.map(\.id) == ["KPe.1"])
    #expect(reading.unreadable == 3)
    #expect(reading.diagnostics.map(\.id) == ["LST010", "LST010", "LST010", "LST042"])
    #expect(reading.diagnostics.map { $0.position?.line } == [3, 4, 5, 6])
    #expect(reading.diagnostics.map(\.path) == ["ENTITY[1]", "ENTITY[2]", "ENTITY[3]", nil])
    #expect(reading.diagnostics[0].message == "the record cannot be read: `KPe.2` has no name")
    #expect(reading.diagnostics[1].message.contains("`REFERENCE_NUMBER` is missing"))
    #expect(reading.diagnostics[2].message.contains("have the id `KPe.1`"))
  }

  @Test func tenMegabytesOfTextAreRefusedWithTheirLine() throws {
    let parts = XMLFixtures.uk.split(separator: "An example.").map { Array($0.utf8) }
    let much = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
    let failure = #expect(throws: ListFailure.self) {
      try ListReading(parts[0] + much + parts[1], file: "list.xml")
    }
    let first = try #require(failure?.diagnostics.first)
    #expect(first.id == "LST041")
    #expect(first.message.contains("a text has more than 1048576 bytes"))
    #expect(first.position?.line == 19)
    #expect(first.path == "Designation[0]")
  }

  @Test func utf16IsReadAndWrongEncodingRefused() throws {
    let text = XMLFixtures.un.replacing("UTF-8", with: "UTF-16")
    let wide = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let narrow = try ListReading(Array(XMLFixtures.un.utf8), file: "list.xml")
    #expect(try ListReading(wide, file: "list.xml").entries == narrow.entries)
    let latin = XMLFixtures.un.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let failure = #expect(throws: ListFailure.self) { try ListReading(latin, file: "list.xml") }
    #expect(failure?.diagnostics.first?.id == "LST006")
  }

  @Test(
    arguments: [
      XMLFixtures.un, XMLFixtures.eu, XMLFixtures.uk, XMLFixtures.ofsi, XMLFixtures.ofac(),
      XMLFixtures.enhanced,
    ])
  func everyCutOfAListIsRefused(list: String) {
    let bytes = Array(list.utf8)
    for length in stride(from: 0, to: bytes.count, by: 19) {
      #expect(throws: ListFailure.self, "cut at \(length)") {
        try ListReading(Array(bytes[..<length]), file: "list.xml")
      }
    }
  }

  @Test(arguments: [UInt64](1...3))
  func damagedListsAreReadOrRefusedNeverMore(seed: UInt64) throws {
    let bytes = Array(XMLFixtures.eu.utf8)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        damaged[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: .min ... .max, using: &generator)
      }
      do throws(ListFailure) {
        let reading = try ListReading(damaged, file: "list.xml")
        #expect(reading.entries.count + reading.unreadable <= 2, "seed \(seed)")
      } catch {
        #expect(!error.diagnostics.isEmpty, "seed \(seed)")
      }
    }
  }
}
