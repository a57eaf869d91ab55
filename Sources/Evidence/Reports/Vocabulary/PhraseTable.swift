/// Phrases of symbols, found in one walk from each unit of a text.
///
/// Laid out as one open table of steps, because it is asked at every unit of every text.
struct PhraseTable: Sendable {
  private struct Step {
    var key: UInt64
    var node: Int32
  }

  private struct Node {
    /// By six bits of each symbol that may follow: most do not, and cost no look into the table.
    var followers: UInt64 = 0
    var head: Int32 = -1
  }

  private var steps = [Step](repeating: Step(key: .max, node: 0), count: 1 << 12)
  private var nodes = [Node()]
  private var next: [Int32] = []
  private var values: [Int32] = []
  private var filled = 0
  /// The nodes to which first words and first Han characters lead; zero for none.
  private var wordStarts: [Int32] = []
  private var hanStarts = [Int32](repeating: 0, count: 0x1_0000)

  mutating func insert(_ phrase: [UInt32], value: Int) {
    guard !phrase.isEmpty else { return }
    var node: Int32 = 0
    for (place, symbol) in phrase.enumerated() {
      if let known = step(node, symbol) {
        node = known
      } else {
        let created = Int32(nodes.count)
        nodes.append(Node())
        put(PhraseTable.key(node, symbol), created)
        nodes[Int(node)].followers |= PhraseTable.bit(of: symbol)
        if place == 0 { begin(symbol, created) }
        node = created
      }
    }
    next.append(nodes[Int(node)].head)
    values.append(Int32(value))
    nodes[Int(node)].head = Int32(values.count - 1)
  }

  private mutating func begin(_ symbol: UInt32, _ node: Int32) {
    if symbol >= WordTable.han {
      let scalar = Int(symbol & 0x1F_FFFF)
      if scalar < hanStarts.count { hanStarts[scalar] = node }
    } else {
      while wordStarts.count <= Int(symbol) { wordStarts.append(0) }
      wordStarts[Int(symbol)] = node
    }
  }

  /// Where a phrase that begins with the symbol goes on; zero where none does.
  @inline(__always) func start(_ symbol: UInt32) -> Int32 {
    if symbol >= WordTable.han {
      let scalar = Int(symbol & 0x1F_FFFF)
      return scalar < hanStarts.count ? hanStarts[scalar] : step(0, symbol) ?? 0
    }
    return Int(symbol) < wordStarts.count ? wordStarts[Int(symbol)] : 0
  }

  @inline(__always) private static func bit(of symbol: UInt32) -> UInt64 {
    1 << UInt64((symbol ^ symbol >> 6) & 63)
  }

  /// Whether any phrase goes on behind the node.
  @inline(__always) func goesOn(_ node: Int32) -> Bool { nodes[Int(node)].followers != 0 }

  @inline(__always) func step(_ node: Int32, _ symbol: UInt32) -> Int32? {
    guard nodes[Int(node)].followers & PhraseTable.bit(of: symbol) != 0 else { return nil }
    let key = PhraseTable.key(node, symbol)
    var slot = PhraseTable.slot(key, steps.count)
    while steps[slot].key != .max {
      if steps[slot].key == key { return steps[slot].node }
      slot = (slot + 1) & (steps.count - 1)
    }
    return nil
  }

  /// Hands over every value whose phrase ends at the node.
  @inline(__always) func forEachValue(at node: Int32, _ body: (Int) -> Void) {
    var entry = nodes[Int(node)].head
    while entry >= 0 {
      body(Int(values[Int(entry)]))
      entry = next[Int(entry)]
    }
  }

  @inline(__always) private static func key(_ node: Int32, _ symbol: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol)
  }

  @inline(__always) private static func slot(_ key: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }

  private mutating func put(_ key: UInt64, _ node: Int32) {
    if filled * 3 > steps.count {
      let old = steps
      steps = [Step](repeating: Step(key: .max, node: 0), count: old.count * 2)
      for step in old where step.key != .max { place(step) }
    }
    filled += 1
    place(Step(key: key, node: node))
  }

  private mutating func place(_ step: Step) {
    var slot = PhraseTable.slot(step.key, steps.count)
    while steps[slot].key != .max { slot = (slot + 1) & (steps.count - 1) }
    steps[slot] = step
  }
}
