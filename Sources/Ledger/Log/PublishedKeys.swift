public import Digests
public import Formats

/// The keys by which anybody verifies a log and its clearances. They are no secret.
public struct PublishedKeys: Sendable, Hashable {
  public let log: LogKey
  /// Those that were replaced stand behind the one in use, for as long as their clearances last.
  public let clearances: [Ed25519.PublicKey]

  public init(log: LogKey, clearances: [Ed25519.PublicKey]) {
    self.log = log
    self.clearances = clearances
  }

  /// The log's key as C2SP signed-note writes it, the others as a JWK Set (RFC 7517).
  public var json: JSON {
    .object([
      ("log", .string(log.text)),
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
    self.init(log: log, clearances: clearances)
  }
}
