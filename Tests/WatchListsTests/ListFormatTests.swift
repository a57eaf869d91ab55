import Formats
import Testing

@testable import WatchLists

@Suite("A list file is told by its content, and refused with the reason")
struct ListFormatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let id: String
    let says: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ id: String, _ says: String) {
      self.init(name, Array(text.utf8), id, says)
    }

    init(_ name: String, _ bytes: [UInt8], _ id: String, _ says: String) {
      self.name = name
      self.bytes = bytes
      self.id = id
      self.says = says
    }
  }

  static let refused: [Case] = [
    Case("nothing", "", "LST001", "empty"),
    Case("white space", " \n\n", "LST001", "empty"),
    Case("a web page", "<!doctype html><title>503</title>", "LST003", "web page"),
    Case("a JSON array", "[{\"name\":\"x\"}]", "LST004", "JSON array"),
    Case("another object", "{\"message\":\"rate limit\"}", "LST004", "`message`"),
    Case("a total that is text", "{\"total\":\"1\",\"results\":[]}", "LST004", "`total`"),
    Case("results of another type", "{\"results\":5}", "LST006", "expected"),
    Case("no results", "{\"total\":0,\"results\":[]}", "LST005", "no entry"),
    Case("gzip", [0x1F, 0x8B, 0x08, 0x00], "LST002", "compressed"),
    Case("UTF-16", [0xFF, 0xFE, 0x6E, 0x00], "LST002", "UTF-16"),
    Case("prose", "Dear customer,\nplease find the list\n", "LST004", "no column `name`"),
    Case("semicolons", "name;country\nExample;CN\n", "LST004", "separated by `;`"),
    Case("the official CSV", "_id,entity_number,name,alt_names\n", "LST004", "Consolidated"),
    Case("entries cut off", "{\"id\":\"a\",\"list\":\"x\",\"na", "LST006", "ends before"),
    Case(
      "second line cut off",
      "{\"id\":\"a\",\"list\":\"us-bis-uvl\",\"name\":\"Example\"}\n{\"id\":\"b\",", "LST006",
      "last line"),
    Case("a misspelt column", "name,aliasses\nExample,\n", "LST008", "aliasses"),
    Case("an open quotation mark", "name,aliases\n\"Example,x\n", "FMT017", "never closed"),
    Case("invalid UTF-8", Array("name\n".utf8) + [0xC4, 0x0A], "FMT010", "UTF-8"),
  ]

  @Test(arguments: refused)
  func refusesWithTheReason(_ refused: Case) throws {
    let store = try temporaryStore()
    let failure = #expect(throws: ListFailure.self) {
      try store.importList(refused.bytes, file: "list", retrieved: day("2026-08-01"))
    }
    let first = try #require(failure?.diagnostics.first)
    #expect(first.id == refused.id)
    #expect(first.message.contains(refused.says), "\(first.line)")
    #expect(store.feeds.isEmpty)
  }

  @Test func bundledEntriesAreRecognised() throws {
    let line = """
      {"id":"x1","list":"us-bis-entity-list","name":"Example Institute","aliases":["EI"],\
      "chinese":["示例研究所"],"countries":["CN"],"schema":"PublicBody","listedFrom":"2020-06-05",\
      "removedOn":"2023-11-16","effect":"licenceRequirement","asOf":"2026-07-31","note":"n"}
      """
    let reading = try ListReading(Array(line.utf8), file: "x.txt")
    #expect(reading.format == .entries)
    #expect(try reading.retrieved == day("2026-07-31"))
    let entry = try #require(reading.entries.first)
    #expect(entry.aliases == ["EI", "示例研究所"])
    #expect(entry.schema == .organisation)
    #expect(try entry.standing(asOf: day("2023-11-15")) == .listed)
    #expect(try entry.standing(asOf: day("2020-06-04")) == .notYetListed(from: day("2020-06-05")))
  }

  @Test func companyTablesAreRead() throws {
    let text = """
      \u{FEFF}name,aliases,country,list,effect,listedFrom,identifiers,address\r
      "Example Trading, Ltd.","ETL|Example ""T\""\",CN,,,2026-01-02,91110000X|R-7,"1 Road\r
      Town"\r
      Sample Lab,,,company-stop,licenceRequirement,,,\r
      Bad Row,,Atlantis,,bloking,2026-13-01,,\r

      """
    let reading = try ListReading(Array(text.utf8), file: "stop.csv")
    #expect(reading.format == .companyTable)
    #expect(reading.unreadable == 1)
    let error = try #require(reading.diagnostics.first)
    #expect(error.position == SourcePosition(line: 5, column: 1))
    for word in ["`Atlantis`", "did you mean `blocking`", "`2026-13-01`"] {
      #expect(error.message.contains(word))
    }
    let first = try #require(reading.entries.first { $0.name == "Example Trading, Ltd." })
    #expect(first.aliases == ["ETL", "Example \"T\""])
    #expect(first.list == .company)
    #expect(first.effect == .redFlag)
    #expect(first.identifiers == ["91110000X", "R-7"])
    #expect(reading.entries.contains { $0.list.id == "company-stop" })
  }
}
