/// A set of names that a reader looks for, found by their bytes without making a `String`.
public struct JSONNames: Sendable {
  /// One name as it was met: one of the set, or another.
  public enum Found: Sendable, Hashable {
    /// Index in the list that the set was made from.
    case known(Int)
    case other(String)
  }

  public let names: [String]
  /// All names behind each other, and where each begins; the end of the last stands behind.
  private let bytes: [UInt8]
  private let starts: [Int32]
  /// Open addressing; -1 where a slot is free.
  private let slots: [Int32]

  /// Of names that stand twice the first counts.
  public init(_ names: [String]) {
    self.names = names
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    for name in names {
      bytes += Array(name.utf8)
      starts.append(Int32(bytes.count))
    }
    var size = 8
    while size < names.count * 3 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (index, name) in names.enumerated() {
      let name = Array(name.utf8)
      var slot = JSONNames.hash(name.span) & (size - 1)
      while slots[slot] >= 0,
        bytes[Int(starts[Int(slots[slot])])..<Int(starts[Int(slots[slot]) + 1])] != name[...]
      {
        slot = (slot + 1) & (size - 1)
      }
      if slots[slot] < 0 { slots[slot] = Int32(index) }
    }
    (self.bytes, self.starts, self.slots) = (bytes, starts, slots)
  }

  /// The index of the name that these bytes spell; nil for another.
  public func index(of name: ArraySlice<UInt8>) -> Int? { index(of: name.span) }

  /// The index of the name that these bytes spell; nil for another.
  ///
  /// Texts of one writer name things in one order: the name that is expected is tried before any
  /// is looked up. An expectation that names nothing is none.
  public func index(of name: Span<UInt8>, expecting expected: Int = -1) -> Int? {
    if expected >= 0, expected < names.count, spells(name, expected) { return expected }
    let slots = slots.span
    let last = slots.count - 1
    var slot = JSONNames.hash(name) & last
    while slots[slot] >= 0 {
      if spells(name, Int(slots[slot])) { return Int(slots[slot]) }
      slot = (slot + 1) & last
    }
    return nil
  }

  private func spells(_ name: Span<UInt8>, _ index: Int) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == name.count else { return false }
    let bytes = bytes.span
    for place in name.indices where bytes[start + place] != name[place] { return false }
    return true
  }

  /// Names are short, and the set is the reader's own, so that nobody can choose collisions.
  private static func hash(_ name: Span<UInt8>) -> Int {
    let hash = StableHash.of32(name)
    return Int(hash ^ (hash >> 15))
  }
}
