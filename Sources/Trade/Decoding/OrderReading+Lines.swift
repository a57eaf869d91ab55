import Formats

extension OrderReading {
  /// All lines. `kind` says whether a quantity may be zero or negative; nil where it could not be
  /// read, when the question is left open.
  mutating func lines(_ root: Fields, kind: TransactionKind?) -> [OrderLine] {
    guard let field = required(root, "lines", "the list of what is sold"),
      let elements = someElements(field)
    else { return [] }
    var firstPlaces: [String: FieldPath] = [:]
    var lines: [OrderLine] = []
    for element in elements {
      guard let fields = fields(element) else { continue }
      let line = line(fields, kind: kind)
      if let number = fields.optional("lineNo"), let text = number.value.string {
        if let first = firstPlaces[text] {
          error(
            .duplicateLine, number, "the line number \(quoted(text)) stands twice",
            remedy: "give each line its own number; the first is \(first)")
        } else {
          firstPlaces[text] = element.path
        }
      }
      if let line { lines.append(line) }
    }
    return lines
  }

  private static let knownOfLine = [
    "lineNo", "sku", "description", "productClass", "quantity", "unit", "reactionsPerUnit",
    "unitPrice", "hsCode", "eccn", "eccnBasis", "euDualUseCode", "countryOfOrigin",
    "installedBase",
  ]

  private mutating func line(_ fields: Fields, kind: TransactionKind?) -> OrderLine? {
    let number = requiredText(fields, "lineNo", "the number of the line, as a string")
    let sku = optionalText(fields, "sku")
    let description = optionalText(fields, "description", limit: OrderReading.textLimit)
    let productClass = requiredText(fields, "productClass", "what kind of product it is")
    let quantity = quantity(fields, kind: kind)
    let unit = optionalText(fields, "unit")
    let reactions = fields.optional("reactionsPerUnit").flatMap { wholeNumber($0, atLeast: 1) }
    let price = optionalDecimal(fields, "unitPrice")
    let hsCode = optionalText(fields, "hsCode")
    let eccn = optionalText(fields, "eccn")
    let basis = optionalText(fields, "eccnBasis", limit: OrderReading.textLimit)
    let european = optionalText(fields, "euDualUseCode")
    let origin = optionalCountry(fields, "countryOfOrigin")
    let installed = installedBase(fields)
    keepUnknown(fields, known: OrderReading.knownOfLine)
    guard let number, let productClass, let quantity else { return nil }
    return OrderLine(
      number: number, sku: sku, description: description, productClass: productClass,
      quantity: quantity, unit: unit, reactionsPerUnit: reactions, unitPrice: price,
      hsCode: hsCode, eccn: eccn, eccnBasis: basis, europeanDualUseCode: european,
      countryOfOrigin: origin, installedBase: installed)
  }

  private mutating func quantity(_ fields: Fields, kind: TransactionKind?) -> Decimal? {
    guard let field = required(fields, "quantity", "a decimal number as a string"),
      let quantity = decimal(field)
    else { return nil }
    if let kind, !kind.reverses, quantity <= .zero {
      error(
        .quantityNotPositive, field,
        "the quantity \(quoted(quantity.description)) is not above zero",
        remedy: "leave the line out, or use the kind `return`, `returnOfGoods` or `refund`")
    }
    return quantity
  }

  private mutating func installedBase(_ fields: Fields) -> OrderLine.InstalledBase? {
    guard let field = fields.optional("installedBase"), let base = self.fields(field) else {
      return nil
    }
    let serial = requiredText(base, "serial", "the serial number of the instrument")
    let relation = requiredTerm(base, "relation", InstalledBaseRelation.self)
    keepUnknown(base, known: ["serial", "relation"])
    guard let serial, let relation else { return nil }
    return .init(serial: serial, relation: relation)
  }
}
