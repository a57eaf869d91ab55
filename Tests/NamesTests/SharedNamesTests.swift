import Formats
import SeededNumbers
import Testing

@testable import Names

/// Words that are met for the first time are measured only where they stand beside another word of the
/// query, those that are asked for often against the whole list.
@Suite("A search finds as much by some words as by all", .enabled(if: Bundled.hasPlaces))
struct SharedNamesTests {
  private static let listed = [
    "Aleksandr Mikhailovich Kravchenko", "KRAVCHENKO, Aleksandr", "Oksana Shcherbakova",
    "Francisco Domingo Villamizar", "Weatherby Cornelius", "J. Weatherby", "Cornelius Weatherby Jr",
    "Mohammed Abdul Rahim Haqqani", "HAQQANI, Abdulrahim", "Abdelkader Laghoub", "Barkanadir",
    "Shahabuddin Delawar", "Qudratullah Jamal", "Jalaluddin Haqqani", "Zvonimir Lindqvist",
    "Александр Михайлович КРАВЧЕНКО", "Оксана ЩЕРБАКОВА", "Корнелиус УЭЗЕРБИ",
    "محمد عبد الرحيم حقاني",
    "KIM Su Il", "JON Chol Young", "CHEN, Quanguo", "Liliya Barkovna", "Hanna Paulauna LIAMANIK",
    "Ivan Weatherby", "Ivan Kravchenko", "Domingo Haqqani", "Oksana Villamizar",
    "Abdul Rahim Delawar",
  ]
  private static let asked =
    listed + [
      "عبد القادر لاغوب", "شهاب الدين دلاور", "قدرت الله جمال", "جلال الدين حقانی", "محمد حقانی",
      "Ганна Паўлаўна ЛЯМАНIК", "김수일", "陈全国", "Llya Brkvna", "Belozerov O.V.", "Вонимир Линдквист",
    ]

  @Test func askedOnceAndAskedOftenGiveTheSame() throws {
    let knowledge = try Bundled.knowledge.get()
    let seed: UInt64 = 20_261_126
    var generator = SeededGenerator(seed: seed)
    let identities = Self.listed.map { Identity(names: [$0], kind: .person) }
    let index = try #require(
      CompiledNames(MappedBytes(IdentityIndex.compile(identities, knowledge: knowledge))))
    var (sought, found, wrong) = (0, 0, [String]())
    for name in Self.asked {
      for turn in 0..<12 {
        let query = turn == 0 ? name : name.withSlips(turn % 3 + 1, &generator)
        let profile = knowledge.profile(of: Identity(names: [query], kind: .person))
        let form = try #require(profile.personForms.first)
        var scratch = SearchScratch(names: index.nameCount, lexemes: index.lexemeCount)
        func hits() -> [UInt32: Int] {
          scratch.clear()
          return Dictionary(
            index.persons(for: form, &scratch).map { ($0.name.identity, $0.score) },
            uniquingKeysWith: max)
        }
        let once = hits()
        sought += scratch.sought.count
        for _ in 0..<4 { _ = hits() }
        let often = hits()
        if PersonQuery(form).slots.count > 1 { #expect(scratch.sought.isEmpty, "\(query)") }
        found += often.count
        if once != often { wrong.append("\(query): \(once) for \(often)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10)), seed \(seed)")
    #expect(sought > 400)
    #expect(found > 300)
  }
}
