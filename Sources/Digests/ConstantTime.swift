import CCrypto

/// Comparisons whose time tells nothing of where two secrets differ.
public enum ConstantTime {
  public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    // SAFETY: both buffers have `left.count` bytes and outlive the call.
    left.count == right.count && unsafe CRYPTO_memcmp(left, right, left.count) == 0
  }
}
