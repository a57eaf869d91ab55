public import Formats

/// What the `distributors` folder of a corpus holds: what was sold on, audits, and end-use
/// statements.
///
/// Nil says that the corpus holds no table of the kind, so that nothing was searched; an empty
/// table was searched and holds nothing.
public struct DistributorRecords: Sendable {
  public private(set) var sellThrough: [SellThrough]?
  public private(set) var audits: [DistributorAudit]?
  public private(set) var statements: [EndUseStatement]?

  public init() {}

  /// What the names of the files begin with.
  private enum Kind: String, CaseIterable {
    case sellThrough = "sell-through"
    case audits, statements
  }

  /// Whether a file of the folder is one that is read.
  public static func reads(_ name: String) -> Bool {
    RecordFolder<Kind>.kind(of: name) != nil
  }

  /// Reads the folder; a line that cannot be read is thrown with its place, for what it says could
  /// change any outcome.
  public init(folder: String) throws(Diagnostic) {
    for (kind, path) in RecordFolder<Kind>.tables(in: folder) {
      switch kind {
      case .sellThrough: try SellThrough.table.read(path, into: &sellThrough, SellThrough.init)
      case .audits: try DistributorAudit.table.read(path, into: &audits, DistributorAudit.init)
      case .statements:
        try EndUseStatement.table.read(path, into: &statements, EndUseStatement.init)
      }
    }
  }
}
