import Digests
import Formats

/// A message to another system: thin, so that who needs more asks with a key.
struct WebhookEvent {
  let type: String
  let body: [UInt8]

  /// `source` is the name of the log; `id` is that of the message, for an event as a CloudEvent.
  init(
    _ event: OrderEvent, _ source: String, form: WebhookEndpoint.Form = .plain, id: String = ""
  ) {
    type = event.type
    let order = "\(event.system):\(event.reference)"
    let data = JSON.object(
      [("orderRef", .string(event.reference)), ("system", .string(event.system))] + event.data + [
        (
          "links",
          .object([("status", .string("/v1/orders/\(WebhookEvent.encoded(order))/status"))])
        )
      ])
    let json: JSON =
      switch form {
      case .plain:
        .object([
          ("type", .string(type)), ("timestamp", .string(event.time)), ("data", data),
        ])
      case .cloudEvent:
        .object([
          ("specversion", .string("1.0")), ("type", .string("scruple.\(type).v1")),
          ("source", .string("//" + source)), ("id", .string(id)),
          ("time", .string(event.time)), ("subject", .string(order)),
          ("datacontenttype", .string(MediaType.json)), ("data", data),
        ])
      }
    body = Array(json.text().utf8)
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-._~:".utf8.contains(byte)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.text(of: [byte]).uppercased()
    }.joined()
  }
}
