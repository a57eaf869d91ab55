/// Hashes that are the same on every run and machine, unlike those of the standard library.
///
/// FNV-1a: Glenn Fowler, Landon Curt Noll, Kiem-Phong Vo, "The FNV Non-Cryptographic Hash
/// Algorithm". No protection against whoever chooses the bytes.
public enum StableHash {
  /// Where a hash begins.
  public static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The same for hashes of 32 bits.
  public static let start32: UInt32 = 0x811C_9DC5

  /// A hash with one byte more.
  @inlinable @inline(__always)
  public static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// A hash of 32 bits with one byte more.
  @inlinable @inline(__always)
  public static func add(_ byte: UInt8, to hash: UInt32) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  /// The hash of a text's bytes in UTF-8.
  public static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(start) { add($1, to: $0) }
  }

  /// The hash of bytes that do not lie behind each other.
  @inlinable
  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(start) { add($1, to: $0) }
  }

  public static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = start
    for index in bytes.indices { hash = add(bytes[index], to: hash) }
    return hash
  }

  /// The hash of 32 bits.
  public static func of32(_ bytes: Span<UInt8>) -> UInt32 {
    var hash = start32
    for index in bytes.indices { hash = add(bytes[index], to: hash) }
    return hash
  }

  /// A number whose bits are spread over all places, so that sorted keys lie evenly.
  @inlinable @inline(__always)
  public static func spread(_ number: UInt64) -> UInt64 { number &* 0x9E37_79B9_7F4A_7C15 }
}
