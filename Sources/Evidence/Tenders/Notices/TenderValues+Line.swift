import Formats

extension TenderBody {
  private static let members = ["name", "country", "address", "identifiers", "activity"]

  /// Nil where there is nothing, or nothing with a name.
  init?(_ json: JSON?, _ path: String, _ line: Line) throws(Diagnostic) {
    guard let json, !json.isNull, let names = json["name"]?.strings, !names.isEmpty,
      names.allSatisfy({ !$0.isEmpty })
    else { return nil }
    self.init(
      names: names, country: json["country"]?.string, address: json["address"]?.string,
      identifiers: json["identifiers"]?.strings ?? [], activity: json["activity"]?.string)
  }
}

extension TenderMoney {
  /// `"1200"` or `{"amount": "1200", "currency": "CNY"}`.
  init?(_ json: JSON?, _ path: String, _ line: Line) throws(Diagnostic) {
    guard let json, !json.isNull else { return nil }
    let written = json.members == nil ? json : json["amount"]
    guard let amount = try TenderItem.decimal(written, path, line) else {
      throw line.fault(
        "EVD016", "`\(path)` has no amount",
        remedy: "write {\"amount\": \"1200\", \"currency\": \"CNY\"}")
    }
    self.init(amount: amount, currency: json["currency"]?.string)
  }
}

extension TenderItem {
  init(_ json: JSON, _ path: String, _ line: Line) throws(Diagnostic) {
    guard let description = json["description"]?.string, !description.isEmpty else {
      throw line.fault(
        "EVD015", "`\(path)` has no description", remedy: "add what is bought, as written")
    }
    self.init(
      description: description,
      quantity: try TenderItem.decimal(json["quantity"], path + ".quantity", line),
      unit: json["unit"]?.string, place: json["place"]?.string ?? path)
    brand = json["brand"]?.string
    model = json["model"]?.string
    specification = json["specification"]?.string
    if let pack = json["pack"], !pack.isNull {
      guard let count = try TenderItem.decimal(pack["count"], path + ".pack.count", line) else {
        throw line.fault(
          "EVD144", "`\(path).pack` has no count",
          remedy: "write {\"count\": \"200\", \"unit\": \"reaction\"}")
      }
      self.pack = PackSize(count: count, unit: pack["unit"]?.string ?? "piece")
    }
    unitPrice = try TenderMoney(json["unitPrice"], path + ".unitPrice", line)
    totalPrice = try TenderMoney(json["totalPrice"], path + ".totalPrice", line)
    importsAllowed = try TenderNotice.flag(json["importsAllowed"], path + ".importsAllowed", line)
    lot = json["lot"]?.string
    classifications = json["classifications"]?.strings ?? []
  }

  /// A number as a text or as a number. One that is there and cannot be read is a fault: without
  /// it an order would agree with the notice less than it does.
  static func decimal(_ json: JSON?, _ path: String, _ line: Line) throws(Diagnostic) -> Decimal? {
    guard let json, !json.isNull else { return nil }
    let written: String? =
      if case .number(let literal) = json.value { literal } else { json.string }
    guard let number = written.flatMap({ Decimal($0) }) else {
      throw line.fault(
        "EVD016", "`\(path)` is not a decimal number", remedy: "write 10 or \"12.5\"")
    }
    return number
  }
}
