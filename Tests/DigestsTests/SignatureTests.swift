import Formats
import Testing

@testable import Digests

/// Signatures, seals and keyed digests against the vectors of their standards.
struct SignatureTests {
  private func bytes(_ digits: String) throws -> [UInt8] {
    try #require(Hexadecimal.bytes(of: digits))
  }

  /// RFC 8032 section 7.1.
  @Test(arguments: [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
  ])
  func ed25519(_ seed: String, _ key: String, _ message: String, _ signature: String) throws {
    let secret = try #require(Ed25519.PrivateKey(seed: bytes(seed)))
    #expect(Hexadecimal.text(of: secret.publicKey.bytes) == key)
    let made = try #require(secret.signature(of: bytes(message)))
    #expect(Hexadecimal.text(of: made) == signature)
    #expect(secret.publicKey.verifies(made, of: try bytes(message)))
    #expect(!secret.publicKey.verifies(made, of: try bytes(message) + [0]))
    for place in [0, 31, 32, 63] {
      var other = made
      other[place] ^= 1
      #expect(!secret.publicKey.verifies(other, of: try bytes(message)))
    }
    #expect(!secret.publicKey.verifies(Array(made.dropLast()), of: try bytes(message)))
  }

  /// RFC 8037 appendix A: the key, its thumbprint and its signature.
  @Test func jsonWebKeys() throws {
    let seed = try #require(
      Base64.forAddresses.bytes(of: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
    let secret = try #require(Ed25519.PrivateKey(seed: seed))
    #expect(
      JSONWebSignature.identifier(of: secret.publicKey)
        == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    let signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
    let signature = try #require(secret.signature(of: Array(signed.utf8)))
    #expect(
      Base64.forAddresses.text(of: signature)
        == "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
    )
  }

  @Test func tokensAreReadOnlyAsTheyWereSigned() throws {
    let secret = try #require(Ed25519.PrivateKey(seed: Array(0..<32)))
    let other = try #require(Ed25519.PrivateKey(seed: Array(1...32)))
    let payload = JSON.object([("b", .integer(1)), ("a", .string("x"))])
    let token = try #require(JSONWebSignature.sign(payload, kind: "test", with: secret))
    let keys = [other.publicKey, secret.publicKey]
    #expect(
      try JSONWebSignature(token, kind: "test", keys: keys).payload.text() == #"{"a":"x","b":1}"#)
    #expect(throws: JSONWebSignature.Refusal.otherKind("test")) {
      try JSONWebSignature(token, kind: "other", keys: keys)
    }
    #expect(throws: JSONWebSignature.Refusal.self) {
      try JSONWebSignature(token, kind: "test", keys: [other.publicKey])
    }
    let parts = token.split(separator: ".").map(String.init)
    func with(header: String) -> String {
      [Base64.forAddresses.text(of: Array(header.utf8)), parts[1], parts[2]]
        .joined(separator: ".")
    }
    let named = JSONWebSignature.identifier(of: secret.publicKey)
    for forged in [
      "", "a.b", token + ".x", token + "=", " " + token, parts[0] + "." + parts[1] + ".",
      parts[0] + "." + parts[1] + "x." + parts[2],
      with(header: #"{"alg":"none","typ":"test"}"#),
      with(header: #"{"alg":"HS256","kid":"\#(named)","typ":"test"}"#),
      with(header: #"{"alg":"EdDSA","crit":["x"],"kid":"\#(named)","typ":"test"}"#),
      with(header: #"{"alg":"EdDSA","kid":"\#(named)","typ":"test","jwk":{}}"#),
    ] {
      #expect(throws: JSONWebSignature.Refusal.self, "\(forged)") {
        try JSONWebSignature(forged, kind: "test", keys: keys)
      }
    }
    for place in stride(from: 0, to: token.utf8.count, by: 5) {
      var letters = Array(token.utf8)
      letters[place] = letters[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(throws: JSONWebSignature.Refusal.self, "changed at \(place)") {
        try JSONWebSignature(String(decoding: letters, as: UTF8.self), kind: "test", keys: keys)
      }
    }
  }

  /// RFC 4231 sections 4.2 and 4.3.
  @Test func keyedDigests() throws {
    let first = try #require(
      KeyedDigest.make(of: Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20)))
    #expect(
      Hexadecimal.text(of: first)
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    let second = try #require(
      KeyedDigest.make(of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8)))
    #expect(
      Hexadecimal.text(of: second)
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func aSealedBoxOpensOnlyWholeAndWithItsKey(_ count: Int) throws {
    let key = try #require(RandomBytes.make(32))
    let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let box = try #require(SealedBox.seal(plain, key: key, context: [1]))
    #expect(box.count == count + 28)
    #expect(SealedBox.open(box, key: key, context: [1]) == plain)
    #expect(SealedBox.open(box, key: key, context: [2]) == nil)
    #expect(SealedBox.open(box, key: Array(key.reversed()), context: [1]) == nil)
    #expect(SealedBox.open(Array(box.dropLast()), key: key, context: [1]) == nil)
    #expect(SealedBox.open([], key: key, context: [1]) == nil)
    for place in stride(from: 0, to: box.count, by: max(1, box.count / 30)) {
      var changed = box
      changed[place] ^= 0x80
      #expect(SealedBox.open(changed, key: key, context: [1]) == nil, "changed at \(place)")
    }
    #expect(SealedBox.seal(plain, key: key, context: [1]) != box, "no nonce comes twice")
  }
}
