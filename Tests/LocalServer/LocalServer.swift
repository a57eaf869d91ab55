import Glibc
import Synchronization

/// A server on this machine for one test: each connection is one exchange, answered by a closure.
public final class LocalServer: Sendable {
  /// What the client sent.
  public struct Request: Sendable {
    public let path: String
    /// By name in lower case.
    public let headers: [String: String]
    /// As long as its Content-Length says.
    public let body: [UInt8]
  }

  /// What goes back, byte for byte.
  public struct Reply: Sendable {
    public var status: String
    public var headers: [String]
    public var body: [UInt8]
    /// In the place of the length of the body.
    public var declaredLength: Int?
    /// Seconds before each byte of the body.
    public var secondsPerByte: UInt32 = 0

    public init(
      _ status: String = "200 OK", headers: [String] = [], body: [UInt8] = [],
      declaredLength: Int? = nil, secondsPerByte: UInt32 = 0
    ) {
      self.status = status
      self.headers = headers
      self.body = body
      self.declaredLength = declaredLength
      self.secondsPerByte = secondsPerByte
    }
  }

  public let port: UInt16
  private let descriptor: Int32
  private let received = Mutex<[Request]>([])
  private let answer: @Sendable (Request) -> Reply

  /// Listens on a free port until it is released or stopped.
  public init(_ answer: @escaping @Sendable (Request) -> Reply) throws(ServerFault) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard descriptor >= 0, isBound else { throw ServerFault(code: errno) }
    self.descriptor = descriptor
    self.answer = answer
    port = UInt16(bigEndian: address.sin_port)
    run()
  }

  public func address(_ path: String = "/list") -> String { "http://127.0.0.1:\(port)\(path)" }

  public var requests: [Request] { received.withLock { $0 } }

  public func stop() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

  private func run() {
    startThread { [self] in
      while true {
        let connection = accept4(descriptor)
        guard connection >= 0 else { break }
        startThread { [self] in
          serve(connection)
          _ = close(connection)
        }
      }
      _ = close(descriptor)
    }
  }

  private func serve(_ connection: Int32) {
    var head: [UInt8] = []
    while !head.ends(with: Array("\r\n\r\n".utf8)) {
      var byte: UInt8 = 0
      guard unsafe recv(connection, &byte, 1, 0) == 1, head.count < 1 << 16 else { return }
      head.append(byte)
    }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count > 1 else { return }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].dropFirst()) }
    }
    var body: [UInt8] = []
    while body.count < headers["content-length"].flatMap({ Int($0) }) ?? 0 {
      var byte: UInt8 = 0
      guard unsafe recv(connection, &byte, 1, 0) == 1 else { return }
      body.append(byte)
    }
    let request = Request(path: String(words[1]), headers: headers, body: body)
    received.withLock { $0.append(request) }
    let reply = answer(request)
    var text = "HTTP/1.1 \(reply.status)\r\nConnection: close\r\n"
    if !reply.status.hasPrefix("304") {
      text += "Content-Length: \(reply.declaredLength ?? reply.body.count)\r\n"
    }
    for header in reply.headers { text += header + "\r\n" }
    guard send(Array((text + "\r\n").utf8), to: connection) else { return }
    if reply.secondsPerByte == 0 {
      _ = send(reply.body, to: connection)
    } else {
      for byte in reply.body {
        sleep(reply.secondsPerByte)
        guard send([byte], to: connection) else { return }
      }
    }
  }

  private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { space in
        unsafe Glibc.send(
          connection, space.baseAddress?.advanced(by: sent), space.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

/// Why the server could not be started.
public struct ServerFault: Error {
  public let code: Int32
}

private func accept4(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }

extension [UInt8] {
  fileprivate func ends(with suffix: [UInt8]) -> Bool {
    count >= suffix.count && Array(self[(count - suffix.count)...]) == suffix
  }
}
