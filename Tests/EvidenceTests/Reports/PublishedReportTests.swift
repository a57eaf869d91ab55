import Evidence
import Formats
import Testing

/// Turns of phrase of reports as they are published, in words of our own.
@Suite("Turns of phrase of published reports are not misread")
struct PublishedReportTests {
  private func kinds(_ text: String) throws -> [String] {
    try Reading.report(text).proposals.map(\.kind)
  }

  @Test func aHeadlineThatNamesAPublisherIsNotItsMasthead() throws {
    let chinese = try Reading.report(
      """
      人权观察批西藏采集居民DNA

      2022.09.06 12:31 ET

      西藏自治区的民警进入学校采集学生的DNA血样，家长没有得到通知，当地居民也无法拒绝。
      """)
    #expect(chinese.metadata.publisher == nil)
    #expect(chinese.metadata.published == "2022-09-06")
    let english = try Reading.report(
      """
      Human Rights Watch faults Tibet police

      Sept. 6, 2022

      Police in Tibet took blood samples from pupils of every school, and no parent was asked.
      """)
    #expect(english.metadata.publisher == nil)
    #expect(english.metadata.published == "2022-09-06")
    let own = try Reading.report(
      "Human Rights Watch\n\nSept. 6, 2022\n\nPolice in Tibet took blood samples from all pupils.")
    #expect(own.metadata.publisherCode == "hrw")
  }

  @Test func aCompanyIsKnownThoughItsSeatIsNamed() throws {
    for name in ["Halden Biosystems AB of Sweden", "Kestrel Genomics of the United States"] {
      let report = try Reading.report(
        """
        Police in Tibet take DNA from all residents.

        The sequencers were sold to police in Tibet by \(name) in 2022.

        \(name.split(separator: " ")[0]) did not respond to questions.
        """)
      #expect(report.proposals.contains { $0.kind == "vendor-supply" }, "\(name)")
      let silent = report.proposals.first { $0.kind == "non-response" }
      #expect(silent?.subject.words.hasPrefix(name.prefix(6)) == true, "\(name)")
    }
  }

  @Test func whatGoodsCostCountsNoGoods() throws {
    let report = try Reading.report(
      "Police in Tibet signed a deal to buy over $160,000 worth of profiling kits made by a vendor."
    )
    #expect(!report.findings.contains { $0.kind == .quantity && $0.code.contains("kits") })
    let counted = try Reading.report("Police in Tibet bought over 160,000 profiling kits.")
    #expect(counted.findings.contains { $0.kind == .quantity && $0.code == "over 160000 kits" })
  }

  @Test func keepingOrderIsNoMaintenanceOfGoods() throws {
    #expect(
      try !kinds("尼木县公安局民警称，采集DNA是为维护社会治安稳定。").contains("service-and-spares-supply"))
    #expect(
      try kinds("供应商的工程师每年为尼木县公安局的基因测序仪提供维护和备件。")
        .contains("service-and-spares-supply"))
  }

  @Test func aCompanyThatTellsNoSalesFiguresTellsNothingOfConsent() throws {
    #expect(
      try !kinds(
        "In Tibet the police buy kits. “While we don’t disclose sales by region, our sales are routine.”"
      )
      .contains("missing-consent"))
  }

  @Test func aMonthWithoutAYearSaysSo() throws {
    let report = try Reading.report("据报道，9月新疆警方发出招标，要求购买DNA检测设备。")
    #expect(report.findings.filter { $0.kind == .date }.map(\.code) == ["month 9, year not stated"])
    for proposal in report.proposals where proposal.kind == "chronology" {
      #expect(proposal.values["date"] == "year not stated")
    }
  }
}
