import SeededNumbers
import Testing

@testable import Names

@Suite("How near two words are in spelling")
struct SpellingMeasureTests {
  private static let stems = [
    "mohammed", "warner", "clement", "vladimir", "yusuf", "hamdullah", "rnanning", "dmitriy",
    "krestova", "elvvood", "agent47", "jj", "oo", "shchukin",
  ]

  private static func word(_ generator: inout SeededGenerator) -> [UInt8] {
    var letters = Array((stems.randomElement(using: &generator) ?? "").utf8)
    let alphabet = Array("aeiouymrnwvdclkqszhtbp7".utf8)
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let letter = alphabet.randomElement(using: &generator) ?? 0
      let place = Int.random(in: letters.indices, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: letters[place] = letter
      case 1: letters.insert(letter, at: place)
      case 2 where letters.count > 2: letters.remove(at: place)
      default: letters.swapAt(place, letters.count - 1 - place)
      }
    }
    return letters
  }

  /// The least cost of all ways to make one word of the other, with every cell filled in.
  private static func cost(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let costs = SpellingCosts.shared
    func omit(_ word: [UInt8], _ place: Int) -> Int {
      place > 0 && word[place] == word[place - 1]
        ? Int(SpellingCosts.doubling) : Int(costs.omission[Int(word[place] & 31)])
    }
    func isSplit(_ whole: UInt8, _ first: UInt8, _ second: UInt8) -> Bool {
      let splits = [("m", "rn"), ("w", "vv"), ("d", "cl")]
      return splits.contains { Array($0.utf8) == [whole] && Array($1.utf8) == [first, second] }
    }
    var cells = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in left.indices { cells[row + 1][0] = cells[row][0] + omit(left, row) }
    for column in right.indices { cells[0][column + 1] = cells[0][column] + omit(right, column) }
    for row in left.indices {
      for column in right.indices {
        let isDigit = (left[row] ^ right[column]) & 0x60 != 0
        let place = Int(left[row] & 31) * 32 + Int(right[column] & 31)
        var ways = [
          cells[row][column]
            + (isDigit ? Int(SpellingCosts.edit) : Int(costs.substitution[place])),
          cells[row][column + 1] + omit(left, row), cells[row + 1][column] + omit(right, column),
        ]
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          ways.append(cells[row - 1][column - 1] + Int(SpellingCosts.transposition))
        }
        if column > 0, isSplit(left[row], right[column - 1], right[column]) {
          ways.append(cells[row][column - 1] + Int(SpellingCosts.split))
        }
        if row > 0, isSplit(right[column], left[row - 1], left[row]) {
          ways.append(cells[row - 1][column] + Int(SpellingCosts.split))
        }
        let isFirst = row == 0 && column == 0 && left[0] != right[0]
        cells[row + 1][column + 1] = (ways.min() ?? 0) + (isFirst ? 3 : 0)
      }
    }
    return cells[left.count][right.count]
  }

  @Test func stoppingEarlyFindsTheSame() {
    let seed: UInt64 = 20_261_123
    var generator = SeededGenerator(seed: seed)
    var measure = SpellingMeasure()
    var near = 0
    for _ in 0..<20_000 {
      let (left, right) = (Self.word(&generator), Self.word(&generator))
      let longer = max(left.count, right.count)
      let (cost, limit) = (Self.cost(left, right), 36 * longer / 10)
      let edits = LetterPlaces(left.span).edits(to: right.span, right.count)
      let mayBe = abs(left.count - right.count) * 5 <= limit && edits <= max(2, longer / 2)
      let expected = mayBe && cost <= limit ? max(0, 100 - cost * 10 / longer) : 0
      if expected > 0 { near += 1 }
      #expect(
        measure.likeness(left.span, right.span, floor: 64) == expected,
        "\(String(decoding: left, as: UTF8.self)) / \(String(decoding: right, as: UTF8.self)), seed \(seed)"
      )
    }
    #expect(near > 500)
  }

  @Test func lettersThatOnlyOneWordHasAreEdits() {
    let seed: UInt64 = 20_261_124
    var generator = SeededGenerator(seed: seed)
    var (within, beyond) = (0, 0)
    for _ in 0..<5_000 {
      let (left, right) = (Self.word(&generator), Self.word(&generator))
      let places = LetterPlaces(left.span)
      let edits = places.edits(to: right.span, right.count)
      if places.mayBeWithin(3, of: right.span, right.count) {
        within += 1
      } else {
        beyond += 1
        #expect(edits > 3, "seed \(seed)")
      }
    }
    #expect(within > 100)
    #expect(beyond > 100)
  }
}
