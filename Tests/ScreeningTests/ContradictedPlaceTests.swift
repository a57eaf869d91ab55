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
}
