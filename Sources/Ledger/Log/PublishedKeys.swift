public import Digests
public import Formats

/// The keys by which anybody verifies a log and its clearances. They are no secret.
public struct PublishedKeys: Sendable, Hashable {
  public let log: LogKey
  /// Keys of the log that were replaced, the oldest first.
  public let retired: [Retired]

  /// A key that signed the log up to a size, and nothing after it.
  public struct Retired: Sendable, Hashable {
    public let key: LogKey
    public let through: Int
    /// What signed clearances beside it; nil where those no longer count, as after a theft.
    public let clearances: FormerKey?

    public init(key: LogKey, through: Int, clearances: FormerKey? = nil) {
      self.key = key
      self.through = through
      self.clearances = clearances
    }
  }

  /// A key that signed clearances up to a moment: one that claims to be younger is not of us.
  public struct FormerKey: Sendable, Hashable {
    public let key: Ed25519.PublicKey
    /// Seconds since 1970-01-01 UTC.
    public let until: Int

    public init(key: Ed25519.PublicKey, until: Int) {
      self.key = key
      self.until = until
    }

    init?(_ entry: LedgerKeys.Retired) {
      guard let key = entry.clearances, let until = entry.until else { return nil }
      self.init(key: key, until: until)
    }
  }

  /// Signs clearances and revocation lists now; nil where only the log is verified.
  public let clearances: Ed25519.PublicKey?

  public init(log: LogKey, retired: [Retired] = [], clearances: Ed25519.PublicKey? = nil) {
    self.log = log
    self.retired = retired
    self.clearances = clearances
  }

  /// The key that signs a log of so many records.
  public func log(at size: Int) -> LogKey {
    retired.first { size <= $0.through }?.key ?? log
  }

  /// The log's key as C2SP signed-note writes it, the one of clearances as a JWK Set (RFC 7517).
  /// Whoever reads only the set accepts nothing of a key that was replaced.
  public var json: JSON {
    .object([
      ("log", .string(log.text)),
      (
        "retired",
        .array(
          retired.map { entry in
            .object([
              ("log", .string(entry.key.text)), ("through", .integer(entry.through)),
              ("clearances", entry.clearances.map { PublishedKeys.webKey($0.key) } ?? .null),
              ("until", entry.clearances.map { .integer($0.until) } ?? .null),
            ])
          })
      ),
      ("keys", .array(clearances.map { [PublishedKeys.webKey($0)] } ?? [])),
    ])
  }

  private static func webKey(_ key: Ed25519.PublicKey) -> JSON {
    JSONWebSignature.jsonWebKey(key, named: JSONWebSignature.identifier(of: key))
  }

  private static func key(_ json: JSON?) -> Ed25519.PublicKey? {
    guard json?["kty"]?.string == "OKP", json?["crv"]?.string == "Ed25519" else { return nil }
    return json?["x"]?.string.flatMap(Base64.forAddresses.bytes).flatMap { Ed25519.PublicKey($0) }
  }

  public init(file path: String) throws(LedgerFailure) {
    let json: JSON
    do {
      json = try JSONReader.read(try FileReader.bytes(of: path, limit: 1 << 20))
    } catch {
      throw LedgerFailure(
        .keys, "the public keys `\(path)` cannot be read",
        remedy: "`scruple log keys` writes them beside the store")
    }
    guard let log = json["log"]?.string.flatMap({ LogKey($0) }),
      let first = json["keys"]?.array?.first
    else { throw LedgerFailure(.keys, "`\(path)` holds no public keys of a ledger") }
    guard let clearances = PublishedKeys.key(first) else {
      throw LedgerFailure(.keys, "`\(path)` holds a key that is not Ed25519")
    }
    var retired: [Retired] = []
    for entry in json["retired"]?.array ?? [] {
      guard let key = entry["log"]?.string.flatMap({ LogKey($0) }), key.name == log.name,
        let through = entry["through"]?.integer, through > (retired.last?.through ?? 0)
      else { throw LedgerFailure(.keys, "`\(path)` holds a retired key that cannot be read") }
      // Without a moment nobody knows which clearances are from before it.
      var former: FormerKey?
      if let key = PublishedKeys.key(entry["clearances"]), let until = entry["until"]?.integer {
        former = FormerKey(key: key, until: until)
      }
      retired.append(Retired(key: key, through: through, clearances: former))
    }
    self.init(log: log, retired: retired, clearances: clearances)
  }
}
