import Digests
import Formats
public import Transfers

/// Another system that is told of changes.
public struct WebhookEndpoint: Sendable {
  public let id: String
  public let address: WebAddress
  /// How a message is written; the signature is the same.
  public enum Form: String, Sendable {
    case plain
    /// CloudEvents 1.0 in structured mode.
    case cloudEvent = "cloudevents"

    var mediaType: String { self == .plain ? MediaType.json : MediaType.cloudEvent }
  }

  /// Shared with the receiver: one, or two while they are exchanged.
  public let secrets: [[UInt8]]
  /// Keys whose public half the receiver has; with them there need be no secret.
  let signingKeys: [Ed25519.PrivateKey]
  let form: Form
  /// Empty for all.
  public let types: Set<String>

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
    let keyTexts = json["signingKeys"]?.strings ?? []
    let signingKeys = keyTexts.compactMap(StandardWebhook.signingKey)
    guard secrets.count <= 2, secrets.count == texts.count, signingKeys.count <= 2,
      signingKeys.count == keyTexts.count, !secrets.isEmpty || !signingKeys.isEmpty
    else {
      throw Partners.fault(
        "`secrets` must hold one or two of the form whsec_ and base 64 of 24 to 64 bytes, or "
          + "`signingKeys` one or two of the form whsk_ and base 64 of a seed of Ed25519", path)
    }
    guard let form = Form(rawValue: json["form"]?.string ?? "plain") else {
      throw Partners.fault("`form` must be plain or cloudevents", path)
    }
    let types = json["types"]?.strings ?? []
    for type in types where !OrderEvent.types.contains(type) {
      throw Partners.fault(
        "`\(type)` is no event; there are " + OrderEvent.types.joined(separator: ", "), path)
    }
    self.id = id
    self.address = address
    self.secrets = secrets
    self.signingKeys = signingKeys
    self.form = form
    self.types = Set(types)
  }
}
