import Formats

extension OrderReading {
  private static let knownOfRequest = [
    "schemaVersion", "requestId", "asOf", "stage", "transactionKind", "order", "endUserKnown",
    "completeRoles", "parties", "lines", "endUse", "attachments", "conditions",
    "minDataVersion",
  ]
  private static let knownOfOrder = [
    "ref", "system", "revision", "currency", "value", "incoterm", "countryOfExport",
    "countryOfUltimateDestination", "ultimateConsigneeType", "requestedShipDate", "route",
  ]

  /// The order, or nil where anything about it is wrong.
  mutating func order(_ value: JSON) -> Order? {
    guard let root = fields(Field(value, in: FieldPath())) else { return nil }
    let version = schemaVersion(root)
    let stage = requiredTerm(root, "stage", Stage.self)
    let kind = requiredTerm(root, "transactionKind", TransactionKind.self)
    let endUserKnown = requiredTerm(root, "endUserKnown", EndUserKnown.self)
    let header = required(root, "order", "an object with `ref`, `system` and `revision`")
      .flatMap { fields($0) }.flatMap { self.header($0) }
    let parties = parties(root)
    let lines = lines(root, kind: kind)
    let completeRoles = completeRoles(root)
    checkEndUser(root, endUserKnown, parties, completeRoles)
    let identifier = root.optional("requestId").flatMap { text($0, limit: 64) }
    let asOf = root.optional("asOf").flatMap { timestamp($0) }
    let endUse = endUse(root)
    let attachments = attachments(root)
    let conditions = list(root, "conditions") {
      $0.filledText($1, limit: OrderReading.textLimit)
    }
    let minimumDataVersion = optionalText(root, "minDataVersion")
    keepUnknown(root, known: OrderReading.knownOfRequest)
    guard !faults.hasErrors, let version, let stage, let kind, let endUserKnown, var order = header
    else { return nil }
    order.schemaVersion = version
    order.requestIdentifier = identifier
    order.asOf = asOf
    order.stage = stage
    order.kind = kind
    order.endUserKnown = endUserKnown
    order.completeRoles = completeRoles
    order.parties = parties
    order.lines = lines
    order.endUse = endUse
    order.attachments = attachments
    order.minimumDataVersion = minimumDataVersion
    order.conditions = conditions
    order.unknownFields = unknownFields.map { ($0.path, $0) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map(\.1)
    return order
  }

  private mutating func schemaVersion(_ root: Fields) -> String? {
    guard let field = required(root, "schemaVersion", "`\(Order.schemaVersion)`") else {
      return nil
    }
    guard let text = field.value.string else {
      wrongType(field, expected: "a string")
      return nil
    }
    guard text.isExactly(Order.schemaVersion) else {
      error(
        .unsupportedVersion, field, "the schema version \(quoted(text)) is not supported",
        remedy: "use `\(Order.schemaVersion)`")
      return nil
    }
    return text
  }

  /// The member `order`, as an order whose other fields are still to be filled in.
  private mutating func header(_ fields: Fields) -> Order? {
    let reference = requiredText(fields, "ref", "the order's number")
    let system = requiredText(fields, "system", "the order system")
    let revision = required(fields, "revision", "a whole number, 0 for the first")
      .flatMap { wholeNumber($0, atLeast: 0) }
    let destination = required(
      fields, "countryOfUltimateDestination", "an ISO 3166-1 code, such as `CN`"
    ).flatMap { self.country($0) }
    let currency = fields.optional("currency").flatMap { self.currency($0) }
    let value = optionalDecimal(fields, "value")
    let incoterm = optionalText(fields, "incoterm")
    let export = optionalCountry(fields, "countryOfExport")
    let consigneeType = optionalTerm(
      fields, "ultimateConsigneeType", UltimateConsigneeType.self)
    let shipDate = optionalDate(fields, "requestedShipDate")
    let route = list(fields, "route") { $0.country($1) }
    keepUnknown(fields, known: OrderReading.knownOfOrder)
    guard let reference, let system, let revision, let destination else { return nil }
    return Order(
      stage: .lead, kind: .sale, reference: reference, system: system, revision: revision,
      currency: currency, value: value, incoterm: incoterm, countryOfExport: export,
      countryOfUltimateDestination: destination, ultimateConsigneeType: consigneeType,
      requestedShipDate: shipDate, route: route, endUserKnown: .unknown, parties: [], lines: [])
  }

  private mutating func completeRoles(_ root: Fields) -> [PartyRole] {
    guard let field = root.optional("completeRoles"),
      let elements = elements(field, toleratesLoneValue: true)
    else { return [] }
    return distinctRoles(elements)
  }

  /// What the order says of its end user must agree with the parties it names.
  private mutating func checkEndUser(
    _ root: Fields, _ known: EndUserKnown?, _ parties: [Party], _ completeRoles: [PartyRole]
  ) {
    guard let known, let field = root.stated("endUserKnown") else { return }
    let isNamed = parties.contains { $0.has(.endUser) }
    switch known {
    case .declared:
      // A party that could not be read may be the one; its own fault is told already.
      let isComplete = parties.count == root.stated("parties")?.value.array?.count
      if !isNamed, isComplete, parties.allSatisfy({ !$0.roles.isEmpty }) {
        error(
          .endUserMissing, field, "the end user is declared, but no party has the role `endUser`",
          remedy: "add the end user to `parties`, or say `unknown`")
      }
    case .unknown where isNamed:
      warn(
        .endUserDespiteUnknown, field,
        "the end user is said to be unknown, but a party has the role `endUser`",
        remedy: "say `declared` or `inferred`, or take the role away")
    case .inferred, .unknown: break
    }
    if known != .declared, completeRoles.contains(.endUser),
      let place = root.stated("completeRoles")
    {
      error(
        .completeWithoutDeclaration, place,
        "the end users cannot be complete while the end user is \(quoted(known.rawValue))",
        remedy: "take `endUser` out, or say `declared`")
    }
  }
}
