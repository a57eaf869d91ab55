import CCurl

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

  /// Performs the exchange that is set, with these header fields, into the reception.
  func perform(headers: [String], into reception: Reception) -> CURLcode {
    var list: UnsafeMutablePointer<curl_slist>?
    for header in headers { unsafe list = curl_slist_append(list, header) ?? list }
    defer { unsafe curl_slist_free_all(list) }
    // SAFETY: the reception outlives the exchange, in which alone the library uses it.
    return withExtendedLifetime(reception) {
      let context = unsafe Unmanaged.passUnretained(reception).toOpaque()
      var code = unsafe scruple_curl_set_headers(raw, list)
      if code == CURLE_OK { code = unsafe scruple_curl_set_body(raw, takeBody, context) }
      if code == CURLE_OK { code = unsafe scruple_curl_set_head(raw, takeHead, context) }
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
