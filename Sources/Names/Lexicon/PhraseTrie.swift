/// Many phrases of units, found in one walk from each unit of a text.
///
/// A look-up costs one hash for each unit of the longest phrase that begins there. Everything lies
/// in flat arrays, so that it is read from a file by copying.
struct PhraseTrie: Sendable {
  private static let free = UInt64.max

  /// By hash: a node with the symbol that follows it, and the node that it leads to.
  private var keys: [UInt64]
  private var nodes: [Int32]
  private var used = 0
  private var heads: [Int32] = [-1]
  private var next: [Int32] = []
  private var values: [Int32] = []

  init() {
    keys = [UInt64](repeating: Self.free, count: 16)
    nodes = [Int32](repeating: 0, count: 16)
  }

  init?(_ reader: inout FlatReader) {
    guard let keys = reader.values(of: UInt64.self), let nodes = reader.values(of: Int32.self),
      let heads = reader.values(of: Int32.self), let next = reader.values(of: Int32.self),
      let values = reader.values(of: Int32.self), keys.count.nonzeroBitCount == 1,
      keys.count >= 16, nodes.count == keys.count, !heads.isEmpty, heads.count < keys.count,
      next.count == values.count
    else { return nil }
    self.keys = keys
    self.nodes = nodes
    self.heads = heads
    self.next = next
    self.values = values
    used = heads.count - 1
  }

  func write(to writer: inout FlatWriter) {
    writer.put(keys)
    writer.put(nodes)
    writer.put(heads)
    writer.put(next)
    writer.put(values)
  }

  mutating func reserve(_ count: Int) {
    while keys.count < count * 2 { grow() }
  }

  mutating func insert(_ phrase: [UInt32], value: Int) {
    guard !phrase.isEmpty else { return }
    var node: Int32 = 0
    for symbol in phrase {
      let key = Self.key(node, symbol)
      let slot = slot(of: key)
      if keys[slot] == key {
        node = nodes[slot]
      } else {
        let created = Int32(heads.count)
        keys[slot] = key
        nodes[slot] = created
        used += 1
        heads.append(-1)
        node = created
        if used * 2 > keys.count { grow() }
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
      let key = Self.key(node, units[index].symbol)
      let slot = slot(of: key)
      guard keys[slot] == key else { return }
      node = nodes[slot]
      index += 1
      var entry = heads[Int(node)]
      while entry >= 0 {
        body(index - start, Int(values[Int(entry)]))
        entry = next[Int(entry)]
      }
    }
  }

  private static func key(_ node: Int32, _ symbol: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol)
  }

  /// Where a key stands, or where it would.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldNodes) = (keys, nodes)
    keys = [UInt64](repeating: Self.free, count: oldKeys.count * 2)
    nodes = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (place, key) in oldKeys.enumerated() where key != Self.free {
      let slot = slot(of: key)
      keys[slot] = key
      nodes[slot] = oldNodes[place]
    }
  }
}
