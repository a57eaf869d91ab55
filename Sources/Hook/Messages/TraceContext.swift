import Digests
import Formats

/// Where a request stands in the traces of its sender (W3C Trace Context, level 1).
public struct TraceContext: Sendable, Hashable {
  /// 32 hexadecimal digits.
  public let trace: String
  /// This server's own span, 16 hexadecimal digits.
  public let span: String
  let flags: String

  /// Continues the trace of a `traceparent`; one that is not valid is ignored, as the
  /// recommendation asks.
  public init(_ parent: String?) {
    let parts = (parent ?? "").split(separator: "-", omittingEmptySubsequences: false)
    let isHexadecimal = parts.allSatisfy { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
    let isValid =
      parts.count >= 4 && isHexadecimal && parts[0].utf8.count == 2 && parts[0] != "ff"
      && (parts[0] != "00" || parts.count == 4) && parts[1].utf8.count == 32
      && parts[1].contains { $0 != "0" } && parts[2].utf8.count == 16
      && parts[2].contains { $0 != "0" } && parts[3].utf8.count == 2
    // Without entropy a trace cannot be told from others; nothing rests on it.
    let random = Hexadecimal.text(of: RandomBytes.make(24) ?? [UInt8](repeating: 1, count: 24))
    trace = isValid ? String(parts[1]) : String(random.prefix(32))
    flags = isValid ? String(parts[3]) : "00"
    span = String(random.suffix(16))
  }

  private init(trace: String, span: String) {
    self.trace = trace
    self.span = span
    flags = "00"
  }

  /// Of a request that is only looked at.
  static let unread = TraceContext(
    trace: String(repeating: "0", count: 32), span: String(repeating: "0", count: 16))

  public var text: String { "00-\(trace)-\(span)-\(flags)" }
}
