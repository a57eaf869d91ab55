import Digests
import Formats

/// Clearances that no longer hold, signed like them and for a few days: a list that is too old says
/// nothing, so that an old one cannot be shown in the place of a new one for long.
public struct RevocationList: Sendable, Hashable {
  /// The `typ` of its token.
  public static let kind = "scruple-revocations+jws"

  public struct Entry: Sendable, Hashable {
    public let clearance: String
    /// `revoked`, `screenedAgain`, `orderChanged`, `conditionsAdded`, `held`, `waiting` or
    /// `determinationErased`; of a single clearance also `notRecorded`.
    public let reason: String
  }

  public let issuer: String
  /// Seconds since 1970-01-01 UTC.
  public let issued: Int
  public let expires: Int
  public let entries: [Entry]

  var json: JSON {
    .object([
      ("iss", .string(issuer)), ("iat", .integer(issued)), ("exp", .integer(expires)),
      (
        "revoked",
        .array(
          entries.map { .object([("jti", .string($0.clearance)), ("reason", .string($0.reason))]) }
        )
      ),
    ])
  }

  init(issuer: String, issued: Int, expires: Int, entries: [Entry]) {
    self.issuer = issuer
    self.issued = issued
    self.expires = expires
    self.entries = entries
  }

  /// Reads a list that the key in use signed: one of a key that was replaced hides what was revoked
  /// since.
  public init(_ token: String, keys: PublishedKeys) throws(ClearanceRefusal) {
    let payload: JSON
    do throws(JSONWebSignature.Refusal) {
      payload = try JSONWebSignature(
        token, kind: RevocationList.kind, keys: [keys.clearances].compactMap(\.self)
      ).payload
    } catch {
      throw .revocationsDoNotVerify(error)
    }
    guard let issuer = payload["iss"]?.string, let issued = payload["iat"]?.integer,
      let expires = payload["exp"]?.integer, let revoked = payload["revoked"]?.array
    else { throw .revocationsDoNotVerify(.malformed("a claim is missing")) }
    let entries = revoked.compactMap { entry -> Entry? in
      guard let id = entry["jti"]?.string else { return nil }
      return Entry(clearance: id, reason: entry["reason"]?.string ?? "revoked")
    }
    guard entries.count == revoked.count else {
      throw .revocationsDoNotVerify(.malformed("an entry cannot be read"))
    }
    self.init(issuer: issuer, issued: issued, expires: expires, entries: entries)
  }
}
