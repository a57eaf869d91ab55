import Formats
import Testing

@testable import WatchLists

@Suite("The Consolidated Screening List is read as comma-separated values")
struct ConsolidatedTableTests {
  static let current =
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,"
    + "start_date,end_date,standard_order,license_requirement,license_policy,call_sign,"
    + "vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,"
    + "source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,"
    + "source_information_url,ids\n"

  static func row(_ cells: [String: String], header: String = current) -> String {
    header.trimmedOfSpace.split(separator: ",").map { column in
      "\"" + (cells[String(column)] ?? "").replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",") + "\n"
  }

  private static let entity = [
    "_id": "a1", "source": "Entity List (EL) - Example Bureau", "name": "Example Institute",
    "addresses":
      "1 Example Road, Exampletown, CN; REGION: KASHMIR; 2 Sample Street, Portland, 97201",
    "alt_names": "EI; Example \"Inst\";Sample Lab", "start_date": "2020-06-05",
    "license_requirement": "For all items", "license_policy": "Presumption of denial",
    "federal_register_notice": "84 FR 54002; 85 FR 44159",
    "ids": "Passport, 836, KP, 2010-01-01; Gender, Male; Risk:, Rules, sections 510.201",
  ]

  @Test func theCurrentColumnsAreRead() throws {
    let text =
      ConsolidatedTableTests.current + ConsolidatedTableTests.row(ConsolidatedTableTests.entity)
    let reading = try ListReading(Array(text.utf8), file: "consolidated.csv")
    #expect(reading.format == .consolidatedTable)
    #expect(reading.unreadable == 0)
    let entry = try #require(reading.entries.first)
    #expect(entry.id == "a1")
    #expect(entry.list == .entityList)
    #expect(entry.aliases == ["EI", "Example \"Inst\"", "Sample Lab"])
    #expect(entry.countries == ["CN"])
    #expect(
      entry.addresses == [
        "1 Example Road, Exampletown", "REGION: KASHMIR", "2 Sample Street, Portland, 97201",
      ])
    #expect(
      entry.identifiers == ["Passport: 836", "Gender: Male", "Risk:: Rules, sections 510.201"])
    #expect(entry.federalRegister == ["84 FR 54002", "85 FR 44159"])
    #expect(try entry.listedFrom == day("2020-06-05"))
  }

  @Test func theOldColumnsAreRead() throws {
    let header = String(ConsolidatedTableTests.current.dropFirst(4))
    var cells = ConsolidatedTableTests.entity
    cells["ids"] = "KP, 836, Passport; IMO 8800001, Vessel Registration Identification"
    let numbered = [
      "source": "Specially Designated Nationals (SDN) - X", "entity_number": "77",
      "type": "Entity", "name": "Sample Ltd",
    ]
    let text =
      header + ConsolidatedTableTests.row(cells, header: header)
      + ConsolidatedTableTests.row(numbered, header: header)
    let reading = try ListReading(Array(text.utf8), file: "csl.csv")
    #expect(reading.entries.map(\.list) == [.entityList, .specialDesignations])
    #expect(
      reading.entries[0].identifiers == [
        "Passport: 836", "Vessel Registration Identification: IMO 8800001",
      ])
    #expect(reading.entries[0].id.utf8.count == 16)
    #expect(reading.entries[1].id == "77")
  }

  @Test func recordsThatCannotBeReadAreCountedWithTheirPlace() throws {
    var unnamed = ConsolidatedTableTests.entity
    unnamed["name"] = ""
    unnamed["_id"] = "a2"
    var undated = ConsolidatedTableTests.entity
    undated["start_date"] = "soon"
    undated["_id"] = "a3"
    let text =
      ConsolidatedTableTests.current + ConsolidatedTableTests.row(unnamed) + "only,three,cells\n"
      + ConsolidatedTableTests.row(undated)
      + ConsolidatedTableTests.row(ConsolidatedTableTests.entity)
    let reading = try ListReading(Array(text.utf8), file: "consolidated.csv")
    #expect(reading.entries.map(\.id) == ["a1"])
    #expect(reading.unreadable == 3)
    #expect(reading.diagnostics.compactMap { $0.position?.line } == [2, 3, 4])
    #expect(reading.diagnostics[1].message.contains("3 cells where the header names 29"))
  }

  @Test func aListOfEndedOrdersKeepsWhatThePublisherStillLists() throws {
    let source = "Denied Persons List (DPL) - Example Bureau"
    let rows = [
      ["_id": "p", "source": source, "name": "Past Trader", "end_date": "2026-07-01"],
      ["_id": "f", "source": source, "name": "Future Trader", "end_date": "2027-07-01"],
    ].map { ConsolidatedTableTests.row($0) }
    let text = ConsolidatedTableTests.current + rows.joined()
    let reading = try ListReading(
      Array(text.utf8), file: "consolidated.csv", retrieved: day("2026-08-01"))
    let past = try #require(reading.entries.first { $0.id == "p" })
    #expect(past.removedOn == nil)
    #expect(past.remarks?.contains("still lists it after the end date 2026-07-01") == true)
    #expect(try reading.entries.first { $0.id == "f" }?.removedOn == day("2027-07-01"))
  }
}
