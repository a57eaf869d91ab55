import Digests
import Formats
import Names

/// Lays lists out as `MappedListsLayout` says.
struct MappedListsBuilder {
  private var records: [StoredEntry] = []
  private var texts: [UInt8] = []
  private var codes: [ListCode] = []
  private var named: [(hash: UInt64, entry: UInt32)] = []
  private var identities: [Identity] = []
  private var feeds: [StoredFeed] = []

  /// The bytes, the same for the same lists and tables; nil where an entry would not read back as
  /// it is.
  ///
  /// `feeds` are those of the key in its order; `stamps` were taken before they were read.
  static func compile(
    _ feeds: [LoadedFeed], key: SnapshotKey, stamps: [FileStamp], knowledge: NameKnowledge
  ) -> [UInt8]? {
    guard feeds.map(\.feed) == key.feeds.map(\.version.feed), stamps.count == key.versions.count
    else { return nil }
    var builder = MappedListsBuilder()
    for feed in feeds {
      guard feed.version != nil, feed.fault == nil, feed.historyFaults.isEmpty else { return nil }
      for entry in feed.entries { guard builder.add(entry) else { return nil } }
      for entry in feed.removed { guard builder.add(entry) else { return nil } }
      builder.feeds.append(
        StoredFeed(
          entries: UInt32(clamping: feed.entries.count),
          removed: UInt32(clamping: feed.removed.count)))
    }
    return builder.finish(
      key: key, stamps: stamps,
      names: IdentityIndex.compile(builder.identities, knowledge: knowledge))
  }

  private mutating func add(_ entry: ListEntry) -> Bool {
    // The day of a removal may be one that only the history tells, so it stands in the record.
    var stored = entry
    stored.removedOn = nil
    let line = Array(stored.line.utf8)
    guard var read = EntryLineScanner.entry(ofStoredLine: line),
      let listedFrom = Self.number(entry.listedFrom), let removedOn = Self.number(entry.removedOn)
    else { return false }
    read.removedOn = entry.removedOn
    guard read == entry, records.count < Int(Int32.max), codes.count < Int(UInt16.max) else {
      return false
    }
    let place = UInt32(records.count)
    records.append(
      StoredEntry(
        text: UInt64(texts.count), textCount: UInt32(clamping: line.count),
        listedFrom: listedFrom, removedOn: removedOn, list: code(of: entry.list),
        isAddress: entry.schema == .address ? 1 : 0, idHash: StableHash.of(entry.id)))
    texts += line
    for hash in Set(entry.names.map { StableHash.of(FoldedName($0).text) }) {
      named.append((hash, place))
    }
    if entry.schema != .address { identities.append(ListMatcher.identity(of: entry)) }
    return true
  }

  private static func number(_ day: CivilDate?) -> Int32? {
    guard let day else { return StoredEntry.noDay }
    return Int32(exactly: day.dayNumber)
  }

  private mutating func code(of list: ListCode) -> UInt16 {
    // Entries of a list stand together, mostly at the end of what is known.
    if let known = codes.lastIndex(of: list) { return UInt16(known) }
    codes.append(list)
    return UInt16(codes.count - 1)
  }

  private mutating func finish(
    key: SnapshotKey, stamps: [FileStamp], names: [UInt8]
  ) -> [UInt8]? {
    named.sort { $0.hash == $1.hash ? $0.entry < $1.entry : $0.hash < $1.hash }
    var writer = MappedListsWriter()
    writer.append(Array(key.text.utf8))
    writer.append(stamps)
    writer.append(feeds)
    writer.append(Array(codes.map(\.id).joined(separator: "\n").utf8))
    writer.append(records)
    writer.append(texts)
    writer.append(named.map(\.hash))
    writer.append(named.map(\.entry))
    writer.append(names)
    return writer.finish()
  }
}

/// Writes sections behind a header.
private struct MappedListsWriter {
  private typealias Layout = MappedListsLayout

  private var bytes = [UInt8](repeating: 0, count: MappedListsLayout.headerSize)
  private var places: [(offset: Int, count: Int)] = []

  mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
    while bytes.count % Layout.alignment != 0 { bytes.append(0) }
    places.append((bytes.count, values.count))
    unsafe values.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func finish() -> [UInt8]? {
    put(Layout.magic, at: 0)
    put(Layout.version, at: 8)
    put(UInt32(MemoryLayout<StoredEntry>.stride), at: 12)
    put(UInt64(bytes.count), at: 16)
    for (index, place) in places.enumerated() {
      put(UInt64(place.offset), at: Layout.table + index * 16)
      put(UInt64(place.count), at: Layout.table + index * 16 + 8)
    }
    guard let checksum = DamageChecksum(of: MappedBytes(bytes), without: Layout.checksum) else {
      return nil
    }
    bytes.replaceSubrange(Layout.checksum, with: checksum.bytes)
    return bytes
  }

  private mutating func put<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
    for index in 0..<Value.bitWidth / 8 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
    }
  }
}
