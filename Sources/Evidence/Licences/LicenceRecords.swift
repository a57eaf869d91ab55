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
  public static func reads(_ name: String) -> Bool {
    RecordFolder<Kind>.kind(of: name) != nil
  }

  /// Reads the folder; a line that cannot be read is thrown with its place.
  public init(folder: String) throws(Diagnostic) {
    for (kind, path) in RecordFolder<Kind>.tables(in: folder) {
      switch kind {
      case .authorisations:
        try Authorisation.table.read(path, into: &authorisations, Authorisation.init)
      case .shipments: try LicenceShipment.table.read(path, into: &shipments, LicenceShipment.init)
      case .statements:
        try UnverifiedListStatement.table.read(
          path, into: &statements, UnverifiedListStatement.init)
      case .exceptionUses:
        try ExceptionUse.table.read(path, into: &exceptionUses, ExceptionUse.init)
      }
    }
    try checkNumbers()
    try checkShipments()
  }

  private func checkNumbers() throws(Diagnostic) {
    var known: Set<String> = []
    for authorisation in authorisations ?? []
    where !known.insert(authorisation.number).inserted {
      throw Diagnostic(
        "EVD159", "the authorisation `\(authorisation.number)` stands twice",
        remedy: "keep one line for each number", file: authorisation.place)
    }
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
