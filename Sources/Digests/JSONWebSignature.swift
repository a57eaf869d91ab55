public import Formats

/// A signature over JSON in the compact form of RFC 7515, by Ed25519 (RFC 8037) and nothing else.
///
/// What a token claims about its algorithm is never followed: another algorithm, an unprotected or
/// critical header, or a kind that was not asked for is refused.
public struct JSONWebSignature: Sendable {
  /// Why a token says nothing.
  public enum Refusal: Error, Sendable, Hashable {
    case malformed(String)
    case otherAlgorithm(String)
    case otherKind(String)
    case otherKey(String)
    case doesNotVerify
  }

  public let payload: JSON
  /// The one of the keys that signed it.
  public let key: Ed25519.PublicKey

  /// The identifier of a key: its thumbprint after RFC 7638.
  public static func identifier(of key: Ed25519.PublicKey) -> String {
    Base64.forAddresses.text(of: SHA256(of: jsonWebKey(key, named: nil).canonicalText).bytes)
  }

  /// The key as RFC 8037 section 2 writes it.
  public static func jsonWebKey(_ key: Ed25519.PublicKey, named identifier: String?) -> JSON {
    var members: [(String, JSON)] = [
      ("crv", .string("Ed25519")), ("kty", .string("OKP")),
      ("x", .string(Base64.forAddresses.text(of: key.bytes))),
    ]
    if let identifier {
      members += [("alg", .string("EdDSA")), ("kid", .string(identifier)), ("use", .string("sig"))]
    }
    return .object(members)
  }

  /// The token for a payload; nil where libcrypto cannot sign.
  public static func sign(_ payload: JSON, kind: String, with key: Ed25519.PrivateKey) -> String? {
    let header = JSON.object([
      ("alg", .string("EdDSA")), ("kid", .string(identifier(of: key.publicKey))),
      ("typ", .string(kind)),
    ])
    let signed =
      Base64.forAddresses.text(of: Array(header.canonicalText.utf8)) + "."
      + Base64.forAddresses.text(of: Array(payload.canonicalText.utf8))
    guard let signature = key.signature(of: Array(signed.utf8)) else { return nil }
    return signed + "." + Base64.forAddresses.text(of: signature)
  }

  /// Reads a token that one of the keys signed.
  public init(
    _ token: String, kind: String, keys: [Ed25519.PublicKey]
  ) throws(Refusal) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { throw .malformed("it has not three parts") }
    guard let header = JSONWebSignature.json(parts[0]), header.members != nil else {
      throw .malformed("its header cannot be read")
    }
    guard header["alg"]?.string == "EdDSA" else {
      throw .otherAlgorithm(header["alg"]?.string ?? "none")
    }
    guard header["typ"]?.string == kind else { throw .otherKind(header["typ"]?.string ?? "none") }
    let known = ["alg", "kid", "typ"]
    guard header.members?.allSatisfy({ known.contains($0.key) }) == true else {
      throw .malformed("its header demands what is not known here")
    }
    let named = header["kid"]?.string ?? "none"
    guard let key = keys.first(where: { JSONWebSignature.identifier(of: $0) == named }) else {
      throw .otherKey(named)
    }
    guard let signature = Base64.forAddresses.bytes(of: parts[2]),
      key.verifies(signature, of: Array((parts[0] + "." + parts[1]).utf8))
    else { throw .doesNotVerify }
    guard let payload = JSONWebSignature.json(parts[1]), payload.members != nil else {
      throw .malformed("its payload cannot be read")
    }
    self.payload = payload
    self.key = key
  }

  private static func json(_ part: String) -> JSON? {
    guard let bytes = Base64.forAddresses.bytes(of: part) else { return nil }
    return try? JSONReader.read(bytes, limits: JSONReader.Limits(depth: 16, bytes: 1 << 20))
  }
}
