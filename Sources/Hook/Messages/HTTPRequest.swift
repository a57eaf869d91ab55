/// A request whose head was found sound and whose body has come whole.
public struct HTTPRequest: Sendable {
  public let method: String
  public let target: RequestTarget
  /// In the order sent, names in lower case.
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]
  /// Monotonic nanoseconds at which the answer must be given.
  public let deadline: Int
  /// Monotonic nanoseconds at which its head had come.
  public let arrival: Int
  public let trace: TraceContext

  public init(
    method: String, target: RequestTarget, headers: [(name: String, value: String)] = [],
    body: [UInt8] = [], arrival: Int = 0, deadline: Int = .max, trace: TraceContext? = nil
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.arrival = arrival
    self.deadline = deadline
    self.trace = trace ?? TraceContext(headers.first { $0.name == "traceparent" }?.value)
  }

  /// The one value of a header; nil where it is missing or stands more than once.
  public func header(_ name: String) -> String? {
    let found = headers.filter { $0.name == name }
    return found.count == 1 ? found[0].value : nil
  }

  /// The media type of the body in lower case, without parameters. An event in binary mode that
  /// does not say it holds JSON, which is what its libraries then write.
  var mediaType: String? {
    if let type = header("content-type") { return MediaType.name(type) }
    let isSaid = headers.contains { $0.name == "content-type" }
    return !isSaid && header("ce-specversion") != nil ? MediaType.json : nil
  }

  /// When the sender wants its answer.
  var preference: AnswerPreference { AnswerPreference(headers) }

  /// Whether the sender asks for this media type by name.
  func accepts(_ type: String) -> Bool {
    (header("accept") ?? "").split(separator: ",").contains { MediaType.name(String($0)) == type }
  }
}

enum MediaType {
  static let json = "application/json"
  static let lines = "application/x-ndjson"
  static let table = "text/csv"
  /// Those that hold many orders.
  static let batches = [lines, table]
  static let problem = "application/problem+json"
  static let cloudEvent = "application/cloudevents+json"
  static let html = "text/html; charset=utf-8"
  static let text = "text/plain; charset=utf-8"
  static let markdown = "text/markdown; charset=utf-8"
  static let token = "application/jose"

  /// Without parameters and blanks, in lower case.
  static func name(_ value: String) -> String {
    let name = value.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
    return String(
      decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
