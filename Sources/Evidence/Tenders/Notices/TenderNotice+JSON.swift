public import Formats

extension TenderNotice {
  /// The notice in the project's own form; reading it gives the same notice.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("id", .string(id)), ("stage", .string(stage.rawValue)), ("title", .string(title)),
      ("publisher", .string(publisher)),
    ]
    func add(_ key: String, _ value: JSON?) {
      if let value { members.append((key, value)) }
    }
    func addAll(_ key: String, _ values: [JSON]) {
      if !values.isEmpty { members.append((key, .array(values))) }
    }
    add("url", url.map(JSON.string))
    add("published", .optional(published?.description))
    add("language", language.map(JSON.string))
    add("buyer", buyers.first?.json ?? .null)
    addAll("otherBuyers", buyers.dropFirst().map(\.json))
    add("agency", agency?.json)
    add("projectNumber", projectNumber.map(JSON.string))
    addAll("processNumbers", processNumbers.map(JSON.string))
    add("method", method.map(JSON.string))
    addAll("awardees", suppliers.filter(\.isAwarded).map(\.json))
    addAll("bidders", suppliers.filter { !$0.isAwarded }.map(\.json))
    addAll("items", items.map(\.json))
    add("budget", budget?.json)
    add("ceiling", ceiling?.json)
    add("awarded", awarded?.json)
    add("importsAllowed", importsAllowed.map(JSON.boolean))
    add("deadline", deadline.map { .string($0.description) })
    add("awardedOn", awardedOn.map { .string($0.description) })
    add(
      "expected",
      expected.map { .strings([$0.lowerBound.description, $0.upperBound.description]) })
    add("deliveryPlace", deliveryPlace.map(JSON.string))
    addAll("places", places.map(JSON.string))
    addAll("corrections", corrections.map(\.json))
    if !text.isEmpty { add("text", .string(text)) }
    if !locators.isEmpty {
      add("locators", .object(locators.map { ($0.field, .string($0.place)) }))
    }
    addAll("unread", unread.map(JSON.string))
    add("origin", origin.map(JSON.string))
    if let confirmedOrder, let confirmedBy {
      add(
        "serves",
        .object([("order", .string(confirmedOrder)), ("confirmedBy", .string(confirmedBy))]))
    }
    return .object(members)
  }
}

extension TenderNotice.Correction {
  var json: JSON {
    .object([
      ("field", .string(field)), ("before", .string(before)), ("after", .string(after)),
    ])
  }
}

extension TenderBody {
  var members: [(String, JSON)] {
    var members: [(String, JSON)] = [("name", .strings(names))]
    if let country { members.append(("country", .string(country))) }
    if let address { members.append(("address", .string(address))) }
    if !identifiers.isEmpty { members.append(("identifiers", .strings(identifiers))) }
    if let activity { members.append(("activity", .string(activity))) }
    return members
  }

  var json: JSON { .object(members) }
}

extension TenderSupplier {
  var json: JSON {
    var members = body.members
    if let amount { members.append(("amount", amount.json)) }
    if !lots.isEmpty { members.append(("lots", .strings(lots))) }
    return .object(members)
  }
}

extension TenderMoney {
  var json: JSON {
    .object(
      [("amount", .string(amount.description))]
        + (currency.map { [("currency", .string($0))] } ?? [])
    )
  }
}

extension TenderItem {
  var json: JSON {
    var members: [(String, JSON)] = [("description", .string(description))]
    func add(_ key: String, _ value: String?) {
      if let value { members.append((key, .string(value))) }
    }
    add("brand", brand)
    add("model", model)
    add("specification", specification)
    add("quantity", quantity?.description)
    add("unit", unit)
    if let pack {
      members.append(
        (
          "pack",
          .object([("count", .string(pack.count.description)), ("unit", .string(pack.unit))])
        ))
    }
    if let unitPrice { members.append(("unitPrice", unitPrice.json)) }
    if let totalPrice { members.append(("totalPrice", totalPrice.json)) }
    if let importsAllowed { members.append(("importsAllowed", .boolean(importsAllowed))) }
    add("lot", lot)
    if !classifications.isEmpty { members.append(("classifications", .strings(classifications))) }
    if !place.isEmpty { add("place", place) }
    return .object(members)
  }
}
