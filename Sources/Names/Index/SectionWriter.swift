/// What is filed under a key.
struct Keyed<Entry: BitwiseCopyable & Comparable>: Comparable {
  let key: UInt64
  let entry: Entry

  static func < (left: Self, right: Self) -> Bool {
    left.key == right.key ? left.entry < right.entry : left.key < right.key
  }
}

/// Writes the sections of compiled names behind a header.
struct SectionWriter {
  private var bytes = [UInt8](repeating: 0, count: CompiledNamesLayout.headerSize)
  private var places: [(offset: Int, count: Int)] = []

  mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
    align()
    places.append((bytes.count, values.count))
    unsafe values.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// So many sections of which nothing is asked.
  mutating func appendNothing(_ sections: Int) {
    for _ in 0..<sections { places.append((CompiledNamesLayout.headerSize, 0)) }
  }

  /// The sections of another writer from this one on.
  mutating func append(_ other: SectionWriter, from first: CompiledNamesLayout.Section) {
    for section in CompiledNamesLayout.Section.allCases[first.rawValue...].prefix(
      other.places.count - first.rawValue)
    {
      let place = other.places[section.rawValue]
      align()
      places.append((bytes.count, place.count))
      bytes += other.bytes[place.offset..<place.offset + place.count * section.stride]
    }
  }

  private mutating func align() {
    while bytes.count % CompiledNamesLayout.alignment != 0 { bytes.append(0) }
  }

  /// Four sections, see `PostingTable`: keys, where the entries of each begin, the entries, which are
  /// given up, and the directory.
  mutating func append<Entry: Sendable>(_ filed: inout [Keyed<Entry>]) {
    filed.sort()
    var keys: [UInt64] = []
    var ranges: [UInt32] = []
    for (place, one) in filed.enumerated() where place == 0 || filed[place - 1].key != one.key {
      keys.append(one.key)
      ranges.append(UInt32(place))
    }
    ranges.append(UInt32(filed.count))
    append(keys)
    append(ranges)
    let directory = PostingTable<Entry>.directory(keys)
    keys = []
    ranges = []
    let entries = filed.map(\.entry)
    filed = []
    append(entries)
    append(directory)
  }

  mutating func finish(identities: Int) -> [UInt8] {
    func put<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
      for index in 0..<Value.bitWidth / 8 {
        bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
      }
    }
    put(CompiledNamesLayout.magic, at: 0)
    put(CompiledNamesLayout.version, at: 8)
    put(CompiledNamesLayout.strides, at: 12)
    put(UInt64(bytes.count), at: 16)
    put(UInt64(identities), at: 24)
    for (index, place) in places.enumerated() {
      put(UInt64(place.offset), at: 48 + index * 16)
      put(UInt64(place.count), at: 56 + index * 16)
    }
    return bytes
  }
}
