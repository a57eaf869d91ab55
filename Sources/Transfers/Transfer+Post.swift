import CCurl
import Formats

extension Transfer {
  /// Sends one POST and returns the status, whatever it is. Follows no redirect and uses no proxy:
  /// either would lead past the guard of addresses.
  public static func post(_ request: TransferPost) throws(TransferFailure) -> TransferReply {
    guard let handle = CurlHandle() else {
      throw TransferFailure(
        cause: .other("libcurl cannot be started"), address: request.address)
    }
    try prepare(
      handle, for: request.address, request.limits, milliseconds: request.limits.seconds * 1000)
    guard handle.set(CURLOPT_NOPROXY, "*"), handle.set(body: request.body) else {
      throw TransferFailure(cause: .other("libcurl refuses an option"), address: request.address)
    }
    let reception = Reception(limit: request.limits.bytes)
    // Without `Expect`, for which some servers wait.
    let code = handle.perform(
      headers: request.headers + ["Expect:"], into: reception,
      isPublicOnly: !request.reachesPrivateAddresses)
    if reception.isForbidden {
      throw TransferFailure(cause: .forbiddenAddress, address: request.address)
    }
    // An answer whose status came is an answer, whatever its body is.
    if (100...599).contains(reception.status), code != CURLE_OPERATION_TIMEDOUT {
      return TransferReply(status: reception.status, retryAfter: reception.retryAfter)
    }
    if let cause = cause(of: code, reception, request.limits) {
      throw TransferFailure(cause: cause, address: request.address)
    }
    throw TransferFailure(cause: .empty, address: request.address)
  }
}
