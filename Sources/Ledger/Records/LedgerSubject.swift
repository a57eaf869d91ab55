/// What a record is about and is found by.
public enum LedgerSubject: Sendable, Hashable {
  /// A name or identifier, whatever its case, blanks and signs between letters and digits.
  case party(String)
  /// The same with its signs, by which earlier records were filed.
  case partyWithSigns(String)
  case order(system: String, reference: String)
  case determination(String)
  case clearance(String)
  /// The clearance that policies gave on the determination at a position, of which there is one.
  case clearedOn(Int)
  case policies(digest: String)
  case lists(digest: String)
  /// All records of one case.
  case caseFile(String)
  case investigation(String)
  /// Determinations that opened or keep open a case.
  case held
  case kind(LedgerRecord.Kind)
  /// A request by the key that its sender gave it, so that it is answered once.
  case request(client: String, key: String)
  /// A request that is answered later, by the id that its sender was told.
  case acceptance(String)
  /// What was accepted of an order. Not among the records of the order itself: nothing was decided.
  case acceptedOrder(system: String, reference: String)

  var text: String {
    switch self {
    case .party(let name): "party\n" + LedgerSubject.words(of: name)
    case .partyWithSigns(let name): "party\n" + LedgerSubject.spelling(of: name)
    case .order(let system, let reference): "order\n\(system)\n\(reference)"
    case .determination(let id): "determination\n" + id
    case .clearance(let id): "clearance\n" + id
    case .clearedOn(let position): "cleared\n\(position)"
    case .policies(let digest): "policies\n" + digest
    case .lists(let digest): "lists\n" + digest
    case .caseFile(let id): "case\n" + id
    case .investigation(let id): "investigation\n" + id
    case .held: "held"
    case .kind(let kind): "kind\n" + kind.rawValue
    case .request(let client, let key): "request\n\(client)\n\(key)"
    case .acceptance(let id): "acceptance\n" + id
    case .acceptedOrder(let system, let reference): "accepted\n\(system)\n\(reference)"
    }
  }

  private static func spelling(of name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A name of signs alone stays what it is.
  private static func words(of name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? spelling(of: name) : words.joined(separator: " ")
  }
}
