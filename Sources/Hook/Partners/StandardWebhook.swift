public import Digests
import Formats

/// Signs and verifies messages after Standard Webhooks 1.0: by a shared secret (`v1`) and by
/// Ed25519 (`v1a`).
public enum StandardWebhook {
  /// Seconds by which a message may be old or of the future.
  public static let tolerance = 300

  /// A secret as `whsec_` and base 64 of 24 to 64 bytes; nil for anything else.
  public static func secret(_ text: String) -> [UInt8]? {
    guard text.hasPrefix("whsec_"),
      let bytes = Base64.padded.bytes(of: String(text.dropFirst(6))),
      (24...64).contains(bytes.count)
    else { return nil }
    return bytes
  }

  /// A key as `whsk_` and base 64 of its seed, with its public half behind it or without.
  static func signingKey(_ text: String) -> Ed25519.PrivateKey? {
    guard text.hasPrefix("whsk_"), let bytes = Base64.padded.bytes(of: String(text.dropFirst(5)))
    else { return nil }
    let key = Ed25519.PrivateKey(seed: Array(bytes.prefix(Ed25519.keySize)))
    let publicHalf = Array(bytes.dropFirst(Ed25519.keySize))
    return publicHalf.isEmpty || publicHalf == key?.publicKey.bytes ? key : nil
  }

  /// A public key as `whpk_` and base 64 of its 32 bytes.
  static func verifyingKey(_ text: String) -> Ed25519.PublicKey? {
    guard text.hasPrefix("whpk_") else { return nil }
    return Base64.padded.bytes(of: String(text.dropFirst(5))).flatMap { Ed25519.PublicKey($0) }
  }

  /// One signature by each secret and key, parted by blanks: while keys are exchanged the receiver may
  /// know either.
  public static func signature(
    id: String, timestamp: Int, body: [UInt8], secrets: [[UInt8]],
    keys: [Ed25519.PrivateKey] = []
  ) -> String? {
    let message = Array("\(id).\(timestamp).".utf8) + body
    var signatures: [String] = []
    for secret in secrets {
      guard let digest = KeyedDigest.make(of: message, key: secret) else { return nil }
      signatures.append("v1," + Base64.padded.text(of: digest))
    }
    for key in keys {
      guard let signature = key.signature(of: message) else { return nil }
      signatures.append("v1a," + Base64.padded.text(of: signature))
    }
    return signatures.isEmpty ? nil : signatures.joined(separator: " ")
  }

  public static func verifies(
    _ signatures: String, id: String, timestamp: String, body: [UInt8], secrets: [[UInt8]],
    keys: [Ed25519.PublicKey] = [], now: Int
  ) -> Bool {
    guard let time = Int(timestamp), String(time) == timestamp else { return false }
    let (distance, overflow) = time.subtractingReportingOverflow(now)
    guard !overflow, distance.magnitude <= tolerance.magnitude else { return false }
    func shown(_ version: String) -> [[UInt8]] {
      signatures.split(separator: " ").filter { $0.hasPrefix(version) }
        .compactMap { Base64.padded.bytes(of: String($0.dropFirst(version.utf8.count))) }
    }
    let message = Array("\(id).\(timestamp).".utf8) + body
    if keys.contains(where: { key in
      shown("v1a,").contains { key.verifies($0, of: message) }
    }) {
      return true
    }
    let digests = shown("v1,")
    return secrets.contains { secret in
      guard let digest = KeyedDigest.make(of: message, key: secret) else { return false }
      return digests.contains { ConstantTime.equal($0, digest) }
    }
  }
}
