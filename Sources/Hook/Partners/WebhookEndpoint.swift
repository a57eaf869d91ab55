import Formats
public import Transfers

/// Another system that is told of changes.
public struct WebhookEndpoint: Sendable {
  public let id: String
  public let address: WebAddress
  /// One, or two while they are exchanged.
  public let secrets: [[UInt8]]
  /// Empty for all.
  public let types: Set<String>

  static let types = ["determination.changed", "clearance.issued", "clearance.revoked"]

  init(_ json: JSON, path: String) throws(Diagnostic) {
    guard let id = json["id"]?.string, Partners.isName(id) else {
      throw Partners.fault("an endpoint needs an `id` of letters, digits and `-`", path)
    }
    guard let address = json["url"]?.string.flatMap({ WebAddress($0) }) else {
      throw Partners.fault("`url` must be an address that begins with https://", path)
    }
    guard address.isEncrypted || address.isLocal else {
      throw Partners.fault("`url` must begin with https://", path)
    }
    let texts = json["secrets"]?.strings ?? []
    let secrets = texts.compactMap(StandardWebhook.secret)
    guard (1...2).contains(secrets.count), secrets.count == texts.count else {
      throw Partners.fault(
        "`secrets` must hold one or two of the form whsec_ and base 64 of 24 to 64 bytes", path)
    }
    let types = json["types"]?.strings ?? []
    for type in types where !WebhookEndpoint.types.contains(type) {
      throw Partners.fault(
        "`\(type)` is no event; there are " + WebhookEndpoint.types.joined(separator: ", "), path)
    }
    self.id = id
    self.address = address
    self.secrets = secrets
    self.types = Set(types)
  }
}
