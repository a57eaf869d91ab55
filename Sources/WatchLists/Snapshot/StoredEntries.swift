import Formats

/// The entries of a compiled snapshot, each read when it is asked for.
struct StoredEntries: Sendable {
  let bytes: MappedBytes
  /// Where the records begin.
  let offset: Int
  /// Where the texts begin.
  let texts: Int
  let count: Int
  let textsCount: Int
  let codes: [ListCode]

  func record(_ entry: Int) -> StoredEntry {
    precondition(entry >= 0 && entry < count)
    return bytes.load(
      at: offset + entry * MemoryLayout<StoredEntry>.stride, as: StoredEntry.self)
  }

  func list(_ entry: Int) -> ListCode { codes[Int(record(entry).list)] }

  /// The entry in full.
  func entry(_ place: Int) -> ListEntry {
    let record = record(place)
    let line = bytes.withValues(
      at: texts + Int(record.text), count: Int(record.textCount), of: UInt8.self
    ) { span in
      unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }
    // INVARIANT: the builder reads every line back, and a line is read only after its checksum.
    guard var entry = EntryLineScanner.entry(ofStoredLine: line) else {
      return ListEntry(id: "", list: codes[Int(record.list)], name: "an entry that is unreadable")
    }
    entry.removedOn = record.day(record.removedOn)
    return entry
  }

  /// Whether every record points into the texts and the codes.
  var areWithinBounds: Bool {
    for place in 0..<count {
      let record = record(place)
      guard record.text <= UInt64(textsCount),
        UInt64(record.textCount) <= UInt64(textsCount) - record.text, Int(record.list) < codes.count
      else { return false }
    }
    return true
  }

  /// All but bare addresses, which have no name to be found by.
  var indexed: [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(count)
    for place in 0..<count where record(place).isAddress == 0 { places.append(Int32(place)) }
    return places
  }
}
