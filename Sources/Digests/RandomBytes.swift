import CCrypto

/// Bytes that nobody can guess, from libcrypto's generator.
public enum RandomBytes {
  /// Nil where the generator has no entropy: nothing may then be made a secret of.
  public static func make(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    guard let length = Int32(exactly: count) else { return nil }
    // SAFETY: the array has `count` bytes and outlives the call.
    return unsafe RAND_bytes(&bytes, length) == 1 ? bytes : nil
  }
}
