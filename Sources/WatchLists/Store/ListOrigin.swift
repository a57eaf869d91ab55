import Digests

/// Where a version was fetched, and by what its server recognises it.
public struct ListOrigin: Sendable, Hashable {
  /// `sha256:` digest of the address, because addresses may carry keys.
  public let addressDigest: String
  /// RFC 9110, section 8.8.3.
  public let entityTag: String?
  /// RFC 9110, section 8.8.2.
  public let lastModified: String?

  public init(address: String, entityTag: String?, lastModified: String?) {
    self.init(
      addressDigest: SHA256(of: address).description, entityTag: entityTag,
      lastModified: lastModified)
  }

  init(addressDigest: String, entityTag: String?, lastModified: String?) {
    self.addressDigest = addressDigest
    self.entityTag = entityTag
    self.lastModified = lastModified
  }

  /// Whether it was fetched from there, so that its validators mean something to that server.
  public func isFrom(_ address: String) -> Bool {
    addressDigest == SHA256(of: address).description
  }
}
