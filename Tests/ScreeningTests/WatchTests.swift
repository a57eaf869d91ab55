import Dossier
import Evidence
import Facts
import Formats
import Policy
import SeededNumbers
import TestFolders
import Testing
import Trade

@testable import Screening

@Suite("What is new touches orders, customers and instruments")
struct WatchTests {
  typealias Space = DistributorSpace

  private static func line(_ text: String, _ number: Int = 1) throws -> Line {
    Line(json: try JSONReader.read(Array(text.utf8)), file: "news.ndjson", number: number)
  }

  private static func source(_ id: String, from origins: String = "") -> String {
    """
    {"id":"\(id)","publisher":"Tern Bay \(id)","title":"Title of \(id)","published":"2026-11-10",\
    "captured":"2026-11-12","root":"\(id)","derivesFrom":[\(origins)]}
    """
  }

  private static func claim(_ id: String, of source: String, _ subject: String) -> String {
    """
    {"id":"\(id)","kind":"compulsory-dna-collection","subject":\(subject),"source":"\(source)",\
    "locator":"L7","certainty":"stated","summary":"Reported by \(source)."}
    """
  }

  private static let saxony = #"{"class":{"functions":["hospital"],"within":"DE"}}"#

  private static func notice(_ id: String = "N-1") -> String {
    """
    {"id":"\(id)","stage":"award","title":"STR kits","publisher":"Portal","published":"2026-10-08",\
    "buyer":{"name":["云岭县公安局"],"country":"CN"},"awardees":["Heron Trading GmbH"],\
    "items":[{"description":"STR amplification kit","quantity":"20","unit":"kit"}]}
    """
  }

  private static func watch(
    _ corpus: Corpus, reports: [String] = [], notices: [TenderNotice] = []
  ) throws -> Watch {
    let knowledge = try #require(Bundle.knowledge)
    let (after, news) = try corpus.adding(
      reports: try reports.enumerated().map { try line($1, $0 + 1) }, notices: notices, knowledge)
    return try Watch(
      from: try Space.screener(corpus), to: try Space.screener(after), news: news)
  }

  private static func order() throws -> Order {
    try Space.order("past-1", on: "2026-10-20T08:00:00Z")
  }

  @Test func nothingNewTouchesNothing() throws {
    let order = try Self.order()
    let files = [
      "sources/own.ndjson": Self.source("gazette") + "\n",
      "claims/own.ndjson": Self.claim("g-1", of: "gazette", Self.saxony) + "\n",
    ]
    let corpus = try Space.corpus(files, history: [order])
    let knowledge = try #require(Bundle.knowledge)
    for watch in [
      try Self.watch(corpus),
      // What the corpus holds already is no news.
      try Self.watch(
        corpus, reports: [Self.source("gazette"), Self.claim("g-1", of: "gazette", Self.saxony)]),
    ] {
      #expect(watch.news.claims.isEmpty && watch.news.notices.isEmpty)
      #expect(watch.entriesThatDiffer == 0)
      for each in OrderBook.all + [order] { #expect(watch.change(of: each) == nil) }
      for customer in WatchedCustomers([order], corpus, knowledge).customers {
        #expect(watch.change(of: customer) == nil)
      }
    }
  }

  @Test func aNewReportTouchesThoseThatItIsAboutAndChangesTheirDeterminations() throws {
    let order = try Self.order()
    let corpus = try Space.corpus(history: [order])
    let watch = try Self.watch(
      corpus,
      reports: [
        Self.source("gazette"), Self.claim("g-1", of: "gazette", Self.saxony),
      ])
    let change = try #require(watch.change(of: order))
    #expect(change.isChanged)
    #expect(change.changes.contains { $0.rule == "newly-reported-body" && $0.kind == .newlyFires })
    let touch = try #require(change.touches.first { $0.reason.hasPrefix("is about Univ") })
    #expect(touch.place == "L7" && touch.publisher == "Tern Bay gazette")
    #expect(touch.kind == .report && touch.isCertain)
    let knowledge = try #require(Bundle.knowledge)
    let customers = WatchedCustomers([order], corpus, knowledge).customers
      .compactMap { watch.change(of: $0) }
    #expect(customers.contains { $0.name == "Universitätsklinikum Ternhafen" })
    #expect(customers.allSatisfy { $0.places == ["past-1"] })
  }

  @Test func aNewClaimThatDoesNotFitAnotherIsToldOnBothSides() throws {
    func claim(_ id: String, _ source: String, _ ages: String) -> String {
      """
      {"id":"\(id)","kind":"age-band","subject":{"class":{"functions":["policing"],\
      "within":"CN-62"}},"source":"\(source)","locator":"L7","certainty":"stated",\
      "summary":"Police in Gansu collect DNA from residents aged \(ages)."}
      """
    }
    let files = [
      "sources/own.ndjson": Self.source("gazette") + "\n",
      "claims/own.ndjson": claim("g-1", "gazette", "12 to 65") + "\n",
    ]
    let corpus = try Space.corpus(files, history: [try Self.order()])
    let watch = try Self.watch(
      corpus, reports: [Self.source("herald"), claim("h-1", "herald", "14 to 60")])
    let own = watch.contradictions.filter { $0.other.claim.id == "g-1" }
    #expect(own.map(\.matter) == ["age"])
    #expect(own.first?.new.claim.id == "h-1")
    #expect(own.first?.new.value == "14-60" && own.first?.other.value == "12-65")
    #expect(try Self.watch(corpus).contradictions.isEmpty)
  }

  @Test func aCopyOfAReportIsNewsAndNoSecondVoice() throws {
    let order = try Self.order()
    let files = [
      "sources/own.ndjson": Self.source("gazette") + "\n",
      "claims/own.ndjson": Self.claim("g-1", of: "gazette", Self.saxony) + "\n",
    ]
    let corpus = try Space.corpus(files, history: [order])
    let watch = try Self.watch(
      corpus,
      reports: [
        Self.source("echo", from: #""gazette""#), Self.claim("e-1", of: "echo", Self.saxony),
      ])
    let change = try #require(watch.change(of: order))
    #expect(!change.touches.isEmpty && !change.isChanged, "\(change.changes)")
  }

  @Test func aNewNoticeTouchesItsAwardeeAndTheOrderThatItAgreesWith() throws {
    let order = try Self.order()
    let corpus = try Space.corpus(history: [order])
    let knowledge = try #require(Bundle.knowledge)
    let folder = try Scratch.path("notice")
    try FileWriter.makeFolder(folder)
    try FileWriter.write(Self.notice() + "\n", to: folder + "/notice.ndjson")
    let reader = TenderReader(try knowledge.tenders())
    let reading = try reader.read(path: folder + "/notice.ndjson")
    #expect(reading.faults.count == 0, "\(reading.faults.diagnostics.map(\.line))")
    let watch = try Self.watch(corpus, notices: reading.notices)
    let change = try #require(watch.change(of: order))
    #expect(change.touches.contains { $0.kind == .tender && $0.reason.contains("Heron Trading") })
    #expect(change.touches.contains { $0.kind == .tender && $0.reason.contains("云岭县公安局") })
    #expect(change.isChanged)
    #expect(change.changes.contains { $0.kind == .newlyFires }, "\(change.changes)")
    // The same notice again is no news.
    let (after, _) = try corpus.adding(reports: [], notices: reading.notices, knowledge)
    #expect(after.tenders?.notices.count == 1)
  }

  private static func read(_ text: String) throws -> [TenderNotice] {
    let knowledge = try #require(Bundle.knowledge)
    return TenderReader(try knowledge.tenders()).read(Array(text.utf8), file: "notices").notices
  }

  @Test func goodsOfOneKindAloneAreNoReasonToLookAnew() throws {
    let order = try Self.order()
    let corpus = try Space.corpus(history: [order])
    let other = try Self.read(
      """
      {"id":"N-9","stage":"tender","title":"STR kits","publisher":"Portal","published":"2026-10-08",\
      "buyer":{"name":["Landeskriminalamt Musterland"],"country":"DE"},"awardees":["Other Sample GmbH"],\
      "items":[{"description":"STR amplification kit","quantity":"977","unit":"kit"}]}

      """)
    #expect(other.count == 1)
    #expect(try Self.watch(corpus, notices: other).change(of: order) == nil)
  }

  @Test func noticesOfTwoBuyersMayBearOneNumber() throws {
    let corpus = try Space.corpus(history: [try Self.order()])
    let knowledge = try #require(Bundle.knowledge)
    let first = try Self.read(Self.page("云岭县公安局"))
    let second = try Self.read(Self.page("清湾市公安局"))
    #expect(first.map(\.id) == second.map(\.id), "the number is all that the pages state")
    let (both, news) = try corpus.adding(reports: [], notices: first + second, knowledge)
    #expect(both.tenders?.notices.count == 2)
    #expect(
      news.notices.map(\.id) == ["2026-001/tender", "2026-001/tender of 清湾市公安局"])
    // What stands in the folder keeps its id, and is known.
    let kept = try Space.corpus(
      ["tenders/own.ndjson": first.map { $0.json.text() + "\n" }.joined()],
      history: [try Self.order()])
    let (_, later) = try kept.adding(reports: [], notices: second + first, knowledge)
    #expect(later.notices.map(\.id) == ["2026-001/tender of 清湾市公安局"])
    // A folder may hold both as their pages came.
    let pages = try Space.corpus(
      ["tenders/a.txt": Self.page("云岭县公安局"), "tenders/b.txt": Self.page("清湾市公安局")],
      history: [try Self.order()])
    #expect(
      pages.tenders?.notices.map(\.id) == ["2026-001/tender", "2026-001/tender of 清湾市公安局"])
  }

  private static func page(_ buyer: String) -> String {
    "\(buyer)STR试剂招标公告\n项目编号：2026-001\n采购人：\(buyer)\n"
      + "采购内容：STR扩增试剂盒100盒\n公告日期：2026年1月5日\n"
  }

  @Test func whatHasComeSinceADayIsToldApartByItsDays() throws {
    let order = try Self.order()
    let corpus = try Space.corpus(
      [
        "sources/own.ndjson": Self.source("gazette") + "\n",
        "claims/own.ndjson": Self.claim("g-1", of: "gazette", Self.saxony) + "\n",
      ], history: [order])
    let knowledge = try #require(Bundle.knowledge)
    func news(_ day: String) throws -> [String] {
      try corpus.before(try #require(CivilDate(day)), knowledge).news.claims.map(\.id)
    }
    // Published on the 10th and captured on the 12th: until then nobody had it.
    #expect(try news("2026-11-09") == ["g-1"])
    #expect(try news("2026-11-11") == ["g-1"])
    #expect(try news("2026-11-12").isEmpty)
    let (before, since) = try corpus.before(try #require(CivilDate("2026-11-01")), knowledge)
    let watch = try Watch(
      from: try Space.screener(before), to: try Space.screener(corpus), news: since)
    let change = try #require(watch.change(of: order))
    #expect(change.isChanged)
  }

  /// Further claims, of whatever source, never make an order milder.
  @Test(arguments: [UInt64(20_261_122)])
  func aFurtherClaimNeverLowersADetermination(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let corpus = try Space.corpus()
    let subjects = [
      Self.saxony, #"{"place":"DE"}"#, #"{"place":"CN-65"}"#,
      #"{"class":{"functions":["policing"],"within":"CN-33"}}"#,
      #"{"class":{"functions":["health-authority"],"within":"CN"}}"#,
      #"{"entity":{"name":"Universitätsklinikum Ternhafen"}}"#,
      #"{"entity":{"name":"Yunling County Public Security Bureau","chinese":"云岭县公安局"}}"#,
    ]
    let kinds = [
      "compulsory-dna-collection", "biometric-collection", "delisting", "vendor-stop-sale",
      "formal-assurance", "sequencer-tender",
    ]
    let orders = OrderBook.all + [try Self.order()]
    for round in 0..<3 {
      var lines: [String] = []
      for number in 0...Int.random(in: 0...3, using: &generator) {
        lines.append(Self.source("s\(round)-\(number)"))
        lines.append(
          Self.claim("c\(round)-\(number)", of: "s\(round)-\(number)", generator.pick(subjects))
            .replacing("compulsory-dna-collection", with: generator.pick(kinds)))
      }
      let watch = try Self.watch(corpus, reports: lines)
      for order in orders {
        guard let change = watch.change(of: order) else { continue }
        #expect(
          (change.after ?? .hold) >= (change.before ?? .hold),
          "seed \(seed), round \(round), \(order.reference): \(lines)")
      }
    }
  }
}
