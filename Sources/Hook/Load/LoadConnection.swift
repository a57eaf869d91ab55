import Glibc

/// One kept-alive connection of the load generator: sends a request, waits for its answer.
final class LoadConnection {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Nil where nobody listens at the port of this machine.
  init?(port: Int) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var flag: Int32 = 1
    unsafe setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &flag, socklen_t(MemoryLayout<Int32>.size))
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    guard let address = ListenAddress("127.0.0.1:\(port)") else { return nil }
    let code = unsafe address.withPointer { pointer in
      unsafe connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
    guard code == 0 else { return nil }
  }

  deinit { _ = close(descriptor) }

  /// The status and body of the answer; nil where the connection broke.
  func exchange(_ request: [UInt8]) -> (status: Int, body: ArraySlice<UInt8>)? {
    var sent = 0
    while sent < request.count {
      let count = unsafe request.withUnsafeBytes { space in
        unsafe send(
          descriptor, space.baseAddress?.advanced(by: sent), space.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return nil }
      sent += count
    }
    buffer.removeAll(keepingCapacity: true)
    var piece = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe recv(descriptor, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      buffer += piece[..<count]
      if let answer = whole() { return answer }
    }
  }

  private func whole() -> (status: Int, body: ArraySlice<UInt8>)? {
    let mark = Array("\r\n\r\n".utf8)
    guard
      let end = buffer.indices.first(where: { place in
        buffer[place] == 0x0D && buffer[place...].starts(with: mark)
      })
    else { return nil }
    let lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
    let length = lines.first { $0.lowercased().hasPrefix("content-length:") }.flatMap {
      Int($0.split(separator: ":")[1].drop { $0 == " " })
    }
    guard let length, buffer.count >= end + 4 + length,
      let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return (status, buffer[(end + 4)..<(end + 4 + length)])
  }
}
