/// Numbers by hash, in one open table without further hashing: the keys are hashes already.
struct HashSlots: Sendable {
  private struct Slot {
    var key: UInt64
    var value: UInt32
  }

  private var slots = [Slot](repeating: Slot(key: 0, value: 0), count: 1 << 10)
  private var filled = 0

  /// Zero stands for no number.
  @inline(__always) subscript(hash: UInt64) -> UInt32 {
    var place = HashSlots.place(hash, slots.count)
    while slots[place].value != 0 {
      if slots[place].key == hash { return slots[place].value }
      place = (place + 1) & (slots.count - 1)
    }
    return 0
  }

  /// Of the numbers of one hash the first that meets the condition; zero where none does.
  @inline(__always) func first(_ hash: UInt64, where isMet: (UInt32) -> Bool) -> UInt32 {
    var place = HashSlots.place(hash, slots.count)
    while slots[place].value != 0 {
      if slots[place].key == hash, isMet(slots[place].value) { return slots[place].value }
      place = (place + 1) & (slots.count - 1)
    }
    return 0
  }

  /// Counts one more of the hash, and answers how many that are.
  mutating func count(_ hash: UInt64) -> UInt32 {
    var place = HashSlots.place(hash, slots.count)
    while slots[place].value != 0 {
      if slots[place].key == hash {
        slots[place].value += 1
        return slots[place].value
      }
      place = (place + 1) & (slots.count - 1)
    }
    insert(hash, 1)
    return 1
  }

  mutating func insert(_ hash: UInt64, _ value: UInt32) {
    if filled * 3 > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(key: 0, value: 0), count: old.count * 2)
      for slot in old where slot.value != 0 { put(slot) }
    }
    filled += 1
    put(Slot(key: hash, value: value))
  }

  private mutating func put(_ slot: Slot) {
    var place = HashSlots.place(slot.key, slots.count)
    while slots[place].value != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  @inline(__always) private static func place(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }
}
