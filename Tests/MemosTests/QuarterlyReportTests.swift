import Formats
import Screening
import Testing

@testable import Memos

@Suite struct Quarterly {
  let quarter: Quarter

  init() throws { quarter = try #require(Quarter("2026-Q3")) }

  @Test func aQuarterKnowsItsDays() throws {
    #expect(quarter.firstDay.description == "2026-07-01")
    #expect(quarter.lastDay.description == "2026-09-30")
    #expect(Quarter("2028-Q1")?.lastDay.description == "2028-03-31")
    #expect(quarter.description == "2026-Q3")
    for text in ["2026-Q5", "2026Q3", "26-Q3", "2026-q3", "2026-Q03", ""] {
      #expect(Quarter(text) == nil, "\(text)")
    }
  }

  @Test(arguments: UInt64(1)...12) func everyOrderStandsInExactlyOneOutcome(seed: UInt64) throws {
    let records = Records.quarter(seed: seed, orders: 60)
    let report = QuarterlyReport(quarter: quarter, records: records)
    #expect(report.reconciliationFaults == [], "seed \(seed)")
    let selection = report.selection
    #expect(selection.linesRead == 62, "seed \(seed)")
    #expect(selection.unreadable.map(\.line) == [61, 62])
    let placed = report.outcomeNumbers.flatMap { report.explain($0) ?? [] }
    #expect(placed.sorted() == (report.explain("Q3-2.1") ?? []).sorted())
    #expect(Set(placed).count == placed.count)
    let summed = report.numbers.filter { report.outcomeNumbers.contains($0.id) }
      .compactMap { Int($0.value) }.reduce(0, +)
    #expect(summed == selection.counted.count)
  }

  @Test func valuesAddUpPerCurrency() throws {
    let report = QuarterlyReport(quarter: quarter, records: Records.quarter(seed: 3, orders: 80))
    func sum(_ label: String) -> Decimal {
      report.numbers.filter { $0.id.hasPrefix("Q3-2.") && $0.label.hasPrefix(label) }
        .filter { $0.value.hasSuffix(" EUR") }
        .compactMap { Decimal($0.value.dropLast(4).filter { $0 != "," }) }
        .reduce(.zero) { $0.adding($1) ?? $0 }
    }
    #expect(sum("Value received") > .zero)
    #expect(sum("Value received") == sum("Value, "))
  }

  @Test func everyNumberHasAnIdAndItsOrders() {
    let report = QuarterlyReport(quarter: quarter, records: Records.quarter(seed: 5, orders: 50))
    #expect(Set(report.numbers.map(\.id)).count == report.numbers.count)
    for number in report.numbers where Int(number.value) != nil && !number.label.hasPrefix("Items")
    {
      guard !number.label.hasPrefix("Derivation"), number.label != "Policy sets" else { continue }
      #expect(Int(number.value) == number.orders.count, "\(number.id) \(number.label)")
    }
    for number in report.numbers {
      #expect(report.html.contains("<tr id=\"\(number.id)\">"), "\(number.id)")
    }
    #expect(report.explain("Q3-99.1") == nil)
  }

  @Test func theLatestRevisionCountsOnceAndEarlierOnesAreListed() throws {
    var later = Samples.release
    later.order.reference = "SO-1002"
    later.order.revision = 4
    let records = Records.ndjson([later, Samples.hold])
    let report = QuarterlyReport(quarter: quarter, records: records)
    #expect(report.explain("Q3-0.1") == ["SO-1002"])
    #expect(report.explain("Q3-0.2") == ["SO-1002"])
    #expect(report.selection.superseded.map(\.line) == [2])
  }

  @Test func daysAtTheEdgesOfTheQuarter() {
    let days = ["2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01"]
    let records = days.enumerated().map { index, day in
      var next = Samples.release
      next.order.reference = "SO-\(index)"
      next.asOf = CivilDate(day) ?? next.asOf
      return next
    }
    let report = QuarterlyReport(quarter: quarter, records: Records.ndjson(records))
    #expect(report.explain("Q3-0.1") == ["SO-1", "SO-2"])
    #expect(report.selection.outside.map(\.line) == [1, 4])
  }

  @Test func referencesOfTwoSystemsStayApart() {
    var other = Samples.hold
    other.order.system = "oracle-eu"
    let report = QuarterlyReport(quarter: quarter, records: Records.ndjson([Samples.hold, other]))
    #expect(report.explain("Q3-0.1") == ["oracle-eu:SO-1002", "sap-prd-100:SO-1002"])
  }

  @Test func noRecordsGiveAnHonestReport() {
    let report = QuarterlyReport(quarter: quarter, records: [])
    #expect(report.reconciliationFaults == [])
    #expect(report.html.contains("No determination of 2026-Q3 stands in the records"))
    #expect(report.explain("Q3-0.1") == [])
  }

  @Test func unreadableLinesAreListedAndCountNowhere() {
    let records = Records.ndjson([Samples.hold]) + Array("{not json}\n\n{\"a\":1}\n".utf8) + [0xFF]
    let report = QuarterlyReport(quarter: quarter, records: records)
    #expect(report.selection.unreadable.map(\.line) == [2, 4, 5])
    #expect(report.selection.unreadable.map(\.fault.id) == ["REC000", "REC001", "REC000"])
    #expect(report.html.contains("line 4"))
  }

  @Test func thePageIsSelfContainedAndItsLinksResolve() {
    var hostile = Samples.hostile
    hostile.order.destinationName = "<img src=x>"
    let records = Records.quarter(seed: 9, orders: 40) + Records.ndjson([hostile])
    let html = QuarterlyReport(quarter: quarter, records: records).html
    for forbidden in ["<script", "<img", "@import", "<link", "http://e", "https://"] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    for target in captures(of: "href=\"#", in: html) {
      #expect(html.contains("id=\"\(target)\""), "\(target)")
    }
    #expect(occurrences(of: "<svg", in: html) == occurrences(of: "<desc", in: html))
    #expect(html.contains("DEMONSTRATION"))
  }

  @Test func theReportUsesNoVerdictOfClearance() {
    let report = QuarterlyReport(quarter: quarter, records: Records.quarter(seed: 2, orders: 40))
    let words =
      report.sections.flatMap { $0.finding.map { $0.map(\.words).joined() } }
      + report.numbers.map(\.label)
    #expect(words.flatMap { MemoWording.violations(in: $0) } == [])
  }

  @Test func equalRecordsGiveEqualBytes() {
    let records = Records.quarter(seed: 4, orders: 40)
    let first = QuarterlyReport(quarter: quarter, records: records)
    let second = QuarterlyReport(quarter: quarter, records: records)
    #expect(first.html == second.html)
    #expect(first.json.text() == second.json.text())
  }
}
