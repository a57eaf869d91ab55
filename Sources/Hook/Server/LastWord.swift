import Formats
import Glibc

/// An answer that is written on the socket of a connection which the library would close without
/// one: it lets nobody answer before the whole of a body has come.
enum LastWord {
  static func bytes(_ problem: Problem) -> [UInt8] {
    let body = problem.json().utf8Text()
    let name =
      switch problem.kind {
      case .tooSlow: "Request Timeout"
      case .tooLarge: "Content Too Large"
      default: "Bad Request"
      }
    let head =
      "HTTP/1.1 \(problem.kind.status) \(name)\r\nContent-Type: \(MediaType.problem)\r\n"
      + "Content-Length: \(body.count)\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    return Array(head.utf8) + body
  }

  /// Writes it, as far as the socket takes it at once, and ends the sending side.
  static func send(_ problem: Problem, to socket: Int32) {
    let bytes = bytes(problem)
    // SAFETY: the bytes are copied before the call returns.
    _ = unsafe bytes.withUnsafeBytes { space in
      unsafe Glibc.send(
        socket, space.baseAddress, space.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    _ = shutdown(socket, Int32(SHUT_WR))
  }
}
