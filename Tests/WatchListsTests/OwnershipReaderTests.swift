import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("FollowTheMoney files tell who owns whom")
struct OwnershipReaderTests {
  private static let parties = [Owners.company("l"), Owners.company("x")]

  @Test(arguments: [
    (Owners.company("x"), "OWN004", "stands twice"),
    (Owners.owns("l", "z", "5"), "OWN002", "`z`, which is no entity"),
    (Owners.owns("z", "x", "5"), "OWN002", "`z`"),
    (Owners.owns("l", "x", "160"), "OWN003", "`160` is not a percentage"),
    (Owners.owns("l", "x", "60", #","endDate":["2026-02-30"]"#), "OWN006", "`2026-02-30`"),
    (#"{"schema":"Ownership","properties":{"owner":["l"]}}"#, "OWN001", "no owner or no asset"),
    (
      #"{"schema":"Ownership","properties":{"owner":[{"id":"l"}],"asset":["x"]}}"#, "OWN005",
      "object"
    ),
    (#"{"schema":"Company"}"#, "FMT020", "`id`"), (#"{"schema":"#, "OWN011", "not JSON"),
    (#"["l"]"#, "OWN008", "neither"),
  ])
  func faultsNameFileAndLine(line: String, id: String, words: String) throws {
    let (_, reader) = Owners.read(Self.parties + [line])
    let fault = try #require(reader.firstFault)
    #expect(fault.id == id && fault.message.contains(words), "\(fault.line)")
    #expect(fault.position?.line == 3 && fault.file == "ownership/o.ndjson", "\(fault.line)")
    #expect(reader.faultCount == 1)
  }

  @Test func whatSaysTooLittleIsToldAndUnknown() throws {
    let (graph, reader) = Owners.read(
      Self.parties + [
        Owners.owns("l", "x", nil, #","sharesCount":["1000"]"#),
        Owners.owns("l", "x", "most"), Owners.owns("l", "x", "some"),
        #"{"id":"f","schema":"Family","properties":{"person":["l"],"relative":["x"]}}"#,
        Owners.owns("l", "x", "1", #","startDate":["2026"],"endDate":["2020"]"#),
      ])
    #expect(reader.faultCount == 0)
    #expect(graph.notices.map(\.id) == ["OWN020", "OWN022", "OWN023", "OWN024"])
    #expect(graph.notices[2].message.hasSuffix("counts as unknown; the same of one more record"))
    #expect(graph.notices.allSatisfy { $0.severity == .warning })
    #expect(try Owners.finding(graph).short == "1...100 unknown")
  }

  @Test func everyOwnerAndEveryAssetOfARecordCounts() throws {
    let line =
      #"{"schema":"Ownership","properties":{"owner":["c","l"],"asset":["a","x"],"percentage":"60"}}"#
    let (graph, _) = Owners.read(["c", "l", "a", "x"].map { Owners.company($0) } + [line])
    #expect(try Owners.finding(graph).met == .yes)
    #expect(try Owners.finding(graph, of: "a").met == .yes)
  }

  @Test func sourcesThatDifferLeaveTheShareBetweenThem() throws {
    let line =
      #"{"schema":"Ownership","properties":{"owner":["l"],"asset":["x"],"percentage":[40,"60"]}}"#
    let (graph, _) = Owners.read(Self.parties + [line])
    #expect(try Owners.finding(graph).short == "40...60 unknown")
  }

  @Test func anArrayOfEntitiesIsReadToo() throws {
    var reader = OwnershipReader()
    let text = "[" + (Self.parties + [Owners.owns("l", "x", "60")]).joined(separator: ",") + "]"
    reader.read(Array(text.utf8), file: "o.json")
    let graph = reader.finish()
    #expect(try reader.faultCount == 0 && Owners.finding(graph).met == .yes)
  }

  @Test func bothFormatsMayStandInOneFolder() throws {
    let folder = try temporaryStore().folder
    try FileWriter.write(
      Array((Self.parties.joined(separator: "\n")).utf8), to: folder + "/a.ndjson")
    try FileWriter.write(
      Array(
        (#"[{"statementId":"s1","statementDate":"2024-01-01","recordId":"r","recordType":"#
          + #""relationship","recordDetails":{"isComponent":false,"subject":"x","#
          + #""interestedParty":"l","interests":[{"type":"shareholding","share":{"exact":60}}]}}]"#)
          .utf8), to: folder + "/b.json")
    try FileWriter.write(Array("x".utf8), to: folder + "/notes.md")
    let graph = try #require(try OwnershipGraph.read(folder: folder))
    #expect(try Owners.finding(graph).met == .yes)
    #expect(try OwnershipGraph.read(folder: folder + "/none") == nil)
  }

  @Test func aFaultRefusesTheFolder() throws {
    let folder = try temporaryStore().folder
    try FileWriter.write(Array("{broken".utf8), to: folder + "/a.ndjson")
    let fault = #expect(throws: Diagnostic.self) { try OwnershipGraph.read(folder: folder) }
    #expect(fault?.id == "OWN011" && fault?.position?.line == 1)
  }

  @Test func noBytesTrapTheReader() {
    var random = SeededGenerator(seed: 4_711)
    let good = Array(
      (Self.parties + [Owners.owns("l", "x", "50%+1"), Owners.directs("l", "x")])
        .joined(separator: "\n").utf8)
    var faults = 0
    for _ in 0..<3000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[index], at: index)
        default: bytes.removeSubrange(index...)
        }
        if bytes.isEmpty { bytes = good }
      }
      if Bool.random(using: &random) { bytes.insert(UInt8(ascii: "["), at: 0) }
      var reader = OwnershipReader()
      reader.read(bytes, file: "o.json")
      let graph = reader.finish()
      if reader.faultCount > 0 { faults += 1 }
      if let x = graph.index(of: "x") {
        let finding = graph.finding(of: x, under: .unitedKingdom, asOf: CivilDate(dayNumber: 0)) {
          _ in .restricted
        }
        #expect(finding.shares.low <= finding.shares.high, "seed 4711")
      }
    }
    #expect(faults > 1000)
  }
}
