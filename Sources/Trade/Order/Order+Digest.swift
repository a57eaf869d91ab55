public import Digests
public import Formats

extension Order {
  /// What a clearance is bound to: everything that a rule may rest on, and nothing else.
  ///
  /// In: stage, kind, currency, value, destination, route, country of export, consignee type,
  /// Incoterm, ship date, parties, roles, lines with their prices, end use, attachments, conditions
  /// and all unknown fields. Out: the request's identifier, the moment of asking, the reference,
  /// system and revision (a clearance names them as its subject) and the demanded data version.
  /// Lists keep their order, so a reordered list is another order.
  public var materialFields: JSON {
    var material = self
    material.requestIdentifier = nil
    material.asOf = nil
    material.minimumDataVersion = nil
    material.unknownFields = []
    let members = (material.json.members ?? []).map { member in
      guard member.key == "order" else { return (member.key, member.value) }
      let named = ["ref", "system", "revision"]
      let rest = (member.value.members ?? []).filter { !named.contains($0.key) }
      return (member.key, JSON(.object(rest)))
    }
    // Unknown fields stand beside the rest, as text: they may hold numbers that RFC 8785 cannot
    // write, and two places may not merge.
    let unknown = unknownFields.map { ($0.path, JSON.string($0.text)) }
    return .object([("known", .object(members)), ("unknown", .object(unknown))])
  }

  /// SHA-256 over the RFC 8785 text of `materialFields`.
  ///
  /// Whitespace, the order of members, the way a quantity or a price is written (`15`, `15.0`) and
  /// the request's identifier leave it alone.
  public var digest: SHA256 { SHA256(of: materialFields.canonicalText) }
}
