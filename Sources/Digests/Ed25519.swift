import CCrypto

/// Signatures after RFC 8032, by libcrypto.
public enum Ed25519 {
  public static let keySize = 32
  public static let signatureSize = 64

  /// A key that signs. It never prints itself.
  ///
  /// `@unchecked Sendable`: libcrypto only reads a key while it signs, and counts references
  /// atomically; nothing here changes it after `init`.
  @safe public final class PrivateKey: @unchecked Sendable {
    private let key: OpaquePointer
    /// The 32 bytes from which the key is derived: the secret itself.
    public let seed: [UInt8]
    public let publicKey: PublicKey

    /// Nil for a seed that has not 32 bytes.
    public init?(seed: [UInt8]) {
      guard seed.count == keySize,
        // SAFETY: the seed has the 32 bytes that are read.
        let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
      else { return nil }
      var bytes = [UInt8](repeating: 0, count: keySize)
      var count = keySize
      // SAFETY: the array has the 32 bytes that are written.
      guard unsafe EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1, count == keySize,
        let publicKey = PublicKey(bytes)
      else {
        unsafe EVP_PKEY_free(key)
        return nil
      }
      unsafe self.key = key
      self.seed = seed
      self.publicKey = publicKey
    }

    deinit { unsafe EVP_PKEY_free(key) }

    /// 64 bytes; nil where libcrypto cannot sign.
    public func signature(of message: [UInt8]) -> [UInt8]? {
      guard let context = unsafe EVP_MD_CTX_new() else { return nil }
      defer { unsafe EVP_MD_CTX_free(context) }
      var output = [UInt8](repeating: 0, count: signatureSize)
      var count = signatureSize
      // SAFETY: the output has the 64 bytes of a signature; all buffers outlive the calls.
      let isSigned =
        unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1
        && EVP_DigestSign(context, &output, &count, message, message.count) == 1
      return isSigned && count == signatureSize ? output : nil
    }
  }

  /// A key that verifies.
  public struct PublicKey: Hashable, Sendable {
    public let bytes: [UInt8]

    /// Nil for anything but 32 bytes.
    public init?(_ bytes: [UInt8]) {
      guard bytes.count == keySize else { return nil }
      self.bytes = bytes
    }

    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
      guard signature.count == signatureSize,
        // SAFETY: the array has the 32 bytes that are read.
        let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
      else { return false }
      defer { unsafe EVP_PKEY_free(key) }
      guard let context = unsafe EVP_MD_CTX_new() else { return false }
      defer { unsafe EVP_MD_CTX_free(context) }
      // SAFETY: all buffers outlive the calls.
      return unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
        && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
  }
}
