import Glibc

/// A connection on which a test sends exactly the bytes it wants to send.
final class RawClient {
  private let descriptor: Int32

  init(port: Int, seconds: Int = 20) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: seconds, tv_usec: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw Fault(code: errno) }
  }

  struct Fault: Error { let code: Int32 }

  deinit { _ = close(descriptor) }

  /// False where the other side no longer takes bytes.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { space in
        unsafe Glibc.send(
          descriptor, space.baseAddress?.advanced(by: sent), space.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  func endSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  /// Everything until the other side closes, or nothing comes for as long as was given.
  func everything() -> String {
    var bytes: [UInt8] = []
    while let piece = piece() { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One answer with a Content-Length: status and body; nil where the connection ended before.
  func answer() -> (status: Int, head: String, body: String)? {
    var bytes: [UInt8] = []
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.firstRange(of: "\r\n\r\n") {
        let head = String(text[..<end.lowerBound])
        let length =
          head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
          .flatMap { Int($0.split(separator: ":")[1].drop { $0 == " " }) } ?? 0
        let body = text[end.upperBound...]
        if body.utf8.count >= length {
          return (Int(head.split(separator: " ")[1]) ?? 0, head, String(body))
        }
      }
      guard let piece = piece() else { return nil }
      bytes += piece
    }
  }

  private func piece() -> [UInt8]? {
    var space = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(descriptor, &space, space.count, 0)
    return count > 0 ? Array(space[..<count]) : nil
  }
}

extension RawClient {
  static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
}
