import Formats

/// An order that a load generator sends as it is, or each time as a new one.
public struct LoadOrder: Sendable {
  private let start: [UInt8]
  private let end: [UInt8]

  /// Nil for what is no order with a reference.
  public init?(_ text: [UInt8]) {
    guard let json = try? JSONReader.read(text), let order = json["order"],
      let reference = order["ref"]?.string
    else { return nil }
    // A sign that no order has; it is written as it stands.
    let mark = "\u{F8FF}"
    let marked = LoadOrder.replacing(
      "order", of: json, by: LoadOrder.replacing("ref", of: order, by: .string(reference + mark))
    ).utf8Text()
    let sign = Array(mark.utf8)
    guard
      let place = marked.indices.first(where: { marked[$0...].starts(with: sign) })
    else { return nil }
    start = Array(marked[..<place])
    end = Array(marked[(place + sign.count)...])
  }

  private static func replacing(_ name: String, of object: JSON, by value: JSON) -> JSON {
    .object((object.members ?? []).map { ($0.key, $0.key == name ? value : $0.value) })
  }

  /// The same bytes each time, or with `new` behind the reference.
  func body(new: String?) -> [UInt8] { start + (new ?? "").utf8 + end }
}
