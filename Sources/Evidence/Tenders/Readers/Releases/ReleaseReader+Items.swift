import Formats

extension ReleaseReader {
  /// Items of the latest stage that lists some: contracts, awards, the tender, its planning.
  mutating func readItems(
    _ release: JSON, _ tender: JSON?, _ awards: [(JSON, String)], _ contracts: [(JSON, String)],
    _ notice: inout TenderNotice
  ) {
    var lists: [[(JSON, String)]] = []
    lists.append(contracts.flatMap { items($0.0, $0.1) })
    lists.append(awards.flatMap { items($0.0, $0.1) })
    lists.append(tender.map { items($0, "tender") } ?? [])
    lists.append(release["planning"].map { items($0, "planning") } ?? [])
    guard let elements = lists.first(where: { !$0.isEmpty }) else { return }
    for (element, place) in elements {
      if let item = item(element, place) { notice.items.append(item) }
    }
  }

  private mutating func items(_ holder: JSON, _ place: String) -> [(JSON, String)] {
    objects(holder["items"], place + ".items")
  }

  private mutating func item(_ element: JSON, _ place: String) -> TenderItem? {
    let classification = element["classification"]
    let described =
      text(element["description"], place + ".description")
      ?? text(classification?["description"], place + ".classification.description")
    guard let description = described ?? classification.flatMap(ReleaseReader.code(of:)) else {
      fault("EVD058", "the item has no description", "add what is bought", place)
      return nil
    }
    var item = TenderItem(
      description: description,
      quantity: element["quantity"].flatMap { $0.isNull ? nil : decimal($0, place + ".quantity") },
      unit: text(element["unit"]?["name"], place + ".unit.name")
        ?? text(element["unit"]?["id"], place + ".unit.id"), place: full(place))
    if let unit = item.unit, knowledge.terms.unit(unit) == "not-a-unit" {
      fault(
        "EVD059", "\(NoticeText.quoted(unit)) is no unit of a quantity", "correct it",
        place + ".unit")
      item.quantity = nil
      item.unit = nil
    }
    item.unitPrice = money(element["unit"]?["value"], place + ".unit.value")
    item.totalPrice = money(element["value"] ?? element["totalValue"], place + ".value")
    item.lot = text(element["relatedLot"], place + ".relatedLot")
    item.pack = PackReader(terms: knowledge.terms).pack(in: description)
    for attribute in element["attributes"]?.array ?? [] {
      guard let name = attribute["name"]?.string,
        let value = ReleaseReader.plain(attribute["value"]), !value.isEmpty
      else { continue }
      take(name, value, into: &item)
    }
    for part in [classification] + (element["additionalClassifications"]?.array ?? []) {
      guard let code = part.flatMap(ReleaseReader.code(of:)) else { continue }
      item.classifications.append(code)
      if let words = part?["description"]?.string, !words.isEmpty, words != description {
        item.specification = [item.specification, words].compactMap { $0 }.joined(separator: "; ")
      }
    }
    return item
  }

  /// Code and scheme of a classification: `UNSPSC 81112200`.
  private static func code(of classification: JSON) -> String? {
    plain(classification["id"]).map { code in
      [classification["scheme"]?.string, code].compactMap { $0 }.joined(separator: " ")
    }
  }

  /// Attributes of the item-attributes extension that are fields of an item.
  private func take(_ name: String, _ value: String, into item: inout TenderItem) {
    switch knowledge.terms.label(name)?.code {
    case "brand": item.brand = value
    case "model": item.model = value
    case "pack": item.pack = PackReader(terms: knowledge.terms).pack(in: value) ?? item.pack
    case "imports": item.importsAllowed = knowledge.terms.flag(value)
    default:
      item.specification = [item.specification, "\(name): \(value)"].compactMap { $0 }
        .joined(separator: "; ")
    }
  }

  mutating func readValues(
    _ release: JSON, _ tender: JSON?, _ awards: [(JSON, String)], _ contracts: [(JSON, String)],
    _ notice: inout TenderNotice
  ) {
    // The line of a budget may pay for more than this procurement: its own estimate comes first.
    for (value, place) in [
      (tender?["value"], "tender.value"),
      (release["planning"]?["budget"]?["amount"], "planning.budget.amount"),
    ] where notice.budget == nil {
      notice.budget = money(value, place)
      if notice.budget != nil { notice.locate("budget", full(place)) }
    }
    notice.deadline = day(tender?["tenderPeriod"]?["endDate"], "tender.tenderPeriod.endDate")
    notice.method =
      text(tender?["procurementMethodDetails"], "tender.procurementMethodDetails")
      ?? text(tender?["procurementMethod"], "tender.procurementMethod")
    // Many publish the amount with the contract alone.
    for settled in [awards, contracts] where notice.awarded == nil {
      guard let (sum, place) = ReleaseReader.sum(of: settled) else { continue }
      notice.awarded = sum
      notice.locate("awarded", full(place + ".value"))
    }
    if notice.awardedOn == nil, let (contract, place) = contracts.first {
      notice.awardedOn = day(contract["dateSigned"], place + ".dateSigned")
      if notice.awardedOn != nil { notice.locate("awardedOn", full(place + ".dateSigned")) }
    }
    let places = (tender?["items"]?.array ?? []).compactMap { $0["deliveryAddress"] }
    if let address = places.first {
      let parts = ["streetAddress", "locality", "region", "countryName"]
        .compactMap { address[$0]?.string }
      if !parts.isEmpty { notice.deliveryPlace = parts.joined(separator: ", ") }
    }
  }

  /// What awards or contracts are worth together, and the first that says so; nil where none does,
  /// or where they are in several currencies.
  private static func sum(of settled: [(JSON, String)]) -> (TenderMoney, String)? {
    var sum = Decimal.zero
    var first: String?
    var currencies: Set<String> = []
    for (settlement, place) in settled where settlement["status"]?.string != "cancelled" {
      // A fault of it was told with the supplier.
      guard let literal = ReleaseReader.plain(settlement["value"]?["amount"]),
        let amount = Decimal(literal) ?? NumberLiteral.decimal(literal), amount >= .zero,
        let next = sum.adding(amount)
      else { continue }
      sum = next
      first = first ?? place
      currencies.insert(settlement["value"]?["currency"]?.string ?? "")
    }
    guard let first, currencies.count == 1 else { return nil }
    return (
      TenderMoney(amount: sum, currency: currencies.first.flatMap { $0.isEmpty ? nil : $0 }), first
    )
  }
}

/// Numbers with an exponent, which JSON allows: `1.2e6`.
enum NumberLiteral {
  static func decimal(_ literal: String) -> Decimal? {
    let parts = literal.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let exponent = Int(parts[1]), (-6...12).contains(exponent),
      var value = Decimal(parts[0])
    else { return nil }
    guard let ten = Decimal("10") else { return nil }
    for _ in 0..<exponent.magnitude {
      guard let next = exponent > 0 ? value.multiplied(by: ten) : value.divided(by: ten) else {
        return nil
      }
      value = next
    }
    return value
  }
}
