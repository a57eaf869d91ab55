internal import Formats

/// Writes arrays one behind the other, each with its count, so that they are read by copying.
struct FlatWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put<Value: BitwiseCopyable>(_ values: [Value]) {
    var count = UInt64(values.count)
    unsafe withUnsafeBytes(of: &count) { unsafe bytes.append(contentsOf: $0) }
    unsafe values.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    // Every array begins where its values may lie.
    while bytes.count % 8 != 0 { bytes.append(0) }
  }

  /// Texts without line breaks, as those of the tables are.
  mutating func put(_ texts: [String]) { put(Array(texts.joined(separator: "\n").utf8)) }
}

/// Reads what `FlatWriter` wrote; nil past the end.
struct FlatReader {
  private let bytes: MappedBytes
  private var place = 0

  init(_ bytes: MappedBytes) { self.bytes = bytes }

  mutating func values<Value: BitwiseCopyable>(of type: Value.Type) -> [Value]? {
    guard bytes.count - place >= 8 else { return nil }
    let count = Int(clamping: bytes.load(at: place, as: UInt64.self))
    let (size, isTooLong) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    guard !isTooLong, size <= bytes.count - place - 8 else { return nil }
    let values = bytes.withValues(at: place + 8, count: count, of: Value.self) { span in
      unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }
    place += 8 + (size + 7) / 8 * 8
    return values
  }

  mutating func texts() -> [String]? {
    values(of: UInt8.self).map { bytes in
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  var isAtEnd: Bool { place >= bytes.count }
}
