import Formats

/// The field of an order that a column of a table holds, as it is written in a mapping:
/// `stage`, `order.ref`, `endUse.declared`, `lines.quantity`, `lines.installedBase.serial`,
/// `parties.purchaser.name`, or `parties.purchaser+endUser.country` for a party of two roles.
struct OrderColumn: Sendable, Hashable {
  enum Place: Sendable, Hashable {
    /// Members of the request, from the outermost.
    case request([String])
    case line([String])
    /// A property of the party with exactly these roles, in the order written.
    case party(roles: [String], property: String)
  }

  let place: Place
  /// As it was written.
  let text: String

  private static let ofRequest: Set<String> = [
    "schemaVersion", "requestId", "asOf", "stage", "transactionKind", "endUserKnown",
    "minDataVersion", "completeRoles", "conditions",
  ]
  private static let ofOrder: Set<String> = [
    "ref", "system", "revision", "currency", "value", "incoterm", "countryOfExport",
    "countryOfUltimateDestination", "ultimateConsigneeType", "requestedShipDate", "route",
  ]
  private static let ofEndUse: Set<String> = [
    "declared", "statementRef", "statementDate", "collaborators",
  ]
  private static let ofLine: Set<String> = [
    "lineNo", "sku", "description", "productClass", "quantity", "unit", "reactionsPerUnit",
    "unitPrice", "hsCode", "eccn", "eccnBasis", "euDualUseCode", "countryOfOrigin",
    "installedBase.serial", "installedBase.relation",
  ]
  private static let ofParty = EntityProperty.known.union(["schema", "declaredBy"])

  /// All that may be written but for the roles of parties, for telling a slip.
  static let words =
    ofRequest.sorted() + ofOrder.sorted().map { "order." + $0 }
    + ofEndUse.sorted().map { "endUse." + $0 } + ofLine.sorted().map { "lines." + $0 }
    + PartyRole.allCases.flatMap { role in
      ["name", "country", "address"].map { "parties.\(role.rawValue).\($0)" }
    }

  /// Nil for what names no field.
  init?(_ text: String) {
    self.text = text
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let rest = parts.dropFirst().joined(separator: ".")
    switch parts[0] {
    case "order" where OrderColumn.ofOrder.contains(rest): place = .request(parts)
    case "endUse" where OrderColumn.ofEndUse.contains(rest): place = .request(parts)
    case "lines" where OrderColumn.ofLine.contains(rest): place = .line(Array(parts.dropFirst()))
    case "parties":
      guard parts.count == 3, OrderColumn.ofParty.contains(parts[2]) else { return nil }
      let roles = parts[1].split(separator: "+", omittingEmptySubsequences: false).map(String.init)
      guard Set(roles).count == roles.count, roles.allSatisfy({ PartyRole(rawValue: $0) != nil })
      else { return nil }
      place = .party(roles: roles, property: parts[2])
    case let word where OrderColumn.ofRequest.contains(word) && parts.count == 1:
      place = .request(parts)
    default: return nil
    }
  }

  var isLine: Bool { if case .line = place { true } else { false } }

  /// Whether the field holds several texts, which stand in a cell with `|` between them.
  var isList: Bool {
    switch place {
    case .request(let path):
      [["completeRoles"], ["conditions"], ["order", "route"], ["endUse", "collaborators"]]
        .contains(path)
    case .line: false
    case .party(_, let property): property != "schema" && property != "declaredBy"
    }
  }

  private var isWholeNumber: Bool {
    place == .request(["order", "revision"]) || place == .line(["reactionsPerUnit"])
  }

  /// A cell as the request would have it. What is no number where one must stand stays a text, and
  /// the reader of orders says what is wrong with it.
  func value(_ cell: String) -> JSON {
    if isList { return .strings(cell.split(separator: "|").map(String.init)) }
    if isWholeNumber, let number = Int(cell), String(number) == cell { return .integer(number) }
    return .string(cell)
  }
}
