import CCrypto
public import Formats

/// A checksum of 128 bits that finds damage, computed by libcrypto at several gigabytes a second.
///
/// It is GMAC (NIST SP 800-38D) under a key that everybody knows. Any change by accident is found;
/// whoever may write the file can make another that fits, so it proves nothing about who wrote it.
/// Where that matters, use `SHA256`.
public struct DamageChecksum: Hashable, Sendable {
  public static let size = 16
  public let bytes: [UInt8]

  /// Of the bytes without the range that holds the checksum itself.
  ///
  /// Nil where the range lies outside, or libcrypto cannot compute it.
  public init?(of content: MappedBytes, without hole: Range<Int>) {
    guard hole.lowerBound >= 0, hole.upperBound <= content.count else { return nil }
    guard let context = unsafe EVP_CIPHER_CTX_new() else { return nil }
    defer { unsafe EVP_CIPHER_CTX_free(context) }
    let key = Array("scruple snapshot".utf8)
    let nonce = [UInt8](repeating: 0, count: 12)
    // SAFETY: key and nonce have the lengths of AES-128-GCM and outlive the call.
    guard unsafe EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), nil, key, nonce) == 1 else {
      return nil
    }
    // The interface counts in 32 bits.
    let most = 1 << 28
    for part in [0..<hole.lowerBound, hole.upperBound..<content.count] {
      for start in stride(from: part.lowerBound, to: part.upperBound, by: most) {
        let count = min(most, part.upperBound - start)
        let isTaken = content.withValues(at: start, count: count, of: UInt8.self) { span in
          var taken: Int32 = 0
          // SAFETY: the span holds `count` bytes; without an output they are only authenticated.
          return unsafe span.withUnsafeBufferPointer { buffer in
            unsafe EVP_EncryptUpdate(context, nil, &taken, buffer.baseAddress, Int32(count)) == 1
          }
        }
        guard isTaken else { return nil }
      }
    }
    var rest: Int32 = 0
    var output = [UInt8](repeating: 0, count: Self.size)
    guard unsafe EVP_EncryptFinal_ex(context, &output, &rest) == 1 else { return nil }
    // SAFETY: the tag of GCM has 16 bytes, as many as `output`.
    let isRead = unsafe output.withUnsafeMutableBytes { tag in
      unsafe EVP_CIPHER_CTX_ctrl(
        context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.size), tag.baseAddress) == 1
    }
    guard isRead else { return nil }
    bytes = output
  }
}
