public import Formats

/// What the `licences` folder of a corpus holds: authorisations, what was shipped against them,
/// statements of parties on the Unverified List, and licence exceptions that are relied on.
///
/// Nil says that the corpus holds no table of the kind.
public struct LicenceRecords: Sendable {
  public private(set) var authorisations: [Authorisation]?
  public private(set) var shipments: [LicenceShipment]?
  public private(set) var statements: [UnverifiedListStatement]?
  public private(set) var exceptionUses: [ExceptionUse]?

  public init() {}

  /// What the names of the files begin with.
  private enum Kind: String, CaseIterable {
    case authorisations, shipments
    case statements = "uvl-statements"
    case exceptionUses = "exception-uses"
  }

  /// Whether a file of the folder is one that is read.
  public static func reads(_ name: String) -> Bool { kind(of: name) != nil }

  private static func kind(of name: String) -> Kind? {
    guard [".csv", ".ndjson"].contains(where: { name.hasSuffix($0) }) else { return nil }
    return Kind.allCases.first { name.hasPrefix($0.rawValue) }
  }

  /// Reads the folder; a line that cannot be read is thrown with its place.
  public init(folder: String) throws(Diagnostic) {
    guard FileReader.isFolder(folder) else { return }
    for name in FileReader.names(in: folder) {
      let path = folder + "/" + name
      switch LicenceRecords.kind(of: name) {
      case .authorisations:
        var rows = authorisations ?? []
        for line in try Authorisation.table.lines(of: path) {
          let row = try Authorisation(line)
          guard !rows.contains(where: { $0.number == row.number }) else {
            throw line.fault(
              "EVD159", "the authorisation `\(row.number)` stands twice",
              remedy: "keep one line for each number")
          }
          rows.append(row)
        }
        authorisations = rows
      case .shipments:
        var rows = shipments ?? []
        for line in try LicenceShipment.table.lines(of: path) {
          rows.append(try LicenceShipment(line))
        }
        shipments = rows
      case .statements:
        var rows = statements ?? []
        for line in try UnverifiedListStatement.table.lines(of: path) {
          rows.append(try UnverifiedListStatement(line))
        }
        statements = rows
      case .exceptionUses:
        var rows = exceptionUses ?? []
        for line in try ExceptionUse.table.lines(of: path) { rows.append(try ExceptionUse(line)) }
        exceptionUses = rows
      case nil: continue
      }
    }
    try checkShipments()
  }

  /// A shipment against a number that is nowhere would take from nothing and look as if it did.
  private func checkShipments() throws(Diagnostic) {
    let numbers = (authorisations ?? []).map(\.number)
    for shipment in shipments ?? [] where !numbers.contains(shipment.licence) {
      throw Diagnostic(
        "EVD160", "there is no authorisation `\(shipment.licence)`",
        remedy: nearestWord(to: String(shipment.licence.prefix(64)), among: numbers).map {
          "did you mean `\($0)`?"
        } ?? "add it to licences/authorisations.csv", file: shipment.place)
    }
  }
}
