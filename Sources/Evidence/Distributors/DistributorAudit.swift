public import Formats

/// An audit of a distributor, and one of its findings where it has any.
public struct DistributorAudit: Sendable, Hashable {
  public let distributor: [String]
  public let date: CivilDate
  public let auditor: String
  public let scope: String
  /// In the auditor's words; nil for an audit that found nothing.
  public let finding: String?
  /// When the finding was closed; nil while it is open.
  public let closedOn: CivilDate?
  public let place: String

  /// Whether the finding was known and not closed on a day.
  public func isOpen(on day: CivilDate) -> Bool {
    finding != nil && date <= day && (closedOn.map { day < $0 } ?? true)
  }

  static let table = RecordTable(
    columns: ["distributor", "date", "auditor", "scope", "finding", "closed"],
    lists: ["distributor"], required: ["distributor", "date", "auditor", "scope", "finding"])

  init(_ line: Line) throws(Diagnostic) {
    distributor = try line.names("distributor")
    date = try line.day("date")
    auditor = try line.text("auditor")
    scope = try line.text("scope")
    finding = try line.optional("finding")
    closedOn = try line.date("closed")
    place = line.place
    if let closedOn, closedOn < date {
      throw line.fault(
        "EVD127", "the finding is closed on \(closedOn), before the audit of \(date)",
        remedy: "correct one of the two days")
    }
    if closedOn != nil, finding == nil {
      throw line.fault(
        "EVD128", "a finding is closed that is not stated", remedy: "state `finding`")
    }
  }
}
