import Digests
import Formats

/// A system that signs what it sends in its own way; the signature is its key.
struct InboundSource: Sendable {
  enum Style: String, Sendable, CaseIterable { case shopify, frappe, standard }

  let id: String
  let style: Style
  let secrets: [[UInt8]]
  /// Public keys of a source in the style of Standard Webhooks.
  let keys: [Ed25519.PublicKey]

  init(_ json: JSON, path: String) throws(Diagnostic) {
    guard let id = json["id"]?.string, Partners.isName(id) else {
      throw Partners.fault("a source needs an `id` of letters, digits and `-`", path)
    }
    guard let style = json["style"]?.string.flatMap(Style.init) else {
      throw Partners.fault("`style` must be shopify, frappe or standard", path)
    }
    let all = json["secrets"]?.strings ?? []
    keys = style == .standard ? all.compactMap(StandardWebhook.verifyingKey) : []
    let texts = keys.isEmpty ? all : all.filter { !$0.hasPrefix("whpk_") }
    let secrets = texts.compactMap { text in
      style == .standard ? StandardWebhook.secret(text) : Array(text.utf8)
    }
    guard (1...2).contains(all.count), secrets.count == texts.count,
      secrets.count + keys.count == all.count,
      secrets.allSatisfy({ $0.count >= 16 })
    else {
      throw Partners.fault(
        "`secrets` must hold one or two of at least 16 bytes (standard: whsec_… or whpk_…)", path)
    }
    self.id = id
    self.style = style
    self.secrets = secrets
  }

  /// What names the event, if the signature is of exactly these bytes.
  func event(of request: HTTPRequest, now: Int) -> String? {
    switch style {
    case .standard:
      guard let id = request.header("webhook-id"), let time = request.header("webhook-timestamp"),
        let signatures = request.header("webhook-signature"),
        StandardWebhook.verifies(
          signatures, id: id, timestamp: time, body: request.body, secrets: secrets, keys: keys,
          now: now)
      else { return nil }
      return id
    case .shopify:
      guard isSigned(request.header("x-shopify-hmac-sha256"), request.body) else { return nil }
      return event(request.header("x-shopify-event-id"), request, now)
    case .frappe:
      guard isSigned(request.header("x-frappe-webhook-signature"), request.body) else {
        return nil
      }
      return event(nil, request, now)
    }
  }

  /// Whether it is signed, and of a time that is too far from now.
  func isUntimely(_ request: HTTPRequest, now: Int) -> Bool {
    guard style == .standard,
      let time = request.header("webhook-timestamp").flatMap({ Int($0) })
    else { return false }
    return event(of: request, now: now) == nil && event(of: request, now: time) != nil
  }

  /// The id of the event or else its content, on this day: these signatures have no time, and what
  /// was once allowed is not allowed by sending it again months later.
  private func event(_ id: String?, _ request: HTTPRequest, _ now: Int) -> String {
    "\(UTCTime.day(of: now)) \(id ?? SHA256(of: request.body).description)"
  }

  /// HMAC-SHA256 of the raw body in base 64.
  private func isSigned(_ signature: String?, _ body: [UInt8]) -> Bool {
    guard let shown = signature.flatMap({ Base64.padded.bytes(of: $0) }) else { return false }
    return secrets.contains { secret in
      KeyedDigest.make(of: body, key: secret).map { ConstantTime.equal($0, shown) } ?? false
    }
  }
}
