import Formats
import Testing

@testable import WatchLists

@Suite("The lists of the UN, the EU and the UK are read from their XML")
struct XMLListTests {
  @Test func theUNListIsRead() throws {
    let reading = try ListReading(Array(XMLFixtures.un.utf8), file: "consolidated.xml")
    #expect(reading.format == .unSecurityCouncilXML)
    #expect(reading.diagnostics.map(\.line) == [])
    #expect(try reading.retrieved == day("2026-02-27"))
    let person = try #require(reading.entries.first { $0.schema == .person })
    #expect(person.id == "KPi.901")
    #expect(person.number == "111")
    #expect(person.list == .unSecurityCouncil)
    #expect(person.effect == .blocking)
    #expect(person.name == "IVAN EXAMPLE SAMPLE")
    #expect(
      person.aliases == [
        "李 示例", "Ivan Sample", "Ivan Example", "Rocket", "Li Shili", "李示例",
      ])
    #expect(try person.listedFrom == day("2015-04-07"))
    #expect(person.programmes == ["DPRK"])
    #expect(person.countries == ["CN"])
    #expect(person.addresses == ["1 Example Road, Exampletown"])
    #expect(person.births == ["1973 to 1974", "circa 1970"])
    #expect(person.identifiers == ["Passport: X1234567 (China)"])
    #expect(
      person.remarks
        == "weak names: Rocket; alias: Call sign; address: as of 2016; "
        + "born in: Sampleville, Atlantis; title: Dr; designation: Director, Chair; "
        + "gender: Male; Director of the Example Bureau.")
    let body = try #require(reading.entries.first { $0.schema == .organisation })
    #expect(body.name == "SAMPLE WORKS (SW) ; EXAMPLE WORKS")
    #expect(body.aliases == ["SAMPLE WORKS (SW)", "EXAMPLE WORKS", "Old Works"])
    #expect(body.addresses == ["Exampletown, Atlantis"])
    #expect(body.remarks == "formerly: Old Works")
  }

  @Test func theEUListIsRead() throws {
    let reading = try ListReading(Array(XMLFixtures.eu.utf8), file: "eu.xml")
    #expect(reading.format == .euFinancialSanctionsXML)
    #expect(reading.diagnostics.map(\.line) == [])
    #expect(try reading.retrieved == day("2026-08-05"))
    let person = try #require(reading.entries.first { $0.id == "13" })
    #expect(person.list == .euFinancialSanctions)
    #expect(person.effect == .blocking)
    #expect(person.schema == .person)
    #expect(person.number == "EU.9001.01")
    #expect(person.name == "Ivan Example & Sons")
    #expect(person.aliases == ["Иван Пример", "Rocket"])
    // An amendment says only that the entry was there.
    #expect(try person.listedFrom == day("2017-03-02"))
    #expect(person.programmes == ["PRK"])
    #expect(person.countries == ["KP", "CN"])
    #expect(person.addresses == ["1 Example Road, 100, Exampletown"])
    #expect(person.births == ["circa 1970", "1970-04-28"])
    #expect(
      person.identifiers == [
        "PHONE: +00 1234", "National passport: X1234567 (KP)", "UN reference: KPi.901",
      ])
    #expect(person.source == "https://eur-lex.europa.eu/example")
    let remarks = try #require(person.remarks)
    for words in [
      "weak names: Rocket", "function: Director", "regulation: 2017/2 (OJ L2)",
      "born in: Sampleville, KP", "document knownFalse: X1234567", "Listed for example.",
    ] {
      #expect(remarks.contains(words), "\(words)")
    }
    let body = try #require(reading.entries.first { $0.id == "14" })
    #expect(body.list == .globalHumanRights)
    #expect(body.schema == .organisation)
    #expect(body.name == "Sample Bureau")
    #expect(try body.listedFrom == day("2022-03-04"))
  }

  @Test func theUKListIsReadWithTheEffectOfItsMeasures() throws {
    let reading = try ListReading(Array(XMLFixtures.uk.utf8), file: "UK-Sanctions-List.xml")
    #expect(reading.format == .ukSanctionsXML)
    #expect(try reading.retrieved == day("2026-09-02"))
    #expect(reading.unreadable == 0)
    #expect(reading.diagnostics.map(\.message) == ["the kind `Zeppelin` is not known"])
    let effects = Dictionary(uniqueKeysWithValues: reading.entries.map { ($0.id, $0.effect) })
    #expect(
      effects == [
        "XYZ0001": .blocking, "XYZ0002": .sectoral, "XYZ0003": .redFlag, "XYZ0004": .blocking,
        "XYZ0005": .sectoral,
      ])
    let person = try #require(reading.entries.first { $0.id == "XYZ0001" })
    #expect(person.name == "IVAN SAMPLE EXAMPLE")
    #expect(person.aliases == ["Rocket", "Vanya Example", "Иван Пример"])
    #expect(person.number == "7172")
    #expect(try person.listedFrom == day("2021-01-25"))
    #expect(person.births == ["1945", "1946-07", "1958-03-01"])
    #expect(person.countries == ["CN", "RU"])
    #expect(person.addresses == ["1 Example Road, Exampletown, 100"])
    #expect(
      person.identifiers == ["UN reference: KPi.901", "Phone: +00 1234", "Passport: X1234567"])
    #expect(person.remarks?.hasPrefix("weak names: Rocket; measures: Asset freeze") == true)
    let ship = try #require(reading.entries.first { $0.id == "XYZ0002" })
    #expect(ship.schema == .vessel)
    #expect(ship.identifiers == ["IMO: 9000001"])
    #expect(
      reading.entries.first { $0.id == "XYZ0005" }?.remarks
        == "measures: trust services sanctions")
    #expect(reading.entries.first { $0.id == "XYZ0004" }?.schema == .unknown)
  }

  @Test func rowsOfOneGroupAreOneEntryOfTheOFSIList() throws {
    let reading = try ListReading(Array(XMLFixtures.ofsi.utf8), file: "ConList.xml")
    #expect(reading.format == .ukConsolidatedXML)
    #expect(reading.retrieved == nil)
    #expect(reading.entries.count == 2)
    #expect(reading.unreadable == 1)
    #expect(reading.diagnostics.first?.message.contains("`GroupID` is missing") == true)
    #expect(reading.diagnostics.first?.position?.line == 24)
    let person = try #require(reading.entries.first { $0.id == "15001" })
    #expect(person.list == .ukSanctionsList)
    #expect(person.effect == .blocking)
    #expect(person.name == "Ivan Sample EXAMPLE")
    #expect(person.aliases == ["Vanya Sample", "Иван Пример"])
    #expect(person.births == ["1950"])
    #expect(person.identifiers == ["Passport: X1234567"])
    #expect(person.addresses == ["1 Example Road, 100"])
    #expect(person.number == "XYZ0001")
    #expect(try person.listedFrom == day("2021-01-26"))
    #expect(person.remarks == "weak names: Vanya Sample")
    #expect(reading.entries.first { $0.id == "15002" }?.effect == .sectoral)
  }

  @Test(arguments: [
    ("Asset freeze", ListEffect.blocking), ("Targeted Asset Freeze|Travel Ban", .blocking),
    ("Travel Ban|Director Disqualification Sanction", .redFlag), ("Trust services", .sectoral),
    ("Travel Ban|Trust services", .sectoral), ("", .blocking),
  ])
  func ukMeasuresDecideTheEffect(text: String, effect: ListEffect) {
    let measures = UKMeasures.measures(in: text)
    #expect(UKMeasures.effect(of: measures, on: .ukSanctionsList) == effect)
  }

  @Test(arguments: [XMLFixtures.un, XMLFixtures.eu, XMLFixtures.uk, XMLFixtures.enhanced])
  func entriesAreStoredAndReadBackTheSame(list: String) throws {
    let store = try temporaryStore()
    let reading = try ListReading(Array(list.utf8), file: "list.xml")
    let report = try store.importList(Array(list.utf8), file: "list.xml")
    let loaded = try #require(store.load(asOf: report.manifest.retrieved).first)
    #expect(Array(loaded.entries) == reading.entries)
    #expect(loaded.feed == report.manifest.feed)
  }
}
