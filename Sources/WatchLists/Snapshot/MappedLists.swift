import Digests
import Formats
import Names

/// Lists compiled for search, read where they lie: nothing is parsed until an entry is asked for.
///
/// Made only from bytes that were just laid out, or whose checksum and key were verified; what is
/// inside the sections is trusted after that.
final class MappedLists: Sendable {
  typealias Section = MappedListsLayout.Section

  /// Why a file is not used.
  enum Refusal: Error {
    /// Of another layout, another kind of machine, or cut off.
    case foreign
    case damaged
    /// Made from other lists, tables or by another program.
    case otherKey
  }

  let bytes: MappedBytes
  private let offsets: [Int]
  private let counts: [Int]
  let codes: [ListCode]
  let index: IdentityIndex
  /// With what the names were taken apart.
  let knowledge: NameKnowledge
  /// The entry of each identity of the index.
  let indexed: [Int32]

  init(
    _ bytes: MappedBytes, key: SnapshotKey, knowledge: NameKnowledge
  ) throws(Refusal) {
    typealias Layout = MappedListsLayout
    guard bytes.count >= Layout.headerSize,
      bytes.load(at: 0, as: UInt64.self) == Layout.magic,
      bytes.load(at: 8, as: UInt32.self) == Layout.version,
      bytes.load(at: 12, as: UInt32.self) == UInt32(MemoryLayout<StoredEntry>.stride),
      bytes.load(at: 16, as: UInt64.self) == UInt64(bytes.count)
    else { throw .foreign }
    // Nothing beyond this point is believed before the checksum is.
    let stored = bytes.withValues(
      at: Layout.checksum.lowerBound, count: DamageChecksum.size, of: UInt8.self
    ) { span in span.indices.map { span[$0] } }
    guard let checksum = DamageChecksum(of: bytes, without: Layout.checksum),
      checksum.bytes == stored
    else { throw .damaged }
    var offsets: [Int] = []
    var counts: [Int] = []
    for section in Section.allCases {
      let place = Layout.table + section.rawValue * 16
      let offset = Int(clamping: bytes.load(at: place, as: UInt64.self))
      let count = Int(clamping: bytes.load(at: place + 8, as: UInt64.self))
      let (size, isTooLong) = count.multipliedReportingOverflow(by: Self.stride(section))
      guard !isTooLong, offset >= Layout.headerSize, offset % Layout.alignment == 0,
        offset <= bytes.count, size <= bytes.count - offset
      else { throw .damaged }
      offsets.append(offset)
      counts.append(count)
    }
    self.bytes = bytes
    self.offsets = offsets
    self.counts = counts
    self.knowledge = knowledge
    func text(_ section: Section) -> String {
      bytes.withValues(
        at: offsets[section.rawValue], count: counts[section.rawValue], of: UInt8.self
      ) { span in String(decoding: span.indices.map { span[$0] }, as: UTF8.self) }
    }
    guard text(.key) == key.text else { throw .otherKey }
    let codes = text(.codes).split(separator: "\n")
    self.codes = codes.compactMap { ListCode($0) }
    let nameBytes = MappedBytes(
      part: offsets[Section.names.rawValue]..<offsets[Section.names.rawValue]
        + counts[Section.names.rawValue], of: bytes)
    let entries = StoredEntries(
      bytes: bytes, offset: offsets[Section.entries.rawValue],
      texts: offsets[Section.texts.rawValue], count: counts[Section.entries.rawValue],
      textsCount: counts[Section.texts.rawValue], codes: self.codes)
    guard self.codes.count == codes.count, entries.areWithinBounds,
      counts[Section.feeds.rawValue] == key.feeds.count,
      counts[Section.stamps.rawValue] == key.versions.count,
      counts[Section.nameHashes.rawValue] == counts[Section.nameEntries.rawValue], let nameBytes
    else { throw .damaged }
    let indexed = entries.indexed
    guard
      let index = IdentityIndex(
        compiled: nameBytes, knowledge: knowledge,
        identity: { ListMatcher.identity(of: entries.entry(Int(indexed[$0]))) }),
      index.count == indexed.count
    else { throw .foreign }
    self.indexed = indexed
    self.index = index
    self.entries = entries
    let feeds = (0..<key.feeds.count).map { feed in
      bytes.load(
        at: offsets[Section.feeds.rawValue] + feed * MemoryLayout<StoredFeed>.stride,
        as: StoredFeed.self)
    }
    guard feeds.reduce(0, { $0 + Int($1.entries) + Int($1.removed) }) == entries.count else {
      throw .damaged
    }
    self.feeds = feeds
  }

  let entries: StoredEntries
  let feeds: [StoredFeed]

  static func stride(_ section: Section) -> Int {
    switch section {
    case .key, .codes, .texts, .names: 1
    case .stamps: MemoryLayout<FileStamp>.stride
    case .feeds: MemoryLayout<StoredFeed>.stride
    case .entries: MemoryLayout<StoredEntry>.stride
    case .nameHashes: 8
    case .nameEntries: 4
    }
  }

  /// How the file of a version looked when it was compiled.
  func stamp(_ version: Int) -> FileStamp {
    bytes.load(
      at: offsets[Section.stamps.rawValue] + version * MemoryLayout<FileStamp>.stride,
      as: FileStamp.self)
  }

  /// The entries that may have this name, ascending: found by a hash, to be compared.
  func entries(mayBeNamed name: FoldedName) -> [Int] {
    let hash = StableHash.of(name.text)
    let count = counts[Section.nameHashes.rawValue]
    func value(_ place: Int) -> UInt64 {
      bytes.load(at: offsets[Section.nameHashes.rawValue] + place * 8, as: UInt64.self)
    }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if value(middle) < hash { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < count, value(low) == hash {
      found.append(
        Int(bytes.load(at: offsets[Section.nameEntries.rawValue] + low * 4, as: UInt32.self)))
      low += 1
    }
    return found
  }
}
