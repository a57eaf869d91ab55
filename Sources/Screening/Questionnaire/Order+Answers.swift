import Dossier
import Formats
public import Trade

extension Order {
  /// The order with answers: each is added to its questionnaire; a body that an answer names becomes
  /// its end user, as declared, and words of the end use are added to it.
  ///
  /// Nothing that the order states is overwritten, so an answer can be held against it.
  public func answered(_ answers: [SubmittedAnswer]) -> Order {
    var order = self
    var endUse = order.endUse ?? EndUse()
    for answer in answers {
      if endUse.questionnaire.last(where: { $0.question == answer.id }) != answer.entry {
        endUse.questionnaire.append(answer.entry)
      }
      guard !answer.isEvasive else { continue }
      switch ScreeningVocabulary.route(of: answer.id) {
      case .endUse:
        endUse.declared = [endUse.declared, answer.answer].compactMap { $0 }
          .filter { !SuspiciousText.isBlank($0) }.joined(separator: "; ")
      case .endUser:
        guard let party = Order.endUser(answer.answer, in: order) else { continue }
        order.parties.append(party)
        order.endUserKnown = .declared
      case .answer, .record: break
      }
    }
    order.endUse = endUse
    return order
  }

  /// `{"name": ..., "country": ..., "address": ...}`, or name, address and country parted by `;`.
  private static func endUser(_ text: String, in order: Order) -> Party? {
    var name = text
    var address: String?
    var country: String?
    if let json = try? JSONReader.read(Array(text.utf8)), json.members != nil {
      guard let given = json["name"]?.string else { return nil }
      name = given
      address = json["address"]?.string
      country = json["country"]?.string
    } else {
      var parts = text.split(separator: ";").map { String($0.drop { $0 == " " }) }
      if let last = parts.last, parts.count > 1, last.utf8.count == 2 {
        country = last.uppercased()
        parts.removeLast()
      }
      name = parts.first ?? text
      if parts.count > 1 { address = parts.dropFirst().joined(separator: "; ") }
    }
    guard !SuspiciousText.isBlank(name) else { return nil }
    let taken = Set(order.parties.map(\.id))
    let id = (1...).lazy.map { "answer-\($0)" }.first { !taken.contains($0) } ?? "answer"
    return Party(
      id: id, roles: [.endUser],
      entity: Entity(
        schema: .organization,
        properties: [
          .init("name", [name]), .init("country", country.map { [$0] } ?? []),
          .init("address", address.map { [$0] } ?? []),
        ]), declaredBy: .customer)
  }
}
