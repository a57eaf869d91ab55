import CCurl
import Glibc

/// One handle of libcurl, freed with its value; every call of the library stands here.
@safe
struct CurlHandle: ~Copyable {
  private let raw: UnsafeMutableRawPointer

  /// The library is made ready once for the process.
  private static let isReady = scruple_curl_start() == CURLE_OK

  /// Fails where the library cannot be started.
  init?() {
    guard CurlHandle.isReady, let raw = unsafe curl_easy_init() else { return nil }
    unsafe self.raw = raw
  }

  deinit { unsafe curl_easy_cleanup(raw) }

  func set(_ option: CURLoption, _ number: Int) -> Bool {
    unsafe scruple_curl_set_number(raw, option, number) == CURLE_OK
  }

  func set(_ option: CURLoption, size: Int) -> Bool {
    unsafe scruple_curl_set_size(raw, option, size) == CURLE_OK
  }

  /// The library copies the text.
  func set(_ option: CURLoption, _ text: String) -> Bool {
    unsafe scruple_curl_set_text(raw, option, text) == CURLE_OK
  }

  /// Makes the exchange a POST of these bytes, which the library copies.
  func set(body: [UInt8]) -> Bool {
    // SAFETY: the array has so many bytes and outlives the call.
    unsafe body.withUnsafeBytes { space in
      unsafe scruple_curl_set_post(
        raw, space.baseAddress ?? UnsafeRawPointer(bitPattern: 1), space.count)
        == CURLE_OK
    }
  }

  /// Performs the exchange that is set, with these header fields, into the reception.
  ///
  /// `isPublicOnly` refuses to connect to any address that is not of the public network, whatever
  /// name led there.
  func perform(
    headers: [String], into reception: Reception, isPublicOnly: Bool = false
  ) -> CURLcode {
    var list: UnsafeMutablePointer<curl_slist>?
    for header in headers { unsafe list = curl_slist_append(list, header) ?? list }
    defer { unsafe curl_slist_free_all(list) }
    // SAFETY: the reception outlives the exchange, in which alone the library uses it.
    return withExtendedLifetime(reception) {
      let context = unsafe Unmanaged.passUnretained(reception).toOpaque()
      var code = unsafe scruple_curl_set_headers(raw, list)
      if code == CURLE_OK { code = unsafe scruple_curl_set_body(raw, takeBody, context) }
      if code == CURLE_OK { code = unsafe scruple_curl_set_head(raw, takeHead, context) }
      if code == CURLE_OK, isPublicOnly {
        code = unsafe scruple_curl_set_opening(raw, openSocket, context)
      }
      if code == CURLE_OK { code = unsafe curl_easy_perform(raw) }
      // The list is freed now, so the handle forgets it.
      _ = unsafe scruple_curl_set_headers(raw, nil)
      return code
    }
  }

  /// Where the last answer leads, resolved against its own address.
  var redirect: String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe scruple_curl_get_text(raw, CURLINFO_REDIRECT_URL, &text) == CURLE_OK,
      let text = unsafe text
    else { return nil }
    return unsafe String(cString: text)
  }

  static func words(for code: CURLcode) -> String {
    guard let text = unsafe curl_easy_strerror(code) else { return "reason not known" }
    return unsafe String(cString: text)
  }
}

/// Opens the socket of one connection, or none where its address may not be reached. This is the
/// address that is connected to, so a name that changes its address in between leads nowhere else.
private func openSocket(
  _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
  _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
  guard let address = unsafe address, let context = unsafe context else { return -1 }
  let reception = unsafe Unmanaged<Reception>.fromOpaque(context).takeUnretainedValue()
  // SAFETY: the library says that so many bytes of an address stand there.
  let count = min(Int(unsafe address.pointee.addrlen), MemoryLayout<sockaddr_storage>.size)
  let bytes = unsafe withUnsafeBytes(of: &address.pointee.addr) { start in
    unsafe Array(UnsafeRawBufferPointer(start: start.baseAddress, count: count))
  }
  guard PublicAddress.isPublic(family: unsafe address.pointee.family, socketAddress: bytes) else {
    reception.isForbidden = true
    return -1
  }
  return unsafe socket(
    address.pointee.family, address.pointee.socktype, address.pointee.protocol)
}

private func takeBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let reception = unsafe Unmanaged<Reception>.fromOpaque(context).takeUnretainedValue()
  // SAFETY: the library says that so many bytes stand there (CURLOPT_WRITEFUNCTION).
  let space = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  return unsafe reception.takeBody(space) ? size * count : 0
}

private func takeHead(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let reception = unsafe Unmanaged<Reception>.fromOpaque(context).takeUnretainedValue()
  // SAFETY: the library says that so many bytes stand there (CURLOPT_HEADERFUNCTION).
  let space = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  unsafe reception.takeHeadLine(Array(space))
  return size * count
}
