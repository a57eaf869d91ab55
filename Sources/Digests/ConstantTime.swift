import CCrypto

/// Comparisons whose time tells nothing of where two secrets differ.
public enum ConstantTime {
  public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    // SAFETY: both buffers have `left.count` bytes and outlive the call.
    return unsafe CRYPTO_memcmp(left, right, left.count) == 0
  }
}
