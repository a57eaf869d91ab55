/// What single words of one query were found to be to words met before: the same given names come
/// back in thousands of names.
struct LikenessCache {
  private struct Slot {
    var key: UInt64 = 0
    var likeness: UInt8 = 0
    var ground: PersonMeasure.Pair.Ground = .equal
  }

  private static let size = 512
  private var slots = [Slot](repeating: Slot(), count: LikenessCache.size)

  /// Forgets everything: the words of the query are others now.
  mutating func clear() {
    for index in slots.indices { slots[index].key = 0 }
  }

  @inline(__always)
  func find(_ key: UInt64) -> (likeness: Int, ground: PersonMeasure.Pair.Ground)? {
    let slot = slots[Self.place(key)]
    return slot.key == key ? (Int(slot.likeness), slot.ground) : nil
  }

  @inline(__always)
  mutating func keep(_ key: UInt64, _ found: (likeness: Int, ground: PersonMeasure.Pair.Ground)) {
    slots[Self.place(key)] = Slot(
      key: key, likeness: UInt8(found.likeness), ground: found.ground)
  }

  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }
}
