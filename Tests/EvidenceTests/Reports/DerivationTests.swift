import Evidence
import Testing

@Suite("Which text rests on which is seen by whom it names and what it shares")
struct DerivationTests {
  private static let first = """
    HUMAN RIGHTS WATCH

    Police in Gansu collect DNA samples from all residents of the valley towns, without asking anyone and without a warrant. The samples are kept in a database that is open to every police station of the province.

    Source URL: <https://www.hrw.org/news/2020/02/01/gansu>
    """

  @Test func whoNamesASourceRestsOnIt() throws {
    let origin = try Reading.report(Self.first, name: "a")
    let press = try Reading.report(
      "Guardian\n\nPolice in Gansu collect DNA from all residents, Human Rights Watch said.\n\n"
        + "Samples are kept in a database, according to Human Rights Watch.", name: "b")
    let graph = DerivationGraph([press, origin])
    #expect(graph.roots == [.report(1)])
    #expect(graph.edges.first { $0.isMain }?.to == .report(1))
  }

  @Test func whoSharesSentencesRestsOnTheEarlierText() throws {
    let origin = try Reading.report(Self.first, name: "a")
    let copy = try Reading.report(
      "Posted on 3 March 2021\n\nPolice in Gansu collect DNA samples from all residents of the valley towns, without asking anyone and without a warrant.\n\nThe samples are kept in a database that is open to every police station of the province.",
      name: "copy")
    let graph = DerivationGraph([copy, origin])
    #expect(graph.roots == [.report(1)])
    #expect(graph.edges.contains { $0.evidence.contains { $0.contains("shares 2 sentences") } })
  }

  /// A character is all of its bytes: other characters of the same rows are other words.
  @Test func chineseSentencesAreSharedByTheirCharacters() throws {
    let first =
      "2021年三月以来甘肃省公安机关在没有任何人同意的情况下采集了山谷各镇全体居民的血样。\n\n"
      + "这些样本保存在一个向全省每一个派出所开放的数据库中并且从来没有任何人被告知其用途。"
    var other = String.UnicodeScalarView()
    for scalar in first.unicodeScalars {
      let changed = (0x4E00...0x9FA5).contains(scalar.value) ? scalar.value ^ 1 : scalar.value
      other.append(Unicode.Scalar(changed) ?? scalar)
    }
    func isShared(_ text: String) throws -> Bool {
      let graph = DerivationGraph([
        try Reading.report(first, name: "a"), try Reading.report(text, name: "b"),
      ])
      return graph.edges.contains { $0.evidence.contains { $0.contains("shares 2 sentences") } }
    }
    #expect(try isShared(first))
    #expect(try !isShared(String(other)))
  }

  @Test func twoTextsThatRestOnAnAbsentOneAreOneRoot() throws {
    let texts = ["Reuters\n\n", "CNN\n\n"].map {
      $0 + "Police in Gansu collect DNA from all residents, Amnesty International said on Monday."
    }
    let reports = try texts.enumerated().map { try Reading.report($1, name: "r\($0)") }
    let graph = DerivationGraph(reports)
    #expect(graph.roots == [.named("Amnesty International")])
  }

  @Test func textsThatShareNothingAreTwoRoots() throws {
    let one = try Reading.fixture("dev-island.txt")
    let other = try Reading.fixture("dev-tibet.txt")
    #expect(DerivationGraph([one, other]).roots.count == 2)
  }

  @Test func differencesStandOnBothSides() throws {
    let one = try Reading.report(
      "Police in Gansu collect DNA from residents aged 12 to 65.", name: "a")
    let other = try Reading.report(
      "Police in Gansu collect DNA from residents aged 14 to 65.", name: "b")
    let found = ContradictionFinder.contradictions(among: [one, other])
    let ages = try #require(found.first { $0.matter == "age" })
    #expect(Set([ages.left.value, ages.right.value]) == ["12-65", "14-65"])
    #expect(ages.left.locator == "L1" && ages.right.locator == "L1")
  }
}
