import Formats
import Testing

@testable import WatchLists

@Suite("OpenSanctions is read as entities and as a table of targets")
struct OpenSanctionsTests {
  static let lines = [
    #"{"id":"NK-1","caption":"Example LLC","schema":"Company","properties":{"name":["ООО Пример","Example LLC"],"alias":["EX"],"weakAlias":["E"],"jurisdiction":["ru"],"addressEntity":["addr-1"],"leiCode":["L1"],"topics":["sanction"]},"datasets":["us_ofac_sdn","eu_fsf","ext_x"],"target":true,"last_seen":"2026-04-29T12:00:00"}"#,
    #"{"id":"addr-1","schema":"Address","properties":{"full":["1 Road, Exampletown"]}}"#,
    #"{"id":"o-1","schema":"Ownership","properties":{"owner":["NK-2"],"asset":["NK-1"]}}"#,
    #"{"id":"s-1","schema":"Sanction","properties":{"entity":["NK-1"],"program":["Example Act"],"startDate":["2022-03-01"]}}"#,
    #"{"id":"NK-2","schema":"Person","properties":{"name":["Anna Sample"],"birthDate":["1970"],"nationality":["ir"]},"datasets":["x_y"],"target":false}"#,
    #"{"id":"NK-3","schema":"Spaceship","properties":{"name":["Example Star"]},"datasets":["a","b"]}"#,
  ]

  @Test func entitiesAreReadAndRelationsAreContext() throws {
    let text = OpenSanctionsTests.lines.joined(separator: "\n") + "\n"
    let reading = try ListReading(Array(text.utf8), file: "entities.ftm.json")
    #expect(reading.format == .followTheMoney)
    #expect(reading.unreadable == 0)
    #expect(try reading.retrieved == day("2026-04-29"))
    #expect(reading.diagnostics.map(\.id) == ["LST019"])
    #expect(
      reading.diagnostics.first?.message.contains("Address 1, Ownership 1, Sanction 1") == true)
    #expect(
      reading.entries.map { "\($0.id) \($0.list.id) \($0.effect.rawValue)" } == [
        "NK-1 eu-fsf blocking", "NK-3 opensanctions redFlag", "NK-1 us-ofac-sdn blocking",
        "NK-2 x-y context",
      ])
    let company = reading.entries[0]
    #expect(company.name == "Example LLC")
    #expect(company.aliases == ["ООО Пример", "EX", "E"])
    #expect(company.countries == ["RU"])
    #expect(company.addresses == ["1 Road, Exampletown"])
    #expect(company.identifiers == ["LEI: L1"])
    #expect(company.programmes == ["Example Act", "sanction"])
    #expect(try company.listedFrom == day("2022-03-01"))
    let one = try ListReading(
      Array(text.utf8), file: "x", list: ListCode("company-stop"))
    #expect(one.entries.count == 3)
  }

  @Test func linesThatCannotBeReadAreCounted() throws {
    let text =
      OpenSanctionsTests.lines[0] + "\n{\"id\":5}\n{broken\n"
      + #"{"id":"a","schema":"Person","properties":{}}"# + "\n"
      + #"{"id":"b","schema":"Riddle","properties":{}}"# + "\n"
    let reading = try ListReading(Array(text.utf8), file: "x")
    #expect(reading.unreadable == 4)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.compactMap { $0.position?.line } == [2, 3, 4, 5])
    #expect(errors[1].position?.column == 2)
    let cut = OpenSanctionsTests.lines[0] + "\n" + OpenSanctionsTests.lines[4].dropLast(9)
    let failure = #expect(throws: ListFailure.self) {
      try ListReading(Array(cut.utf8), file: "x")
    }
    #expect(failure?.diagnostics.first?.id == "LST006")
  }

  @Test func targetsAreRead() throws {
    let text = #"""
      id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,\#
      dataset,first_seen,last_seen,last_change
      NK-1,Company,"Example, LLC","EX;""Ex; amples""",,ru;cy,"1 Road, Town",L1;77,Act;Law,+7 1,,\#
      us_ofac_sdn,2020-01-01,2026-07-01,2026-06-01
      NK-2,Person,Anna Sample,,1970,ir,,,,,,UK FCDO Sanctions List;Other,2020-01-01,2026-07-02,x
      NK-3,Person,,,,,,,,,,,,,

      """#
    let reading = try ListReading(Array(text.utf8), file: "targets.simple.csv")
    #expect(reading.format == .openSanctionsTargets)
    #expect(try reading.retrieved == day("2026-07-02"))
    #expect(reading.unreadable == 1)
    #expect(reading.entries.map(\.list) == [.ukSanctionsList, .specialDesignations])
    let company = reading.entries[1]
    #expect(company.aliases == ["EX", "Ex; amples"])
    #expect(company.countries == ["RU", "CY"])
    #expect(company.addresses == ["1 Road, Town"])
    #expect(company.identifiers == ["L1", "77", "Phone: +7 1"])
    #expect(company.remarks == "Act; Law")
  }
}
