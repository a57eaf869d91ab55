/// An address of the web that bytes can be fetched from: `http` or `https`, with a host.
///
/// Its description leaves out user, password and query, because feeds are often opened by a key
/// that stands there; `text` has everything and belongs in no message.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  public let text: String
  public let isEncrypted: Bool
  /// In lower case, without port.
  public let host: String

  /// Fails for another scheme, without a host, and for spaces or control characters.
  public init?(_ text: String) {
    guard text.utf8.count <= 8192, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      let colon = text.firstRange(of: "://")
    else { return nil }
    switch text[..<colon.lowerBound].lowercased() {
    case "https": isEncrypted = true
    case "http": isEncrypted = false
    default: return nil
    }
    let authority = WebAddress.authority(of: text[colon.upperBound...])
    let named = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    guard !named.isEmpty, named.first != ":" else { return nil }
    host = WebAddress.host(of: named).lowercased()
    self.text = text
  }

  /// Whether the address is this machine, where no one stands between.
  public var isLocal: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

  /// Scheme, host, port and path.
  public var description: String {
    guard let colon = text.firstRange(of: "://") else { return host }
    let rest = text[colon.upperBound...]
    let authority = WebAddress.authority(of: rest)
    let named = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let path = rest[authority.endIndex...].prefix { $0 != "?" && $0 != "#" }
    return (isEncrypted ? "https://" : "http://") + named + path
  }

  private static func authority(of rest: Substring) -> Substring {
    rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  }

  private static func host(of named: Substring) -> Substring {
    if named.first == "[" { return named.prefix { $0 != "]" } + "]" }
    return named.prefix { $0 != ":" }
  }
}
