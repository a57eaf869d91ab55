internal import Formats

/// What is filed under keys: sorted keys, for each key where its entries begin, the entries of all keys
/// behind each other, and a directory of the keys by their first bits, which are spread evenly.
struct PostingTable<Entry: BitwiseCopyable & Sendable>: Sendable {
  private let bytes: MappedBytes
  private let keys: Int
  private let keyCount: Int
  private let ranges: Int
  private let list: Int
  private let listCount: Int
  private let directory: Int
  /// How many bits of a key tell its place in the directory.
  private let bits: Int

  /// - Parameters:
  ///   - keys: Where the keys lie, 8 bytes each, ascending.
  ///   - ranges: Where the beginnings lie, 4 bytes each, one more than there are keys.
  ///   - list: Where the entries lie.
  ///   - directory: Where the directory lies, 4 bytes a bucket and as many for the end.
  init(
    _ bytes: MappedBytes, keys: (offset: Int, count: Int), ranges: Int,
    list: (offset: Int, count: Int), directory: (offset: Int, count: Int)
  ) {
    self.bytes = bytes
    (self.keys, keyCount) = keys
    self.ranges = ranges
    (self.list, listCount) = list
    self.directory = directory.offset
    bits = max(0, directory.count - 1).trailingZeroBitCount
  }

  /// The range of what is filed under a key; empty for one that nothing is filed under.
  func range(of key: UInt64) -> Range<Int> {
    guard keyCount > 0 else { return 0..<0 }
    let bucket = directory + Int(key >> UInt64(64 - bits)) * 4
    var low = Int(bytes.load(at: bucket, as: UInt32.self))
    let high = min(Int(bytes.load(at: bucket + 4, as: UInt32.self)), keyCount)
    while low < high, self.key(low) < key { low += 1 }
    guard low < high, self.key(low) == key else { return 0..<0 }
    let first = Int(bytes.load(at: ranges + low * 4, as: UInt32.self))
    let end = Int(bytes.load(at: ranges + low * 4 + 4, as: UInt32.self))
    guard first <= end, end <= listCount else { return 0..<0 }
    return first..<end
  }

  /// Where the keys of each bucket begin, those that share their first bits, and where the last end.
  static func directory(_ keys: [UInt64]) -> [UInt32] {
    // Few keys to a bucket, so that all of it lies together.
    let bits = max(0, UInt64.bitWidth - 3 - UInt64(keys.count).leadingZeroBitCount)
    var directory: [UInt32] = []
    for (place, key) in keys.enumerated() {
      let bucket = Int(key >> UInt64(64 - bits))
      while directory.count <= bucket { directory.append(UInt32(place)) }
    }
    while directory.count <= 1 << bits { directory.append(UInt32(keys.count)) }
    return directory
  }

  @inline(__always)
  private func key(_ index: Int) -> UInt64 { bytes.load(at: keys + index * 8, as: UInt64.self) }

  /// Hands over what is filed in a range.
  @inline(__always)
  func with<Result>(_ range: Range<Int>, _ body: (Span<Entry>) -> Result) -> Result {
    bytes.withValues(
      at: list + range.lowerBound * MemoryLayout<Entry>.stride, count: range.count,
      of: Entry.self, body)
  }
}
