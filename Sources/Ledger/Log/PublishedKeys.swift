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
  }

  /// Those that were replaced stand behind the one in use, for as long as their clearances last.
  public let clearances: [Ed25519.PublicKey]

  public init(log: LogKey, retired: [Retired] = [], clearances: [Ed25519.PublicKey]) {
    self.log = log
    self.retired = retired
    self.clearances = clearances
  }

  /// The key that signs a log of so many records.
  public func log(at size: Int) -> LogKey {
    retired.first { size <= $0.through }?.key ?? log
  }

  /// The log's key as C2SP signed-note writes it, the others as a JWK Set (RFC 7517).
  public var json: JSON {
    .object([
      ("log", .string(log.text)),
      (
        "retired",
        .array(
          retired.map {
            .object([("log", .string($0.key.text)), ("through", .integer($0.through))])
          })
      ),
      (
        "keys",
        .array(
          clearances.map {
            JSONWebSignature.jsonWebKey($0, named: JSONWebSignature.identifier(of: $0))
          })
      ),
    ])
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
    guard let log = json["log"]?.string.flatMap({ LogKey($0) }), let keys = json["keys"]?.array
    else { throw LedgerFailure(.keys, "`\(path)` holds no public keys of a ledger") }
    var clearances: [Ed25519.PublicKey] = []
    for key in keys {
      guard key["kty"]?.string == "OKP", key["crv"]?.string == "Ed25519",
        let bytes = key["x"]?.string.flatMap(Base64.forAddresses.bytes),
        let read = Ed25519.PublicKey(bytes)
      else { throw LedgerFailure(.keys, "`\(path)` holds a key that is not Ed25519") }
      clearances.append(read)
    }
    var retired: [Retired] = []
    for entry in json["retired"]?.array ?? [] {
      guard let key = entry["log"]?.string.flatMap({ LogKey($0) }), key.name == log.name,
        let through = entry["through"]?.integer, through > (retired.last?.through ?? 0)
      else { throw LedgerFailure(.keys, "`\(path)` holds a retired key that cannot be read") }
      retired.append(Retired(key: key, through: through))
    }
    self.init(log: log, retired: retired, clearances: clearances)
  }
}
