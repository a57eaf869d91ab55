import Formats
import Testing

@testable import WatchLists

@Suite("Lists of BIS are read as text and as compiled JSON")
struct PrintedListTests {
  static let header =
    "\"Name\"\t\"Street_Address\"\t\"City\"\t\"State\"\t\"Country\"\t\"Postal_Code\"\t"
    + "\"Effective_Date\"\t\"Expiration_Date\"\t\"Standard_Order\"\t\"Last_Update\"\t\"Action\"\t"
    + "\"FR_Citation\"\n"

  static func order(_ cells: String...) -> String {
    cells.map { "\"\($0)\"" }.joined(separator: "\t") + "\n"
  }

  @Test func denialOrdersAreRead() throws {
    let text =
      PrintedListTests.header
      + PrintedListTests.order(
        " EXAMPLE TRADER", "1 EXAMPLE ROAD", "EXAMPLETOWN", "TX", "US", "75001", "06/19/2003",
        "06/29/2056", "N", "2007-01-31", "NOTICE ADDED",
        "68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06")
      + PrintedListTests.order(
        "PAST TRADER", "2 ROAD", "", "", "CN", "", "01/02/2001", "01/02/2011", "Y", "", "", "x")
      + PrintedListTests.order(
        "BAD TRADER", "", "", "", "", "", "2003/19/06", "", "Y", "", "", "")
    let reading = try ListReading(
      Array(text.utf8), file: "dpl.txt", retrieved: day("2026-08-01"))
    #expect(reading.format == .deniedPersonsText)
    #expect(reading.unreadable == 1)
    #expect(reading.diagnostics.first?.position?.line == 4)
    #expect(reading.diagnostics.first?.message.contains("`2003/19/06`") == true)
    let order = try #require(reading.entries.first { $0.name == "EXAMPLE TRADER" })
    #expect(order.effect == .denialOrder)
    #expect(order.addresses == ["1 EXAMPLE ROAD, EXAMPLETOWN, TX, 75001"])
    #expect(order.federalRegister == ["68 F.R. 38290 6/27/03", "71 F.R. 38843 7/10/06"])
    #expect(try order.listedFrom == day("2003-06-19"))
    #expect(try order.removedOn == day("2056-06-29"))
    #expect(order.remarks?.contains("not a standard order") == true)
    #expect(reading.entries.first { $0.name == "PAST TRADER" }?.removedOn == nil)
  }

  static func compiled(_ entities: String, id: String = "bis-entity-list", count: Int = 2)
    -> [UInt8]
  {
    Array(
      """
      {
       "list_id": "\(id)",
       "extracted": "2026-07-09",
       "count": \(count),
       "entities": [
      \(entities)
       ]
      }
      """.utf8)
  }

  static let two = """
    {"name": "Example Institute", "aliases": ["EI; Inst. of Examples"], "country": "Russia",
     "address": "1 Road, Exampletown; and 2 Street, Sampleton.", "status": null,
     "effective_date": "June 21, 2022", "federal_register": "85 FR 34505, 6/5/20.\\n85 FR 44161",
     "notes": "For all items subject to the EAR."},
    {"name": "Address 01", "aliases": [], "country": null, "address": null,
     "federal_register": null, "notes": null}
    """

  @Test func compiledListsAreRead() throws {
    let reading = try ListReading(PrintedListTests.compiled(PrintedListTests.two), file: "el.json")
    #expect(reading.format == .compiledList)
    #expect(try reading.retrieved == day("2026-07-09"))
    #expect(reading.entries.map(\.schema) == [.address, .unknown])
    let entry = reading.entries[1]
    #expect(entry.list == .entityList)
    #expect(entry.aliases == ["EI", "Inst. of Examples"])
    #expect(entry.countries == ["RU"])
    #expect(entry.addresses == ["1 Road, Exampletown", "2 Street, Sampleton"])
    #expect(entry.federalRegister == ["85 FR 34505, 6/5/20", "85 FR 44161"])
    #expect(entry.licenceRequirement == "For all items subject to the EAR.")
    #expect(try entry.listedFrom == day("2022-06-21"))
    let named = try ListReading(
      PrintedListTests.compiled(PrintedListTests.two, id: "x"), file: "el.json",
      list: ListCode("company-stop"))
    #expect(named.entries.allSatisfy { $0.list.id == "company-stop" })
  }

  @Test func whatHasEndedBindsNobody() throws {
    let text = """
      {"name": "Lifted Co", "notes": "Authority: X; status: Lifted on 06/27/13 | Authority: Y; status: Expired"},
      {"name": "Active Co", "notes": "Authority: X; status: Expired | Authority: Y; status: Active"}
      """
    let reading = try ListReading(
      PrintedListTests.compiled(text, id: "state-nonproliferation"), file: "isn.json")
    #expect(reading.entries.map(\.effect) == [.debarment, .context])
  }

  @Test func damagedCompiledListsAreRefused() {
    let whole = PrintedListTests.compiled(PrintedListTests.two)
    for (bytes, id) in [
      (PrintedListTests.compiled(PrintedListTests.two, count: 3), "LST007"),
      (Array(whole[..<(whole.count - 40)]), "LST006"),
      (Array("{\"lists\":[{\"id\":\"a\"}]}".utf8), "LST004"),
      (Array("{\"entities\":[{\"name\":\"A\"}]}".utf8), "LST025"),
    ] {
      let failure = #expect(throws: ListFailure.self) { try ListReading(bytes, file: "x.json") }
      #expect(failure?.diagnostics.first?.id == id)
    }
  }

  @Test func aDescribedListWithoutAFileIsCounted() throws {
    let description = "{\"lists\":[{\"id\":\"bis-entity-list\"},{\"id\":\"bis-meu\"}]}"
    let reading = try ListReading(
      ListSource(
        name: "folder",
        files: [
          ListFile(name: "el.json", bytes: PrintedListTests.compiled(PrintedListTests.two)),
          ListFile(name: "lists.json", bytes: Array(description.utf8)),
        ]))
    #expect(reading.unreadable == 1)
    #expect(reading.diagnostics.first?.message.contains("`bis-meu`") == true)
  }
}
