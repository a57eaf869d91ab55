/// A set of names that a reader looks for, found by their bytes without making a `String`.
public struct JSONNames: Sendable {
  /// One name as it was met: one of the set, or another.
  public enum Found: Sendable, Hashable {
    /// Index in the list that the set was made from.
    case known(Int)
    case other(String)
  }

  public let names: [String]
  private let bytes: [[UInt8]]
  /// Open addressing; -1 where a slot is free.
  private let slots: [Int]

  /// Of names that stand twice the first counts.
  public init(_ names: [String]) {
    self.names = names
    bytes = names.map { Array($0.utf8) }
    var size = 8
    while size < names.count * 3 { size *= 2 }
    var slots = [Int](repeating: -1, count: size)
    for (index, name) in bytes.enumerated() {
      var slot = JSONNames.hash(name[...]) & (size - 1)
      while slots[slot] >= 0, bytes[slots[slot]] != name { slot = (slot + 1) & (size - 1) }
      if slots[slot] < 0 { slots[slot] = index }
    }
    self.slots = slots
  }

  /// The index of the name that these bytes spell; nil for another.
  public func index(of name: ArraySlice<UInt8>) -> Int? {
    var slot = JSONNames.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      if bytes[slots[slot]].elementsEqual(name) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Names are short, and the set is the reader's own, so that nobody can choose collisions.
  private static func hash(_ name: ArraySlice<UInt8>) -> Int {
    var hash = StableHash.start32
    for byte in name { hash = StableHash.add(byte, to: hash) }
    return Int(hash ^ (hash >> 15))
  }
}
