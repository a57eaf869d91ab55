import Formats
import Testing

@testable import WatchLists

@Suite("The UK's lists are read, with all rows of a designation joined")
struct UKTableTests {
  static let header =
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
    + "Name 5,Name type,Alias strength,Title,Name non-latin script,Regime Name,Designation Type,"
    + "Sanctions Imposed,Address Line 1,Address Postal Code,Address Country,Date Designated,D.O.B,"
    + "Nationality(/ies),Passport number,IMO number,Current believed flag of ship"

  static func row(_ cells: [String: String]) -> String {
    header.split(separator: ",").map { "\"" + (cells[String($0)] ?? "") + "\"" }
      .joined(separator: ",")
  }

  @Test func theCurrentListIsRead() throws {
    let base = [
      "Unique ID": "EXA0001", "OFSI Group ID": "77", "Designation Type": "Individual",
      "Regime Name": "Example Regulations 2020", "Sanctions Imposed": "Asset freeze|Travel Ban",
      "Date Designated": "25/01/2001", "Name 6": "SAMPLE",
    ]
    func with(_ more: [String: String]) -> String {
      UKTableTests.row(base.merging(more) { $1 })
    }
    let rows = [
      "Report Date: 13-Feb-2026", UKTableTests.header,
      with(["Name 1": "Ana", "Name type": "Alias", "Alias strength": "Low"]),
      with([
        "Name 1": "Anna", "Name 2": "Maria", "Name type": "Primary Name", "D.O.B": "00/00/1958",
        "Name non-latin script": "Анна", "Nationality(/ies)": "(1) Iran (2) Russia",
      ]),
      with([
        "Name 1": "Anna", "Name 2": "Maria", "Name type": "Primary Name", "D.O.B": "01/02/1959",
        "Address Line 1": "1 Road", "Address Postal Code": "X1", "Address Country": "Syria",
        "Passport number": "A1",
      ]),
      UKTableTests.row([
        "Unique ID": "EXA0002", "Name 6": "EXAMPLE STAR", "Name type": "Primary Name",
        "Designation Type": "Ship", "Sanctions Imposed": "Shipping sanctions",
        "IMO number": "IMO8800001", "Current believed flag of ship": "Gabon",
      ]),
      UKTableTests.row(["Name 6": "NOBODY"]), "x,y",
    ]
    let reading = try ListReading(
      Array((rows.joined(separator: "\r\n") + "\r\n").utf8), file: "UK-Sanctions-List.csv")
    #expect(reading.format == .ukSanctions)
    #expect(try reading.retrieved == day("2026-02-13"))
    #expect(reading.unreadable == 2)
    #expect(
      reading.diagnostics.filter { $0.severity == .error }.compactMap { $0.position?.line } == [
        7, 8,
      ])
    let person = try #require(reading.entries.first { $0.id == "EXA0001" })
    #expect(person.list == .ukSanctionsList)
    #expect(person.effect == .blocking)
    #expect(person.name == "Anna Maria SAMPLE")
    #expect(person.aliases == ["Ana SAMPLE", "Анна"])
    #expect(person.births == ["1958", "1959-02-01"])
    #expect(person.countries == ["IR", "RU", "SY"])
    #expect(person.addresses == ["1 Road, X1"])
    #expect(person.identifiers == ["Passport: A1"])
    #expect(person.number == "77")
    #expect(try person.listedFrom == day("2001-01-25"))
    let ship = try #require(reading.entries.first { $0.id == "EXA0002" })
    #expect(ship.schema == .vessel)
    #expect(ship.effect == .sectoral)
    #expect(ship.countries == ["GA"])
    #expect(ship.identifiers == ["IMO: IMO8800001"])
  }

  @Test func theFormerListIsRead() throws {
    let text = """
      Last Updated,27/01/2026
      Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Nationality,Passport Number,Address 1,\
      Post/Zip Code,Country,Other Information,Group Type,Alias Type,Regime,Listed On,Group ID
      SAMPLE,Anna,,,,,Dr,19/06/1951,Egypt,P1,1 Road,X1,Iran,"Said ""so"", twice",Individual,\
      Primary name,Example,02/10/2001,6897
      SAMPLE,Ana,,,,,,,,,,,,,Individual,AKA,Example,02/10/2001,6897
      EXAMPLE WORKS,,,,,,,,,,,,,,Entity,Primary name,Example,17/02/2012,12345

      """
    let reading = try ListReading(Array(text.utf8), file: "ConList.csv")
    #expect(reading.format == .ukConsolidated)
    #expect(try reading.retrieved == day("2026-01-27"))
    #expect(reading.unreadable == 0)
    #expect(reading.entries.map(\.name) == ["Anna SAMPLE", "EXAMPLE WORKS"])
    #expect(reading.entries[0].id == "6897")
    #expect(reading.entries[0].aliases == ["Ana SAMPLE"])
    #expect(reading.entries[0].births == ["1951-06-19"])
    #expect(reading.entries[0].countries == ["IR", "EG"])
    #expect(reading.entries.allSatisfy { $0.effect == .blocking })
    let store = try temporaryStore()
    #expect(
      try store.importList(Array(text.utf8), file: "ConList.csv").manifest.feed == "uk-conlist")
  }
}
