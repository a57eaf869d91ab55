internal import Formats

/// Which words of the list are alike to each word that many names hold, found once for all searches:
/// most words of a query stand on the list.
///
/// Bounded, the commonest words first, since a longer list has more words and more alike to each.
struct WordNeighbours {
  /// For each word of the list where its neighbours begin; of words without any nothing is known.
  private(set) var ranges: [UInt32] = []
  private(set) var alike: [UInt32] = []

  private static let most = 1 << 21
  /// Words that are worked out at once.
  private static let batch = 1 << 12
  private static let part = 1 << 8

  init(_ names: CompiledNames) {
    let count = names.lexemeCount
    guard count <= WordMemory.mostLexemes else {
      ranges = [UInt32](repeating: 0, count: count + 1)
      return
    }
    let holders = (0..<count).map { names.names(holding: $0).count }
    let ordered = (0..<count).sorted {
      holders[$0] == holders[$1] ? $0 < $1 : holders[$0] > holders[$1]
    }
    var found = [[UInt32]](repeating: [], count: count)
    var total = 0
    for start in stride(from: 0, to: count, by: Self.batch) where total < Self.most {
      let parts = stride(from: start, to: min(start + Self.batch, count), by: Self.part).map {
        Array(ordered[$0..<min($0 + Self.part, count)])
      }
      for (part, neighbours) in zip(parts, Threads.map(parts) { Self.neighbours($0, names) }) {
        for (lexeme, alike) in zip(part, neighbours) where total < Self.most {
          found[lexeme] = alike
          total += alike.count
        }
      }
    }
    alike.reserveCapacity(total)
    for neighbours in found {
      ranges.append(UInt32(alike.count))
      alike += neighbours
    }
    ranges.append(UInt32(alike.count))
  }

  private static func neighbours(_ lexemes: [Int], _ names: CompiledNames) -> [[UInt32]] {
    var scratch = SearchScratch(names: 0, lexemes: names.lexemeCount)
    return lexemes.map { lexeme in
      scratch.memory.forget()
      scratch.memory.begin()
      names.withLexemes { names.find($0[lexeme], $1, &scratch) }
      return scratch.memory.sinceBegin.map { scratch.memory[$0].bits }
    }
  }
}
