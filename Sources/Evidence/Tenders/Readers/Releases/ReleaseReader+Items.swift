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
    let lots = ReleaseReader.lots(of: tender)
    if let number = lists.firstIndex(where: { !$0.isEmpty }) {
      let isOfTender = number == 2 && !items.isEmpty
      let elements = isOfTender ? items.map { ($0.element, $0.place) } : lists[number]
      for (element, place) in elements {
        guard var item = item(element, place, lots) else { continue }
        if isOfTender { item.place = place }
        if number < 2 { complete(&item) }
        notice.items.append(item)
      }
    }
    if notice.items.isEmpty { readLots(tender, &notice) }
    // What nobody won is not part of an award.
    if notice.stage == .award || notice.stage == .contract {
      let lost = lots.filter {
        ["cancelled", "unsuccessful", "withdrawn"].contains($0.value["status"]?.string ?? "")
      }
      let kept = notice.items.filter { $0.lot.map { lost[$0] == nil } ?? true }
      if !kept.isEmpty { notice.items = kept }
    }
    if notice.items.isEmpty, tender != nil,
      [.tender, .award, .contract].contains(notice.stage)
    {
      fault("EVD099", "no item was read", "look at the source for what is bought", "tender.items")
    }
  }

  private static func lots(of tender: JSON?) -> [String: JSON] {
    Dictionary(
      (tender?["lots"]?.array ?? []).compactMap { lot in plain(lot["id"]).map { ($0, lot) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where no list names an item, the lots say what is bought.
  private mutating func readLots(_ tender: JSON?, _ notice: inout TenderNotice) {
    for (lot, place) in objects(tender?["lots"], "tender.lots") {
      guard let title = text(lot["title"], place) ?? text(lot["description"], place) else {
        continue
      }
      var item = TenderItem(description: title, quantity: nil, unit: nil, place: full(place))
      if let words = lot["description"]?.string, words != title { item.specification = words }
      item.lot = ReleaseReader.plain(lot["id"])
      item.pack = PackReader(terms: knowledge.terms).pack(in: item.words)
      item.totalPrice = money(lot["value"], place + ".value")
      notice.items.append(item)
    }
  }

  /// Awards often name the thing and leave to the tender what it is made of.
  private func complete(_ item: inout TenderItem) {
    guard item.pack == nil,
      let same = items.first(where: { $0.element["description"]?.string == item.description })
    else { return }
    for attribute in same.element["attributes"]?.array ?? [] {
      guard let name = attribute["name"]?.string,
        let value = ReleaseReader.plain(attribute["value"])
      else { continue }
      take(name, value, into: &item)
    }
  }

  private mutating func items(_ holder: JSON, _ place: String) -> [(JSON, String)] {
    objects(holder["items"], place + ".items")
  }

  private mutating func item(
    _ element: JSON, _ place: String, _ lots: [String: JSON]
  ) -> TenderItem? {
    let classification = element["classification"]
    let further = element["additionalClassifications"]?.array?.first
    // Some publishers describe lots alone.
    let lot = ReleaseReader.plain(element["relatedLot"]).flatMap { lots[$0] }
    let described =
      text(element["description"], place + ".description")
      ?? text(lot?["title"], place + ".relatedLot")
      ?? text(lot?["description"], place + ".relatedLot")
      ?? text(classification?["description"], place + ".classification.description")
      ?? text(further?["description"], place + ".additionalClassifications")
    guard
      let description = described ?? classification.flatMap(ReleaseReader.code(of:))
        ?? further.flatMap(ReleaseReader.code(of:))
    else {
      let changed = ReleaseReader.plain(element["quantity"]).map { "; it says quantity \($0)" }
      fault(
        "EVD058", "the item has no description\(changed ?? "")",
        "add what is bought, or read it together with the release that it updates", place)
      return nil
    }
    var item = TenderItem(
      description: description,
      quantity: element["quantity"].flatMap { $0.isNull ? nil : decimal($0, place + ".quantity") },
      unit: element["unit"]?.string.map(NoticeText.trimmed)
        ?? text(element["unit"]?["name"], place + ".unit.name")
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
    if let words = lot?["description"]?.string, element["description"] == nil, words != description
    {
      item.specification = words
    }
    item.pack = PackReader(terms: knowledge.terms).pack(in: item.words)
    // `100 reactions` is what a unit holds, and no name of one.
    if let unit = item.unit, unit.first?.isNumber == true,
      let pack = PackReader(terms: knowledge.terms).pack(in: unit)
    {
      item.pack = pack
      item.unit = nil
    }
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
    let inForce = awards.filter {
      !["cancelled", "unsuccessful", "pending"].contains($0.0["status"]?.string)
    }
    for settled in [inForce, contracts] where notice.awarded == nil {
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
