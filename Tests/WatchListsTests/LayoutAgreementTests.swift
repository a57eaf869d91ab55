import Formats
import Testing

@testable import WatchLists

/// One designation in two layouts of its publisher must not be two things.
@Suite("Two layouts of one list say the same of a party")
struct LayoutAgreementTests {
  private static func table(_ separator: String, _ lines: [[(String, String)]]) -> [String] {
    var columns: [String] = []
    for (column, _) in lines.joined() where !columns.contains(column) { columns.append(column) }
    return [columns.joined(separator: separator)]
      + lines.map { cells in
        columns.map { column in cells.first { $0.0 == column }?.1 ?? "" }
          .joined(separator: separator)
      }
  }

  /// What the two must agree on; remarks stand in another order.
  private func expectSame(_ table: ListEntry, _ xml: ListEntry) {
    #expect(table.id == xml.id)
    #expect(table.list == xml.list)
    #expect(table.effect == xml.effect)
    #expect(table.schema == xml.schema)
    #expect(table.name == xml.name)
    #expect(Set(table.aliases) == Set(xml.aliases))
    #expect(table.births == xml.births)
    #expect(Set(table.countries) == Set(xml.countries))
    #expect(table.addresses == xml.addresses)
    #expect(Set(table.identifiers) == Set(xml.identifiers))
    #expect(table.programmes == xml.programmes)
    #expect(table.listedFrom == xml.listedFrom)
    #expect(table.number == xml.number)
    func parts(_ entry: ListEntry) -> Set<String> {
      Set((entry.remarks ?? "").components(separatedBy: "; "))
    }
    #expect(parts(table) == parts(xml))
  }

  private static let british: [(String, String)] = [
    ("Unique ID", "XYZ0001"), ("OFSI Group ID", "7172"), ("UN Reference Number", "KPi.901"),
    ("Regime Name", "The Example (Sanctions) Regulations 2020"),
    ("Designation Type", "Individual"), ("Designation source", "UN"),
    ("Sanctions Imposed", "Asset freeze|Travel Ban"), ("Date Designated", "25/01/2021"),
    ("Other Information", "An example."),
    ("UK Statement of Reasons", "Directs the Example Bureau."),
    ("Title", "Dr"), ("Address Line 1", "1 Example Road"), ("Address Line 6", "Exampletown"),
    ("Address Postal Code", "100"), ("Address Country", "China"), ("Phone number", "+00 1234"),
    ("D.O.B", "(1) dd/mm/1945 (2) dd/07/1946 (3) 01/03/1958"), ("Nationality(/ies)", "Russia"),
    ("Passport number", "X1234567"), ("Passport additional information", "issued 2001"),
    ("Town of birth", "Sampleville"), ("Name non-latin script", "Иван Пример"), ("Name 3", ""),
    ("Name 4", ""), ("Name 5", ""),
  ]

  private static func british(_ cells: (String, String)...) -> [(String, String)] {
    cells + british.filter { known in !cells.contains { $0.0 == known.0 } }
  }

  private static func readBritish(_ lines: [[(String, String)]]) throws -> ListReading {
    let text = (["Report Date: 02-Sep-2026"] + table(",", lines)).joined(separator: "\r\n")
    return try ListReading(Array((text + "\r\n").utf8), file: "UK-Sanctions-List.csv")
  }

  @Test func theUKSanctionsListAsTableAndAsXML() throws {
    let table = try LayoutAgreementTests.readBritish([
      LayoutAgreementTests.british(
        ("Name 6", "Rocket"), ("Name type", "Alias"), ("Alias strength", "Low quality a.k.a")),
      LayoutAgreementTests.british(
        ("Name 1", "IVAN"), ("Name 2", "SAMPLE"), ("Name 6", "EXAMPLE"),
        ("Name type", "Primary Name")),
      LayoutAgreementTests.british(
        ("Name 1", "Vanya"), ("Name 6", "Example"), ("Name type", "Alias")),
    ])
    #expect(table.diagnostics.map(\.line) == [])
    let xml = try ListReading(Array(XMLFixtures.uk.utf8), file: "UK-Sanctions-List.xml")
    expectSame(
      try #require(table.entries.first { $0.id == "XYZ0001" }),
      try #require(xml.entries.first { $0.id == "XYZ0001" }))
  }

  @Test(arguments: [
    ("Asset freeze|Travel Ban", ListEffect.blocking), ("Travel Ban", .redFlag),
    ("Travel Ban|Director Disqualification Sanction", .redFlag),
    ("Prohibition of port entry", .sectoral), ("", .blocking),
  ])
  func measuresOfTheTableMeanWhatThoseOfTheXMLMean(text: String, effect: ListEffect) throws {
    let reading = try LayoutAgreementTests.readBritish([
      LayoutAgreementTests.british(
        ("Name 1", ""), ("Name 6", "EXAMPLE"), ("Sanctions Imposed", text))
    ])
    #expect(reading.entries.map(\.effect) == [effect])
  }

  /// A row without a word on measures beside one that has it says nothing, and frees nobody.
  @Test func theMeasuresOfAllRowsCount() throws {
    let name = [("Name 1", ""), ("Name 6", "EXAMPLE")]
    let reading = try LayoutAgreementTests.readBritish(
      ["Travel Ban", "", "Asset freeze"].map { text in
        name + [("Sanctions Imposed", text)]
          + LayoutAgreementTests.british.filter { $0.0 != "Sanctions Imposed" }
      })
    #expect(reading.entries.map(\.effect) == [.blocking])
  }

  @Test func theEUListAsTableAndAsXML() throws {
    let entity = [
      ("fileGenerationDate", "05/08/2026"), ("Entity_LogicalId", "13"),
      ("Entity_EU_ReferenceNumber", "EU.9001.01"), ("Entity_UnitedNationId", "KPi.901"),
      ("Entity_DesignationDate", ""), ("Entity_Remark", "Listed for example."),
      ("Entity_SubjectType", "person"), ("Entity_SubjectType_ClassificationCode", "P"),
      ("Entity_Regulation_Programme", "PRK"),
    ]
    let amendment = [
      ("Entity_Regulation_Type", "amendment"),
      ("Entity_Regulation_EntryIntoForceDate", "2019-01-18"),
      ("Entity_Regulation_NumberTitle", "2019/1 (OJ L1)"),
      ("Entity_Regulation_PublicationUrl", "https://eur-lex.europa.eu/example"),
    ]
    let base = [
      ("Entity_Regulation_Type", "regulation"),
      ("Entity_Regulation_EntryIntoForceDate", "2017-03-02"),
      ("Entity_Regulation_NumberTitle", "2017/2 (OJ L2)"),
    ]
    let korea = "NORTH KOREA"
    let parts: [[(String, String)]] = [
      [("NameAlias_WholeName", "Иван Пример"), ("NameAlias_NameLanguage", "BG")],
      [
        ("NameAlias_WholeName", "Ivan Example & Sons"), ("NameAlias_NameLanguage", "EN"),
        ("NameAlias_FirstName", "Ivan"), ("NameAlias_LastName", "Example"),
        ("NameAlias_Function", "Director"), ("NameAlias_Title", "Dr"), ("NameAlias_Gender", "M"),
      ],
      [("NameAlias_WholeName", "Rocket"), ("NameAlias_Remark", "Low quality alias")],
      [("Citizenship_CountryIso2Code", "KP"), ("Citizenship_CountryDescription", korea)],
      [
        ("BirthDate_Year", "1970"), ("BirthDate_Circa", "TRUE"), ("BirthDate_City", "Sampleville"),
        ("BirthDate_CountryIso2Code", "KP"), ("BirthDate_CountryDescription", korea),
      ],
      [("BirthDate_BirthDate", "1970-04-28"), ("BirthDate_Circa", "false")],
      [
        ("Identification_Number", "X1234567"), ("Identification_TypeCode", "passport"),
        ("Identification_TypeDescription", "National passport"),
        ("Identification_CountryIso2Code", "KP"), ("Identification_KnownFalse", "true"),
      ],
      [
        ("Address_Street", "1 Example Road"), ("Address_ZipCode", "100"),
        ("Address_City", "Exampletown"), ("Address_CountryIso2Code", "CN"),
        ("Address_CountryDescription", "CHINA"),
      ],
    ]
    let lines = parts.enumerated().map { entity + ($0.offset == 0 ? amendment : base) + $0.element }
    let text = LayoutAgreementTests.table(";", lines).joined(separator: "\n") + "\n"
    let table = try ListReading(Array(text.utf8), file: "eu.csv")
    #expect(table.diagnostics.map(\.line) == [])
    // The table has no column for contacts and says in words that a name is weak.
    let xml = try ListReading(
      Array(
        XMLFixtures.eu.replacing(
          "strong=\"false\" logicalId=\"19\"/>",
          with: "logicalId=\"19\">"
            + "<remark>Low quality alias</remark></nameAlias>"
        )
        .replacing("<contactInfo key=\"PHONE\" value=\"+00 1234\"/>", with: "").utf8),
      file: "eu.xml")
    let other = try #require(xml.entries.first { $0.id == "13" })
    expectSame(try #require(table.entries.first), other)
    #expect(other.remarks?.hasPrefix("weak names: Rocket") == true)
  }

  static let births: [(fields: String, birth: String?, remark: String?)] = [
    ("year=\"1970\" month=\"4\"", "1970-04", nil),
    ("yearRangeFrom=\"1970\" yearRangeTo=\"1975\"", "1970 to 1975", nil),
    ("yearRangeFrom=\"1970\"", nil, "birth: 1970 or later"),
    ("yearRangeTo=\"1970\"", nil, "birth: 1970 or earlier"),
    ("year=\"1390\" calendarType=\"ISLAMIC\"", nil, "birth: 1390 (ISLAMIC)"),
    ("birthdate=\"1970-04-28\" calendarType=\"GREGORIAN\"", "1970-04-28", nil),
  ]

  @Test(arguments: births)
  func aBirthThatIsKnownInPartIsNoYear(fields: String, birth: String?, remark: String?) throws {
    let entity = """
      <sanctionEntity logicalId="1"><nameAlias wholeName="Anna Sample"/><birthdate \(fields)/>\
      </sanctionEntity>
      """
    let xml = try ListReading(
      Array("<export xmlns=\"\(FinancialSanctionsReader.namespace)\">\(entity)</export>".utf8),
      file: "eu.xml")
    let cells = fields.split(separator: " ").map { field -> (String, String) in
      let name = String(field.prefix { $0 != "=" })
      let column =
        name == "birthdate" ? "BirthDate" : name.prefix(1).uppercased() + name.dropFirst()
      return ("BirthDate_" + column, String(field.split(separator: "\"")[1]))
    }
    let line =
      [
        ("Entity_LogicalId", "1"), ("NameAlias_WholeName", "Anna Sample"), ("Address_Street", ""),
        ("Address_City", ""), ("Identification_Number", ""),
      ] + cells
    let text = LayoutAgreementTests.table(";", [line]).joined(separator: "\n") + "\n"
    let table = try ListReading(Array(text.utf8), file: "eu.csv")
    for reading in [xml, table] {
      #expect(reading.entries.first?.births == (birth.map { [$0] } ?? []))
      #expect(reading.entries.first?.remarks == remark)
    }
  }

  /// The words of a directive also stand before a mere address of the web.
  @Test func aDirectiveThatIsOnlyExplainedPutsOnNoList() throws {
    let told = "Executive Order 13662 Directive Determination - Subject to Directive 1; "
    let menu = "Executive Order 14024 Directive Information "
    let explained =
      menu + "- For more information on directives, please visit the following link: x"
    #expect(
      OfacLists.nonSDN(programmes: ["RUSSIA-EO14024"], remarks: told + explained)
        == [.sectoralSanctions])
    for words in ["Subject to Directive 3", "- Subject to Directive 3", ": Subject to Directive 3"]
    {
      #expect(
        OfacLists.nonSDN(programmes: [], remarks: menu + explained + menu + words) == [.menuBased])
    }
    var entries = XMLFixtures.plainEntry(1, "NS-PLC")
    entries += """
      <sdnEntry><uid>5</uid><lastName>SAMPLE 5</lastName><sdnType>Entity</sdnType>
      <programList><program>UKRAINE-EO13662</program></programList>
      <idList><id><uid>51</uid><idType>Executive Order 13662 Directive Determination -</idType>\
      <idNumber>Subject to Directive 1</idNumber></id>
      <id><uid>52</uid><idType>Executive Order 14024 Directive Information -</idType>\
      <idNumber>For more information on directives, please visit x</idNumber></id></idList>\
      </sdnEntry>
      """
    let reading = try ListReading(
      Array(XMLFixtures.ofac(entries, count: 2).utf8), file: "CONSOLIDATED.XML")
    #expect(reading.entries.filter { $0.id == "5" }.map(\.list) == [.sectoralSanctions])
  }
}
