public import Formats

/// A file that can be made again, bound to what it was made from and closed by a checksum.
///
///     0    magic, length of the file, length of the key
///     24   checksum of 128 bits over everything but itself (`DamageChecksum`)
///     40   the key, zeros up to a multiple of 16 bytes, the content
///
/// What is damaged, cut off, of another machine or made from something else is not opened.
public enum SealedFile {
  private static let magic: UInt64 = 0x5343_5255_504C_5331
  private static let checksum = 24..<40

  /// The bytes of a file; nil where libcrypto cannot compute the checksum.
  public static func sealed(_ content: [UInt8], key: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: checksum.upperBound)
    bytes += key.utf8
    while bytes.count % 16 != 0 { bytes.append(0) }
    bytes += content
    let numbers = [magic, UInt64(bytes.count), UInt64(key.utf8.count)]
    unsafe numbers.withUnsafeBytes { unsafe bytes.replaceSubrange(0..<24, with: $0) }
    guard let sum = DamageChecksum(of: MappedBytes(bytes), without: checksum) else { return nil }
    bytes.replaceSubrange(checksum, with: sum.bytes)
    return bytes
  }

  /// The content, read where it lies; nil unless the bytes are those that were sealed for the key.
  public static func content(of bytes: MappedBytes, key: String) -> MappedBytes? {
    let start = (checksum.upperBound + key.utf8.count + 15) / 16 * 16
    guard bytes.count >= start, bytes.load(at: 0, as: UInt64.self) == magic,
      bytes.load(at: 8, as: UInt64.self) == UInt64(bytes.count),
      bytes.load(at: 16, as: UInt64.self) == UInt64(key.utf8.count),
      let sum = DamageChecksum(of: bytes, without: checksum),
      matches(sum.bytes, bytes, at: checksum.lowerBound),
      matches(Array(key.utf8), bytes, at: checksum.upperBound)
    else { return nil }
    return MappedBytes(part: start..<bytes.count, of: bytes)
  }

  private static func matches(_ expected: [UInt8], _ bytes: MappedBytes, at place: Int) -> Bool {
    bytes.withValues(at: place, count: expected.count, of: UInt8.self) { span in
      span.indices.allSatisfy { span[$0] == expected[$0] }
    }
  }
}
