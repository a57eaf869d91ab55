import Dossier
import Evidence
import Formats
import TestFolders
import Testing
import Trade

@testable import Screening

/// What two states share is worked out once, and comes out as if each were worked out alone.
@Suite("Dossiers of two states")
struct DossierStatesTests {
  typealias Space = DistributorSpace

  private static let files = [
    "sources/own.ndjson": source("gazette") + "\n",
    "claims/own.ndjson": claim("g-1", of: "gazette", #"{"place":"CN-65"}"#) + "\n"
      + claim("g-2", of: "gazette", #"{"class":{"functions":["hospital"],"within":"FR"}}"#) + "\n",
    "installed-base.csv":
      "serial,product,holder,country,site,installed\n\(OrderBook.instruments)\n",
  ]

  private static func source(_ id: String) -> String {
    """
    {"id":"\(id)","publisher":"Tern Bay \(id)","title":"Title of \(id)","published":"2026-11-10",\
    "captured":"2026-11-12","root":"\(id)","derivesFrom":[]}
    """
  }

  private static func claim(
    _ id: String, of source: String, _ subject: String, contradicts: String = ""
  ) -> String {
    """
    {"id":"\(id)","kind":"compulsory-dna-collection","subject":\(subject),"source":"\(source)",\
    "locator":"L7","certainty":"stated","summary":"Reported by \(source).",\
    "contradicts":[\(contradicts)]}
    """
  }

  private static func notice(_ id: String, _ buyer: String, _ awardee: String) -> String {
    """
    {"id":"\(id)","stage":"award","title":"STR kits","publisher":"Portal","published":"2026-10-08",\
    "buyer":{"name":["\(buyer)"],"country":"CN"},"awardees":["\(awardee)"],\
    "items":[{"description":"STR amplification kit","quantity":"20","unit":"kit"}]}
    """
  }

  private static func notices(_ lines: [String]) throws -> [TenderNotice] {
    let folder = try Scratch.path("notices")
    try FileWriter.makeFolder(folder)
    try FileWriter.write(lines.joined(separator: "\n") + "\n", to: folder + "/notice.ndjson")
    let reader = TenderReader(try #require(Bundle.knowledge).tenders())
    return try reader.read(path: folder + "/notice.ndjson").notices
  }

  private static func lines(_ texts: [String]) throws -> [Line] {
    try texts.enumerated().map { number, text in
      Line(json: try JSONReader.read(Array(text.utf8)), file: "news.ndjson", number: number + 1)
    }
  }

  /// All that a dossier holds but how many weak matches it leaves out.
  private static func words(_ dossier: Dossier) -> [String] {
    [
      "\(dossier.table)", "\(dossier.evidence)", "\(dossier.counterEvidence)",
      "\(dossier.suppressed)", "\(dossier.links)", "\(dossier.worksheets)", "\(dossier.licences)",
      "\(dossier.exceptions)", "\(dossier.capacity)", "\(dossier.answers)", "\(dossier.notices)",
      "\(dossier.parties.map { [$0.id] + $0.names + $0.places + $0.functions })",
      "\(dossier.notSearched.filter { !$0.contains("further notices") })",
    ]
  }

  private static func screener(
    _ corpus: Corpus, feeds: Bool = true, beside other: Screener? = nil
  ) throws -> Screener {
    let knowledge = try #require(Bundle.knowledge)
    let lists = try corpus.lists(asOf: OrderBook.asOf, knowledge: knowledge)
    return Screener(
      knowledge: knowledge, policies: try #require(Bundle.policies), corpus: corpus,
      asOf: OrderBook.asOf, bundledDigest: "test", feeds: feeds ? lists : [], judged: lists,
      beside: other)
  }

  /// How many orders have one dossier in both states, of all; each is held against dossiers that
  /// share nothing.
  private static func shared(
    _ corpus: Corpus, reports: [String] = [], notices: [TenderNotice] = [],
    lists: (Bool, Bool) = (true, true)
  ) throws -> (shared: Int, all: Int) {
    let (after, _) = try corpus.adding(
      reports: try lines(reports), notices: notices, try #require(Bundle.knowledge))
    let one = try screener(corpus, feeds: lists.0)
    let other = try screener(after, feeds: lists.1, beside: one)
    let states = DossierStates(from: one.inputs, to: other.inputs)
    let alone = (try screener(corpus, feeds: lists.0), try screener(after, feeds: lists.1))
    let orders = OrderBook.all + [try Space.order("past-1", on: "2026-10-20T08:00:00Z")]
    var count = 0
    for order in orders {
      let pair = states.dossiers(of: order)
      #expect(
        words(pair.before) == words(Dossier(order, alone.0.inputs)), "\(order.reference) before")
      #expect(
        words(pair.after ?? pair.before) == words(Dossier(order, alone.1.inputs)),
        "\(order.reference) after")
      if pair.after == nil { count += 1 }
    }
    return (count, orders.count)
  }

  @Test func nothingNewIsOneDossier() throws {
    let (shared, all) = try Self.shared(try Space.corpus(Self.files))
    #expect(shared == all)
  }

  @Test func claimsPartTheOrdersThatTheyConcern() throws {
    let corpus = try Space.corpus(Self.files)
    let (shared, all) = try Self.shared(
      corpus,
      reports: [
        Self.source("herald"),
        Self.claim("h-1", of: "herald", #"{"class":{"functions":["hospital"],"within":"DE"}}"#),
      ])
    #expect(0 < shared && shared < all, "\(shared) of \(all)")
    // A claim that only stands against another one is evidence against it.
    let (against, whole) = try Self.shared(
      corpus,
      reports: [
        Self.source("herald"),
        Self.claim(
          "h-2", of: "herald", #"{"entity":{"name":"Nobody at all"}}"#, contradicts: #""g-1""#),
      ])
    #expect(0 < against && against < whole, "\(against) of \(whole)")
  }

  @Test func noticesPartTheOrdersThatTheyAgreeWith() throws {
    let corpus = try Space.corpus(
      Self.files.merging([
        "tenders/own.ndjson": Self.notice("N-0", "石桥县公安局", "Kestrel Supply GmbH") + "\n"
      ]) { first, _ in first })
    let (shared, all) = try Self.shared(
      corpus,
      notices: try Self.notices([
        Self.notice("N-1", "云岭县公安局", "Heron Trading GmbH"),
        Self.notice("N-2", "临江市人民医院", "Kestrel Supply GmbH"),
      ]))
    #expect(0 < shared && shared < all, "\(shared) of \(all)")
    // The first notices of all: that notices were searched is a fact of every order.
    let first = try Self.shared(
      try Space.corpus(Self.files),
      notices: try Self.notices([Self.notice("N-1", "云岭县公安局", "Heron Trading GmbH")]))
    #expect(first.shared == 0)
  }

  @Test func listsPartAllOrders() throws {
    let corpus = try Space.corpus(Self.files)
    #expect(try Self.shared(corpus, lists: (false, true)).shared == 0)
    #expect(
      try Self.shared(
        corpus,
        reports: [Self.source("herald"), Self.claim("h-1", of: "herald", #"{"place":"DE"}"#)],
        notices: try Self.notices([Self.notice("N-1", "云岭县公安局", "Heron Trading GmbH")]),
        lists: (true, false)
      ).shared == 0)
  }
}
