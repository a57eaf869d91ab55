import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("What is missing from a file is counted, not passed over")
struct LostRecordTests {
  private func read(_ text: String, _ file: String = "list.csv") throws -> ListReading {
    try ListReading(Array(text.utf8), file: file)
  }

  @Test func recordsInAnUnknownElementAreCounted() throws {
    let text = XMLFixtures.un.replacing("<ENTITIES>", with: "<BODIES>")
      .replacing("</ENTITIES>", with: "</BODIES>")
    let reading = try read(text, "list.xml")
    #expect(reading.entries.count == 1)
    #expect(reading.unreadable == 1)
    #expect(reading.diagnostics.map(\.id) == ["LST042"])
    #expect(
      reading.diagnostics.first?.message
        == "the element `BODIES` is not known and was passed over with 1 records in it")
  }

  /// A count that the header states holds for all records, wherever they stand.
  @Test func recordsThatArePassedOverBelongToTheCount() throws {
    let text = XMLFixtures.ofac(
      "<group>" + XMLFixtures.plainEntry(1, "SDGT") + "</group>" + XMLFixtures.plainEntry(2, "SDGT")
    )
    let reading = try read(text, "SDN.XML")
    #expect(reading.entries.map(\.id) == ["2"])
    #expect(reading.unreadable == 1)
  }

  @Test func aQuotationMarkThatSwallowsRecordsCountsEachOfTheirLines() throws {
    var lines = [EuropeanTableTests.header]
    for id in 1...9 {
      let name = id == 3 ? "\"Sample 3" : id == 7 ? "Sample \"7\"" : "Sample \(id)"
      lines.append(
        EuropeanTableTests.row(["Entity_LogicalId": "\(id)", "NameAlias_WholeName": name]))
    }
    let reading = try read(lines.joined(separator: "\n") + "\n")
    #expect(reading.entries.map(\.id).sorted() == ["1", "2", "8", "9"])
    #expect(reading.unreadable == 5)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.first?.message.contains("5 lines are lost by it") == true)
  }

  @Test func aTableWhoseLastLineDoesNotEndIsNotWhole() throws {
    let whole =
      EuropeanTableTests.header + "\n"
      + EuropeanTableTests.row([
        "Entity_LogicalId": "1", "NameAlias_WholeName": "Sample",
        "Citizenship_CountryDescription": "NORTH KOREA",
      ])
    #expect(try read(whole + "\n").unreadable == 0)
    // Cut off within the last cell.
    let cut = try read(String(whole.dropLast(4)))
    #expect(cut.unreadable == 1)
    #expect(cut.diagnostics.map(\.id) == ["LST014"])
  }

  /// Every file of OFAC ends with a mark, so one that is cut between two lines shows it.
  @Test func anOfacFileWithoutItsMarkIsNotWhole() throws {
    let row = "1,\"SAMPLE\",individual,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    let files = ["1,2,\"aka\",\"EXAMPLE\",-0- \r\n", "1,3,\"Road\",\"Town\",\"Iran\",-0- \r\n"]
    func source(_ marks: [String]) -> ListSource {
      ListSource(
        name: "sdn.csv",
        files: zip(["sdn.csv", "alt.csv", "add.csv"], [row] + files).enumerated().map {
          ListFile(name: $0.element.0, bytes: Array(($0.element.1 + marks[$0.offset]).utf8))
        })
    }
    let mark = "\u{1A}"
    #expect(try ListReading(source([mark, mark, mark])).unreadable == 0)
    for index in 0..<3 {
      var marks = [mark, mark, mark]
      marks[index] = ""
      let reading = try ListReading(source(marks))
      #expect(reading.unreadable == 1)
      #expect(reading.diagnostics.map(\.id) == ["LST014"])
    }
  }

  @Test func aColumnThatFindsPartiesIsMissed() throws {
    let header = EuropeanTableTests.header.replacing("Address_Street", with: "Address_Road")
      .replacing("Identification_Number;", with: "Document;")
    let row = EuropeanTableTests.row(["Entity_LogicalId": "1", "NameAlias_WholeName": "Sample"])
    let reading = try read(header + "\n" + row + "\n")
    #expect(reading.unreadable == 2)
    #expect(reading.diagnostics.map(\.id) == ["LST045", "LST045", "LST044"])
    #expect(reading.diagnostics[0].message.contains("lacks `Address_Street`"))
    #expect(reading.diagnostics[1].message.contains("lacks `Identification_Number`"))
    #expect(reading.diagnostics[2].message == "the column `Document` is not known and was not read")
  }

  /// A block of a disk that was never written, in the midst of a cell in quotation marks.
  @Test func zerosInACellAreNoText() throws {
    let row = EuropeanTableTests.row([
      "Entity_LogicalId": "1", "NameAlias_WholeName": "\"Sample \0\0\0 Works\"",
    ])
    let other = EuropeanTableTests.row(["Entity_LogicalId": "2", "NameAlias_WholeName": "Example"])
    let reading = try read([EuropeanTableTests.header, row, other, ""].joined(separator: "\n"))
    #expect(reading.entries.map(\.id) == ["2"])
    #expect(reading.unreadable == 1)
  }

  @Test(
    arguments: [("Latin-1", [0xE9]), ("GBK", [0xD6, 0xD0, 0xB9, 0xFA])] as [(String, [UInt8])])
  func jsonInAnotherEncodingIsRefusedWithItsName(encoding: String, letters: [UInt8]) throws {
    let compiled = String(
      decoding: PrintedListTests.compiled(PrintedListTests.two), as: UTF8.self)
    for text in [compiled, OpenSanctionsTests.lines[0] + "\n"] {
      let parts = text.split(separator: "\"name\":", maxSplits: 1)
      let bytes = Array((parts[0] + "\"name\":\"a").utf8) + letters + Array("b\"}".utf8)
      let failure = #expect(throws: ListFailure.self) { try ListReading(bytes, file: "x.json") }
      let first = try #require(failure?.diagnostics.first)
      #expect(first.id == "FMT010")
      #expect(first.message == "the bytes are not valid UTF-8; they look like \(encoding)")
    }
  }

  @Test func columnsMayStandInAnyOrder() throws {
    let cells = [
      "Entity_LogicalId": "1", "NameAlias_WholeName": "Sample", "BirthDate_BirthDate": "1960-02-01",
    ]
    let columns = EuropeanTableTests.header.split(separator: ";").map(String.init)
    var generator = SeededGenerator(seed: 11)
    let straight = try read(
      EuropeanTableTests.header + "\n" + EuropeanTableTests.row(cells) + "\n")
    for _ in 0..<5 {
      let order = columns.shuffled(using: &generator)
      let text = [order, order.map { cells[$0] ?? "" }].map { $0.joined(separator: ";") + "\n" }
      #expect(try read(text.joined()).entries == straight.entries, "seed 11")
    }
  }

  /// One entity of a hundred thousand names would cost minutes.
  @Test func anEntryWithoutEndIsRefused() throws {
    let names = (0..<2050).map { "<ENTITY_ALIAS><ALIAS_NAME>A\($0)</ALIAS_NAME></ENTITY_ALIAS>" }
    let text = """
      <CONSOLIDATED_LIST><ENTITIES>
      <ENTITY><REFERENCE_NUMBER>KPe.1</REFERENCE_NUMBER><FIRST_NAME>B</FIRST_NAME>\
      \(names.joined())</ENTITY>
      <ENTITY><REFERENCE_NUMBER>KPe.2</REFERENCE_NUMBER><FIRST_NAME>C</FIRST_NAME></ENTITY>
      </ENTITIES></CONSOLIDATED_LIST>
      """
    let reading = try read(text, "list.xml")
    #expect(reading.entries.map(\.id) == ["KPe.2"])
    #expect(reading.unreadable == 1)
    #expect(reading.diagnostics.first?.message.contains("more than 2000 values") == true)
  }
}

@Suite("A hostile file takes time and memory in proportion to its bytes")
struct HostileFileTests {
  /// Each would take minutes if values were compared pair by pair.
  static let files: [(name: String, text: String)] = {
    let numbers = (0..<120_000).map(String.init)
    let aliases = numbers.joined(separator: ";")
    return [
      (
        "targets.csv",
        "id,schema,name,aliases,countries,addresses,identifiers\n"
          + "1,Person,A,\"\(aliases)\",,\"\(aliases)\",\"\(aliases)\"\n2,Person,B,,,,\n"
      ),
      (
        "entities.ndjson",
        #"{"id":"1","schema":"Person","properties":{"name":["A"],"alias":["\#(numbers.joined(separator: "\",\""))"]}}"#
          + "\n" + #"{"id":"2","schema":"Person","properties":{"name":["B"]}}"# + "\n"
      ),
      (
        "eu.csv",
        EuropeanTableTests.header + "\n"
          + numbers.prefix(60_000).map {
            EuropeanTableTests.row(["Entity_LogicalId": "1", "NameAlias_WholeName": "A\($0)"])
          }.joined(separator: "\n") + "\n"
          + EuropeanTableTests.row(["Entity_LogicalId": "2", "NameAlias_WholeName": "B"]) + "\n"
      ),
      (
        "dpl.txt",
        PrintedListTests.header
          + PrintedListTests.order(
            "B", "1 ROAD", "TOWN", "TX", "US", "1", "06/19/2003", "06/29/2056", "N", "", "", "")
          + "\r\n" + String(repeating: "\t\n", count: 200_000)
      ),
      (
        "consolidated.csv",
        "source,name,alt_names,addresses,ids,entity_number\n\"x (EL) - y\",B,,,,\n"
          + String(repeating: "\"x (EL) - y\",A,\"q,\n", count: 60_000)
          + "\"x (EL) - y\",\"\",,,,\n"
      ),
    ]
  }()

  @Test(arguments: files.indices)
  func oneEntryOfManyValuesIsRefusedAndTheNextIsRead(index: Int) throws {
    let (name, text) = HostileFileTests.files[index]
    let reading = try ListReading(Array(text.utf8), file: name)
    #expect(reading.entries.map(\.name) == ["B"], "\(name)")
    #expect(reading.unreadable > 0, "\(name)")
    // Not one message for each of two hundred thousand lines.
    #expect(reading.diagnostics.count <= 1002, "\(name)")
    if reading.unreadable > 1000 {
      let last = try #require(reading.diagnostics.last?.message)
      #expect(last.hasSuffix(" more of this kind are not told singly"), "\(name)")
    }
  }
}
