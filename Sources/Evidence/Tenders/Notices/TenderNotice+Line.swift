public import Formats

extension TenderNotice {
  private static let members = [
    "id", "stage", "title", "publisher", "url", "published", "language", "buyer", "otherBuyers",
    "agency", "projectNumber", "processNumbers", "method", "awardees", "bidders", "items",
    "budget", "ceiling", "awarded", "importsAllowed", "deadline", "awardedOn", "expected",
    "deliveryPlace", "places", "corrections", "text", "locators", "unread", "origin", "serves",
  ]

  /// Reads one line of the project's own form; what is there and cannot be read is a fault.
  public init(_ line: Line) throws(Diagnostic) {
    try line.allowOnly(TenderNotice.members)
    let id = try line.text("id")
    let word = try line.text("stage")
    guard let stage = TenderStage(rawValue: word) else {
      throw line.fault(
        "EVD142", "there is no stage `\(word)` of a notice",
        remedy: "use " + TenderStage.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let title = try line.text("title")
    let publisher = try line.text("publisher")
    let url = try line.optional("url")
    let day = try line.date("published")
    // Null is the author's word that the notice has none; a missing member is a slip.
    guard day != nil || line.json["published"]?.isNull == true else {
      throw line.fault("EVD011", "the notice has no date", remedy: "add published")
    }
    self.init(
      id: id, stage: stage, title: title, publisher: publisher, url: url, published: day)
    language = try line.optional("language")
    if line.json["buyer"]?.isNull != true {
      guard let body = try TenderBody(line.json["buyer"], "buyer", line) else {
        throw line.fault(
          "EVD012", "the notice names no buyer",
          remedy: "add buyer with name: the body, not its agent")
      }
      buyers = [body]
    }
    for (index, other) in try TenderNotice.list("otherBuyers", line).enumerated() {
      if let body = try TenderBody(other, "otherBuyers[\(index)]", line) { buyers.append(body) }
    }
    agency = try TenderBody(line.json["agency"], "agency", line)
    projectNumber = try line.optional("projectNumber")
    processNumbers = try line.texts("processNumbers")
    method = try line.optional("method")
    suppliers =
      try TenderNotice.suppliers("awardees", isAwarded: true, line)
      + TenderNotice.suppliers("bidders", isAwarded: false, line)
    items = try TenderNotice.items(line)
    try readValues(line)
    text = try line.optional("text") ?? ""
    unread = try line.texts("unread")
    origin = try line.optional("origin")
    confirmedOrder = line.json["serves"]?["order"]?.string
    confirmedBy = line.json["serves"]?["confirmedBy"]?.string
    if let serves = line.json["serves"], !serves.isNull,
      confirmedOrder == nil || confirmedBy == nil
    {
      throw line.fault(
        "EVD013", "`serves` does not say which order and who confirmed it",
        remedy: "add order and confirmedBy, or leave serves out")
    }
  }

  private mutating func readValues(_ line: Line) throws(Diagnostic) {
    budget = try TenderMoney(line.json["budget"], "budget", line)
    ceiling = try TenderMoney(line.json["ceiling"], "ceiling", line)
    awarded = try TenderMoney(line.json["awarded"], "awarded", line)
    importsAllowed = try TenderNotice.flag(line.json["importsAllowed"], "importsAllowed", line)
    deadline = try line.date("deadline")
    awardedOn = try line.date("awardedOn")
    deliveryPlace = try line.optional("deliveryPlace")
    places = try line.texts("places")
    let days = try line.texts("expected")
    if !days.isEmpty {
      guard days.count == 2, let first = CivilDate(days[0]), let last = CivilDate(days[1]),
        first <= last
      else {
        throw line.fault(
          "EVD017", "`expected` is not a first and a last day",
          remedy: "write [\"2026-07-01\", \"2026-07-31\"]")
      }
      expected = first...last
    }
    for (index, change) in try TenderNotice.list("corrections", line).enumerated() {
      guard let field = change["field"]?.string, let before = change["before"]?.string,
        let after = change["after"]?.string
      else {
        throw line.fault(
          "EVD018", "`corrections[\(index)]` lacks field, before or after", remedy: "add them")
      }
      corrections.append(Correction(field: field, before: before, after: after))
    }
    for member in line.json["locators"]?.members ?? [] {
      guard let place = member.value.string else {
        throw line.fault(
          "EVD019", "the locator of `\(member.key)` is \(member.value.kindName)",
          remedy: "write a text")
      }
      locators.append(Locator(member.key, place))
    }
  }

  static func list(_ key: String, _ line: Line) throws(Diagnostic) -> [JSON] {
    guard let member = line.json[key], !member.isNull else { return [] }
    guard let elements = member.array else {
      throw line.fault("EVD014", "`\(key)` is \(member.kindName)", remedy: "write a list")
    }
    return elements
  }

  static func flag(_ json: JSON?, _ path: String, _ line: Line) throws(Diagnostic) -> Bool? {
    guard let json, !json.isNull else { return nil }
    guard let flag = json.boolean else {
      throw line.fault(
        "EVD143", "`\(path)` is \(json.kindName)", remedy: "write true, false or null")
    }
    return flag
  }

  /// Names alone, or bodies with what they offer.
  private static func suppliers(
    _ key: String, isAwarded: Bool, _ line: Line
  ) throws(Diagnostic) -> [TenderSupplier] {
    guard let member = line.json[key], !member.isNull else { return [] }
    let elements = member.array ?? [member]
    var suppliers: [TenderSupplier] = []
    for (index, element) in elements.enumerated() {
      let path = "\(key)[\(index)]"
      if let name = element.string, !name.isEmpty {
        suppliers.append(
          TenderSupplier(body: TenderBody(names: [name]), isAwarded: isAwarded))
        continue
      }
      guard element.members != nil, let body = try TenderBody(element, path, line) else {
        throw line.fault(
          "FMT026", "the member `\(key)` is not a list of texts or bodies",
          remedy: "write [\"one\", {\"name\": [\"two\"], \"amount\": \"1200\"}]")
      }
      suppliers.append(
        TenderSupplier(
          body: body, isAwarded: isAwarded,
          amount: try TenderMoney(element["amount"], path + ".amount", line),
          lots: element["lots"]?.strings ?? []))
    }
    return suppliers
  }

  private static func items(_ line: Line) throws(Diagnostic) -> [TenderItem] {
    guard let member = line.json["items"], !member.isNull else { return [] }
    guard let elements = member.array else {
      throw line.fault("EVD014", "`items` is \(member.kindName)", remedy: "write a list of items")
    }
    var items: [TenderItem] = []
    for (index, element) in elements.enumerated() {
      items.append(try TenderItem(element, "items[\(index)]", line))
    }
    return items
  }
}
