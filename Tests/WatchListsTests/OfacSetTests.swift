import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("OFAC's legacy files are joined, and what is missing is counted")
struct OfacSetTests {
  static let main = """
    101,"EXAMPLE SHIPPING, LTD.",-0- ,"IRAN] [NPWMD",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\
    "Website www.example.test; Tax ID No. 7700001 (Russia); Linked To: SAMPLE HOLDING."\r
    102,"SAMPLE, Anna",individual,"SDGT","Director",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\
    "DOB 10 Dec 1948; alt. DOB circa 1950; POB Tehran, Iran; nationality Iran; Passport A123 \
    (Iran) expires 28 Aug 2020; a.k.a. 'THE EXAMPLE'."\r
    103,"EXAMPLE STAR",vessel,"CUBA",-0- ,XYZ1,Tug,-0- ,212,Cuba,"Sample Lines",-0- \r
    \u{1A}
    """
  static let alternates = """
    101,1,aka,"EXSHIP",-0- \r
    101,2,fka,"EXAMPLE LINES",-0- \r
    999,3,aka,"STRAY",-0- \r
    \u{1A}
    """
  static let addresses = """
    101,1,"1 Example Road","Exampletown 123","Korea, North",-0- \r
    101,2,-0- ,-0- ,"Region: Sampleland",-0- \r
    102,3,-0- ,-0- ,-0- ,-0- \r
    \u{1A}
    """
  static let comments = "101,\"more\"\r\n\u{1A}"

  static func source(
    _ main: String = main, name: String = "sdn.csv", alternates: String? = alternates,
    addresses: String? = addresses, comments: String? = comments
  ) -> ListSource {
    var files = [ListFile(name: name, bytes: Array(main.utf8))]
    for (name, text) in [
      ("ALT.CSV", alternates), ("add.csv", addresses), ("sdn_comments.csv", comments),
    ] {
      if let text { files.append(ListFile(name: name, bytes: Array(text.utf8))) }
    }
    return ListSource(name: name, files: files)
  }

  @Test func theFilesAreJoinedByNumber() throws {
    let reading = try ListReading(OfacSetTests.source())
    #expect(reading.format == .ofacLegacy)
    #expect(reading.unreadable == 0)
    #expect(reading.diagnostics.map(\.id) == ["LST017"])
    #expect(reading.diagnostics.first?.position?.line == 3)
    #expect(reading.diagnostics.first?.file == "ALT.CSV")
    let company = try #require(reading.entries.first { $0.id == "101" })
    #expect(company.list == .specialDesignations)
    #expect(company.effect == .blocking)
    #expect(company.schema == .organisation)
    #expect(company.aliases == ["EXSHIP", "EXAMPLE LINES"])
    #expect(company.programmes == ["IRAN", "NPWMD"])
    #expect(company.countries == ["KP"])
    #expect(company.addresses == ["1 Example Road, Exampletown 123", "Region: Sampleland"])
    #expect(company.identifiers == ["Website: www.example.test", "Tax ID No.: 7700001"])
    #expect(company.remarks?.contains("Linked To: SAMPLE HOLDING") == true)
    let person = try #require(reading.entries.first { $0.id == "102" })
    #expect(person.schema == .person)
    #expect(person.births == ["1948-12-10", "circa 1950"])
    #expect(person.countries == ["IR"])
    #expect(person.aliases == ["THE EXAMPLE"])
    #expect(person.identifiers == ["Passport: A123"])
    let ship = try #require(reading.entries.first { $0.id == "103" })
    #expect(ship.schema == .vessel)
    #expect(ship.identifiers == ["Call sign: XYZ1"])
  }

  @Test func aMissingCompanionIsCountedAndSaysWhatIsUnknown() throws {
    let reading = try ListReading(
      OfacSetTests.source(alternates: nil, addresses: nil, comments: nil))
    #expect(reading.unreadable == 2)
    #expect(reading.diagnostics.map(\.id) == ["LST015", "LST015"])
    #expect(reading.diagnostics[0].message.contains("ALT.CSV is missing"))
    #expect(reading.diagnostics[0].message.contains("names of the entries are unknown"))
    #expect(reading.diagnostics[1].message.contains("ADD.CSV is missing"))
  }

  @Test func aCutRemarkGoesOnInTheComments() throws {
    let start = "DOB 1960; " + String(repeating: "x", count: 976) + "; a.k.a. 'EXA"
    let column = start + String(repeating: "M", count: 1000 - start.utf8.count)
    let row =
      "7,\"LONG\",individual,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"\(column)\"\r\n\u{1A}"
    let whole = try ListReading(
      OfacSetTests.source(row, comments: "7,\"PLE'.\"\r\n\u{1A}"))
    let name = String(column.suffix(from: column.lastIndex(of: "'") ?? column.endIndex).dropFirst())
    #expect(whole.entries.first?.aliases == [name + "PLE"])
    #expect(whole.unreadable == 0)
    // Half a name is not taken for a name.
    let cut = try ListReading(OfacSetTests.source(row, comments: nil))
    #expect(cut.entries.first?.aliases == [])
    #expect(cut.entries.first?.births == ["1960"])
    #expect(cut.unreadable == 1)
    #expect(cut.diagnostics.contains { $0.message.contains("the end of 1 remark is unknown") })
  }

  @Test func programmesAndRemarksTellTheListsBesideTheSDNList() throws {
    func row(_ number: Int, _ tags: String, _ remarks: String) -> String {
      "\(number),\"EXAMPLE \(number)\",-0- ,\"\(tags)\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
        + "\"\(remarks)\"\r\n"
    }
    let ssi = "Executive Order 13662 Directive Determination - Subject to Directive 1"
    let menu = "Executive Order 14024 Directive Information Subject to Directive 3"
    let text =
      row(1, "NS-PLC", "DOB 1962") + row(2, "CMIC-EO13959", "x") + row(3, "561-Related", "x")
      + row(4, "UKRAINE-EO13662", ssi)
      + row(5, "UKRAINE-EO13662] [RUSSIA-EO14024", ssi + "; " + menu)
      + row(6, "CAATSA - RUSSIA", "x") + row(7, "FSE-IR", "x") + "\u{1A}"
    // The name of the file does not matter: most entries carry the mark of such a list.
    let reading = try ListReading(
      OfacSetTests.source(text, name: "download.csv", comments: nil))
    let lists = reading.entries.map { "\($0.id) \($0.list.id)" }.sorted()
    #expect(
      lists == [
        "1 us-ofac-plc", "2 us-ofac-ns-cmic", "3 us-ofac-capta", "4 us-ofac-ssi",
        "5 us-ofac-ns-mbs", "5 us-ofac-ssi", "6 us-ofac-ns-mbs", "7 us-ofac-fse",
      ])
    #expect(reading.entries.first { $0.id == "2" }?.effect == .securitiesOnly)
    // Among SDNs such a tag is one more programme.
    let mixed = try ListReading(
      OfacSetTests.source(row(1, "SDGT] [NS-PLC", "x") + OfacSetTests.main, comments: nil))
    #expect(mixed.entries.allSatisfy { $0.list == .specialDesignations })
  }

  @Test func recordsThatCannotBeReadAreCountedWithTheirPlace() throws {
    let text =
      "1,\"A\"\r\nx,\"B\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
      + "2,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
      + "3,\"C\",\"robot\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    let reading = try ListReading(
      ListSource(
        name: "sdn.csv",
        files: OfacSetTests.source(OfacSetTests.main.replacing("\u{1A}", with: text + "\u{1A}"))
          .files))
    #expect(reading.entries.count == 3)
    #expect(reading.unreadable == 4)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.compactMap { $0.position?.line } == [4, 5, 6, 7])
    #expect(errors[3].message.contains("`robot`"))
  }

  @Test func swappedDoubledAndCutFilesAreRefused() throws {
    func refusal(_ source: ListSource) -> String {
      do {
        _ = try ListReading(source)
        return "read"
      } catch {
        return error.diagnostics.first?.line ?? ""
      }
    }
    #expect(
      refusal(OfacSetTests.source(OfacSetTests.alternates, alternates: nil))
        .contains("holds alternate names (ALT.CSV), not main records"))
    #expect(
      refusal(OfacSetTests.source(alternates: OfacSetTests.main)).contains("not alternate names"))
    #expect(
      refusal(
        ListSource(
          name: "sdn.csv",
          files: [
            ListFile(name: "sdn.csv", bytes: Array(OfacSetTests.alternates.utf8))
          ])
      ).contains("LST004"))
    #expect(refusal(OfacSetTests.source(addresses: "")).contains("empty or damaged"))
    #expect(
      refusal(
        ListSource(
          name: "folder",
          files: OfacSetTests.source().files
            + [ListFile(name: "other.csv", bytes: Array(OfacSetTests.main.utf8))])
      ).contains("both hold main records"))
    var generator = SeededGenerator(seed: 11)
    let whole = OfacSetTests.main
    for _ in 0..<40 {
      let length = Int.random(in: 1..<whole.utf8.count - 3, using: &generator)
      let cut = String(decoding: Array(whole.utf8)[..<length], as: UTF8.self)
      // Where the cut falls between two lines only the end mark is missing, which is told.
      guard let reading = try? ListReading(OfacSetTests.source(cut)) else { continue }
      #expect(
        reading.diagnostics.contains { $0.id == "LST014" } && cut.hasSuffix("\n"),
        "seed 11, cut at \(length)")
    }
  }

  @Test func companionsAreFoundBesideTheMainFileInAnyCase() throws {
    let folder = try temporaryStore().folder
    for (name, text) in [
      ("SDN.CSV", OfacSetTests.main), ("Alt.csv", OfacSetTests.alternates),
      ("ADD.CSV", OfacSetTests.addresses), ("notes.md", "# read me"),
    ] {
      try FileWriter.write(Array(text.utf8), to: folder + "/" + name)
    }
    let file = try ListSource(path: folder + "/SDN.CSV")
    #expect(file.files.map(\.shortName) == ["sdn.csv", "add.csv", "alt.csv"])
    let whole = try ListSource(path: folder)
    #expect(whole.passedOver == ["notes.md"])
    #expect(try ListReading(whole).entries == ListReading(file).entries)
    let store = try temporaryStore()
    let imported = try store.importList(file, retrieved: day("2026-08-01"))
    #expect(imported.manifest.feed == "us-ofac-sdn")
    #expect(try store.importList(whole, retrieved: day("2026-08-01")).wasPresent)
  }
}
