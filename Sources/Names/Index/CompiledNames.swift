internal import Formats

/// Names laid out for search: read where they lie, without parsing.
struct CompiledNames: Sendable {
  let bytes: MappedBytes
  private let offsets: [Int]
  private let counts: [Int]

  /// Nil where the bytes are of another layout, cut off, or of another kind of machine. Whoever
  /// keeps them in a file checks their digest: what is inside the sections is trusted.
  init?(_ bytes: MappedBytes) {
    typealias Layout = CompiledNamesLayout
    guard bytes.count >= Layout.headerSize,
      bytes.load(at: 0, as: UInt64.self) == Layout.magic,
      bytes.load(at: 8, as: UInt32.self) == Layout.version,
      bytes.load(at: 12, as: UInt32.self) == Layout.strides,
      bytes.load(at: 16, as: UInt64.self) == UInt64(bytes.count)
    else { return nil }
    let strides = [
      MemoryLayout<StoredIdentity>.stride, MemoryLayout<StoredName>.stride,
      MemoryLayout<PersonWord>.stride, 1, 1, 8, 4, 4,
    ]
    self.init(trusting: bytes)
    var end = bytes.count
    for section in Layout.Section.allCases.reversed() {
      let (size, isTooLong) = count(section).multipliedReportingOverflow(
        by: strides[section.rawValue])
      // Sections stand in their order, filled up to the next by less than the alignment.
      guard !isTooLong, offset(section) % Layout.alignment == 0,
        offset(section) >= Layout.headerSize, offset(section) <= end,
        size <= end - offset(section), end - offset(section) - size < Layout.alignment
      else { return nil }
      end = offset(section)
    }
    guard count(.ranges) == count(.keys) + 1 else { return nil }
  }

  /// Bytes that the builder has just laid out.
  init(trusting bytes: MappedBytes) {
    self.bytes = bytes
    let sections = CompiledNamesLayout.Section.allCases
    offsets = sections.map {
      Int(clamping: bytes.load(at: 48 + $0.rawValue * 16, as: UInt64.self))
    }
    counts = sections.map {
      Int(clamping: bytes.load(at: 56 + $0.rawValue * 16, as: UInt64.self))
    }
  }

  private func offset(_ section: CompiledNamesLayout.Section) -> Int { offsets[section.rawValue] }
  private func count(_ section: CompiledNamesLayout.Section) -> Int { counts[section.rawValue] }

  var identityCount: Int { count(.identities) }
  var nameCount: Int { count(.names) }

  func name(_ index: Int) -> StoredName {
    precondition(index < nameCount)
    return bytes.load(
      at: offset(.names) + index * MemoryLayout<StoredName>.stride, as: StoredName.self)
  }

  /// The range of postings of a key; empty for one that nothing is filed under.
  func postings(of key: UInt64) -> Range<Int> {
    let (start, total) = (offset(.keys), count(.keys))
    // Keys are spread evenly, so the place can be guessed and the rest is a few steps.
    var (low, high) = (0, total)
    if total > 64 {
      let guess = Int(key.multipliedFullWidth(by: UInt64(total)).high)
      var step = 16
      low = guess
      high = guess
      while low > 0, bytes.load(at: start + low * 8, as: UInt64.self) > key {
        low = max(0, low - step)
        step *= 2
      }
      step = 16
      while high < total, bytes.load(at: start + high * 8, as: UInt64.self) < key {
        high = min(total, high + step)
        step *= 2
      }
      high = min(total, high + 1)
    }
    while low < high {
      let middle = (low + high) / 2
      if bytes.load(at: start + middle * 8, as: UInt64.self) < key {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < total, bytes.load(at: start + low * 8, as: UInt64.self) == key else { return 0..<0 }
    let ranges = offset(.ranges)
    let first = Int(bytes.load(at: ranges + low * 4, as: UInt32.self))
    let end = Int(bytes.load(at: ranges + low * 4 + 4, as: UInt32.self))
    guard first <= end, end <= count(.postings) else { return 0..<0 }
    return first..<end
  }

  func withPostings<Result>(_ range: Range<Int>, _ body: (Span<UInt32>) -> Result) -> Result {
    bytes.withValues(
      at: offset(.postings) + range.lowerBound * 4, count: range.count, of: UInt32.self, body)
  }

  /// Hands over the words and letters of a person's name.
  func withPerson<Result>(
    _ name: StoredName, _ body: (Span<PersonWord>, Span<UInt8>) -> Result
  ) -> Result {
    bytes.withValues(
      at: offset(.words) + Int(name.firstWord) * MemoryLayout<PersonWord>.stride,
      count: Int(name.words), of: PersonWord.self
    ) { words in
      bytes.withValues(
        at: offset(.letters) + Int(name.letters), count: Int(name.lettersCount), of: UInt8.self
      ) { letters in
        body(words, letters)
      }
    }
  }

  /// The name of a body, taken apart; nil for a person's.
  func parsed(_ name: StoredName) -> ParsedName? {
    guard name.bodyCount > 0 else { return nil }
    return bytes.withValues(
      at: offset(.bodies) + Int(name.body), count: Int(name.bodyCount), of: UInt8.self
    ) { ParsedNameCoder.name($0) }
  }
}
