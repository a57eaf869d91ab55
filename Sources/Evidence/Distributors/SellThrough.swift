public import Formats

/// One line of what a distributor reports to have sold on, and to whom.
public struct SellThrough: Sendable, Hashable {
  /// Names of the distributor.
  public let distributor: [String]
  public let period: ReportedPeriod
  /// When the report came in; nil where it does not say.
  public let reportedOn: CivilDate?
  /// A family of `product-families.tsv`, or the product in words.
  public let product: String
  /// Units as the vendor sells them; zero says that none were sold in the period.
  public let quantity: Decimal
  /// Empty where the distributor names nobody.
  public let endUser: [String]
  public let country: String?
  public let site: String
  public let serial: String?
  /// File and line within the corpus.
  public let place: String

  /// Whether it was known on a day: a report comes in after the period that it speaks of.
  public func isKnown(on day: CivilDate) -> Bool { (reportedOn ?? period.days.upperBound) <= day }

  static let table = RecordTable(
    columns: [
      "distributor", "period", "reported", "product", "quantity", "endUser", "country", "site",
      "serial",
    ], lists: ["distributor", "endUser"],
    required: ["distributor", "period", "product", "quantity", "endUser"])

  init(_ line: Line) throws(Diagnostic) {
    distributor = try line.names("distributor")
    let text = try line.text("period")
    guard let period = ReportedPeriod(text) else {
      throw line.fault(
        "EVD125", "`\(text)` is no period",
        remedy: "write 2026, 2026-H1, 2026-Q3, 2026-09 or 2026-01-01/2026-03-31")
    }
    self.period = period
    reportedOn = try line.date("reported")
    if let reportedOn, reportedOn < period.days.lowerBound {
      throw line.fault(
        "EVD126", "the report is of \(reportedOn), before the period that it speaks of",
        remedy: "correct `period` or `reported`")
    }
    product = try line.text("product")
    quantity = try line.quantity("quantity")
    endUser = try line.texts("endUser").filter { !$0.isEmpty }
    country = try line.optional("country")?.uppercased()
    site = try line.optional("site") ?? ""
    serial = try line.optional("serial")
    place = line.place
  }
}
