import Formats
import Testing

@testable import WatchLists

@Suite("Tables of the EU are read, with all rows of an entity joined")
struct EuropeanTableTests {
  static let header =
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;"
    + "Entity_DesignationDate;Entity_Remark;Entity_SubjectType;Entity_Regulation_NumberTitle;"
    + "Entity_Regulation_Programme;NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;"
    + "NameAlias_WholeName;NameAlias_Function;Address_City;Address_Street;Address_ZipCode;"
    + "Address_CountryIso2Code;Address_CountryDescription;BirthDate_BirthDate;BirthDate_Year;"
    + "BirthDate_Circa;BirthDate_City;BirthDate_CountryDescription;Identification_Number;"
    + "Identification_TypeDescription;Citizenship_CountryIso2Code;Citizenship_CountryDescription"

  static func row(_ cells: [String: String]) -> String {
    header.split(separator: ";").map { cells[String($0)] ?? "" }.joined(separator: ";")
  }

  private static func person(_ cells: [String: String], id: String = "13") -> String {
    var all = [
      "fileGenerationDate": "05/08/2026", "Entity_LogicalId": id,
      "Entity_EU_ReferenceNumber": "EU.27.28", "Entity_SubjectType": "P",
      "Entity_Regulation_NumberTitle": "2020/716 (OJ L168)", "Entity_Regulation_Programme": "TAQA",
      "Entity_DesignationDate": "2020-05-28",
    ]
    for (column, cell) in cells { all[column] = cell }
    return row(all)
  }

  @Test func rowsOfAnEntityAreJoined() throws {
    let rows = [
      EuropeanTableTests.header,
      EuropeanTableTests.person(["NameAlias_WholeName": "Анна Пример"]),
      EuropeanTableTests.person([
        "NameAlias_FirstName": "Anna", "NameAlias_LastName": "Sample",
        "NameAlias_Function": "Director",
      ]),
      EuropeanTableTests.person([
        "Address_City": "Exampletown", "Address_Street": "\"1 Road; floor 2\"",
        "Address_CountryIso2Code": "IR", "Address_CountryDescription": "IRAN",
      ]),
      EuropeanTableTests.person([
        "BirthDate_BirthDate": "1960-02-01", "BirthDate_City": "Sampleton",
        "BirthDate_CountryDescription": "RUSSIAN FEDERATION",
      ]),
      EuropeanTableTests.person(["BirthDate_Year": "1961", "BirthDate_Circa": "true"]),
      EuropeanTableTests.person([
        "Identification_Number": "A123", "Identification_TypeDescription": "National passport",
      ]),
      EuropeanTableTests.person(["Citizenship_CountryIso2Code": "RU"]),
      EuropeanTableTests.person(
        [
          "Entity_SubjectType": "E", "NameAlias_WholeName": "Example Guard",
          "Entity_Regulation_NumberTitle": "2020/1998 (OJ L410I)",
        ], id: "20"),
      "only;three;cells",
      EuropeanTableTests.person(["Citizenship_CountryIso2Code": "RU"], id: "30"),
    ]
    let reading = try ListReading(
      Array((rows.joined(separator: "\r\n") + "\r\n").utf8), file: "eu.csv")
    #expect(reading.format == .euFinancialSanctions)
    #expect(try reading.retrieved == day("2026-08-05"))
    #expect(reading.unreadable == 2)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.compactMap { $0.position?.line } == [10, 11])
    #expect(errors[1].message.contains("`30` has no name"))
    let person = try #require(reading.entries.first { $0.id == "13" })
    #expect(person.list == .euFinancialSanctions)
    #expect(person.effect == .blocking)
    // A name that can be read stands first.
    #expect(person.name == "Anna Sample")
    #expect(person.aliases == ["Анна Пример"])
    #expect(person.schema == .person)
    #expect(person.births == ["1960-02-01", "circa 1961"])
    #expect(person.addresses == ["1 Road; floor 2, Exampletown"])
    #expect(person.countries == ["IR", "RU"])
    #expect(person.identifiers == ["National passport: A123"])
    #expect(try person.listedFrom == day("2020-05-28"))
    #expect(reading.entries.first { $0.id == "20" }?.list == .globalHumanRights)
  }

  @Test func versionOneZeroIsRead() throws {
    let text = """
      Date_file;Entity_logical_id;Subject_type;Programme;Leba_numtitle;Naal_lastname;\
      Naal_firstname;Naal_wholename;Addr_number;Addr_street;Addr_city;Addr_country;Birt_date;\
      Iden_number;Citi_country;EU_ref_num;Entity_logical_id
      05/08/2026;27;E;SYR;36/2012 (OJ L16);;;Example Works;7;Sample Street;Exampletown;SYR;;;;EU.1;27
      05/08/2026;27;E;SYR;36/2012 (OJ L16);;;Sample Works;;;;;;;;EU.1;
      05/08/2026;28;P;IRQ;1210/2003 (OJ L169);SAMPLE;Anna;;;;;;1948-12-10;488555 (passport-National passport);IRQ;EU.2;

      """
    let reading = try ListReading(Array(text.utf8), file: "eu10.csv")
    #expect(reading.entries.map(\.name) == ["Anna SAMPLE", "Example Works"])
    #expect(reading.entries[0].identifiers == ["passport-National passport: 488555"])
    #expect(reading.entries[0].countries == ["IQ"])
    #expect(reading.entries[1].aliases == ["Sample Works"])
    #expect(reading.entries[1].addresses == ["7 Sample Street, Exampletown"])
    #expect(reading.entries[1].countries == ["SY"])
  }

  @Test func aFileThatIsCutOffIsRefused() {
    let whole = Array(
      (EuropeanTableTests.header + "\n" + EuropeanTableTests.person(["NameAlias_WholeName": "A"])
        + "\n"
        + EuropeanTableTests.person(["NameAlias_WholeName": "B"], id: "14") + "\n").utf8)
    let failure = #expect(throws: ListFailure.self) {
      try ListReading(Array(whole[..<(whole.count - 12)]), file: "eu.csv")
    }
    #expect(failure?.diagnostics.first?.id == "LST006")
  }

  private static let journal =
    "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,"
    + "birthDate,nationality,registrationNumber,address,notes\n"
  private static let amending = "amendedCelex,amendmentCelex," + journal.dropFirst(6)

  @Test func tablesOfTheJournalAreOneList() throws {
    let base =
      EuropeanTableTests.journal + #"""
        32014R0833,1,EU-RUS,IV,Export control,12.9.2014,,LegalEntity,Example JSC,\#
        "Sample; ""Ex; Inc.""",,,,77 (INN),"1 Road, Exampletown, Russian Federation",
        32014R0833,2,EU-RUS,XV,Services ban,2014,,Asset,Example TV,,,,,,,
        32014R0833,3,EU-RUS,XV,Dancing ban,,,LegalEntity,X,,,,,,,

        """#
    let change =
      EuropeanTableTests.amending + """
        32014R0833,32026R0001,1,EU-RUS,IV,Export control,12.9.2014,,LegalEntity,Example PJSC,,,,,,,
        32020R1998,32026R0001,9,EU-HR,I.A,Asset freeze,23.7.2026,"Why; because",Person,Anna SAMPLE,,,\
        1 Jan. 1970,"Russian, Ukrainian",,,

        """
    let empty = EuropeanTableTests.journal
    let files = [("b.csv", change), ("a.csv", base), ("c.csv", empty)].map {
      ListFile(name: $0.0, bytes: Array($0.1.utf8))
    }
    let reading = try ListReading(ListSource(name: "folder", files: files))
    #expect(reading.format == .euJournal)
    #expect(reading.unreadable == 1)
    #expect(reading.diagnostics.first?.file == "a.csv")
    #expect(reading.diagnostics.first?.position?.line == 4)
    #expect(reading.entries.count == 3)
    let export = try #require(reading.entries.first { $0.list == .euExportControl })
    #expect(export.effect == .licenceRequirement)
    // The amending act has the last word on the name; the earlier one still recognises the party.
    #expect(export.name == "Example PJSC")
    #expect(export.aliases == ["Example JSC", "Sample", "Ex; Inc."])
    #expect(export.countries == ["RU"])
    #expect(export.remarks?.contains("amended by: CELEX 32026R0001") == true)
    let person = try #require(reading.entries.first { $0.list == .globalHumanRights })
    #expect(person.births == ["1970-01-01"])
    #expect(person.countries == ["RU", "UA"])
    #expect(try person.listedFrom == day("2026-07-23"))
    let service = try #require(reading.entries.first { $0.list == .euServicesBan })
    #expect(service.listedFrom == nil)
    #expect(service.remarks == "listed: 2014")
  }
}
