public import Formats

/// What is answered.
public struct HTTPResponse: Sendable {
  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
  /// What the log line and the metrics say of it.
  var note = AnswerNote()

  public init(
    status: Int = 200, type: String, body: [UInt8], headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.headers = [("Content-Type", type)] + headers
    self.body = body
  }

  public init(
    status: Int = 200, json: JSON, type: String = "application/json",
    headers: [(name: String, value: String)] = []
  ) {
    self.init(status: status, type: type, body: json.utf8Text() + [0x0A], headers: headers)
  }

  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// Facts about an answer that name nobody.
struct AnswerNote: Sendable {
  /// The template of the route, never the path: that may hold numbers of orders.
  var route = "none"
  /// The id of the key that was shown.
  var client: String?
  var decision: String?
  var determination: String?
  /// The word of the problem that was answered.
  var problem: String?
  var isReplay = false
}
