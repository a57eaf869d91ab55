import Glibc

/// One kept-alive connection of the load generator: sends a request, waits for its answer.
final class LoadConnection {
  private let descriptor: Int32
  /// What has come, in a space that is used again.
  private var buffer: ArraySlice<UInt8> { space[..<filled] }
  private var space = [UInt8](repeating: 0, count: 1 << 16)
  private var filled = 0

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

  /// Lets the calling thread wait for a moment of the clock that only goes forward.
  static func wait(until nanoseconds: Int) {
    var moment = timespec(
      tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    while unsafe clock_nanosleep(CLOCK_MONOTONIC, Int32(TIMER_ABSTIME), &moment, nil) == EINTR {}
  }

  /// Nanoseconds for which processors have worked for this thread, or for the whole process.
  static func worked(wholeProcess: Bool) -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(
      wholeProcess ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

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
    filled = 0
    while true {
      if filled == space.count { space += [UInt8](repeating: 0, count: space.count) }
      let count = unsafe space.withUnsafeMutableBytes { space in
        unsafe recv(descriptor, space.baseAddress?.advanced(by: filled), space.count - filled, 0)
      }
      guard count > 0 else { return nil }
      filled += count
      if let answer = whole() { return answer }
    }
  }

  private func whole() -> (status: Int, body: ArraySlice<UInt8>)? {
    let buffer = buffer
    guard let end = place(of: LoadConnection.headEnd), end > 12,
      let named = place(of: LoadConnection.length), named < end
    else { return nil }
    let length = number(from: named + LoadConnection.length.count)
    guard buffer.count >= end + 4 + length else { return nil }
    return (number(from: 9), buffer[(end + 4)..<(end + 4 + length)])
  }

  private static let headEnd = Array("\r\n\r\n".utf8)
  private static let length = Array("\r\nContent-Length: ".utf8)

  /// Where bytes begin in what has come.
  private func place(of bytes: [UInt8]) -> Int? {
    let buffer = buffer
    var place = 0
    while place + bytes.count <= buffer.count {
      guard let next = buffer[place...].firstIndex(of: bytes[0]) else { return nil }
      if buffer[next...].starts(with: bytes) { return next }
      place = next + 1
    }
    return nil
  }

  private func number(from start: Int) -> Int {
    buffer[start...].prefix { (0x30...0x39).contains($0) }.prefix(9).reduce(0) {
      $0 * 10 + Int($1 - 0x30)
    }
  }

  /// The text that a member of an answer has, found by its bytes: a load generator that reads all of
  /// it takes from the server what it should measure.
  static func text(of member: String, in body: ArraySlice<UInt8>) -> String? {
    let mark = Array("\"\(member)\":".utf8)
    var place = body.startIndex
    while let next = body[place...].firstIndex(of: mark[0]) {
      if body[next...].starts(with: mark) {
        let value = body[(next + mark.count)...].drop { $0 == 0x20 }
        guard value.first == UInt8(ascii: "\"") else { return nil }
        return String(
          decoding: value.dropFirst().prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      }
      place = next + 1
    }
    return nil
  }
}
