import Testing

@testable import Names

@Suite("Adjectives of places in East Slavic names", .enabled(if: Bundled.hasPlaces))
struct PlaceAdjectivesTests {
  @Test(arguments: [
    ("syzranskiy", "syzran"), ("tomskiy", "tomsk"), ("lytkarinskaya", "lytkarino"),
    ("kaluzhskoe", "kaluga"), ("stavropolskogo", "stavropol"),
  ])
  func theNounIsAmongTheReadings(adjective: String, noun: String) {
    #expect(PlaceAdjectives.nouns(of: adjective).contains(noun))
  }

  @Test(arguments: ["skiy", "oskiy", "moskva", "", "ivanov"])
  func otherWordsHaveNone(word: String) {
    #expect(PlaceAdjectives.nouns(of: word).isEmpty)
  }

  @Test func aNameMeetsItsTranslation() throws {
    let knowledge = try Bundled.knowledge.get()
    func profile(_ name: String) -> IdentityProfile {
      knowledge.profile(of: Identity(names: [name], kind: .organisation))
    }
    let same = knowledge.compare(
      profile("Лыткаринский агрегатный завод"), profile("Lytkarino Aggregate Plant"))
    #expect(same.verdict != .different, "\(same.reasons)")
    let other = knowledge.compare(
      profile("Лыткаринский агрегатный завод"), profile("Syzran Aggregate Plant"))
    #expect(other.verdict == .different, "\(other.reasons)")
  }
}
