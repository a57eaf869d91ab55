import CCrypto

/// HMAC with SHA-256 (RFC 2104): a digest that only the holder of a key can make or guess at.
public enum KeyedDigest {
  /// 32 bytes; nil where libcrypto cannot compute it.
  public static func make(of message: [UInt8], key: [UInt8]) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    guard let keyLength = Int32(exactly: key.count) else { return nil }
    // SAFETY: all buffers outlive the call and the output has the 32 bytes of SHA-256.
    let digest = unsafe HMAC(
      CryptographicAlgorithms.sha256, key, keyLength, message, message.count, &output, &length)
    return unsafe digest != nil && length == 32 ? output : nil
  }
}
