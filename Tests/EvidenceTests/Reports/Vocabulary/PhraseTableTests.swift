import SeededNumbers
import Testing

@testable import Evidence

/// Phrases are found as by comparing each of them with each place of a text.
@Suite struct PhraseTableTests {
  private typealias Found = ReportScanner.FoundPhrase

  /// Few symbols, so that phrases share their beginnings; many, so that several have one bit.
  @Test(arguments: [4, 40, 400], [1, 2, 3] as [UInt64])
  func everyPhraseIsFoundWhereItStands(symbols: Int, seed: UInt64) {
    var draw = SeededGenerator(seed: seed)
    func symbol() -> UInt32 {
      let number = UInt32(1 + draw.below(symbols))
      return draw.chance(1, in: 3) ? WordTable.han | 0x4E00 + number : number
    }
    var tree = PhraseTree()
    var phrases: [[UInt32]] = []
    var numbers: [[UInt32]: [Int]] = [:]
    for number in 0..<300 {
      // Some phrases mean several things.
      let phrase =
        draw.chance(1, in: 8) && number > 0
        ? phrases[draw.below(number)] : (0...draw.below(4)).map { _ in symbol() }
      phrases.append(phrase)
      numbers[phrase, default: []].insert(number, at: 0)
      tree.insert(phrase, PhraseMeaning(.place, number))
    }
    let table = PhraseTable(tree)
    for _ in 0..<50 {
      let text = (0..<60).map { _ in symbol() }
      var units = text.map { symbol in
        var symbols = WordTable.Symbols()
        symbols.exact = symbol
        return ReportUnit(start: 0, end: 0, symbols: symbols, clause: 0)
      }
      for index in units.indices {
        let start = table.start(text[index])
        if start != 0 { units[index].node = table[start] }
      }
      var found: [Found] = []
      PhraseWalk.walk(table, &units, into: &found)
      var expected: [[Int]] = []
      for start in text.indices {
        // Shorter phrases first, and of one phrase what was told last.
        for length in 1...5 where start + length <= text.count {
          for number in numbers[Array(text[start..<start + length])] ?? [] {
            expected.append([start, start + length, number])
          }
        }
      }
      #expect(
        found.map { [Int($0.start), Int($0.end), $0.meaning.number] } == expected, "seed \(seed)")
    }
  }

  @Test func meaningsKeepTheirKindAndNumber() {
    for kind in [PhraseMeaning.Kind.concept, .unless, .with, .noun, .company] {
      for number in [0, 1, 77, 1 << 20] {
        let meaning = PhraseMeaning(kind, number)
        #expect(meaning.kind == kind && meaning.isOf(kind) && meaning.number == number)
      }
    }
    #expect(!PhraseMeaning(.unless, 3).isOf(.with))
  }
}
