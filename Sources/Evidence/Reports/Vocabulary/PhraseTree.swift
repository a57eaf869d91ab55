/// Phrases of symbols while they are gathered; `PhraseTable` lays them out to be searched for.
struct PhraseTree: Sendable {
  struct Step {
    let from: Int32
    let symbol: UInt32
    let to: Int32
  }

  private(set) var steps: [Step] = []
  /// By node: the meanings of the phrases that end there, the last that was told first.
  private(set) var meanings: [[PhraseMeaning]] = [[]]
  private var known: [UInt64: Int32] = [:]

  mutating func insert(_ phrase: [UInt32], _ meaning: PhraseMeaning) {
    guard !phrase.isEmpty else { return }
    var node: Int32 = 0
    for symbol in phrase {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol)
      if let next = known[key] {
        node = next
      } else {
        let created = Int32(truncatingIfNeeded: meanings.count)
        meanings.append([])
        steps.append(Step(from: node, symbol: symbol, to: created))
        known[key] = created
        node = created
      }
    }
    meanings[Int(node)].insert(meaning, at: 0)
  }
}
