import CCrypto

/// Algorithms of libcrypto, looked up once: those that its older functions name are looked up in
/// every use, under a lock and with several allocations.
@safe enum CryptographicAlgorithms {
  /// FIPS 180-4.
  static var sha256: OpaquePointer? { unsafe fetched.digest }
  /// AES-256-GCM (NIST SP 800-38D).
  static var aes256: OpaquePointer? { unsafe fetched.cipher }

  // SAFETY: what was fetched is never changed nor freed, and may be used by any number of threads.
  private nonisolated(unsafe) static let fetched: (digest: OpaquePointer?, cipher: OpaquePointer?) =
    unsafe (
      EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256(),
      EVP_CIPHER_fetch(nil, "AES-256-GCM", nil) ?? EVP_aes_256_gcm()
    )
}
