import Formats
import Testing

@testable import WatchLists

@Suite("OFAC's lists are read from both of their XML layouts")
struct OFACListTests {
  @Test(arguments: [
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    "http://tempuri.org/sdnList.xsd",
  ])
  func designationsAreRead(namespace: String) throws {
    let bytes = Array(XMLFixtures.ofac(namespace: namespace).utf8)
    let reading = try ListReading(bytes, file: "SDN.XML")
    #expect(reading.format == .ofacDesignationsXML)
    #expect(reading.diagnostics.map(\.line) == [])
    #expect(try reading.retrieved == day("2026-08-07"))
    let person = try #require(reading.entries.first { $0.id == "100" })
    #expect(person.list == .specialDesignations)
    #expect(person.effect == .blocking)
    #expect(person.name == "EXAMPLE, Ivan Sample")
    #expect(person.aliases == ["SAMPLE, Vanya", "ROCKET"])
    #expect(person.programmes == ["NPWMD", "DPRK"])
    #expect(person.countries == ["CN", "RU"])
    #expect(person.addresses == ["1 Example Road, Exampletown, 100"])
    #expect(person.births == ["14 Apr 1992"])
    #expect(person.identifiers == ["Passport: X1234567 (Russia)"])
    #expect(
      person.remarks
        == "weak names: ROCKET; formerly: ROCKET; born in: Sampleville; Gender: Male; "
        + "Secondary sanctions risk: Example Regulations; title: Director; (Linked To: SAMPLE)")
    let ship = try #require(reading.entries.first { $0.id == "200" })
    #expect(ship.schema == .vessel)
    #expect(ship.identifiers == ["Call sign: XX1"])
  }

  @Test func theConsolidatedFileIsToldByItsProgrammes() throws {
    let programmes = ["NS-PLC", "CMIC-EO13959", "561-Related", "HKAA", "RUSSIA-EO14024"]
    var entries = programmes.enumerated().map { XMLFixtures.plainEntry($0, $1) }.joined()
    entries += """
      <sdnEntry><uid>5</uid><lastName>SAMPLE 5</lastName><sdnType>Entity</sdnType>
      <programList><program>UKRAINE-EO13662</program><program>RUSSIA-EO14024</program></programList>
      <idList><id><uid>51</uid><idType>Executive Order 13662 Directive Determination -</idType>\
      <idNumber>Subject to Directive 1</idNumber></id>
      <id><uid>52</uid><idType>Executive Order 14024 Directive Information</idType>\
      <idNumber>Subject to Directive 3</idNumber></id></idList></sdnEntry>
      """
    let reading = try ListReading(
      Array(XMLFixtures.ofac(entries, count: 6).utf8), file: "CONSOLIDATED.XML")
    #expect(reading.format == .ofacConsolidatedXML)
    let lists = Dictionary(grouping: reading.entries, by: \.id).mapValues { $0.map(\.list) }
    #expect(
      lists == [
        "0": [.legislativeCouncil], "1": [.militaryIndustrial], "2": [.correspondentAccounts],
        "3": [.menuBased], "4": [.menuBased], "5": [.menuBased, .sectoralSanctions],
      ])
    #expect(reading.entries.allSatisfy { $0.effect == $0.list.effect })
    #expect(reading.entries.allSatisfy { $0.effect != .blocking })
  }

  @Test func aCountThatDiffersIsATruncation() throws {
    let failure = #expect(throws: ListFailure.self) {
      try ListReading(Array(XMLFixtures.ofac(count: 3).utf8), file: "SDN.XML")
    }
    #expect(failure?.diagnostics.map(\.id) == ["LST007"])
    #expect(
      failure?.diagnostics.first?.message
        == "the file states a `Record_Count` of 3 and holds 2 entries")
    let uncounted = try ListReading(
      Array(XMLFixtures.ofac(count: nil).utf8), file: "SDN.XML")
    #expect(uncounted.diagnostics.map(\.id) == ["LST013"])
  }

  @Test func theEnhancedLayoutNamesTheListsOfAnEntry() throws {
    let reading = try ListReading(Array(XMLFixtures.enhanced.utf8), file: "SDN_ENHANCED.XML")
    #expect(reading.format == .ofacDesignationsEnhanced)
    #expect(reading.diagnostics.map(\.line) == [])
    #expect(try reading.retrieved == day("2026-07-27"))
    #expect(reading.entries.map(\.list) == [.legislativeCouncil, .specialDesignations])
    #expect(reading.entries.map(\.effect) == [.sectoral, .blocking])
    #expect(
      try reading.entries.map(\.listedFrom) == [day("2006-04-12"), day("2014-10-10")])
    let entry = reading.entries[1]
    #expect(entry.name == "EXAMPLE, Ivan")
    #expect(entry.aliases == ["ПРИМЕР, Иван", "ROCKET"])
    #expect(entry.countries == ["CN", "RU"])
    #expect(entry.addresses == ["1 Example Road, Exampletown"])
    #expect(entry.births == ["1951"])
    #expect(
      entry.identifiers
        == ["Digital Currency Address - XBT: 1Example", "Passport: X1234567 (Russia)"])
    #expect(
      entry.remarks
        == "weak names: ROCKET; Owned or Controlled By: SAMPLE BUREAU; title: Director")
  }

  @Test func anUnknownListIsReported() throws {
    let text = XMLFixtures.enhanced.replacing(
      "Non-SDN Palestinian Legislative Council List", with: "Newly Restricted List")
    let reading = try ListReading(Array(text.utf8), file: "SDN_ENHANCED.XML")
    #expect(reading.diagnostics.map(\.id) == ["LST012"])
    #expect(reading.entries.count == 2)
  }

  @Test func filesOfOneListShareAFeed() throws {
    let store = try temporaryStore()
    // The enhanced file is the older one here, and its bodies are others: both are guarded against.
    var terms = ImportTerms()
    terms.acceptedReason = "two forms of one list"
    _ = try store.importList(Array(XMLFixtures.ofac().utf8), file: "SDN.XML")
    _ = try store.importList(
      Array(XMLFixtures.enhanced.utf8), file: "SDN_ENHANCED.XML", terms: terms)
    #expect(store.feeds == ["us-ofac-sdn"])
  }
}
