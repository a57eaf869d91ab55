import Glibc

/// Where a server listens: an address of IP version 4 or 6 and a port.
public struct ListenAddress: Sendable {
  /// As `127.0.0.1:8787` or `[::1]:8787`.
  public let text: String
  public let isLocal: Bool
  private let storage: sockaddr_storage

  /// Reads `127.0.0.1:8787`, `[::1]:8787` or a port alone, which is of this machine only.
  public init?(_ text: String) {
    let whole = text.contains(":") ? text : "127.0.0.1:" + text
    guard let colon = whole.lastIndex(of: ":"),
      let port = UInt16(whole[whole.index(after: colon)...])
    else { return nil }
    var host = String(whole[..<colon])
    var storage = sockaddr_storage()
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      guard unsafe inet_pton(AF_INET6, host, &address.sin6_addr) == 1 else { return nil }
      unsafe withUnsafeMutableBytes(of: &storage) { space in
        unsafe withUnsafeBytes(of: &address) { unsafe space.copyMemory(from: $0) }
      }
      isLocal = host == "::1"
    } else {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      guard unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return nil }
      unsafe withUnsafeMutableBytes(of: &storage) { space in
        unsafe withUnsafeBytes(of: &address) { unsafe space.copyMemory(from: $0) }
      }
      isLocal = host.hasPrefix("127.")
    }
    self.storage = storage
    self.text = whole
  }

  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>) -> Result) -> Result {
    unsafe withUnsafePointer(to: storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0) }
    }
  }
}
