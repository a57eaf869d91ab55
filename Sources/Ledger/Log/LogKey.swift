public import Digests
import Formats

/// The name of a log and the key that verifies what it signs, as C2SP signed-note writes it:
/// `name+hash+key`.
public struct LogKey: Sendable, Hashable {
  public let name: String
  public let key: Ed25519.PublicKey

  /// Nil for a name that is empty or holds a blank or `+`.
  public init?(name: String, key: Ed25519.PublicKey) {
    guard !name.isEmpty, name.utf8.count <= 200,
      name.unicodeScalars.allSatisfy({
        $0.value > 0x20 && $0.value < 0x7F && $0 != "+"
      })
    else { return nil }
    self.name = name
    self.key = key
  }

  /// Reads `name+hash+key`; nil where the hash is not of the name and the key.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64.padded.bytes(of: String(parts[2])),
      bytes.first == LogKey.algorithm, let key = Ed25519.PublicKey(Array(bytes.dropFirst()))
    else { return nil }
    self.init(name: String(parts[0]), key: key)
    guard Hexadecimal.text(of: hash) == parts[1] else { return nil }
  }

  private static let algorithm: UInt8 = 1

  /// Four bytes by which a signature names its key.
  public var hash: [UInt8] {
    Array(SHA256(of: Array(name.utf8) + [0x0A, LogKey.algorithm] + key.bytes).bytes.prefix(4))
  }

  public var text: String {
    let key = Base64.padded.text(of: [LogKey.algorithm] + key.bytes)
    return "\(name)+\(Hexadecimal.text(of: hash))+\(key)"
  }
}
