import Glibc

/// Which addresses belong to the public network (IANA special-purpose registries, RFC 6890).
///
/// What is not known to be public is not: a message that a stranger may direct must never reach
/// this machine, its neighbours or the services of a cloud that answer to any of its machines.
public enum PublicAddress {
  /// Judges a socket address as the system has it in memory.
  static func isPublic(family: Int32, socketAddress bytes: [UInt8]) -> Bool {
    switch family {
    case AF_INET where bytes.count >= 8: isPublic(version4: Array(bytes[4..<8]))
    case AF_INET6 where bytes.count >= 24: isPublic(version6: Array(bytes[8..<24]))
    default: false
    }
  }

  /// Four bytes in the order of the network.
  public static func isPublic(version4 bytes: [UInt8]) -> Bool {
    guard bytes.count == 4 else { return false }
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): return false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): return false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100): return false
    case (203, 0, 113): return false
    default: return true
    }
  }

  /// Sixteen bytes in the order of the network: global unicast, but for what carries an address of
  /// version 4 inside and for documentation.
  public static func isPublic(version6 bytes: [UInt8]) -> Bool {
    guard bytes.count == 16, bytes[0] & 0xE0 == 0x20 else { return false }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0x20, 0x01, 0x00...0x01, _), (0x20, 0x01, 0x0D, 0xB8), (0x20, 0x02, _, _): return false
    case (0x3F, 0xFF, 0x00...0x0F, _): return false
    default: return true
    }
  }
}
