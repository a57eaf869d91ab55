import Digests
import Formats
import Trade

/// One order to be screened, with who asked and by what the request is known again.
struct Submission: Sendable {
  let order: Order
  let notices: [Diagnostic]
  /// A digest of the order's bytes, by which it is known when it comes again; nil where nobody kept
  /// them.
  let written: WrittenKey?
  let client: String
  let key: String?
  /// Of the route and the body as sent.
  let digest: String
  /// The oldest data that the caller accepts.
  let minimumDataVersion: String?
  /// Whether the caller may see why.
  let seesFindings: Bool
  /// Monotonic nanoseconds.
  let arrival: Int
  let deadline: Int

  static func digest(_ route: String, _ body: [UInt8]) -> String {
    SHA256(of: Array((route + "\n").utf8) + body).description
  }

  /// The key of a request (draft-ietf-httpapi-idempotency-key-header-07).
  static func key(_ request: HTTPRequest) throws(Problem) -> String? {
    guard let key = request.header("idempotency-key") else { return nil }
    guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw Problem(
        .invalidRequest, "Idempotency-Key must have 1 to 255 visible characters of ASCII")
    }
    return key
  }
}
