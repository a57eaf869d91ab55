import CMicroHTTPD
import Formats
import Glibc

/// Functions that the library calls; each finds its server and exchange and calls Swift.

private func server(_ context: UnsafeMutableRawPointer?) -> HTTPServer? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<ServerBox>.fromOpaque(context).takeUnretainedValue().opened
}

/// Called once for each request with its target as sent, before its headers.
func takeTarget(
  _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?,
  _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  let text = unsafe target.map { unsafe String(cString: $0) } ?? ""
  if let server = unsafe server(context), let connection = unsafe connection {
    server.table.begins(unsafe ConnectionHandle(connection))
  }
  // SAFETY: released in `completeRequest`, which the library calls for each request whose target
  // it has told.
  return unsafe Unmanaged.passRetained(Exchange(target: text)).toOpaque()
}

/// Leaves the target as it was sent: it is decoded once, strictly, by `RequestTarget`.
func leaveEscaped(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ text: UnsafeMutablePointer<CChar>?
) -> Int {
  unsafe text.map { unsafe strlen($0) } ?? 0
}

func handleRequest(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ path: UnsafePointer<CChar>?, _ method: UnsafePointer<CChar>?,
  _ version: UnsafePointer<CChar>?, _ upload: UnsafePointer<CChar>?,
  _ uploadCount: UnsafeMutablePointer<Int>?,
  _ own: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let server = unsafe server(context), let connection = unsafe connection,
    let pointer = unsafe own?.pointee, let method = unsafe method,
    let version = unsafe version, let uploadCount = unsafe uploadCount
  else { return .NO }
  let exchange = unsafe Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
  let call = unsafe LibraryCall(
    connection: connection, method: String(cString: method), version: String(cString: version),
    upload: UnsafeRawBufferPointer(start: upload, count: uploadCount.pointee))
  unsafe uploadCount.pointee = 0
  return server.take(call, exchange) ? .YES : .NO
}

func completeRequest(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ own: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ reason: MHD_RequestTerminationCode
) {
  guard let own = unsafe own, let pointer = unsafe own.pointee else { return }
  let exchange = unsafe Unmanaged<Exchange>.fromOpaque(pointer).takeRetainedValue()
  unsafe own.pointee = nil
  guard let server = unsafe server(context), let connection = unsafe connection else { return }
  // The library tells before it closes the socket.
  server.complete(
    exchange, unsafe ConnectionHandle(connection),
    isCutOff: reason == .REQUEST_TERMINATED_CLIENT_ABORT)
}

func noteConnection(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ own: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ code: MHD_ConnectionNotificationCode
) {
  guard let server = unsafe server(context), let connection = unsafe connection else { return }
  let handle = unsafe ConnectionHandle(connection)
  if code == .CONNECTION_NOTIFY_STARTED {
    server.table.opened(handle, socket: unsafe scruple_mhd_socket(connection))
  } else {
    server.table.closed(handle)
  }
}

/// One call of the library's handler, as Swift sees it for as long as the call lasts.
@safe struct LibraryCall {
  private let connection: OpaquePointer
  let method: String
  let version: String
  private let space: UnsafeRawBufferPointer

  init(
    connection: OpaquePointer, method: String, version: String, upload: UnsafeRawBufferPointer
  ) {
    unsafe self.connection = connection
    self.method = method
    self.version = version
    unsafe space = upload
  }

  /// The piece of the body that came, copied.
  var upload: [UInt8] { unsafe Array(space) }
  var uploadCount: Int { unsafe space.count }

  var handle: ConnectionHandle { unsafe ConnectionHandle(connection) }

  /// Bytes of the head as they came.
  var headSize: Int { unsafe scruple_mhd_head_size(connection) }

  var headers: [(name: String, value: String)] {
    let collected = HeaderCollection()
    // SAFETY: the library calls back only before it returns.
    withExtendedLifetime(collected) {
      unsafe scruple_mhd_headers(
        connection, takeHeader, Unmanaged.passUnretained(collected).toOpaque())
    }
    return collected.headers
  }

  /// Gives the answer to the library, which copies it.
  func queue(_ response: HTTPResponse) -> Bool {
    guard
      let answer = unsafe response.body.withUnsafeBytes({ space in
        unsafe scruple_mhd_response(space.baseAddress, space.count)
      })
    else { return false }
    defer { unsafe MHD_destroy_response(answer) }
    for (name, value) in response.headers {
      _ = unsafe scruple_mhd_header(answer, name, value)
    }
    return unsafe scruple_mhd_queue(connection, UInt32(response.status), answer) != 0
  }

  func suspend() { unsafe MHD_suspend_connection(connection) }
}

private final class HeaderCollection {
  var headers: [(name: String, value: String)] = []
}

private func takeHeader(
  _ context: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind, _ name: UnsafePointer<CChar>?,
  _ nameCount: Int, _ value: UnsafePointer<CChar>?, _ valueCount: Int
) -> MHD_Result {
  guard let context = unsafe context else { return .NO }
  let collected = unsafe Unmanaged<HeaderCollection>.fromOpaque(context).takeUnretainedValue()
  func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    // By count, so that a zero byte stays and is refused.
    unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count),
      as: UTF8.self)
  }
  collected.headers.append((unsafe text(name, nameCount), unsafe text(value, valueCount)))
  return .YES
}
