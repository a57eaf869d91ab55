import Formats
import SeededNumbers
import Testing

@testable import Names

/// Cards of words rule out nothing that measuring would find.
@Suite("What a card rules out, a measure finds unlike", .enabled(if: Bundled.hasPlaces))
struct WordSieveTests {
  private static let names = [
    "Aleksandr Mikhailovich Kravchenko", "Francisco Domingo Villamizar", "Weatherby Cornelius",
    "Mohammed Abdul Rahim Haqqani", "Zvonimir Lindqvist", "Oksana Shcherbakova", "Jürgen Müller",
    "Александр Михайлович КРАВЧЕНКО", "Оксана ЩЕРБАКОВА", "Юрген Мюллер", "Корнелиус УЭЗЕРБИ",
    "محمد عبد الرحيم حقاني", "حسن ظاهرعويس", "فرانسيسكو دومينغو", "김수일", "박지성", "Джамал аль-Дин",
    "מוחמד עבד", "Γιώργος Παπαδόπουλος", "Hassan Dahir Aweys", "Rnartin Cliddle", "Martin Diddle",
    "Georgios Papadopoulos", "Kim Su Il", "Jalal al-Din", "Frncsco Dmngo", "Vvalter Zhukov",
  ]

  /// Names with slips of the pen.
  private static func names(_ generator: inout SeededGenerator) -> [String] {
    names
      + names.flatMap { name in
        (0..<8).map { _ in
          name.withSlips(Int.random(in: 1...4, using: &generator), &generator)
        }
      }
  }

  @Test(arguments: [66, 74])
  func wordsAreAsAlikeInTheWaysToldAsInAll(floor: Int) throws {
    let knowledge = try Bundled.knowledge.get()
    let seed: UInt64 = 20_261_123
    var generator = SeededGenerator(seed: seed)
    let identities = Self.names(&generator).map { Identity(names: [$0], kind: .person) }
    let index = try #require(
      CompiledNames(MappedBytes(IdentityIndex.compile(identities, knowledge: knowledge))))
    var measure = WordMeasure()
    var (alike, ruledOut, wrong) = (0, 0, [String]())
    for identity in identities {
      for form in knowledge.profile(of: identity).personForms {
        let pool = form.pool.span
        for (number, word) in form.words.enumerated() where word.length > 1 {
          measure.prepare(word, pool)
          var sieve = WordSieve(word, pool, floor: floor)
          for lexeme in 0..<index.lexemeCount {
            index.withLexemes { lexemes, letters in
              index.withCards { cards in
                index.withSounds { ranges, sounds in
                  let other = lexemes[lexeme]
                  guard Self.mayBeMeasured(word, other),
                    WordMeasure.equality(word, pool, other, letters).likeness == 0
                  else { return }
                  let ways = sieve.ways(cards[lexeme])
                  func likeness(_ ways: WordSieve.Ways, _ floor: Int) -> Int {
                    measure.likeness(
                      ofPrepared: word, pool, other, letters, in: ways, floor: floor,
                      sound: sounds.extracting(Int(ranges[lexeme])..<Int(ranges[lexeme + 1])))
                  }
                  let all = likeness(.all, WordMeasure.leastLikeness)
                  if ways.isEmpty { ruledOut += 1 }
                  guard all >= floor else { return }
                  alike += 1
                  let told = ways.isEmpty ? 0 : likeness(ways, floor)
                  if told != all {
                    wrong.append("\(form.text(at: number)) \(lexeme): \(told) for \(all)")
                  }
                }
              }
            }
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10)), seed \(seed)")
    #expect(alike > 1_000)
    #expect(ruledOut > 20_000)
  }

  /// What else tells words apart says so by itself.
  private static func mayBeMeasured(_ left: PersonWord, _ right: PersonWord) -> Bool {
    let longer = Int(max(left.length, right.length))
    if left.script != right.script { return left.outline.distance(to: right.outline) <= longer / 6 }
    return Script.isAbjad(left.script)
      || ConsonantClasses.leastCost(left.classes, right.classes) <= 36 * longer / 10
  }
}
