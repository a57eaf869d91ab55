import CCrypto
import Formats

/// A SHA-256 digest (FIPS 180-4), computed by libcrypto.
public struct SHA256: Hashable, Sendable, CustomStringConvertible {
  public let bytes: [UInt8]

  public init(of message: some Sequence<UInt8>) { self.init(of: Array(message)) }

  /// The same for bytes at hand, which are not copied.
  public init(of input: [UInt8]) {
    var output = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    // SAFETY: both buffers outlive the call and the output has the 32 bytes that SHA-256 writes.
    let status = unsafe EVP_Digest(
      input, input.count, &output, &length, CryptographicAlgorithms.sha256, nil)
    precondition(status == 1 && length == 32, "libcrypto could not compute SHA-256")
    bytes = output
  }

  public init(of text: String) { self.init(of: text.utf8) }

  /// A digest that was computed elsewhere; nil for anything but 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads `sha256:` and 64 lower-case hexadecimal digits.
  public init?(_ description: String) {
    guard description.hasPrefix("sha256:"),
      let bytes = Hexadecimal.bytes(of: String(description.dropFirst(7)))
    else { return nil }
    self.init(bytes: bytes)
  }

  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String { Hexadecimal.text(of: bytes) }

  /// `sha256:` and the hexadecimal digits, the form that records carry.
  public var description: String { "sha256:" + hexadecimal }
}
