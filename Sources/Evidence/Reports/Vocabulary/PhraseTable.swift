/// Phrases of symbols, found in one walk from each unit of a text.
///
/// Laid out as one open table of steps, because it is asked at every unit of every text.
struct PhraseTable: Sendable {
  private var keys: [UInt64] = []
  private var nodes: [Int32] = []
  private var heads: [Int32] = [-1]
  private var next: [Int32] = []
  private var values: [Int32] = []
  private var filled = 0
  /// Whether a phrase begins with the word or Han character.
  private var wordStarts: [Bool] = []
  private var hanStarts = [Bool](repeating: false, count: 0x11_0000)

  init() {
    keys = [UInt64](repeating: .max, count: 1 << 12)
    nodes = [Int32](repeating: 0, count: 1 << 12)
  }

  mutating func insert(_ phrase: [UInt32], value: Int) {
    guard let first = phrase.first else { return }
    if first >= WordTable.han {
      hanStarts[Int(first & 0x1F_FFFF)] = true
    } else {
      while wordStarts.count <= Int(first) { wordStarts.append(false) }
      wordStarts[Int(first)] = true
    }
    var node: Int32 = 0
    for symbol in phrase {
      if let known = step(node, symbol) {
        node = known
      } else {
        let created = Int32(heads.count)
        heads.append(-1)
        put(PhraseTable.key(node, symbol), created)
        node = created
      }
    }
    next.append(heads[Int(node)])
    values.append(Int32(value))
    heads[Int(node)] = Int32(values.count - 1)
  }

  @inline(__always) func begins(with symbol: UInt32) -> Bool {
    if symbol >= WordTable.han { return hanStarts[Int(symbol & 0x1F_FFFF)] }
    return Int(symbol) < wordStarts.count && wordStarts[Int(symbol)]
  }

  @inline(__always) func step(_ node: Int32, _ symbol: UInt32) -> Int32? {
    let key = PhraseTable.key(node, symbol)
    var slot = PhraseTable.slot(key, keys.count)
    while keys[slot] != .max {
      if keys[slot] == key { return nodes[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Hands over every value whose phrase ends at the node.
  @inline(__always) func forEachValue(at node: Int32, _ body: (Int) -> Void) {
    var entry = heads[Int(node)]
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
    if filled * 3 > keys.count {
      let (oldKeys, oldNodes) = (keys, nodes)
      keys = [UInt64](repeating: .max, count: oldKeys.count * 2)
      nodes = [Int32](repeating: 0, count: oldKeys.count * 2)
      for index in oldKeys.indices where oldKeys[index] != .max {
        place(oldKeys[index], oldNodes[index])
      }
    }
    filled += 1
    place(key, node)
  }

  private mutating func place(_ key: UInt64, _ node: Int32) {
    var slot = PhraseTable.slot(key, keys.count)
    while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    nodes[slot] = node
  }
}
