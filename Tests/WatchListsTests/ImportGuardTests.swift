import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("A version that something speaks against is let in only with a reason")
struct ImportGuardTests {
  private func table(_ count: Int, _ word: String = "Body") -> [UInt8] {
    Array(("name,country\n" + (0..<count).map { "\(word) \($0),cn\n" }.joined()).utf8)
  }

  private func importing(
    _ bytes: [UInt8], _ store: ListStore, on date: String, list: String = "our-list",
    terms: ImportTerms = ImportTerms()
  ) throws -> ListImport {
    try store.importList(
      bytes, file: "t.csv", retrieved: day(date), list: ListCode(list), terms: terms)
  }

  private func faults(
    _ bytes: [UInt8], _ store: ListStore, on date: String, list: String = "our-list",
    terms: ImportTerms = ImportTerms()
  ) throws -> [String] {
    do throws(ListFailure) {
      _ = try store.importList(
        bytes, file: "t.csv", retrieved: CivilDate(date), list: ListCode(list), terms: terms)
      return []
    } catch {
      return error.diagnostics.map(\.id)
    }
  }

  @Test(
    arguments: [
      (80, nil, []), (79, nil, ["LST030"]), (120, nil, []), (79, 30, []), (60, 30, ["LST030"]),
    ] as [(Int, Int?, [String])])
  func aListMayShrinkByAFifth(_ count: Int, _ percent: Int?, _ expected: [String]) throws {
    let store = try temporaryStore()
    _ = try importing(table(100), store, on: "2026-11-01")
    var terms = ImportTerms()
    if let percent { terms.shrinkage["our-list"] = percent }
    #expect(try faults(table(count), store, on: "2026-11-02", terms: terms) == expected)
  }

  /// One row in eight is lost of a long list: more than ever leaves one between two versions.
  @Test(arguments: [(950, []), (949, ["LST030"]), (875, ["LST030"])] as [(Int, [String])])
  func ofALongListFewMayGo(_ count: Int, _ expected: [String]) throws {
    let store = try temporaryStore()
    _ = try importing(table(1000), store, on: "2026-11-01")
    var terms = ImportTerms()
    terms.shrinkage["our-list"] = 5
    #expect(try faults(table(count), store, on: "2026-11-02", terms: terms) == expected)
  }

  @Test func aListThatIsLostIsNamed() throws {
    let store = try temporaryStore()
    let both = [
      record("a", "Arnau Trading"),
      record(
        "b", "Bellweg Optics", source: "Unverified List (UVL) - Bureau of Industry and Security"),
    ]
    _ = try store.importList(consolidated(both, on: "2026-11-01"), file: "c.json")
    let failure = #expect(throws: ListFailure.self) {
      try store.importList(consolidated([both[0]], on: "2026-11-02"), file: "c.json")
    }
    #expect(failure?.diagnostics.map(\.id) == ["LST031"])
    #expect(failure?.diagnostics.first?.message.contains("`us-bis-uvl`") == true)
  }

  @Test func aReasonIsKeptInTheSealedManifest() throws {
    let store = try temporaryStore()
    _ = try importing(table(10), store, on: "2026-11-10")
    let imported = try importing(
      table(5), store, on: "2026-11-11", terms: accepting("half of them were delisted"))
    #expect(imported.diagnostics.map(\.severity) == [.warning])
    let version = try #require(try store.version(of: "our-list", asOf: day("2026-11-12")))
    #expect(
      version.manifest?.acceptance
        == ListAcceptance(reason: "half of them were delisted", faults: ["LST030"]))
    let path = store.path(version.stem, "our-list") + ListStore.manifestSuffix
    let text = String(decoding: try FileReader.bytes(of: path), as: UTF8.self)
    try FileWriter.write(text.replacing("half of them", with: "all of them"), to: path)
    #expect(throws: Diagnostic.self) { try store.version(of: "our-list", asOf: day("2026-11-12")) }
    // A reason where nothing speaks against the version is not kept.
    #expect(
      try importing(
        table(10, "Other"), store, on: "2026-11-13", list: "other", terms: accepting("x")
      )
      .manifest.acceptance == nil)
  }

  @Test func filesThatChangedPlacesAreTold() throws {
    let store = try temporaryStore()
    _ = try importing(table(20, "Ours"), store, on: "2026-11-01", list: "our-list")
    _ = try importing(table(20, "Theirs"), store, on: "2026-11-01", list: "their-list")
    #expect(
      try faults(table(20, "Theirs"), store, on: "2026-11-02", list: "our-list")
        == ["LST032", "LST034"])
    let nearly = table(19, "Theirs") + Array("One More,cn\n".utf8)
    #expect(try faults(nearly, store, on: "2026-11-02", list: "our-list") == ["LST032"])
    #expect(try faults(table(21, "Ours"), store, on: "2026-11-02", list: "our-list").isEmpty)
    // A small list of bodies that also stand on another one is no swap.
    #expect(try faults(table(6, "Theirs"), store, on: "2026-11-02", list: "short-list").isEmpty)
    let wrong = Array("name,country,list\nA,cn,us-bis-uvl\n".utf8)
    #expect(try faults(wrong, store, on: "2026-11-02", list: "us-bis-entity-list") == ["LST032"])
  }

  @Test func recordsThatStandTwiceAreNoLongerList() throws {
    let store = try temporaryStore()
    let bodies = (0..<100).map { record("id\($0)", "Body \($0)") }
    let twice = consolidated(bodies + bodies.prefix(10), on: "2026-11-01")
    let failure = #expect(throws: ListFailure.self) {
      try store.importList(twice, file: "c.json")
    }
    #expect(failure?.diagnostics.contains { $0.id == "LST035" } == true)
    let slip = try store.importList(
      consolidated(bodies + bodies.prefix(1), on: "2026-11-01"), file: "c.json")
    #expect(slip.manifest.entries == 100)
  }

  @Test func namesThatWereEncodedTwiceAreTold() throws {
    func twice(_ name: String) -> String {
      var text = String.UnicodeScalarView()
      for byte in Array(name.utf8) { text.append(Unicode.Scalar(byte)) }
      return String(text)
    }
    let real = ["José Núñez", "Łukasz Żak", "中国科学院", "Сбербанк", "شركة", "SÃO ÉTÉ “CAFÉ”"]
    #expect(!real.contains(where: TwiceEncodedText.isIn))
    #expect(real.allSatisfy { TwiceEncodedText.isIn(twice($0)) })
    // As Windows-1252 shows it.
    #expect(TwiceEncodedText.isIn("ä¸\u{AD}å›½ç§‘å\u{AD}¦é™¢"))
    let store = try temporaryStore()
    let bodies = real.prefix(3).enumerated().map { record("id\($0)", twice($1)) }
    let failure = #expect(throws: ListFailure.self) {
      try store.importList(consolidated(bodies, on: "2026-11-01"), file: "c.json")
    }
    #expect(failure?.diagnostics.map(\.id) == ["LST036"])
  }

  @Test func theSameFileLaterConfirmsTheVersion() throws {
    let store = try temporaryStore()
    _ = try importing(table(3), store, on: "2026-11-01")
    let again = try importing(table(3), store, on: "2026-11-09")
    #expect(again.wasPresent)
    #expect(try again.confirmedOn == day("2026-11-09"))
    #expect(store.versions(of: "our-list").count == 1)
    let version = try #require(store.versions(of: "our-list").first)
    for (date, age) in [("2026-11-08", 7), ("2026-11-09", 0), ("2026-11-20", 11)] {
      #expect(try version.age(asOf: day(date)) == age, "\(date)")
    }
  }

  /// A record of confirmations with any bit turned over counts for nothing, and nothing else.
  @Test(arguments: [UInt64](1...3))
  func aDamagedConfirmationOnlyMakesTheListOlder(seed: UInt64) throws {
    let store = try temporaryStore()
    let date = try day("2026-11-20")
    _ = try importing(table(3), store, on: "2026-11-01")
    _ = try importing(table(3), store, on: "2026-11-19")
    let version = try #require(store.versions(of: "our-list").first)
    #expect(version.age(asOf: date) == 1)
    let path = store.path(version.stem, "our-list") + ListConfirmations.suffix
    let sound = try FileReader.bytes(of: path)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      var damaged = sound
      let at = Int.random(in: 0..<damaged.count, using: &generator)
      damaged[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try FileWriter.write(damaged, to: path)
      let read = try #require(store.versions(of: "our-list").first)
      #expect(read.age(asOf: date) == 19, "seed \(seed), byte \(at)")
      #expect(read.fault == nil)
    }
  }
}
