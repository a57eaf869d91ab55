import Dossier
import Facts
import Formats
import Policy
import SeededNumbers
import Testing
import Trade

@testable import Screening

@Suite("Distributors: whom they name, what they report, who audited them")
struct DistributorFactsTests {
  typealias Space = DistributorSpace

  private static let salesHeader = "distributor,period,product,quantity,endUser,country,site\n"
  private static let auditsHeader = "distributor,date,auditor,scope,finding,closed\n"
  private static let statementsHeader = "party,product,issued,expires,signedBy,verifiedBy\n"

  private static func sales(_ rows: String...) -> [String: String] {
    [
      "distributors/sell-through.csv": salesHeader
        + rows.map { "Heron Trading GmbH,\($0)\n" }.joined()
    ]
  }

  private static func past(
    _ reference: String, _ day: String?, named: Bool, quantity: Int = 20,
    kind: TransactionKind = .sale
  ) throws -> Order {
    var order = try Space.order(
      reference, on: day, named ? [Space.heron, Space.hospital] : [Space.heron],
      [OrderBook.line("10", "forensic-str-kit", "STR amplification kit", quantity: quantity)],
      known: named ? .declared : .unknown)
    order.kind = kind
    return order
  }

  // MARK: - Orders without a named end user

  @Test func theShareOfOrdersThatNameNobodyLooksBackTwelveMonths() throws {
    let corpus = try Space.corpus(history: [
      Self.past("a", "2026-11-01", named: true), Self.past("b", "2026-10-01", named: false),
      Self.past("c", "2025-11-23", named: true), Self.past("d", "2025-11-22", named: false),
      Self.past("e", "2026-09-01", named: true),
    ])
    let share = try Space.fact("unnamed-end-user-share", .party, try Space.order(), corpus)
    #expect(share == Space.number("25"))
    let determination = try Space.screener(corpus).screen(try Space.order())
    #expect(Space.rules(determination).contains("distributor-names-few-end-users"))
  }

  @Test func anOrderWithoutADateWidensTheShareAndNeverDecidesIt() throws {
    let corpus = try Space.corpus(history: [
      Self.past("a", "2026-01-10", named: true), Self.past("d", nil, named: false),
    ])
    let order = try Space.order()
    #expect(
      try Space.fact("unnamed-end-user-share", .party, order, corpus) == Space.number("0", "50"))
    let determination = try Space.screener(corpus).screen(order)
    #expect(determination.undetermined.contains("distributor-names-few-end-users"))
    #expect(determination.questions.contains { $0.id.hasPrefix("party.unnamed-end-user-share") })
  }

  @Test func whereNoHistoryIsNothingIsKnownAndNothingIsHeldUpByIt() throws {
    let corpus = try Space.corpus()
    let order = try Space.order()
    for term in [
      "unnamed-end-user-share", "days-since-audit", "open-audit-findings", "unreported-units",
      "unreported-share",
    ] {
      #expect(try Space.fact(term, .party, order, corpus) == nil, "\(term)")
    }
    #expect(try Space.fact("end-use-statement-missing", of: 1, .party, order, corpus) == nil)
    let determination = try Space.screener(corpus).screen(order)
    #expect(!determination.undetermined.contains { $0.hasPrefix("distributor-") })
    #expect(
      determination.coverage.notSearched.contains { $0.hasPrefix("sell-through reports") })
    // The hospital that buys for itself sells nothing on.
    #expect(
      try Space.fact("unnamed-end-user-share", of: 1, .party, order, corpus) == Space.number("0"))
  }

  // MARK: - Goods that are not accounted for

  @Test func whatWasBoughtAndNotReportedIsAnInterval() throws {
    var files = Self.sales(
      "2026-Q2,autosomal-str-kit,30,Klinik am Kai,DE,",
      // Half of the year before last may be in it.
      "2025-07-01/2026-06-30,autosomal-str-kit,10,Klinik am Kai,DE,",
      "2026-Q1,infectious-disease-test,500,Klinik am Kai,DE,",
      "2026-Q1,autosomal-str-kit,7,,DE,")
    let order = try Space.order()
    let history = [
      try Self.past("a", "2026-03-01", named: true, quantity: 60),
      try Self.past("old", "2025-01-01", named: true, quantity: 999),
    ]
    var corpus = try Space.corpus(files, history: history)
    #expect(try Space.fact("unreported-units", .party, order, corpus) == Space.number("20", "30"))
    #expect(
      try Space.fact("unreported-share", .party, order, corpus)
        == Space.number("33.333333", "50"))
    #expect(
      Space.rules(try Space.screener(corpus).screen(order))
        .contains("distributor-goods-not-accounted-for"))
    // Nothing reported at all is known too: nothing is accounted for.
    files = Self.sales("2026-Q2,autosomal-str-kit,0,Klinik am Kai,DE,")
    corpus = try Space.corpus(files, history: history)
    #expect(try Space.fact("unreported-units", .party, order, corpus) == Space.number("60"))
    corpus = try Space.corpus(
      files, history: history + [try Self.past("undated", nil, named: true, quantity: 5)])
    #expect(try Space.fact("unreported-units", .party, order, corpus) == Space.number("60", "65"))
    corpus = try Space.corpus(
      files,
      history: history + [
        try Self.past("back", "2026-04-01", named: true, quantity: 5, kind: .returnOfGoods)
      ])
    #expect(try Space.fact("unreported-units", .party, order, corpus) == Space.number("60"))
  }

  /// What is reported twice, to itself or to nobody in so many words accounts for nothing more.
  @Test(arguments: [
    (
      "2026-09,autosomal-str-kit,30,Klinik am Kai,DE,",
      "2026-Q3,autosomal-str-kit,30,Klinik am Kai,DE,", "0", "30"
    ),
    (
      "2026-09,autosomal-str-kit,30,Klinik am Kai,DE,",
      "2026-10,autosomal-str-kit,30,Klinik am Kai,DE,", "0", "0"
    ),
    (
      "2026-09,autosomal-str-kit,30,to be advised,DE,", "2026-10,autosomal-str-kit,10,N/A,DE,",
      "60", "60"
    ),
    (
      "2026-09,autosomal-str-kit,30,HERON TRADING GMBH,DE,",
      "2026-10,autosomal-str-kit,0,Klinik am Kai,DE,", "60", "60"
    ),
  ])
  func unitsAreAccountedForOnce(
    _ first: String, _ second: String, _ low: String, _ high: String
  ) throws {
    let corpus = try Space.corpus(
      Self.sales(first, second),
      history: [try Self.past("a", "2026-03-01", named: true, quantity: 60)])
    #expect(
      try Space.fact("unreported-units", .party, try Space.order(), corpus)
        == Space.number(low, high))
  }

  @Test func theDistributorItselfIsNobodyElseHoweverItIsWritten() throws {
    var past = try Self.past("a", "2026-11-01", named: true)
    let itself = OrderBook.party("u", [.endUser], ["HERON TRADING GMBH"], "DE", "Kai 1, Ternhafen")
    past.parties = [Space.heron, itself]
    let corpus = try Space.corpus(history: [past])
    #expect(
      try Space.fact("unnamed-end-user-share", .party, try Space.order(), corpus)
        == Space.number("100"))
  }

  // MARK: - Audits

  @Test func auditsAreKnownFromTheirDayAndFindingsUntilTheyAreClosed() throws {
    let order = try Space.order()
    let corpus = try Space.corpus([
      "distributors/audits.csv": Self.auditsHeader
        + "Heron Trading GmbH,2024-11-21,u:ito,sales of 2023,No end users on file,\n"
        + "Heron Trading GmbH,2024-11-21,u:ito,sales of 2023,Stock not counted,2025-01-01\n"
        + "Heron Trading GmbH,2027-01-01,u:ito,sales of 2026,To come,\n"
        + "Example Reagents Ltd,2026-01-01,u:ito,sales of 2025,Of another,\n"
    ])
    #expect(try Space.fact("days-since-audit", .party, order, corpus) == Space.number("731"))
    #expect(try Space.fact("open-audit-findings", .party, order, corpus) == Space.number("1"))
    let rules = Space.rules(try Space.screener(corpus).screen(order))
    #expect(rules.isSuperset(of: ["distributor-not-audited", "distributor-audit-findings-open"]))
    let none = try Space.corpus(["distributors/audits.csv": Self.auditsHeader])
    #expect(try Space.fact("days-since-audit", .party, order, none) == nil)
    #expect(try Space.fact("open-audit-findings", .party, order, none) == Space.number("0"))
    let determination = try Space.screener(none).screen(order)
    #expect(determination.undetermined.contains("distributor-not-audited"))
    #expect(determination.outcome.map { $0 >= .hold } == true)
  }

  // MARK: - End-use statements

  private static func statement(
    _ product: String, until day: String, verified: String = "u:lim",
    by party: String = "Universitätsklinikum Ternhafen"
  ) -> [String: String] {
    [
      "distributors/statements.csv": statementsHeader
        + "\(party),\(product),2025-11-01,\(day),Dr. M. Muster,\(verified)\n"
    ]
  }

  @Test func aStatementHoldsWhereItIsVerifiedAndCoversTheGoods() throws {
    let order = try Space.order()
    let rows: [([String: String], missing: FactValue?, expired: FactValue?)] = [
      (
        Self.statement("human-identification-kit", until: "2026-11-22"), .boolean(false),
        .boolean(false)
      ),
      (
        Self.statement("human-identification-kit", until: "2026-11-21"), .boolean(false),
        .boolean(true)
      ),
      (Self.statement("genetic-analysis", until: "2027-01-01", verified: ""), nil, nil),
      (Self.statement("oncology-panel", until: "2027-01-01"), .boolean(true), .boolean(false)),
      (
        Self.statement("genetic-analysis", until: "2027-01-01", by: "Labor am Deich"),
        .boolean(true), .boolean(false)
      ),
      (["distributors/statements.csv": Self.statementsHeader], .boolean(true), .boolean(false)),
    ]
    for (files, missing, expired) in rows {
      let corpus = try Space.corpus(files)
      let comment: Comment = "\(files)"
      #expect(
        try Space.fact("end-use-statement-missing", of: 1, .party, order, corpus) == missing,
        comment)
      #expect(
        try Space.fact("end-use-statement-expired", of: 1, .party, order, corpus) == expired,
        comment)
      let determination = try Space.screener(corpus).screen(order)
      let rules = Space.rules(determination)
      #expect(rules.contains("end-use-statement-missing") == (missing == .boolean(true)), comment)
      #expect(rules.contains("end-use-statement-expired") == (expired == .boolean(true)), comment)
      #expect(
        determination.undetermined.contains("end-use-statement-missing") == (missing == nil),
        comment)
    }
  }

  @Test func aStatementOnAFamilyThatThereIsNotIsRefused() throws {
    #expect(throws: Diagnostic.self) {
      try Space.corpus(Self.statement("human-identification-kits", until: "2027-01-01"))
    }
  }

  // MARK: - Sell-through

  @Test func whatWasSoldOnReachesRulesWithItsPlace() throws {
    let order = try Space.order()
    let police = try Space.corpus(
      Self.sales("2026-Q2,autosomal-str-kit,15,云岭县公安局,CN,新疆维吾尔自治区喀什地区"))
    #expect(
      try Space.fact("function", .resale, order, police)
        == .codes(["police"], isComplete: true))
    #expect(try Space.fact("quantity", .resale, order, police) == Space.number("15"))
    let determination = try Space.screener(police).screen(order)
    #expect(Space.rules(determination).contains("distributor-sold-on-to-police"))
    #expect(determination.evidence.contains { $0.locator == "distributors/sell-through.csv:2" })
    let clinic = try Space.corpus(
      Self.sales("2026-Q2,autosomal-str-kit,15,云岭县人民医院,CN,新疆维吾尔自治区喀什地区"))
    let rules = Space.rules(try Space.screener(clinic).screen(order))
    #expect(rules.contains("distributor-sold-on-into-the-region"))
    #expect(!rules.contains("distributor-sold-on-to-police"))
    let nobody = try Space.corpus(Self.sales("2026-Q2,autosomal-str-kit,15,,DE,"))
    #expect(
      Space.rules(try Space.screener(nobody).screen(order)).contains("distributor-reports-nobody"))
    let another = try Space.corpus([
      "distributors/sell-through.csv": Self.salesHeader
        + "Bellweg Optics AG,2026-Q2,autosomal-str-kit,15,云岭县公安局,CN,\n"
    ])
    let membership = Dossier(order, try Space.screener(another).inputs).table.memberships[
      ScreeningVocabulary.Collection.resale.rawValue]
    // Of Heron nothing is reported, so that it may have sold to anybody.
    #expect(membership.members.isEmpty && membership.isOpen)
  }

  /// Whatever else distributors report, fail to report or leave unsigned, nothing becomes milder.
  @Test(arguments: [UInt64(20_261_122)])
  func afailureNeverLowersADetermination(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = [
      "2026-Q2,autosomal-str-kit,15,云岭县公安局,CN,新疆维吾尔自治区喀什地区",
      "2026-Q3,autosomal-str-kit,5,Klinik am Kai,DE,", "2026-Q1,ngs-sequencer,1,,DE,",
      "2026-Q2,STR kit of any maker,9,Kestrel Sequencing Works,CN,",
    ]
    let findings = [
      "Heron Trading GmbH,2026-05-01,u:ito,sales of 2025,No end users on file,\n",
      "Heron Trading GmbH,2026-06-01,u:ito,stock,Stock not counted,\n",
    ]
    for number in 0..<12 {
      let sold = rows.filter { _ in generator.chance(1, in: 2) }
      let audited = "Heron Trading GmbH,2026-04-01,u:ito,sales of 2024,,\n"
      func corpus(_ sold: [String], _ found: [String], _ statement: [String: String]) throws
        -> Corpus
      {
        var files = statement
        files["distributors/sell-through.csv"] =
          Self.salesHeader + "Heron Trading GmbH,2026-Q4,lancet,1,Klinik am Kai,DE,\n"
          + sold.map { "Heron Trading GmbH,\($0)\n" }.joined()
        files["distributors/audits.csv"] = Self.auditsHeader + audited + found.joined()
        return try Space.corpus(files)
      }
      let order = try Space.order()
      let holds = Self.statement("genetic-analysis", until: "2027-01-01")
      let before = try Space.screener(try corpus(sold, [], holds)).screen(order)
      let more = sold + [generator.pick(rows)]
      let after = try Space.screener(
        try corpus(
          more, [generator.pick(findings)],
          generator.chance(1, in: 2)
            ? holds : Self.statement("genetic-analysis", until: "2026-01-01"))
      ).screen(order)
      #expect(
        (after.outcome ?? .hold) >= (before.outcome ?? .hold), "seed \(seed), round \(number)")
    }
  }
}
