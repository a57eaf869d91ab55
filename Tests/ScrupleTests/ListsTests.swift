import Foundation
import Glibc
import Testing

/// `lists import` and `lists status`, and what screening does with what they hold.
struct ListsTests {
  /// A small file in the shape of the Consolidated Screening List; the bodies stand on the real
  /// list exactly so, the last is fictional.
  static func consolidated(
    of day: String = "2026-11-20", names: [String] = ["Example Forensic Institute"]
  ) -> String {
    let records = names.enumerated().map { index, name in
      #"{"id":"r\#(index)","source":"Entity List (EL) - Bureau of Industry and Security","#
        + #""entity_number":null,"type":null,"programs":[],"name":"\#(name)","alt_names":[],"#
        + #""addresses":[{"address":null,"city":null,"state":null,"postal_code":null,"country":"CN"}],"#
        + #""license_requirement":"For all items subject to the EAR","license_policy":"Presumption of denial","#
        + #""federal_register_notice":"84 FR 54002","start_date":"2019-10-09"}"#
    }
    return
      #"{"search_performed_at":"\#(day)T13:15:00.0+00:00","total":\#(names.count),"results":[\#(records.joined(separator: ",\n"))]}"#
  }

  /// The real list where it stands beside the package.
  static let real: String? = {
    let folder =
      ProcessInfo.processInfo.environment["SCRUPLE_SHARED"] ?? Program.package + "/../shared"
    let path = folder + "/lists/us-csl/consolidated.json"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  private func imported(
    _ space: Workspace, _ text: String, _ words: String...
  ) throws -> Run {
    let file = try space.write(text, to: "list-file")
    return try Program.run(
      ["lists", "import", file, "--corpus", space.path("corpus")] + words)
  }

  @Test func aListIsImportedOnceAndItsStatusTold() throws {
    let space = try Workspace()
    defer { space.remove() }
    let first = try imported(space, Self.consolidated())
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("us-csl of 2026-11-20, 1 entries, 0 unreadable"))
    let second = try imported(space, Self.consolidated())
    #expect(second.status == 0)
    #expect(second.output.hasPrefix("already there"))
    let status = try scruple(
      "lists", "status", "--corpus", space.path("corpus"), "--as-of", "2026-11-22")
    #expect(status.status == 0)
    #expect(status.output.contains("in force  2026-11-20"))
    #expect(status.output.contains("2 days old"))
    let json = try scruple(
      "lists", "status", "--corpus", space.path("corpus"), "--as-of", "2026-11-22", "--output",
      "json")
    #expect((json.json?["feeds"] as? [[String: Any]])?.first?["feed"] as? String == "us-csl")
  }

  @Test func anEmptyStoreHasAnsweredNothing() throws {
    let space = try Workspace()
    defer { space.remove() }
    let run = try scruple("lists", "status", "--corpus", space.path("corpus"))
    #expect(run.status == 3)
    #expect(run.output.contains("lists import FILE"))
  }

  @Test func aCompanyListTakesItsDayAndCodeFromTheCommandLine() throws {
    let space = try Workspace()
    defer { space.remove() }
    let table = "name,country,effect\nExample Sample Traders,cn,redFlag\n"
    let undated = try imported(space, table)
    #expect(undated.status == 4)
    #expect(undated.errors.contains("--retrieved"))
    let dated = try imported(space, table, "--retrieved", "2026-11-21", "--list", "our-list")
    #expect(dated.status == 0, "\(dated.errors)")
    #expect(space.names("corpus/lists") == [".compiled", "our-list"])
  }

  @Test(arguments: [
    ("", "LST001"), (" \n", "LST001"), ("<!DOCTYPE html>", "LST003"), ("[]", "LST004"),
    (String(Self.consolidated().prefix(300)), "error"),
    (Self.consolidated().replacing("\"total\":1", with: "\"total\":2"), "LST007"),
    (Self.consolidated(names: []), "LST005"), ("name;country\nA;cn\n", "LST004"),
  ])
  func aFileThatIsNoWholeListIsNotImported(_ text: String, _ message: String) throws {
    let space = try Workspace()
    defer { space.remove() }
    let run = try imported(space, text, "--retrieved", "2026-11-20")
    #expect(run.status == 4)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("nothing was imported"))
    #expect(space.names("corpus/lists").isEmpty)
  }

  @Test func recordsThatCannotBeReadAreCounted() throws {
    let space = try Workspace()
    defer { space.remove() }
    let run = try imported(
      space,
      Self.consolidated(names: ["Example Institute", "Sample Bureau"])
        .replacing("\"name\":\"Sample Bureau\"", with: "\"name\":null"))
    #expect(run.status == 3)
    #expect(run.output.contains("1 unreadable"))
    #expect(run.errors.contains("results[1]"))
  }

  @Test func aMissingFileAndAStoreThatCannotBeWrittenAreToldApart() throws {
    let missing = try scruple("lists", "import", "/nonexistent/list.json", "--corpus", "/tmp")
    #expect(missing.status == 4)
    let space = try Workspace()
    defer { space.remove() }
    try space.write("a file", to: "corpus")
    let run = try imported(space, Self.consolidated())
    #expect(run.status == 74)
    #expect(run.errors.contains("LST021"))
  }

  @Test(.enabled(if: real != nil))
  func theRealListIsReadAndScreenedWith() throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = space.path("corpus")
    let real = try #require(Self.real)
    let run = try scruple("lists", "import", real, "--corpus", corpus)
    #expect(run.status == 0, "\(run.errors.prefix(2000))")
    #expect(run.output.contains("us-csl of 2026-07-31, 25921 entries, 0 unreadable"))
    // Whom the seller's own status binds must be known before anything is released.
    try space.write(
      #"{"usPerson": true, "euPerson": false, "ukPerson": false}"#, to: "corpus/company.json")
    let order = Orders.sound("2026-11-22T01:58:00Z", becomes: "2026-08-05T10:00:00Z")
      .replacing("2026-11-01", with: "2026-08-01")
    let fresh = try scruple(
      "screen", "-", "--corpus", corpus, "--output", "json", input: .text(order))
    #expect(fresh.status == 0, "\(fresh.output)")
    #expect(fresh.json?["demonstration"] is NSNull)
    let stale = try scruple(
      "screen", "-", "--corpus", corpus, "--output", "json", input: .text(Orders.sound))
    #expect(stale.status == 3)
    #expect(stale.json?["decision"] as? String == "hold")
    let whole = try #require(FileManager.default.contents(atPath: real))
    let half = try space.write(whole.prefix(whole.count / 2), to: "half.json")
    let refused = try scruple("lists", "import", half, "--corpus", space.path("other"))
    #expect(refused.status == 4)
    #expect(space.names("other").isEmpty)

    // One byte of the stored version turns over.
    let folder = "corpus/lists/us-csl"
    let name = try #require(
      space.names(folder).first { $0.hasSuffix(".ndjson") })
    var bytes = try #require(space.bytes(folder + "/" + name))
    bytes[bytes.count / 2] ^= 0x01
    try space.write(bytes, to: folder + "/" + name)
    let damaged = try scruple(
      "screen", "-", "--corpus", corpus, "--output", "json", input: .text(order))
    #expect(damaged.status == 3)
    #expect(damaged.json?["decision"] as? String == "hold")
    #expect(damaged.json?["determination"] as? String == "errorFailClosed")
    let hook = try scruple("hook", "--corpus", corpus, input: .text(order))
    #expect(hook.status == 3)
    #expect(hook.json?["decision"] as? String == "hold")
    let status = try scruple("lists", "status", "--corpus", corpus, "--as-of", "2026-08-05")
    #expect(status.status == 3)
    #expect(status.output.contains("LST020"))
  }

  /// A list that is too small for its floor does not answer, whatever else is right.
  @Test func aSmallListDoesNotPassForTheRealOne() throws {
    let space = try Workspace()
    defer { space.remove() }
    #expect(try imported(space, Self.consolidated()).status == 0)
    for (day, reason) in [("2026-11-22", "entries"), ("2026-11-19", "is not imported")] {
      let run = try scruple(
        "screen", "-", "--corpus", space.path("corpus"), "--as-of", day,
        input: .text(Orders.sound))
      #expect(run.status == 3)
      #expect(run.output.contains("decision hold"))
      #expect(run.output.contains("did not answer"), "\(day) \(reason)")
    }
  }

  @Test func withoutAnyCorpusNothingIsReleased() throws {
    let run = try scruple("screen", "-", input: .text(Orders.sound))
    #expect(run.status == 3)
    #expect(run.output.contains("decision hold"))
    #expect(run.output.contains("US Consolidated Screening List"))
    let hook = try scruple("hook", input: .text(Orders.sound))
    #expect(hook.status == 3)
    #expect(hook.json?["decision"] as? String == "hold")
  }
}
