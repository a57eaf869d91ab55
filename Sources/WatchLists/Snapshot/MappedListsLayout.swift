/// The layout of a compiled snapshot: a header, then sections that begin at multiples of 16 bytes.
///
///     0    magic, version of the layout, size of a stored entry, length of the file
///     24   checksum of 128 bits over everything but itself (`DamageChecksum`)
///     40   for each section its offset in bytes and its count
///
/// - `key`: the text of a `SnapshotKey`, everything that the content was made from.
/// - `stamps`: a `FileStamp` for each version that the key names, in its order.
/// - `feeds`: a `StoredFeed` for each feed of the key; its entries lie behind each other, those in
///   the version in force before those that earlier versions had.
/// - `codes`: the codes of the lists, one a line.
/// - `entries`: a `StoredEntry` each, what a search needs of an entry without reading it.
/// - `texts`: the entries as `ListEntry.line` writes them.
/// - `nameHashes`, `nameEntries`: ascending hashes of folded names, and whose each is.
/// - `names`: the names compiled for search, all entries but bare addresses.
///
/// Numbers lie in the order of bytes of the machine that wrote them; on another the magic differs.
enum MappedListsLayout {
  static let magic: UInt64 = 0x5343_5255_504C_5332
  static let version: UInt32 = 1
  static let alignment = 16
  static let checksum = 24..<40

  enum Section: Int, CaseIterable {
    case key, stamps, feeds, codes, entries, texts, nameHashes, nameEntries, names
  }

  static let table = 40
  static let headerSize = (table + Section.allCases.count * 16 + 15) / 16 * 16
}

/// How many entries a feed has.
struct StoredFeed: BitwiseCopyable {
  /// Of the version in force.
  var entries: UInt32
  /// Of earlier versions, no longer listed.
  var removed: UInt32
}
