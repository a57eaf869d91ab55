public import Formats

/// A public procurement notice, as far as an order can be joined to it.
public struct TenderNotice: Sendable, Hashable {
  public struct Item: Sendable, Hashable {
    public let description: String
    public let quantity: Decimal?
    public let unit: String?

    public init(description: String, quantity: Decimal?, unit: String?) {
      self.description = description
      self.quantity = quantity
      self.unit = unit
    }
  }

  public let id: String
  /// `intention`, `tender` or `award`.
  public let stage: String
  public let title: String
  public let publisher: String
  public let url: String?
  public let published: CivilDate
  /// Names of the body that buys, never of the agency that runs the procedure.
  public let buyer: [String]
  public let buyerCountry: String?
  public let buyerAddress: String?
  public let awardees: [String]
  public let items: [Item]
  /// Free text of the notice, kept for indications.
  public let text: String
  /// A person's statement that an order serves this notice.
  public let confirmedOrder: String?
  public let confirmedBy: String?
}

extension TenderNotice {
  /// Reads the NDJSON files of a corpus's `tenders` folder.
  public static func read(folder: String) throws(Diagnostic) -> [TenderNotice] {
    var notices: [TenderNotice] = []
    for path in Lines.files(in: folder) {
      for line in try Lines.read(path) { notices.append(try TenderNotice(line)) }
    }
    return notices
  }

  private static let members = [
    "id", "stage", "title", "publisher", "url", "published", "buyer", "awardees", "items", "text",
    "serves",
  ]

  private init(_ line: Line) throws(Diagnostic) {
    try line.allowOnly(TenderNotice.members)
    id = try line.text("id")
    stage = try line.text("stage")
    guard ["intention", "tender", "award"].contains(stage) else {
      throw line.fault(
        "EVD010", "there is no stage `\(stage)` of a notice",
        remedy: "use intention, tender or award")
    }
    title = try line.text("title")
    publisher = try line.text("publisher")
    url = try line.optional("url")
    guard let day = try line.date("published") else {
      throw line.fault("EVD011", "the notice has no date", remedy: "add published")
    }
    published = day
    guard let names = line.json["buyer"]?["name"]?.strings, !names.isEmpty else {
      throw line.fault(
        "EVD012", "the notice names no buyer",
        remedy: "add buyer with name: the body, not its agent")
    }
    buyer = names
    buyerCountry = line.json["buyer"]?["country"]?.string
    buyerAddress = line.json["buyer"]?["address"]?.string
    awardees = try line.texts("awardees")
    items = try TenderNotice.items(line)
    text = try line.optional("text") ?? ""
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

  private static func items(_ line: Line) throws(Diagnostic) -> [Item] {
    guard let member = line.json["items"], !member.isNull else { return [] }
    guard let elements = member.array else {
      throw line.fault("EVD014", "`items` is \(member.kindName)", remedy: "write a list of items")
    }
    var items: [Item] = []
    for (index, element) in elements.enumerated() {
      guard let description = element["description"]?.string, !description.isEmpty else {
        throw line.fault(
          "EVD015", "`items[\(index)]` has no description", remedy: "add what is bought, as written"
        )
      }
      items.append(
        Item(
          description: description, quantity: try quantity(of: element, index, line),
          unit: element["unit"]?.string))
    }
    return items
  }

  /// A quantity as a text or as a number. One that is there and cannot be read is a fault: without
  /// it an order would agree with the notice less than it does.
  private static func quantity(
    of item: JSON, _ index: Int, _ line: Line
  ) throws(Diagnostic) -> Decimal? {
    guard let member = item["quantity"], !member.isNull else { return nil }
    let written: String? =
      if case .number(let literal) = member.value { literal } else { member.string }
    guard let quantity = written.flatMap({ Decimal($0) }) else {
      throw line.fault(
        "EVD016", "`items[\(index)].quantity` is not a decimal number",
        remedy: "write 10 or \"12.5\"")
    }
    return quantity
  }
}
