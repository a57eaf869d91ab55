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
  ///
  /// Files of other kinds are returned in `unread`, so that nothing is silently not searched.
  public static func read(
    folder: String
  ) throws(Diagnostic) -> (notices: [TenderNotice], unread: [String]) {
    var notices: [TenderNotice] = []
    for path in Lines.files(in: folder) {
      for line in try Lines.read(path) { notices.append(try TenderNotice(line)) }
    }
    let unread = FileReader.names(in: folder).filter { !$0.hasSuffix(".ndjson") }
    return (notices, unread)
  }

  private init(_ line: Line) throws(Diagnostic) {
    id = try line.text("id")
    stage = try line.text("stage")
    guard ["intention", "tender", "award"].contains(stage) else {
      throw line.fault(
        "EVD010", "there is no stage `\(stage)` of a notice",
        remedy: "use intention, tender or award")
    }
    title = try line.text("title")
    publisher = try line.text("publisher")
    url = line.optional("url")
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
    awardees = line.texts("awardees")
    items = (line.json["items"]?.array ?? []).map { item in
      Item(
        description: item["description"]?.string ?? "",
        quantity: item["quantity"]?.string.flatMap { Decimal($0) },
        unit: item["unit"]?.string)
    }
    text = line.optional("text") ?? ""
    confirmedOrder = line.json["serves"]?["order"]?.string
    confirmedBy = line.json["serves"]?["confirmedBy"]?.string
  }
}
