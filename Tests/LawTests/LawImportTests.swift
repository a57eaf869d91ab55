import Formats
import Law
import Taxonomy
import Testing

/// The tables against the official snapshots, where those are at hand.
@Suite struct LawImportTests {
  static var snapshots: String? {
    guard let shared = Process.variable("SCRUPLE_SHARED") else { return nil }
    let folder = shared + "/domain/ear/"
    return FileReader.exists(folder + "ccl.json") ? folder : nil
  }

  static func imported(_ folder: String) throws -> LawImport {
    let codes = CountryCodes(try Taxonomy(folder: Bundle.data).places)
    return try LawImport(
      classifications: .init(file: folder + "ccl.json"),
      chart: .init(file: folder + "country-chart.json"),
      groups: .init(file: folder + "country-groups.json"),
      exceptions: .init(file: folder + "license-exception-catalog.json")
    ) { codes[$0] }
  }

  @Test(.enabled(if: snapshots != nil, "the official snapshots are not at hand (SCRUPLE_SHARED)"))
  func tablesAreWhatTheSnapshotsGive() throws {
    let folder = try #require(Self.snapshots)
    let imported = try Self.imported(folder)
    #expect(imported.files.count == 5)
    for file in imported.files {
      let stored = String(
        decoding: try Lines.bytes(Bundle.data + "/law/" + file.name), as: UTF8.self)
      #expect(stored == file.content, "\(file.name) is not what the snapshots give")
    }
    #expect(imported.notes.contains { $0.hasPrefix("dropped: headings") })
    #expect(!imported.notes.contains { $0.contains("no country code is known") })
  }

  /// Read by another way than the generator reads it: every cell of every row of the snapshot.
  @Test(.enabled(if: snapshots != nil, "the official snapshots are not at hand (SCRUPLE_SHARED)"))
  func everyCellOfTheChartIsThatOfTheSnapshot() throws {
    let json = try Lines.document(try #require(Self.snapshots) + "country-chart.json")
    let chart = try #require(Bundle.law.chart.value)
    let byName = Dictionary(
      chart.rows.values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let columns = try #require(json["columns"]?.strings)
    #expect(chart.columns == columns)
    var cells = 0
    let countries = try #require(json["countries"]?.members)
    for country in countries {
      let row = try #require(byName[country.key], "no row for \(country.key)")
      let marks = Set(country.value["marks"]?.strings ?? [])
      for column in columns {
        #expect(row.marks.contains(column) == marks.contains(column), "\(country.key), \(column)")
        cells += 1
      }
      #expect(row.footnotes == country.value["footnotes"]?.array?.compactMap(\.integer))
    }
    #expect(countries.count == 196)
    #expect(cells == 196 * 16)
    for embargoed in try #require(json["embargoed"]?.members) {
      let row = try #require(byName[embargoed.key])
      #expect(row.pointer == "part 746")
      #expect(row.marks.isEmpty)
    }
  }

  @Test(.enabled(if: snapshots != nil, "the official snapshots are not at hand (SCRUPLE_SHARED)"))
  func everyMemberOfEveryGroupIsThere() throws {
    let json = try Lines.document(try #require(Self.snapshots) + "country-groups.json")
    let groups = try #require(Bundle.law.groups.value)
    for group in try #require(json["groups"]?.members) {
      let members = try #require(group.value.strings)
      #expect(
        groups.groups.values.count { $0.contains(group.key) } == members.count, "\(group.key)")
    }
  }

  @Test(.enabled(if: snapshots != nil, "the official snapshots are not at hand (SCRUPLE_SHARED)"))
  func reasonsAreThoseOfTheSnapshot() throws {
    let json = try Lines.document(try #require(Self.snapshots) + "ccl.json")
    let list = try #require(Bundle.law.classifications.value)
    for entry in try #require(json["entries"]?.array) {
      let eccn = try #require(entry["eccn"]?.string)
      let reasons = (entry["reasonForControl"]?.string ?? "").split {
        $0 == "," || $0 == " " || $0 == "."
      }
      .map(String.init).filter { $0.utf8.count == 2 && $0 == $0.uppercased() }
      let isMerged = ["2B351", "0D606"].contains(eccn)
      if !isMerged { #expect(try #require(list[eccn]).reasons == reasons, "\(eccn)") }
    }
    // An entry whose text ran into another's heading is there all the same.
    #expect(list["2B352"]?.reasons == ["CB", "AT"])
    #expect(list["2B351"]?.controls.count == 2)
  }

  @Test func linesAreReadForWhatTheySayAlone() throws {
    func requirement(_ eccn: String) throws -> [ClassificationList.Control] {
      try #require(Bundle.law.classifications.value?[eccn]).controls
    }
    #expect(try requirement("3A981").map(\.requirement) == [.chart("CC 1")])
    #expect(
      try requirement("3A999").map(\.requirement) == [
        .places(["IQ", "PK"], except: []), .places(["KP"], except: []),
      ])
    #expect(try requirement("3A069")[1].requirement == .places(["MO", "D:5"], except: []))
    #expect(try requirement("1A004")[2].part == .only([".d"]))
    #expect(try requirement("1A004")[1].part == .words)
    #expect(try requirement("0A501")[0].part == .except([".y"]))
    // Worldwide controls that the chart cannot show.
    #expect(try requirement("5A980").map(\.requirement) == [.everywhere(except: [])])
  }

  @Test func aSnapshotThatIsNoneIsRefusedWithItsName() throws {
    let file = try Changed.file("{\"entries\": []}")
    #expect(throws: Diagnostic.self) {
      try LawImport(
        classifications: .init(file: file), chart: .init(file: file), groups: .init(file: file),
        exceptions: .init(file: file)
      ) { _ in nil }
    }
  }
}
