import CCrypto

/// AES-256-GCM (NIST SP 800-38D): nonce, ciphertext and tag in one piece.
///
/// The nonce is random, so one key may seal at most some thousand million pieces; the ledger gives
/// each record a key of its own.
public enum SealedBox {
  public static let keySize = 32
  public static let nonceSize = 12
  private static let tagSize = 16

  /// `context` is bound to the box and not in it. Nil for a key of another size or where libcrypto
  /// or its generator fails.
  public static func seal(_ plain: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8]? {
    RandomBytes.make(nonceSize).flatMap { seal(plain, key: key, nonce: $0, context: context) }
  }

  /// The same with a nonce that the caller took from `RandomBytes` for this piece alone: asking once
  /// for the bytes of several is cheaper.
  public static func seal(
    _ plain: [UInt8], key: [UInt8], nonce: [UInt8], context: [UInt8]
  ) -> [UInt8]? {
    guard key.count == keySize, nonce.count == nonceSize,
      let length = Int32(exactly: plain.count), let bound = Int32(exactly: context.count),
      let cipher = unsafe EVP_CIPHER_CTX_new()
    else { return nil }
    defer { unsafe EVP_CIPHER_CTX_free(cipher) }
    var output = nonce + [UInt8](repeating: 0, count: plain.count + tagSize)
    var taken: Int32 = 0
    // SAFETY: key and nonce have the sizes of the cipher; GCM writes as many bytes as it reads, and
    // the output has room for them and the tag behind the nonce.
    let isSealed = unsafe output.withUnsafeMutableBytes { space in
      let bytes = unsafe space.bindMemory(to: UInt8.self)
      guard let start = bytes.baseAddress else { return false }
      return unsafe EVP_EncryptInit_ex(cipher, CryptographicAlgorithms.aes256, nil, key, nonce) == 1
        && EVP_EncryptUpdate(cipher, nil, &taken, context, bound) == 1
        && EVP_EncryptUpdate(cipher, start + nonceSize, &taken, plain, length) == 1
        && EVP_EncryptFinal_ex(cipher, start + nonceSize + plain.count, &taken) == 1
        && EVP_CIPHER_CTX_ctrl(
          cipher, EVP_CTRL_AEAD_GET_TAG, Int32(tagSize), start + nonceSize + plain.count) == 1
    }
    return isSealed ? output : nil
  }

  /// Nil unless the box is whole and was sealed with this key and context.
  public static func open(_ box: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8]? {
    let count = box.count - nonceSize - tagSize
    guard key.count == keySize, count >= 0, let length = Int32(exactly: count),
      let bound = Int32(exactly: context.count), let cipher = unsafe EVP_CIPHER_CTX_new()
    else { return nil }
    defer { unsafe EVP_CIPHER_CTX_free(cipher) }
    var plain = [UInt8](repeating: 0, count: count + tagSize)
    var tag = Array(box[(nonceSize + count)...])
    var taken: Int32 = 0
    // SAFETY: as in `seal`; the tag has 16 bytes.
    let isOpen = unsafe box.withUnsafeBytes { space in
      let bytes = unsafe space.bindMemory(to: UInt8.self)
      guard let start = bytes.baseAddress else { return false }
      return unsafe EVP_DecryptInit_ex(cipher, CryptographicAlgorithms.aes256, nil, key, start) == 1
        && EVP_DecryptUpdate(cipher, nil, &taken, context, bound) == 1
        && EVP_DecryptUpdate(cipher, &plain, &taken, start + nonceSize, length) == 1
        && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, Int32(tagSize), &tag) == 1
    }
    var rest = [UInt8](repeating: 0, count: tagSize)
    guard isOpen, unsafe EVP_DecryptFinal_ex(cipher, &rest, &taken) == 1 else { return nil }
    return Array(plain[..<count])
  }
}
