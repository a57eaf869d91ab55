/// A set of small numbers: one bit each.
struct IndexSet: Sendable, Hashable {
  private var words: ContiguousArray<UInt64> = []

  func contains(_ index: Int) -> Bool {
    index >> 6 < words.count && words[index >> 6] >> (index & 63) & 1 == 1
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Ascending.
  var indices: [Int] {
    words.enumerated().flatMap { place, word in
      (0..<64).filter { word >> $0 & 1 == 1 }.map { place << 6 + $0 }
    }
  }

  mutating func insert(_ index: Int) {
    while words.count <= index >> 6 { words.append(0) }
    words[index >> 6] |= 1 << (index & 63)
  }

  mutating func formUnion(_ other: IndexSet) {
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  func intersects(_ other: IndexSet) -> Bool {
    for index in 0..<min(words.count, other.words.count)
    where words[index] & other.words[index] != 0 { return true }
    return false
  }

  /// Empties the set and keeps its storage.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }
}
