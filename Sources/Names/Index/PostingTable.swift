internal import Formats

/// What is filed under keys: sorted keys, for each key where its entries begin, and the entries of
/// all keys behind each other.
struct PostingTable<Entry: BitwiseCopyable & Sendable>: Sendable {
  private let bytes: MappedBytes
  private let keys: Int
  private let keyCount: Int
  private let ranges: Int
  private let list: Int
  private let listCount: Int

  /// - Parameters:
  ///   - keys: Where the keys lie, 8 bytes each, ascending.
  ///   - ranges: Where the beginnings lie, 4 bytes each, one more than there are keys.
  ///   - list: Where the entries lie.
  init(
    _ bytes: MappedBytes, keys: (offset: Int, count: Int), ranges: Int,
    list: (offset: Int, count: Int)
  ) {
    self.bytes = bytes
    (self.keys, keyCount) = keys
    self.ranges = ranges
    (self.list, listCount) = list
  }

  /// The range of what is filed under a key; empty for one that nothing is filed under.
  func range(of key: UInt64) -> Range<Int> {
    // Keys are spread evenly, so the place can be guessed and the rest is a few steps.
    var (low, high) = (0, keyCount)
    if keyCount > 64 {
      let guess = guess(key)
      var step = 4
      low = guess
      high = guess
      while low > 0, self.key(low) > key {
        low = max(0, low - step)
        step *= 2
      }
      step = 4
      while high < keyCount, self.key(high) < key {
        high = min(keyCount, high + step)
        step *= 2
      }
      high = min(keyCount, high + 1)
    }
    while low < high {
      let middle = (low + high) / 2
      if self.key(middle) < key { low = middle + 1 } else { high = middle }
    }
    guard low < keyCount, self.key(low) == key else { return 0..<0 }
    let first = Int(bytes.load(at: ranges + low * 4, as: UInt32.self))
    let end = Int(bytes.load(at: ranges + low * 4 + 4, as: UInt32.self))
    guard first <= end, end <= listCount else { return 0..<0 }
    return first..<end
  }

  /// About where a key stands: as far on as it is large, put right once by what stands there.
  private func guess(_ key: UInt64) -> Int {
    let first = Int(key.multipliedFullWidth(by: UInt64(keyCount)).high)
    let met = self.key(first)
    let isBehind = met < key
    let rest = (isBehind ? key - met : met - key).multipliedFullWidth(by: UInt64(keyCount)).high
    return isBehind ? min(first + Int(rest), keyCount - 1) : max(first - Int(rest), 0)
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
