/// Bytes as a gzip member with one stored block (RFC 1951, RFC 1952), for content encodings.
public func gzipped(_ body: [UInt8]) -> [UInt8] {
  precondition(body.count < 1 << 16, "a stored block holds 65,535 bytes")
  func littleEndian(_ number: UInt32, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }
  var checksum: UInt32 = 0xFFFF_FFFF
  for byte in body {
    checksum ^= UInt32(byte)
    for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
  }
  let length = UInt32(body.count)
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + littleEndian(length, 2)
    + littleEndian(~length, 2) + body + littleEndian(~checksum, 4) + littleEndian(length, 4)
}
