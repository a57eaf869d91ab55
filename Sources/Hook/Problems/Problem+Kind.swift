extension Problem {
  /// The kinds of problems; each has a page at its `type`.
  public enum Kind: String, Sendable, CaseIterable {
    case malformedRequest = "malformed-request"
    case malformedBody = "malformed-body"
    case missingIdempotencyKey = "missing-idempotency-key"
    case unauthenticated
    case forbidden
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case tooSlow = "too-slow"
    case inFlight = "in-flight"
    case notCleared = "not-cleared"
    case notReproducible = "not-reproducible"
    case erased
    case tooLarge = "too-large"
    case unsupportedType = "unsupported-type"
    case invalidOrder = "invalid-order"
    case invalidRequest = "invalid-request"
    case unknownMapping = "unknown-mapping"
    case keyReused = "idempotency-key-reused"
    case tooManyRequests = "too-many-requests"
    case headersTooLarge = "headers-too-large"
    case `internal` = "internal"
    case unknownCoding = "unknown-transfer-encoding"
    case staleData = "stale-data"
    case oldData = "data-older-than-demanded"
    case storeUnavailable = "store-unavailable"
    case noKeys = "no-keys"
    case clockBehind = "clock-behind"
    case busy
    case stopping
    case deadline

    public var address: String { "/problems/" + rawValue }

    public var status: Int {
      switch self {
      case .malformedRequest, .malformedBody, .missingIdempotencyKey, .invalidRequest: 400
      case .unauthenticated: 401
      case .forbidden: 403
      case .notFound: 404
      case .methodNotAllowed: 405
      case .tooSlow: 408
      case .inFlight, .notCleared, .notReproducible: 409
      case .erased: 410
      case .tooLarge: 413
      case .unsupportedType: 415
      case .invalidOrder, .keyReused, .unknownMapping: 422
      case .tooManyRequests: 429
      case .headersTooLarge: 431
      case .internal: 500
      case .unknownCoding: 501
      case .staleData, .oldData, .storeUnavailable, .noKeys, .clockBehind, .busy, .stopping,
        .deadline:
        503
      }
    }

    var retryAfter: Int? {
      switch self {
      case .staleData, .oldData: 600
      case .storeUnavailable, .noKeys, .clockBehind, .stopping: 5
      case .busy, .deadline, .inFlight, .tooManyRequests: 1
      default: nil
      }
    }

    public var title: String {
      switch self {
      case .malformedRequest: "The request is not sound HTTP"
      case .malformedBody: "The body cannot be read"
      case .missingIdempotencyKey: "Idempotency-Key is missing"
      case .unauthenticated: "No valid key was shown"
      case .forbidden: "The key lacks the scope"
      case .notFound: "There is no such thing"
      case .methodNotAllowed: "The method is not known here"
      case .tooSlow: "The request came too slowly"
      case .inFlight: "The first request with this key is still being answered"
      case .notCleared: "The order cannot be cleared"
      case .notReproducible: "The memo cannot be made again"
      case .erased: "The content was erased"
      case .tooLarge: "The body is too large"
      case .unsupportedType: "The body's media type is not read here"
      case .invalidOrder: "The order is invalid"
      case .invalidRequest: "The request is invalid"
      case .unknownMapping: "The mapping of columns is not known"
      case .keyReused: "Idempotency-Key was used for another request"
      case .tooManyRequests: "Too many requests"
      case .headersTooLarge: "The head is too large"
      case .internal: "A fault of the server"
      case .unknownCoding: "The transfer encoding is not known"
      case .staleData: "Screening data is not fresh enough"
      case .oldData: "The data in force is older than demanded"
      case .storeUnavailable: "The determination could not be recorded"
      case .noKeys: "No key opens the server"
      case .clockBehind: "The clock is behind the log"
      case .busy: "The server is busy"
      case .stopping: "The server is stopping"
      case .deadline: "No determination was reached in time"
      }
    }

    /// What the sender should do; the page of the problem says it.
    public var remedy: String {
      switch self {
      case .malformedRequest, .unknownCoding, .headersTooLarge:
        "Send HTTP/1.1 with one Content-Length or chunks, each header once, and a plain path."
      case .malformedBody: "Send one JSON object in UTF-8; the detail names line and column."
      case .missingIdempotencyKey:
        "Send a header Idempotency-Key with a value of your own for each request, at most 255 "
          + "visible characters, and the same one when you send the request again."
      case .unauthenticated:
        "Send `Authorization: Bearer KEY` with a key that is in force."
      case .forbidden: "Use a key with the scope that the detail names."
      case .notFound: "See /openapi.json for what there is."
      case .methodNotAllowed: "Use a method of the header Allow."
      case .tooSlow: "Send the whole request at once."
      case .inFlight: "Wait, and send the same request again: it gets the first one's answer."
      case .notCleared: "Screen the order as it stands now and settle what its answer asks."
      case .notReproducible:
        "Policies or data have changed since. Make the memo from the record with the policies of "
          + "that day."
      case .erased: "The record's proof still stands in the log; its content is gone."
      case .tooLarge: "Send fewer lines at a time."
      case .unsupportedType:
        "Send application/json, application/cloudevents+json, application/x-ndjson or text/csv without a "
          + "content encoding."
      case .invalidOrder, .invalidRequest:
        "Correct what `problems` names; each has its place in the body."
      case .unknownMapping:
        "Name an `id` of `tables` in the server's file of partners, or call the columns as the "
          + "fields are called."
      case .keyReused: "Use a new Idempotency-Key for another request."
      case .tooManyRequests, .busy, .deadline: "Send the request again after Retry-After."
      case .internal: "Send the request again; if it fails again, tell the operator."
      case .staleData, .oldData: "Bring the lists up to date; `coverage` names which."
      case .clockBehind:
        "Set the clock of the server. If it is right and the log's newest record is not, any act of a "
          + "person that `scruple` records lets the log go on, and `scruple log verify` tells both."
      case .noKeys: "Make a key with `scruple serve keys add`, or mend the file of keys."
      case .storeUnavailable: "Free the store; nothing is answered that is not recorded."
      case .stopping: "Send the request again after Retry-After, to another instance if there is."
      }
    }
  }
}
