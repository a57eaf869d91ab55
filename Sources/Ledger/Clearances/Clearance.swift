public import Formats
import Policy
import Screening

/// What lets one order leave: bound to its content, for a time, by a signature.
///
/// It names what was decided and on what policies and lists, and who confirmed each condition. The
/// order itself is not in it, only the digest of its material fields.
public struct Clearance: Sendable, Hashable {
  /// The `typ` of its token.
  public static let kind = "scruple-clearance+jws"
  /// Seconds that a clearance lasts at most: thirty days.
  public static let longest = 30 * 86_400

  /// Something that had to be so before the order may leave.
  public struct Condition: Sendable, Hashable {
    /// `C-1`, `C-2`, … in the order of the determination.
    public let id: String
    public let text: String
    /// Nil until a person confirmed it.
    public var confirmedBy: String?

    static func list(_ texts: [String]) -> [Condition] {
      texts.enumerated().map {
        Condition(id: "C-\($0.offset + 1)", text: $0.element, confirmedBy: nil)
      }
    }
  }

  public struct List: Sendable, Hashable {
    public let id: String
    public let version: String?
    public let digest: String
  }

  public let id: String
  /// The log's name.
  public let issuer: String
  public let system: String
  public let reference: String
  public let revision: Int
  /// `sha256:` digest of the RFC 8785 text of the order's material fields.
  public let orderDigest: String
  /// Numbers of the lines.
  public let lines: [String]
  public let conditions: [Condition]
  /// `policy:<digest>`, or the persons who confirmed the conditions.
  public let approvers: [String]
  public let determination: String
  public let outcome: String
  public let policyDigest: String
  public let dataDigest: String
  public let lists: [List]
  /// Seconds since 1970-01-01 UTC.
  public let issued: Int
  public let expires: Int
  /// Where the determination stands in the log.
  public let determinationPosition: Int

  public var json: JSON {
    .object([
      ("iss", .string(issuer)), ("sub", .string("\(system):\(reference)")), ("jti", .string(id)),
      ("iat", .integer(issued)), ("exp", .integer(expires)),
      ("system", .string(system)), ("orderRef", .string(reference)),
      ("orderRevision", .integer(revision)), ("orderDigest", .string(orderDigest)),
      ("lines", .strings(lines)),
      (
        "conditions",
        .array(
          conditions.map { condition in
            .object([
              ("id", .string(condition.id)), ("text", .string(condition.text)),
              ("confirmedBy", .optional(condition.confirmedBy)),
            ])
          })
      ),
      ("approvers", .strings(approvers)), ("determinationId", .string(determination)),
      ("determination", .string(outcome)), ("policyDigest", .string(policyDigest)),
      ("dataDigest", .string(dataDigest)),
      (
        "lists",
        .array(
          lists.map { list in
            .object([
              ("id", .string(list.id)), ("version", .optional(list.version)),
              ("digest", .string(list.digest)),
            ])
          })
      ),
      ("logLeaf", .integer(determinationPosition)),
    ])
  }

  /// Nil where a claim is missing or is not what it must be.
  public init?(_ json: JSON) {
    guard let issuer = json["iss"]?.string, let id = json["jti"]?.string,
      let issued = json["iat"]?.integer, let expires = json["exp"]?.integer,
      let system = json["system"]?.string, let reference = json["orderRef"]?.string,
      json["sub"]?.string == "\(system):\(reference)",
      let revision = json["orderRevision"]?.integer, let digest = json["orderDigest"]?.string,
      let lines = json["lines"]?.array?.compactMap(\.string),
      let conditions = json["conditions"]?.array, let lists = json["lists"]?.array,
      let approvers = json["approvers"]?.array?.compactMap(\.string),
      let determination = json["determinationId"]?.string,
      let outcome = json["determination"]?.string, let policy = json["policyDigest"]?.string,
      let data = json["dataDigest"]?.string, let position = json["logLeaf"]?.integer
    else { return nil }
    self.issuer = issuer
    self.id = id
    self.issued = issued
    self.expires = expires
    self.system = system
    self.reference = reference
    self.revision = revision
    orderDigest = digest
    self.lines = lines
    self.conditions = conditions.compactMap { condition in
      guard let id = condition["id"]?.string, let text = condition["text"]?.string else {
        return nil
      }
      return Condition(id: id, text: text, confirmedBy: condition["confirmedBy"]?.string)
    }
    self.lists = lists.compactMap { list in
      guard let id = list["id"]?.string, let digest = list["digest"]?.string else { return nil }
      return List(id: id, version: list["version"]?.string, digest: digest)
    }
    guard self.conditions.count == conditions.count, self.lists.count == lists.count else {
      return nil
    }
    self.approvers = approvers
    self.determination = determination
    self.outcome = outcome
    policyDigest = policy
    dataDigest = data
    determinationPosition = position
  }

  init(
    id: String, issuer: String, ground: ClearanceGround, conditions: [Condition],
    approvers: [String], outcome: String, issued: Int, expires: Int
  ) {
    self.id = id
    self.issuer = issuer
    (system, reference) = (ground.record.system, ground.record.reference)
    revision = ground.record.revision
    orderDigest = ground.orderDigest
    lines = ground.record.lines.map(\.number)
    self.conditions = conditions
    self.approvers = approvers
    determination = ground.record.id
    self.outcome = outcome
    policyDigest = ground.record.policyDigest
    dataDigest = ground.dataDigest
    lists = ground.lists
    self.issued = issued
    self.expires = expires
    determinationPosition = ground.position
  }
}
