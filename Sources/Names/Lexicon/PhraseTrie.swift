/// Many phrases of units, found in one walk from each unit of a text.
///
/// A look-up costs one hash for each unit of the longest phrase that begins there.
struct PhraseTrie: Sendable {
  private var steps: [UInt64: Int32] = [:]
  private var heads: [Int32] = [-1]
  private var next: [Int32] = []
  private var values: [Int32] = []

  mutating func reserve(_ count: Int) { steps.reserveCapacity(count) }

  mutating func insert(_ phrase: [UInt32], value: Int) {
    guard !phrase.isEmpty else { return }
    var node: Int32 = 0
    for symbol in phrase {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol)
      if let known = steps[key] {
        node = known
      } else {
        let created = Int32(heads.count)
        steps[key] = created
        heads.append(-1)
        node = created
      }
    }
    next.append(heads[Int(node)])
    values.append(Int32(value))
    heads[Int(node)] = Int32(values.count - 1)
  }

  /// Hands over the length and the value of every phrase that begins at `start`, short ones first.
  func forEachMatch(
    in units: [TextUnit], at start: Int, _ body: (_ length: Int, _ value: Int) -> Void
  ) {
    var node: Int32 = 0
    var index = start
    while index < units.count, units[index].symbol != Symbols.unknown {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(units[index].symbol)
      guard let following = steps[key] else { return }
      node = following
      index += 1
      var entry = heads[Int(node)]
      while entry >= 0 {
        body(index - start, Int(values[Int(entry)]))
        entry = next[Int(entry)]
      }
    }
  }
}
