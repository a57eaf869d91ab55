import Digests
import Formats

/// Signs and verifies messages after Standard Webhooks 1.0 (symmetric signatures, `v1`).
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

  /// One signature by each secret, parted by blanks: while keys are exchanged the receiver may
  /// know either.
  public static func signature(
    id: String, timestamp: Int, body: [UInt8], secrets: [[UInt8]]
  ) -> String? {
    let message = Array("\(id).\(timestamp).".utf8) + body
    var signatures: [String] = []
    for secret in secrets {
      guard let digest = KeyedDigest.make(of: message, key: secret) else { return nil }
      signatures.append("v1," + Base64.padded.text(of: digest))
    }
    return signatures.isEmpty ? nil : signatures.joined(separator: " ")
  }

  public static func verifies(
    _ signatures: String, id: String, timestamp: String, body: [UInt8], secrets: [[UInt8]],
    now: Int
  ) -> Bool {
    guard let time = Int(timestamp), String(time) == timestamp else { return false }
    let (distance, overflow) = time.subtractingReportingOverflow(now)
    guard !overflow, distance.magnitude <= tolerance.magnitude else { return false }
    let shown = signatures.split(separator: " ").filter { $0.hasPrefix("v1,") }
      .compactMap { Base64.padded.bytes(of: String($0.dropFirst(3))) }
    let message = Array("\(id).\(timestamp).".utf8) + body
    return secrets.contains { secret in
      guard let digest = KeyedDigest.make(of: message, key: secret) else { return false }
      return shown.contains { ConstantTime.equal($0, digest) }
    }
  }
}
