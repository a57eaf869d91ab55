import Facts
import Formats
import Testing
import Trade

@testable import Dossier

@Suite("A place in a firm's name gives way to country and address, and a public body's never does")
struct ContradictedPlaceTests {
  private func reading(_ name: String, _ country: String, _ address: String) throws -> PartyReading
  {
    PartyReading(
      Party(
        id: "p1", roles: [.purchaser, .endUser],
        entity: Entity(
          schema: .organization,
          properties: [
            .init("name", [name]), .init("country", [country]), .init("address", [address]),
          ])), try #require(Bundle.knowledge))
  }

  @Test func aRestaurantInLondonIsOpen() throws {
    let party = try reading("Xinjiang Restaurant Ltd", "GB", "London")
    #expect(!party.places.contains { $0.hasPrefix("CN") })
    #expect(party.openPlaces == ["CN-65"])
  }

  @Test(arguments: [
    ("Xinjiang Public Security Department", "DE", "Hamburg"),
    ("新疆维吾尔自治区公安厅", "GB", "London"), ("Kashgar Prefecture Hospital", "TR", "Ankara"),
  ])
  func aPublicBodyIsWhereItsNameSays(_ name: String, _ country: String, _ address: String) throws {
    let party = try reading(name, country, address)
    #expect(party.places.contains { $0.hasPrefix("CN-65") }, "\(party.places)")
    #expect(party.openPlaces.isEmpty)
  }

  @Test(arguments: [
    ("Xinjiang Sample Trading Co., Ltd.", "CN", "Shanghai"),
    ("Xinjiang Sample Trading Co., Ltd.", "HK", "Kowloon"),
    ("Xinjiang Sample Trading Co., Ltd.", "DE", "Urumqi, Xinjiang"),
  ])
  func whereNothingContradictsTheNameHolds(
    _ name: String, _ country: String, _ address: String
  ) throws {
    let party = try reading(name, country, address)
    #expect(party.places.contains { $0.hasPrefix("CN-65") }, "\(party.places)")
  }

  private static let firm = OrderBook.party(
    "u", [.ultimateConsignee, .endUser], ["Xinjiang Restaurant Ltd"], "GB",
    "1 Sample Street, London")

  /// An open place is neither another place nor the same one, wherever places are compared.
  @Test func anOpenPlaceStaysOpenInWhatIsDerivedFromIt() throws {
    let abroad = OrderBook.party(
      "u", [.ultimateConsignee, .endUser], ["Xinjiang Restaurant SARL"], "FR",
      "2 rue Exemple, Paris")
    // Who pays for both joins them, and receives nothing.
    var payer = DistributorSpace.heron
    payer.roles = [.payer]
    let past = try DistributorSpace.order("past", on: "2026-01-01", [payer, abroad])
    let now = try DistributorSpace.order("now", [payer, Self.firm])
    let corpus = try DistributorSpace.corpus(history: [past])
    #expect(try DistributorSpace.fact("same-place", .pastOrder, now, corpus) == nil)
  }

  @Test func theBodyToWhichADistributorSoldMayBeWhereItsNameSays() throws {
    let corpus = try DistributorSpace.corpus([
      "distributors/sell-through.csv":
        "distributor,period,product,quantity,endUser,country,site\n"
        + "Heron Trading GmbH,2026-Q2,autosomal-str-kit,15,Xinjiang Restaurant Ltd,GB,London\n"
    ])
    let place = try DistributorSpace.fact("place", .resale, DistributorSpace.order(), corpus)
    guard case .codes(let codes, let isComplete) = place else {
      Issue.record("\(String(describing: place))")
      return
    }
    #expect(!codes.contains { $0.hasPrefix("CN") })
    #expect(!isComplete)
  }

  /// A named person may find out where the firm is.
  @Test(arguments: [true, false])
  func aVerifiedAnswerClosesIt(isVerified: Bool) throws {
    var order = try DistributorSpace.order("now", [DistributorSpace.heron, Self.firm])
    order.endUse?.questionnaire.append(
      Answer(
        question: "party.place@u", answer: "GB", answeredBy: "c:wei", answeredOn: OrderBook.asOf,
        verifiedBy: isVerified ? "u:lim" : nil, verifiedOn: isVerified ? OrderBook.asOf : nil,
        evidence: "EUS-5521"))
    let place = try DistributorSpace.fact(
      "place", of: 1, .party, order, DistributorSpace.corpus())
    guard case .codes(_, let isComplete) = place else {
      Issue.record("\(String(describing: place))")
      return
    }
    #expect(isComplete == isVerified)
  }
}
