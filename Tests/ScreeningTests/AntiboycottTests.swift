import Dossier
import Formats
import Policy
import Screening
import TestFolders
import Testing
import Trade
import WatchLists

@Suite("Terms of a boycott are held and told with their clock; a boycott list decides nothing")
struct AntiboycottTests {
  private static let german = Result {
    try OrderBook.makeScreener(
      company: #"{"usPerson":false,"euPerson":true,"ukPerson":false,"germanResident":true}"#)
  }

  private func order(_ condition: String, from export: String? = "US") throws -> Order {
    var order = try #require(OrderBook.benign.first { $0.reference == "university-japan" })
    order.conditions = [condition]
    order.countryOfExport = export
    return order
  }

  private func rules(_ order: Order, _ screener: Screener) -> [String] {
    screener.screen(order).findings.map(\.rule)
  }

  @Test(arguments: [
    "The goods are not of Israeli origin.", "Vessel is eligible to enter Arab ports",
    "A negative certificate of origin is required", "نتعهد بمقاطعة إسرائيل ومقاطعة إسرائيل كاملة",
    "货物不得使用以色列产品", "Die Ware darf nicht aus Israel stammen.",
    "keine israelischen Waren",
  ])
  func aRequestIsHeldWithTheDayOfItsReport(condition: String) throws {
    let result = try OrderBook.screener.get().screen(try order(condition))
    let finding = try #require(
      result.findings.first { $0.rule == "boycott-request-of-a-us-person" }, "\(condition)")
    #expect(result.decision == .hold)
    #expect(finding.reason.contains("2027-01-31"))
    #expect(finding.legalBasis.contains("15 CFR 760.5"))
    #expect(result.obligations.contains { $0.text.contains("2027-01-31") })
  }

  @Test(arguments: [
    "Certificate of origin: the goods are of US origin.", "Antiboycott regulations apply.",
    "The seller states the country of origin.", "原产地证书", "Ursprungszeugnis: Deutschland",
    "We operate in Israel and Jordan.",
  ])
  func whatIsNoBoycottIsNotHeld(condition: String) throws {
    #expect(try OrderBook.screener.get().screen(try order(condition)).decision == .allow)
  }

  @Test func theClockIsThatOfTheQuarter() throws {
    for (received, inside, outside) in [
      ("2026-01-01", "2026-04-30", "2026-05-31"), ("2026-03-31", "2026-04-30", "2026-05-31"),
      ("2026-04-01", "2026-07-31", "2026-08-31"), ("2026-09-30", "2026-10-31", "2026-11-30"),
      ("2026-10-01", "2027-01-31", "2027-02-28"), ("2027-12-31", "2028-01-31", "2028-02-29"),
    ] {
      let day = try #require(CivilDate(received))
      let due = try #require(AntiboycottClock.due(receivedOn: day))
      #expect(due.inside.description == inside)
      #expect(due.outside.description == outside)
    }
  }

  @Test func residentsOfGermanyPromiseNoForeignSanctions() throws {
    let promise = "The supplier will not supply to Cuba and will comply with all US sanctions."
    let german = try AntiboycottTests.german.get()
    let rule = "foreign-sanctions-undertaking-of-a-resident-of-germany"
    let undertaken = german.screen(try order(promise, from: "DE"))
    #expect(undertaken.findings.contains { $0.rule == rule })
    #expect(undertaken.decision == .hold)
    #expect(!rules(try order(promise), try OrderBook.screener.get()).contains(rule))
    #expect(
      !rules(
        try order(
          "The supplier complies with sanctions of the UN, the EU and Germany.", from: "DE"),
        german
      ).contains(rule))
    #expect(
      rules(try order("not made in Israel", from: "DE"), german)
        .contains("boycott-declaration-of-a-resident-of-germany"))
  }

  @Test func whereTheSellerIsNotKnownTheUndertakingHolds() throws {
    let unknown = try OrderBook.makeScreener(
      company: #"{"usPerson":false,"euPerson":true,"ukPerson":false}"#)
    let result = unknown.screen(
      try order("The supplier undertakes to comply with US sanctions.", from: "FR"))
    #expect(result.decision == .hold)
    #expect(result.questions.contains { $0.id == "order.german-resident" })
  }

  @Test(arguments: [
    ("our-boycott", "Some list", true), ("company-list", "Israel Boycott Office, list", true),
    ("company-list", "قائمة مكتب المقاطعة", true), ("company-list", "Our own agency", false),
  ])
  func aListOfABoycottDecidesNothing(code: String, name: String, isBoycott: Bool) throws {
    let lists = try #require(Bundle.knowledge).isBoycottList(code: code, name: name)
    #expect(lists == isBoycott)
  }

  /// A party alone meets the same lists as those of an order.
  @Test(arguments: [("company-boycott", true), ("company-list", false)])
  func aPartyAloneIsNotHeldForABoycott(list: String, isPassedOver: Bool) throws {
    let entry = """
      {"id":"b-1","list":"\(list)","name":"Kestrel Sequencing Co., Ltd.","countries":["CN"],\
      "schema":"Company","effect":"blocking","asOf":"2026-07-31"}
      """
    let knowledge = try #require(Bundle.knowledge)
    let screener = try OrderBook.screener.get()
    let reading = try ListReading(Array(entry.utf8), file: "entries")
    try #require(reading.entries.count == 1)
    let feed = LoadedFeed(
      demonstration: reading, retrieved: screener.asOf.adding(days: -1), digest: "sha256:0")
    let screening = try PartyScreener(
      knowledge: knowledge.lists, required: screener.policies.lists,
      corpus: screener.corpus.parties, asOf: screener.asOf, feeds: [feed]
    ).screen(
      ScreenedParty(
        names: ["Kestrel Sequencing Co., Ltd."], kind: .organisation, countries: ["CN"]))
    #expect(screening.inForce.isEmpty == isPassedOver)
    #expect(screening.notices.contains { $0.id == "DOS003" } == isPassedOver)
  }
}
