import Foundation
import LocalServer
import Testing

/// `scruple lists update`: what a server answers, and what then stands in the corpus.
struct ListUpdateTests {
  private typealias Reply = LocalServer.Reply

  private static func day(_ offset: Int = 0) -> String {
    let date = Date(timeIntervalSinceNow: Double(offset) * 86_400)
    return date.ISO8601Format().prefix(10).description
  }

  private static func list(of day: String, _ names: [String] = ListSpace.names) -> [UInt8] {
    Array(ListsTests.consolidated(of: day, names: names).utf8)
  }

  private static let table = Array("name,country\nExample Ltd,cn\nSample Ltd,cn\n".utf8)

  private func update(_ lists: ListSpace, _ words: String...) throws -> Run {
    try lists.lists(["update"] + words)
  }

  @Test func aListIsFetchedOnceAndThenConfirmed() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let body = Self.list(of: Self.day(-3))
    let server = try LocalServer { request in
      request.headers["if-none-match"] == "\"v1\""
        ? Reply("304 Not Modified") : Reply(headers: ["ETag: \"v1\""], body: body)
    }
    defer { server.stop() }
    let first = try update(lists, server.address("/csl.json?key=secret"), "--output", "json")
    #expect(first.status == 0, "\(first.errors)")
    let imported = try #require((first.json?["updates"] as? [[String: Any]])?.first)
    #expect(imported["result"] as? String == "imported")
    #expect(imported["feed"] as? String == "us-csl")
    #expect(imported["entries"] as? Int == 10)
    let manifest = try lists.stored(".manifest.json")
    let sealed = try #require(lists.space.text(manifest))
    let second = try update(lists, server.address("/csl.json?key=secret"), "--output", "json")
    #expect(second.status == 0, "\(second.errors)")
    let unchanged = try #require((second.json?["updates"] as? [[String: Any]])?.first)
    #expect(unchanged["result"] as? String == "unchanged")
    #expect(unchanged["confirmed"] as? String == Self.day())
    #expect(server.requests.map { $0.headers["if-none-match"] } == [nil, "\"v1\""])
    // Another address is another list, so its validators are not sent.
    _ = try update(lists, server.address("/other.json"))
    #expect(server.requests.last?.headers["if-none-match"] == nil)
    #expect(lists.space.text(manifest) == sealed)
    for run in [first, second] { #expect(!(run.output + run.errors).contains("secret")) }
    for name in lists.space.names("corpus/lists/us-csl") {
      #expect(lists.space.text("corpus/lists/us-csl/" + name)?.contains("secret") == false)
    }
  }

  @Test func aVersionThatCameIsOnRecordOnce() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let store = lists.space.path("ledger.db")
    let keys = try Program.run(["log", "keys", "--store", store, "--name", "example.org/ledger"])
    #expect(keys.status == 0, "\(keys.errors)")
    let server = try LocalServer { _ in Reply(body: Self.list(of: Self.day(-3))) }
    defer { server.stop() }
    for _ in 0..<2 {
      let run = try update(lists, server.address("/csl.json"), "--store", store, "--by", "u:lim")
      #expect(run.status == 0, "\(run.errors)")
    }
    let log = try Program.run(["log", "show", "--store", store])
    #expect(log.output.split(separator: "\n").count == 1, "\(log.output)")
    #expect(log.output.contains("listImport"))
    let record = try Program.run(["log", "show", "0", "--store", store])
    #expect(record.output.contains("us-csl") && record.output.contains("u:lim"))
    let nobody = try update(lists, server.address("/csl.json"), "--by", "u:lim")
    #expect(nobody.status == 2 && nobody.errors.contains("without `--store`"))
  }

  /// What was confirmed counts as young; a record of it that was tampered with counts for nothing.
  @Test func aConfirmationCountsForTheAge() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let body = Self.list(of: Self.day(-20))
    let server = try LocalServer { request in
      request.headers["if-modified-since"] != nil
        ? Reply("304 Not Modified")
        : Reply(headers: ["Last-Modified: Sat, 21 Nov 2026 08:00:00 GMT"], body: body)
    }
    defer { server.stop() }
    let file = try lists.space.write(Data(body), to: "list.json")
    #expect(try lists.lists(["import", file]).status == 0)
    #expect(try lists.screen(asOf: Self.day()).status == 3)
    let fetched = try update(lists, server.address())
    #expect(fetched.output.hasPrefix("already there"), "\(fetched.output)")
    let confirmed = try update(lists, server.address())
    #expect(
      confirmed.output.hasPrefix("unchanged: us-csl of \(Self.day(-20))"), "\(confirmed.output)")
    #expect(try lists.screen(asOf: Self.day()).status == 0)
    #expect(try lists.screen(asOf: Self.day(14)).status == 0)
    #expect(try lists.screen(asOf: Self.day(15)).status == 3)
    // As of a day before anybody asked, nobody knew.
    #expect(try lists.screen(asOf: Self.day(-1)).status == 3)
    let status = try lists.lists(["status"])
    #expect(status.output.contains("confirmed unchanged on \(Self.day())"))
    // A list that its publisher changes daily does not stand still for two months.
    #expect(try lists.screen(asOf: Self.day(26)).status == 3)

    let record = try lists.stored(".confirmed.json")
    let text = try #require(lists.space.text(record))
    try lists.space.write(text.replacing(Self.day(), with: Self.day(30)), to: record)
    #expect(try lists.screen(asOf: Self.day()).status == 3)
    let again = try update(lists, server.address())
    #expect(again.status == 0)
    #expect(server.requests.last?.headers["if-modified-since"] == nil)
    #expect(try lists.screen(asOf: Self.day()).status == 0)
  }

  @Test func aChangedListIsANewVersion() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let (old, new) = (
      Self.list(of: Self.day(-1)), Self.list(of: Self.day(), ListSpace.names + ["New Body"])
    )
    let server = try LocalServer { request in
      request.headers["if-none-match"] == nil
        ? Reply(headers: ["ETag: \"v1\""], body: old) : Reply(headers: ["ETag: \"v2\""], body: new)
    }
    defer { server.stop() }
    #expect(try update(lists, server.address()).status == 0)
    #expect(try update(lists, server.address()).status == 0)
    let diff = try lists.lists(["diff"])
    #expect(diff.status == 0)
    #expect(diff.output.contains("1 added, 0 removed, 0 changed, 10 as before"), "\(diff.output)")
    #expect(diff.output.contains("+ New Body (CN)"))
    _ = try update(lists, server.address())
    #expect(server.requests.last?.headers["if-none-match"] == "\"v2\"")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let reply: LocalServer.Reply
    let status: Int32
    let words: String
    var testDescription: String { name }

    init(_ name: String, _ reply: LocalServer.Reply, _ status: Int32, _ words: String) {
      self.name = name
      self.reply = reply
      self.status = status
      self.words = words
    }
  }

  private static let whole = list(of: day())
  static let faults = [
    Fault("404", Reply("404 Not Found", body: Array("gone".utf8)), 4, "TRF007"),
    Fault("500", Reply("500 Oh", body: whole), 75, "TRF007"),
    Fault("loop", Reply("302 Found", headers: ["Location: /list"]), 4, "TRF008"),
    Fault("cut", Reply(body: whole, declaredLength: whole.count + 10), 75, "TRF004"),
    Fault("slow", Reply(body: whole, secondsPerByte: 1), 75, "TRF003"),
    Fault("empty", Reply(), 4, "TRF010"),
    Fault("page", Reply(body: Array("<!DOCTYPE html><p>Maintenance".utf8)), 4, "TRF011"),
    Fault("half", Reply(body: Array(whole.prefix(whole.count / 2))), 4, "LST006"),
    Fault(
      "half, packed",
      Reply(
        headers: ["Content-Encoding: gzip"], body: gzipped(Array(whole.prefix(whole.count / 2)))),
      4, "LST006"),
    Fault("shrunk", Reply(body: list(of: day(), ["Example Forensic Institute"])), 4, "LST030"),
  ]

  @Test(arguments: faults)
  func whateverComesInsteadTheOldVersionStays(_ fault: Fault) throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    #expect(try lists.importing(of: Self.day(-2)).status == 0)
    let before = lists.space.names("corpus/lists/us-csl")
    let server = try LocalServer { _ in fault.reply }
    defer { server.stop() }
    let run = try update(lists, server.address(), "--feed", "us-csl", "--timeout", "2")
    #expect(run.status == fault.status, "\(run.errors)")
    #expect(run.errors.contains(fault.words), "\(run.errors)")
    #expect(run.output == "not updated: us-csl; the version of \(Self.day(-2)) stays in force\n")
    #expect(lists.space.names("corpus/lists/us-csl") == before)
    #expect(try lists.screen(asOf: Self.day()).status == 0)
  }

  @Test func packedContentIsRead() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let server = try LocalServer { _ in
      Reply(headers: ["Content-Encoding: gzip"], body: gzipped(Self.whole))
    }
    defer { server.stop() }
    let run = try update(lists, server.address())
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("10 entries"))
  }

  @Test func everyListOfTheSourcesIsFetched() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let server = try LocalServer { request in
      switch request.path {
      case "/csl": Reply(body: Self.whole)
      case "/ours": Reply(body: Self.table)
      default: Reply("404 Not Found")
      }
    }
    defer { server.stop() }
    try lists.space.write(
      """
      {"us-csl": "\(server.address("/csl"))", "gone": "\(server.address("/gone"))",
       "our-list": {"url": "\(server.address("/ours"))", "note": "kept by us"}}
      """, to: "corpus/sources.json")
    let run = try update(lists)
    #expect(run.status == 4, "\(run.errors)")
    #expect(lists.space.names("corpus/lists") == [".compiled", "our-list", "us-csl"])
    #expect(run.errors.contains("TRF007"))
    let status = try lists.lists(["status"])
    #expect(status.output.contains("      2  our-list"), "\(status.output)")
    // Undated, it is of the day on which it was fetched; the same again is no new version.
    let names = lists.space.names("corpus/lists/our-list")
    #expect(names.allSatisfy { $0.hasPrefix(Self.day()) })
    _ = try update(lists)
    #expect(lists.space.names("corpus/lists/our-list") == names)
    // The corpus says nowhere that it is a file nobody reads.
    let screened = try lists.screen(asOf: Self.day())
    #expect(!screened.output.contains("sources.json"), "\(screened.output)")
  }

  @Test func anAddressOfAnotherListIsRefused() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let server = try LocalServer { _ in Reply(body: Self.whole) }
    defer { server.stop() }
    try lists.space.write(
      #"{"uk-sanctions-list": "\#(server.address())"}"#, to: "corpus/sources.json")
    let run = try update(lists)
    #expect(run.status == 4)
    #expect(run.errors.contains("LST032"), "\(run.errors)")
    #expect(lists.space.names("corpus/lists").isEmpty)
  }

  @Test(arguments: [
    (["update"], "sources.json"), (["update", "list.csv"], "https://"),
    (["update", "file:///etc/passwd"], "https://"),
    (["update", "https://example.org/", "--timeout", "soon"], "number of seconds"),
    (["update", "https://example.org/", "--feed", "../x"], "no code of a list"),
    (["update", "--feed", "us-csl"], "give its address"),
  ])
  func aWrongCommandLineIsTold(_ words: [String], _ message: String) throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    expectUsage(try lists.lists(words), saying: message)
  }

  @Test(arguments: [
    ("[]", "names no feed"), ("{", "sources.json"), (#"{"Us Csl": "https://x"}"#, "no name"),
    (#"{"us-csl": "x"}"#, "no address"), (#"{"us-csl": {"uri": "https://x"}}"#, "`uri`"),
    (#"{"us-csl": {"url": "https://x", "list": 5}}"#, "no code"),
  ])
  func sourcesThatNobodyCanReadAreRefused(_ text: String, _ message: String) throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    try lists.space.write(text, to: "corpus/sources.json")
    let run = try update(lists)
    #expect(run.status == 4, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
