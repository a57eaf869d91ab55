import Dossier
import Formats
import Policy
import Testing
import Trade

@testable import Screening

@Suite("Where nobody is named, nobody is the end user")
struct PlaceholderTests {
  private static func order(endUser name: String) -> Order {
    OrderBook.order(
      "placeholder",
      [
        OrderBook.party(
          "p1", [.purchaser, .ultimateConsignee], ["Klinik am Kai"], "DE", "Kai 1, Ternhafen"),
        OrderBook.party("p2", [.endUser], [name], "DE", "Kai 1, Ternhafen"),
      ],
      [OrderBook.line("10", "oncology-panel", "Oncology gene panel, 24 reactions")],
      to: "DE", use: "Tumour sequencing of patients")
  }

  @Test(arguments: [
    "N/A", "n. a.", "-", "???", "None", "various", "Same as above", "k. A.", "无", "同上",
    "to be advised",
  ])
  func whatNamesNobodyIsHeld(_ name: String) throws {
    let determination = try DistributorSpace.screener(DistributorSpace.corpus())
      .screen(Self.order(endUser: name))
    #expect(determination.decision != .allow)
    #expect(determination.notices.contains { $0.id == "DOS001" }, "\(name)")
  }

  @Test(arguments: [
    "Nanjing Example Hospital", "Klinik Nona", "360", "Various Arts Clinic", "无锡示例医院",
  ])
  func whatNamesSomebodyIsAParty(_ name: String) throws {
    let determination = try DistributorSpace.screener(DistributorSpace.corpus())
      .screen(Self.order(endUser: name))
    #expect(!determination.notices.contains { $0.id == "DOS001" }, "\(name)")
  }
}
