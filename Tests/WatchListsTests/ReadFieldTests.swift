import Formats
import Testing

@testable import WatchLists

@Suite("Fields of official lists are read as their publishers mean them")
struct ReadFieldTests {
  @Test(arguments: [
    ("a.k.a. Sample, Anna", "Sample, Anna"), ("also known as: SAMPLE", "SAMPLE"),
    ("F.K.A. Sample Office", "Sample Office"), ("f.k.a.: Sample", "Sample"),
    ("Other name: SAMPLE", "SAMPLE"), ("AKA INTEGRAL SAMPLE", "AKA INTEGRAL SAMPLE"),
    ("a.k.a.", "a.k.a."), ("Anna Sample", "Anna Sample"),
  ])
  func aLabelIsNoPartOfAName(text: String, name: String) {
    #expect(PrintedNames.unlabelled(text) == name)
  }

  @Test(arguments: [
    ("JO SAMPLE -AKA- JOE  EXAMPLE", ["JO SAMPLE", "JOE  EXAMPLE"]),
    ("JO SAMPLE- AKA- JOE", ["JO SAMPLE", "JOE"]),
    ("SAMPLE -AKAS- EXAMPLE PTE LTD, CORE", ["SAMPLE", "EXAMPLE PTE LTD", "CORE"]),
    ("Sample Co. and formerly known as Example Co", ["Sample Co.", "Example Co"]),
    ("SAMPLE, B.V. ALSO KNOWN AS EXAMPLE, B.V.", ["SAMPLE, B.V.", "EXAMPLE, B.V."]),
  ])
  func namesThatStandInOneAreTaken(text: String, parts: [String]) {
    var entry = ListEntry(id: "1", list: .deniedPersons, name: text)
    PrintedNames.read(&entry)
    #expect(entry.name == text)
    #expect(entry.aliases == parts)
    let once = entry
    PrintedNames.read(&entry)
    #expect(entry == once)
  }

  @Test(arguments: ["HONG KONG", "Hong Kong", "HK", "Hong Kong, China", "HONG KONG SAR"])
  func wordsForHongKong(word: String) {
    #expect(PublishedCountry.code(word) == "HK")
    #expect(PublishedCountry.codes(in: word) == ["HK"])
  }

  @Test(arguments: [("Macao", "MO"), ("MACAU", "MO"), ("UK", "GB"), ("Crimea (occupied)", "UA")])
  func furtherWords(word: String, code: String) { #expect(PublishedCountry.code(word) == code) }

  @Test(arguments: ["ZZ", "XX", "NM", "00", "region: Gaza Strip X"])
  func lettersThatAreNoCodeNameNoCountry(word: String) {
    #expect(PublishedCountry.code(word) == nil)
  }

  @Test func nationalitiesOfTheConsolidatedListAreCountries() throws {
    let json = consolidated([
      record(
        "1", "Anna Sample",
        more: #","nationalities":["IR"],"citizenships":["SY"],"places_of_birth":["Exampletown"]"#)
    ])
    let entry = try #require(try ListReading(json, file: "consolidated.json").entries.first)
    #expect(entry.countries == ["CN", "IR", "SY"])
    #expect(
      entry.remarks == "born in: Exampletown; nationality: IR; citizenship: SY")
  }

  static let births: [(fields: String, birth: String?, remark: String?)] = [
    (
      "<DATE>1979-03-03</DATE><NOTE>from false passport</NOTE>", "1979-03-03",
      "birth 1979-03-03: from false passport"
    ),
    (
      "<FROM_YEAR>1945</FROM_YEAR><TO_YEAR>1950</TO_YEAR><NOTE>Approximately</NOTE>",
      "circa 1945 to 1950", "birth 1945 to 1950: Approximately"
    ),
    ("<FROM_YEAR>1945</FROM_YEAR>", nil, "birth: 1945 or later"),
    ("<NOTE>Nov. 1973</NOTE>", "Nov. 1973", nil),
    ("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1970</YEAR>", "circa 1970", nil),
  ]

  @Test(arguments: births)
  func whatTheUNSaysBesideADateOfBirthIsKept(
    fields: String, birth: String?, remark: String?
  ) throws {
    let text = """
      <CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><REFERENCE_NUMBER>KPi.1</REFERENCE_NUMBER>\
      <FIRST_NAME>Anna</FIRST_NAME><INDIVIDUAL_DATE_OF_BIRTH>\(fields)</INDIVIDUAL_DATE_OF_BIRTH>\
      </INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>
      """
    let entry = try #require(try ListReading(Array(text.utf8), file: "un.xml").entries.first)
    #expect(entry.births == (birth.map { [$0] } ?? []))
    #expect(entry.remarks == remark)
  }

  private static func amendment(_ day: String) throws -> CivilDate? {
    let columns =
      "recordId,programKey,annex,measure,startDate,schema,name,alias,address,weakAlias,"
      + "registrationNumber\n"
    let row = "1,EU-RUS,IV,Export control,"
    let files = [
      (
        "a.csv",
        "celex," + columns + "32014R0833," + row + "12.9.2014,LegalEntity,Example JSC,,,,\n"
      ),
      (
        "b.csv",
        "amendedCelex,amendmentCelex," + columns + "32014R0833,32026R0001," + row
          + "\(day),LegalEntity,Example JSC,,,,\n"
      ),
    ].map { ListFile(name: $0.0, bytes: Array($0.1.utf8)) }
    let reading = try ListReading(ListSource(name: "folder", files: files))
    #expect(reading.entries.count == 1)
    return reading.entries.first?.listedFrom
  }

  /// The act that amends an entry did not list it.
  @Test func anAmendmentDoesNotListAnew() throws {
    #expect(try ReadFieldTests.amendment("1.9.2026") == day("2014-09-12"))
    #expect(try ReadFieldTests.amendment("1.9.2013") == day("2013-09-01"))
    #expect(try ReadFieldTests.amendment("") == nil)
  }

  @Test func daysThatContradictEachOtherDelistNobody() throws {
    let text =
      PrintedListTests.header
      + PrintedListTests.order(
        "EXAMPLE", "1 ROAD", "TOWN", "TX", "US", "1", "06/19/2083", "06/29/2056", "Y", "", "", "")
    let reading = try ListReading(Array(text.utf8), file: "dpl.txt")
    let entry = try #require(reading.entries.first)
    #expect(reading.diagnostics.map(\.id) == ["LST046"])
    #expect(try entry.standing(asOf: day("2060-01-01")) == .listed)
    #expect(entry.remarks?.contains("listed 2083-06-19, until 2056-06-29") == true)
    #expect(try ListReading(Array((entry.line + "\n").utf8), file: "stored").entries == [entry])
  }

  @Test func aNameIsNoAliasOfItself() {
    var entry = ListEntry(id: "1", list: .deniedPersons, name: "a.k.a. SAMPLE ")
    entry.aliases = ["SAMPLE", " ", "EXAMPLE\u{3000}"]
    entry.identifiers = ["", "Passport: A1\u{3000}"]
    entry.remarks = "  "
    PrintedNames.read(&entry)
    entry.readyForStoring()
    #expect(entry.name == "SAMPLE")
    #expect(entry.aliases == ["EXAMPLE"])
    #expect(entry.identifiers == ["Passport: A1"])
    #expect(entry.remarks == nil)
  }

  /// An entry that cannot be stored as it is read would seem to change with every import.
  @Test func anEmptyProgrammeIsNone() throws {
    let text =
      "celex,recordId,programKey,annex,measure,schema,name,alias,address,weakAlias,"
      + "registrationNumber\n32014R0833,1,,IV,Export control,LegalEntity,Example JSC,,,,\n"
    let reading = try ListReading(Array(text.utf8), file: "a.csv")
    #expect(reading.entries.map(\.programmes) == [["32014R0833 annex IV"]])
  }

  private static let party =
    #"{"id":"N","schema":"Company","properties":{"name":["Example LLC"]},"#
    + #""datasets":["us_ofac_sdn","gb_fcdo_sanctions"]}"#

  private static func sanction(_ id: Int, _ dataset: String?, _ day: String?) -> String {
    let start = day.map { #","startDate":["\#($0)"]"# } ?? ""
    let datasets = dataset.map { #","datasets":["\#($0)"]"# } ?? ""
    return #"{"id":"s\#(id)","schema":"Sanction","properties":{"entity":["N"],"#
      + #""program":["Act \#(id)"]\#(start)}\#(datasets)}"#
  }

  /// One dataset's day is not another's, and a day that is not told may be earlier than all.
  @Test func eachListHasTheDaysOfItsOwnSanctions() throws {
    func days(_ lines: [String], list: ListCode? = nil) throws -> [ListCode: CivilDate?] {
      let text = ([ReadFieldTests.party] + lines).joined(separator: "\n") + "\n"
      let reading = try ListReading(Array(text.utf8), file: "x", list: list)
      return Dictionary(uniqueKeysWithValues: reading.entries.map { ($0.list, $0.listedFrom) })
    }
    let british = ReadFieldTests.sanction(1, "gb_fcdo_sanctions", "2023-02-08")
    let american = ReadFieldTests.sanction(2, "us_ofac_sdn", "2023-11-02")
    #expect(
      try days([british, american]) == [
        .ukSanctionsList: day("2023-02-08"), .specialDesignations: day("2023-11-02"),
      ])
    #expect(
      try days([british]) == [.ukSanctionsList: day("2023-02-08"), .specialDesignations: nil])
    #expect(
      try days([british, american, ReadFieldTests.sanction(3, nil, nil)])
        == [.ukSanctionsList: nil, .specialDesignations: nil])
    let own = try #require(ListCode("company-stop"))
    #expect(try days([british, american], list: own) == [own: day("2023-02-08")])
  }

  @Test func whatStandsWrittenOutInAnEntityIsRead() throws {
    let line =
      #"{"id":"N","schema":"Person","target":true,"datasets":["us_ofac_sdn"],"properties":{"#
      + #""name":["Anna Sample"],"weakAlias":["Rocket"],"#
      + #""addressEntity":[{"id":"a","schema":"Address","properties":{"full":["1 Road, Town"]}}],"#
      + #""sanctions":[{"id":"s","schema":"Sanction","datasets":["us_ofac_sdn"],"#
      + #""properties":{"program":["Act"],"startDate":["2022-03-01"]}}],"#
      + #""passportEntity":[{"id":"p","schema":"Passport","properties":{"number":["X1"]}}],"#
      + #""ownershipOwner":[{"id":"o","schema":"Ownership","properties":{"owner":["N"]}}]}}"#
    let reading = try ListReading(Array((line + "\n").utf8), file: "targets.nested.json")
    #expect(reading.unreadable == 0)
    let entry = try #require(reading.entries.first)
    #expect(entry.addresses == ["1 Road, Town"])
    #expect(entry.programmes == ["Act"])
    #expect(try entry.listedFrom == day("2022-03-01"))
    #expect(entry.identifiers == ["Passport: X1"])
    #expect(entry.aliases == ["Rocket"])
    #expect(entry.remarks == "weak names: Rocket")
  }
}
