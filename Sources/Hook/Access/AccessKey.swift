public import Digests
public import Formats

/// A key as the server keeps it: never the secret, only its digest.
public struct AccessKey: Sendable, Hashable {
  public let id: String
  /// Whom it was given to.
  public let name: String
  public let digest: SHA256
  public let scopes: Set<Scope>
  /// Seconds since 1970.
  public let created: Int
  public var expires: Int?
  public var revoked: Int?

  /// A new key and the text that its holder shows; nobody can make that from what is kept.
  public static func make(
    name: String, scopes: Set<Scope>, now: Int, expires: Int?
  ) -> (key: AccessKey, text: String)? {
    guard let id = RandomBytes.make(6), let secret = RandomBytes.make(32) else { return nil }
    let identifier = Hexadecimal.text(of: id)
    let text = "scr_\(identifier)_\(Base64.forAddresses.text(of: secret))"
    let key = AccessKey(
      id: identifier, name: name, digest: SHA256(of: text), scopes: scopes, created: now,
      expires: expires, revoked: nil)
    return (key, text)
  }

  /// Whether it is in force; a moment is seconds since 1970.
  public func holds(at now: Int) -> Bool {
    revoked == nil && created <= now + 300 && (expires.map { now < $0 } ?? true)
  }

  public var json: JSON {
    .object([
      ("id", .string(id)), ("name", .string(name)), ("digest", .string(digest.description)),
      ("scopes", .strings(scopes.map(\.rawValue).sorted())), ("created", .integer(created)),
      ("expires", expires.map(JSON.integer) ?? .null),
      ("revoked", revoked.map(JSON.integer) ?? .null),
    ])
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, !id.isEmpty, let name = json["name"]?.string,
      let digest = json["digest"]?.string.flatMap({ SHA256($0) }),
      let words = json["scopes"]?.strings, let created = json["created"]?.integer,
      let expires = AccessKey.moment(json["expires"]),
      let revoked = AccessKey.moment(json["revoked"])
    else { return nil }
    let scopes = words.compactMap(Scope.init)
    // A scope of a later version must not be lost in silence.
    guard scopes.count == words.count else { return nil }
    self.init(
      id: id, name: name, digest: digest, scopes: Set(scopes), created: created,
      expires: expires.value, revoked: revoked.value)
  }

  private init(
    id: String, name: String, digest: SHA256, scopes: Set<Scope>, created: Int, expires: Int?,
    revoked: Int?
  ) {
    self.id = id
    self.name = name
    self.digest = digest
    self.scopes = scopes
    self.created = created
    self.expires = expires
    self.revoked = revoked
  }

  /// Nil for what is neither null nor a number: such a key is not read as one without an end.
  private static func moment(_ json: JSON?) -> (value: Int?, Void)? {
    guard let json else { return nil }
    if json.isNull { return (nil, ()) }
    return json.integer.map { ($0, ()) }
  }
}
