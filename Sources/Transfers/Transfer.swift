import CCurl
import Formats

/// Fetches bytes over HTTP and HTTPS.
public enum Transfer {
  /// Sends one GET and waits for the whole answer; it runs on the calling thread.
  ///
  /// Throws for everything but a whole body with status 200, or status 304 where the request
  /// named a version.
  public static func fetch(
    _ request: TransferRequest
  ) throws(TransferFailure) -> TransferAnswer {
    guard let handle = CurlHandle() else {
      throw TransferFailure(
        cause: .other("libcurl cannot be started"), address: request.address)
    }
    let deadline = Process.monotonicNanoseconds + request.limits.seconds * 1_000_000_000
    var address = request.address
    for _ in 0...request.limits.redirects {
      let remaining = (deadline - Process.monotonicNanoseconds) / 1_000_000
      guard remaining > 0 else {
        throw TransferFailure(cause: .timedOut(received: 0), address: address)
      }
      let reception = Reception(limit: request.limits.bytes)
      try prepare(handle, for: address, request.limits, milliseconds: remaining)
      let code = handle.perform(
        headers: headers(for: request.validators), into: reception)
      if let cause = cause(of: code, reception, request.limits) {
        throw TransferFailure(cause: cause, address: address)
      }
      guard [301, 302, 303, 307, 308].contains(reception.status) else {
        return try answer(reception, from: address, to: request)
      }
      address = try next(after: address, handle.redirect, status: reception.status)
    }
    throw TransferFailure(
      cause: .tooManyRedirects(request.limits.redirects), address: request.address)
  }

  static func prepare(
    _ handle: borrowing CurlHandle, for address: WebAddress, _ limits: TransferRequest.Limits,
    milliseconds: Int
  ) throws(TransferFailure) {
    let isSet =
      handle.set(CURLOPT_URL, address.text)
      && handle.set(CURLOPT_PROTOCOLS_STR, address.isEncrypted ? "https" : "http")
      && handle.set(CURLOPT_FOLLOWLOCATION, 0) && handle.set(CURLOPT_NOSIGNAL, 1)
      && handle.set(CURLOPT_SSL_VERIFYPEER, 1) && handle.set(CURLOPT_SSL_VERIFYHOST, 2)
      // An empty text stands for every encoding that the library decodes.
      && handle.set(CURLOPT_ACCEPT_ENCODING, "") && handle.set(CURLOPT_USERAGENT, "scruple")
      && handle.set(CURLOPT_MAXFILESIZE_LARGE, size: limits.bytes)
      && handle.set(CURLOPT_TIMEOUT_MS, milliseconds)
      && handle.set(CURLOPT_CONNECTTIMEOUT_MS, limits.secondsToConnect * 1000)
      && handle.set(CURLOPT_LOW_SPEED_LIMIT, 1)
      && handle.set(CURLOPT_LOW_SPEED_TIME, limits.secondsWithoutBytes)
      && (!address.isLocal || handle.set(CURLOPT_NOPROXY, "*"))
    guard isSet else {
      throw TransferFailure(cause: .other("libcurl refuses an option"), address: address)
    }
  }

  private static func headers(for validators: Validators) -> [String] {
    var headers = ["Accept: */*"]
    if let tag = validators.entityTag { headers.append("If-None-Match: " + tag) }
    if let date = validators.lastModified { headers.append("If-Modified-Since: " + date) }
    return headers
  }

  /// Where a redirect leads; never from an encrypted address to one that is not.
  static func next(
    after address: WebAddress, _ redirect: String?, status: Int
  ) throws(TransferFailure) -> WebAddress {
    guard let redirect else {
      throw TransferFailure(cause: .status(status), address: address)
    }
    guard let next = WebAddress(redirect) else {
      throw TransferFailure(cause: .unsafeRedirect("no address of the web"), address: address)
    }
    guard next.isEncrypted || !address.isEncrypted else {
      throw TransferFailure(
        cause: .unsafeRedirect("`\(next)`, where nothing is encrypted"), address: address)
    }
    return next
  }

  private static func answer(
    _ reception: Reception, from address: WebAddress, to request: TransferRequest
  ) throws(TransferFailure) -> TransferAnswer {
    if reception.status == 304, !request.validators.isEmpty {
      return .unchanged(reception.validators)
    }
    guard reception.status == 200 else {
      throw TransferFailure(cause: .status(reception.status), address: address)
    }
    guard !reception.bytes.isEmpty else {
      throw TransferFailure(cause: .empty, address: address)
    }
    guard !reception.isWebPage else {
      throw TransferFailure(cause: .webPage, address: address)
    }
    return .content(
      TransferContent(
        bytes: reception.bytes, validators: reception.validators, address: address))
  }

  static func cause(
    of code: CURLcode, _ reception: Reception, _ limits: TransferRequest.Limits
  ) -> TransferFailure.Cause? {
    let words = CurlHandle.words(for: code)
    return switch code {
    case CURLE_OK: nil
    case _ where reception.isTooLong: .tooLong(limit: limits.bytes)
    case CURLE_FILESIZE_EXCEEDED: .tooLong(limit: limits.bytes)
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
      .unreachable(words)
    case CURLE_OPERATION_TIMEDOUT: .timedOut(received: reception.bytes.count)
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      .cutOff(received: reception.bytes.count)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER:
      .untrusted(words)
    case CURLE_BAD_CONTENT_ENCODING: .notDecodable(words)
    default: .other(words)
    }
  }
}
