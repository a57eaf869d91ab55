import Formats
import SeededNumbers
import Testing

@testable import Names

/// What is stored or remembered for speed says the same as what is worked out anew.
@Suite("What a search remembers changes no answer")
struct SearchMemoryTests {
  private static let families: [(SoundFamily, Script)] = [
    (.latin, .latin), (.cyrillic, .cyrillic), (.greek, .greek), (.arabic, .arabic),
    (.hebrew, .hebrew), (.kana, .kana), (.hangul, .hangul), (.han, .han), (.thai, .thai),
    (.indic, .devanagari),
  ]

  private static func word(_ generator: inout SeededGenerator) -> [UInt8] {
    let syllables = [
      "sh", "khal", "r", "ma", "ts", "o", "vich", "ng", "ee", "x", "j", "b", "ou", "zh", "n", "l",
    ]
    return (0..<Int.random(in: 1...6, using: &generator)).flatMap { _ in
      Array(syllables[Int.random(in: syllables.indices, using: &generator)].utf8)
    }
  }

  private static func personWord(_ letters: [UInt8], _ script: Script) -> PersonWord {
    PersonWord(
      start: 0, length: UInt8(letters.count), formLength: 0, script: script.number, flags: [],
      letters: StableHash.of32(letters.span), form: 0, characters: 0, classes: 0,
      outline: SoundOutline(letters.span, script: script), families: (0, 0))
  }

  @Test func aStoredWordSoundsAsItsLettersDo() {
    let seed: UInt64 = 20_261_122
    var generator = SeededGenerator(seed: seed)
    var compared = 0
    for _ in 0..<400 {
      let (first, second) = (Self.word(&generator), Self.word(&generator))
      guard second.count > 1 else { continue }
      for (family, script) in Self.families where family != .latin {
        for (other, otherScript) in Self.families where !other.isSyllabic {
          var stored: [UInt8] = []
          LexemeSounds.append(
            Self.personWord(second, otherScript), second.span, to: &stored)
          let prepared = PreparedWord(Self.personWord(first, script), first.span)
          let heard = LexemeSounds.heard(prepared.sound, family, stored.span, other, floor: 0)
          let anew = SoundComparison.similarity(first.span, script, second.span, otherScript)
          #expect(
            heard == anew,
            "\(String(decoding: first, as: UTF8.self)) as \(script), \(String(decoding: second, as: UTF8.self)) as \(otherScript), seed \(seed)"
          )
          compared += 1
        }
      }
    }
    #expect(compared > 10_000)
  }

  @Test func aFloorHidesOnlyWhatIsBelowIt() {
    let seed: UInt64 = 653_100
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let (first, second) = (Self.word(&generator), Self.word(&generator))
      let (_, script) = Self.families[Int.random(in: Self.families.indices, using: &generator)]
      let whole = SoundComparison.similarity(first.span, script, second.span, .latin)
      for floor in [1, 40, 60, 72, 100] {
        let cut = SoundComparison.similarity(
          first.span, script, second.span, .latin, floor: floor)
        #expect(cut == (whole >= floor ? whole : 0), "floor \(floor), seed \(seed)")
      }
    }
  }

  /// Asked again, after others, or as the first: the same names with the same scores.
  @Test(.enabled(if: Bundled.hasPlaces)) func theOrderOfQueriesChangesNothing() throws {
    let knowledge = try Bundled.knowledge.get()
    let listed = [
      "Vladimir Petrovich Ivanov", "Владимир Иванов", "Ivanova Vladislava", "محمد حقانی",
      "Mohammed Haqqani", "Muhammad Yusuf Haqqani", "陈全国", "Chen Quanguo", "Jonathan Weatherby",
      "WEATHERBY Jon", "Petrov Ivan",
    ].map { Identity(names: [$0], kind: .person) }
    let queries = [
      "Wladimir Iwanow", "Muhammed Hakkani", "Ivanov Vladimir", "Chen Quanguo", "J. Weatherby",
      "Владимир Петров", "Weatherby Jonathan Vladimir", "Mohammed Ivanov",
    ].map { knowledge.profile(of: Identity(names: [$0], kind: .person)) }
    func answers(_ index: IdentityIndex, _ query: IdentityProfile) -> [[Int]] {
      index.candidates(for: query).map { [$0.index, $0.score] }
    }
    let asked = IdentityIndex(listed, knowledge: knowledge)
    var found = 0
    for query in queries + queries.reversed() {
      let alone = answers(IdentityIndex(listed, knowledge: knowledge), query)
      #expect(answers(asked, query) == alone, "\(query.identity.names)")
      found += alone.count
    }
    #expect(found > 10)
  }

  /// Of two words with one hash, each is remembered as what it is.
  @Test func wordsOfOneHashAreNotMistakenForEachOther() {
    var memory = WordMemory()
    let (first, second) = (Array("weber".utf8), Array("riwan".utf8))
    var other = Self.personWord(second, .latin)
    other.letters = StableHash.of32(first.span)
    other.classes = Self.personWord(first, .latin).classes
    let words = (
      WordMemory.Word(Self.personWord(first, .latin), first.span),
      WordMemory.Word(other, second.span)
    )
    #expect(words.0 == words.1)
    memory.begin()
    memory.append(WordMemory.Alike(lexeme: 7, likeness: 100, isOpen: false))
    let kept = memory.keep(words.0, first.span)
    #expect(memory.range(of: words.0, first.span) == kept)
    #expect(memory.range(of: words.1, second.span) == nil)
    memory.begin()
    memory.append(WordMemory.Alike(lexeme: 9, likeness: 80, isOpen: true))
    let range = memory.keep(words.1, second.span)
    #expect(memory.range(of: words.1, second.span) == range)
    #expect(memory[range.lowerBound].lexeme == 9)
    #expect(memory[range.lowerBound].likeness == 80)
    #expect(memory[range.lowerBound].isOpen)
  }

  /// The sound of a word never stands for that of another one, whoever chose its letters.
  @Test func soundsOfOneHashAreNotMistakenForEachOther() {
    var memory = SoundMemory()
    let (first, second) = (Array("weber".utf8), Array("riwan".utf8))
    var other = Self.personWord(second, .latin)
    other.letters = StableHash.of32(first.span)
    func sound(_ form: SoundForm) -> [UInt8] { (0..<form.count).map { form.letters[$0] } }
    let alone = sound(SoundForm(second.span, script: .latin, comparedWith: .cyrillic))
    let before = sound(
      memory.form(of: Self.personWord(first, .latin), first.span, comparedWith: .cyrillic))
    #expect(sound(memory.form(of: other, second.span, comparedWith: .cyrillic)) == alone)
    #expect(before != alone)
    #expect(
      sound(memory.form(of: Self.personWord(first, .latin), first.span, comparedWith: .cyrillic))
        == before)
  }

  /// What was found for a word when names were compiled is what a search finds.
  @Test(.enabled(if: Bundled.hasPlaces)) func neighboursAreWhatASearchFinds() throws {
    let knowledge = try Bundled.knowledge.get()
    let listed = [
      "Vladimir Petrovich Ivanov", "Владимир Иванов", "Ivanova Vladislava", "محمد حقانی",
      "Mohammed Haqqani", "Muhammad Yusuf Haqqani", "陈全国", "Chen Quanguo", "Jonathan Weatherby",
      "WEATHERBY Jon", "Petrov Ivan", "김철수", "Kim Chol Su", "乔纳森",
    ].map { Identity(names: [$0], kind: .person) }
    let bytes = IdentityIndex.compile(listed, knowledge: knowledge)
    let names = try #require(CompiledNames(MappedBytes(bytes)))
    var scratch = SearchScratch(names: 0, lexemes: names.lexemeCount)
    var compared = 0
    for lexeme in 0..<names.lexemeCount {
      scratch.memory.begin()
      names.withLexemes { names.find($0[lexeme], $1, &scratch) }
      let stored = names.withNeighbours(of: lexeme) { span in span.indices.map { span[$0] } }
      #expect(stored == scratch.memory.sinceBegin.map { scratch.memory[$0].bits }, "word \(lexeme)")
      #expect(stored.contains { WordMemory.Alike(bits: $0).lexeme == lexeme })
      compared += stored.count
    }
    #expect(compared > names.lexemeCount)
  }

  @Test func theBestRanksAreTakenFirst() {
    let seed: UInt64 = 77
    var generator = SeededGenerator(seed: seed)
    for count in [0, 10, 100, 1_000, 20_000] {
      for most in [1, 12, 512] {
        var scratch = SearchScratch(names: 1, lexemes: 1)
        let ranks = (0..<count).map { name in
          UInt64.random(in: 0...60_000, using: &generator) << 32 | UInt64(UInt32.max - UInt32(name))
        }
        scratch.ranks = ranks
        var (taken, turns) = ([UInt32](), 0)
        while scratch.takeBest(most) {
          taken += scratch.best
          turns += 1
        }
        let sorted = ranks.sorted(by: >).map { UInt32.max - UInt32(truncatingIfNeeded: $0) }
        #expect(taken == sorted, "\(count), \(most), seed \(seed)")
        #expect(turns <= 1 + count / most)
      }
    }
  }
}
