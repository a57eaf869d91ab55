import Names
import Testing

@Suite("The index finds who may be meant", .enabled(if: Bundled.hasPlaces))
struct IndexTests {
  private func index() throws -> IdentityIndex {
    let names = [
      "Kashgar Prefecture Public Security Bureau", "Urumqi Municipal Public Security Bureau",
      "XINJIANG PUBLIC SECURITY BUREAU", "Xinjiang Silk Road Huada Gene Technology",
      "Example Biotech Co., Ltd.", "Kashgar Prefecture People's Hospital",
    ]
    return IdentityIndex(
      names.map { Identity(names: [$0], kind: .organisation, countries: ["CN"]) },
      knowledge: try Bundled.knowledge.get())
  }

  @Test(arguments: [
    ("喀什地区公安局", 0), ("Kashi Prefecture PSB", 0), ("新疆维吾尔自治区公安厅", 2),
    ("新疆丝路华大基因科技有限公司", 3), ("EXAMPLE BIOTECH COMPANY LIMITED", 4), ("喀什地区人民医院", 5),
  ])
  func findsAcrossScripts(name: String, expected: Int) throws {
    let found = try index().matches(for: Bundled.profile(name, countries: ["CN"]))
    #expect(found.first?.index == expected, "\(found)")
    #expect(found.first?.comparison.verdict == .same)
    #expect(found.filter { $0.comparison.verdict == .same }.count == 1)
  }

  @Test(arguments: ["疏附县公安局", "Wholly Unrelated Bakery", "", "和田地区公安局"])
  func findsNothingWhereNothingIsMeant(name: String) throws {
    let found = try index().matches(for: Bundled.profile(name, countries: ["CN"]))
    #expect(!found.contains { $0.comparison.verdict == .same }, "\(found)")
  }

  @Test func aBureauOfNoStatedPlaceMayBeAnyOfThem() throws {
    let found = try index().matches(for: Bundled.profile("公安局", countries: ["CN"]))
    #expect(found.map(\.index) == [0, 1, 2], "\(found)")
    #expect(found.allSatisfy { $0.comparison.verdict == .possible })
  }

  @Test func answersInAFixedOrder() throws {
    let query = try Bundled.profile("Xinjiang Public Security", countries: ["CN"])
    let first = try index().matches(for: query).map(\.index)
    let second = try index().matches(for: query).map(\.index)
    #expect(first == second)
    let none = try index().matches(for: query, limit: 0)
    #expect(none.isEmpty)
  }

  /// However many better names are ruled out by their countries, the next are looked at.
  @Test func whatCountriesRuleOutHidesNobody() throws {
    let knowledge = try Bundled.knowledge.get()
    func person(_ name: String, _ country: String) -> Identity {
      Identity(names: [name], kind: .person, countries: [country])
    }
    let query = knowledge.profile(of: person("Mrtnvch Brbr Arkdvna", "RU"))
    let name = "Martinovich Barbara Arkadievna"
    let (abroad, meant) = (person(name, "BR"), person(name, "RU"))
    try #require(knowledge.compare(query, knowledge.profile(of: abroad)).verdict == .different)
    try #require(knowledge.compare(query, knowledge.profile(of: meant)).verdict != .different)
    let index = IdentityIndex(
      Array(repeating: abroad, count: 300) + [meant], knowledge: knowledge)
    #expect(index.matches(for: query, limit: 10).map(\.index) == [300])
  }
}
