public import Formats

/// The request of another system that a determination answers, kept with it in one transaction: so
/// a request that is sent again finds its answer, whatever happened to the process meanwhile.
public struct LedgerRequest: Sendable, Hashable {
  /// Who sent it, by the id of its key.
  public let client: String
  /// By what the sender knows the request again; nil where it gave nothing.
  public let key: String?
  /// `sha256:` digest of the route and the body as sent.
  public let digest: String
  /// RFC 3339, UTC, with milliseconds.
  public let evaluatedAt: String
  /// How many records of this request the log had when its sender was looked for; nothing is
  /// recorded of it where another instance has recorded one more since.
  public var seen = 0

  public init(client: String, key: String?, digest: String, evaluatedAt: String) {
    self.client = client
    self.key = key
    self.digest = digest
    self.evaluatedAt = evaluatedAt
  }

  /// Nil for the record of something that no request asked for.
  public init?(_ content: JSON) {
    guard let json = content["request"], let client = json["client"]?.string,
      let digest = json["digest"]?.string, let time = json["evaluatedAt"]?.string
    else { return nil }
    self.init(client: client, key: json["key"]?.string, digest: digest, evaluatedAt: time)
  }

  /// Nil where the sender gave no key.
  public var subject: LedgerSubject? { key.map { .request(client: client, key: $0) } }

  var condition: LedgerRecord.Condition? {
    subject.map { LedgerRecord.Condition($0, count: seen) }
  }

  var json: JSON {
    .object([
      ("client", .string(client)), ("key", .optional(key)), ("digest", .string(digest)),
      ("evaluatedAt", .string(evaluatedAt)),
    ])
  }
}
