import Formats

/// The content of a record as it is sealed.
///
///     { …                                   JSON text, where nothing was made ready before
///     1, length of four bytes, JSON, frame  what is of this record alone, and what was made ready:
///                                           an object as well, packed
///
/// JSON as it was written: canonical text would round long numbers of an order's own fields.
enum RecordText {
  private static let packed: UInt8 = 1
  /// A content holds an order, which may nest as deep as a reader of orders allows.
  private static let limits = JSONReader.Limits(depth: 256, bytes: 1 << 30)

  static func bytes(of record: LedgerRecord) -> [UInt8] {
    let own = record.content.utf8Text()
    guard let members = record.prepared?.members, let length = UInt32(exactly: own.count) else {
      return own
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(own.count + members.count + 5)
    bytes.append(packed)
    for shift in stride(from: 24, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: length >> UInt32(shift)))
    }
    bytes += own
    bytes += members
    return bytes
  }

  /// Nil for what `bytes(of:)` did not write.
  static func content(_ bytes: [UInt8]) -> JSON? {
    guard bytes.first == packed else { return try? JSONReader.read(bytes, limits: limits) }
    guard bytes.count >= 5 else { return nil }
    let length = bytes[1..<5].reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - 5,
      let own = try? JSONReader.read(Array(bytes[5..<(5 + length)]), limits: limits).members,
      let plain = PackedBytes.plain(bytes[(5 + length)...], limit: limits.bytes),
      let shared = try? JSONReader.read(plain, limits: limits).members
    else { return nil }
    return JSON(.object(own + shared))
  }
}
