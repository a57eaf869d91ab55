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
  public static func reads(_ name: String) -> Bool { kind(of: name) != nil }

  private static func kind(of name: String) -> Kind? {
    guard [".csv", ".ndjson"].contains(where: { name.hasSuffix($0) }) else { return nil }
    return Kind.allCases.first { name.hasPrefix($0.rawValue) }
  }

  /// Reads the folder; a line that cannot be read is thrown with its place, for what it says could
  /// change any outcome.
  public init(folder: String) throws(Diagnostic) {
    guard FileReader.isFolder(folder) else { return }
    for name in FileReader.names(in: folder) {
      let path = folder + "/" + name
      switch DistributorRecords.kind(of: name) {
      case .sellThrough:
        var rows = sellThrough ?? []
        for line in try SellThrough.file.lines(of: path) { rows.append(try SellThrough(line)) }
        sellThrough = rows
      case .audits:
        var rows = audits ?? []
        for line in try DistributorAudit.file.lines(of: path) {
          rows.append(try DistributorAudit(line))
        }
        audits = rows
      case .statements:
        var rows = statements ?? []
        for line in try EndUseStatement.file.lines(of: path) {
          rows.append(try EndUseStatement(line))
        }
        statements = rows
      case nil: continue
      }
    }
  }
}
