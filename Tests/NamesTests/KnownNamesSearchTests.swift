import Testing

@testable import Names

@Suite("A known name meets its entry in any alphabet", .enabled(if: Bundled.hasPlaces))
struct KnownNamesSearchTests {
  private static let listed = [
    "Moscow Institute of Physics and Technology", "北京理工大学", "Harbin Engineering University",
    "Moscow Aviation Institute", "МФТИ", "Varnholt Optical Systems LLC",
  ]

  private static func found(_ name: String) throws -> [Int] {
    let knowledge = try Bundled.knowledge.get()
    let index = IdentityIndex(
      listed.map { Identity(names: [$0], kind: .organisation) }, knowledge: knowledge)
    return index.matches(for: try Bundled.profile(name)).filter { $0.comparison.verdict == .same }
      .map(\.index).sorted()
  }

  @Test(arguments: [
    ("МФТИ", [0, 4]), ("莫斯科物理技术学院", [0, 4]), ("北理工", [1]),
    ("Beijing Institute of Technology", [1]), ("哈工程", [2]),
  ])
  func isFound(name: String, entries: [Int]) throws {
    let found = try Self.found(name)
    #expect(entries.allSatisfy(found.contains), "\(name): \(found)")
    #expect(found.count == entries.count, "\(name): \(found)")
  }

  /// What is known to be of another body is not met by it.
  @Test func anotherKnownNameIsNotMet() throws {
    let found = try Self.found("哈工大")
    #expect(found.isEmpty, "\(found)")
  }
}
