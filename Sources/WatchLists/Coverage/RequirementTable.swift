public import Formats

/// What is demanded of lists of which the company's policy says nothing: `list-requirements.tsv`.
///
/// Canaries, floors and ages are ours; the table says from which file each was taken.
public struct RequirementTable: Sendable {
  /// A line of the table.
  public struct Row: Sendable, Hashable {
    public let requirement: CoverageRequirement
    /// By how many percent a new version may be smaller.
    public let shrinkage: Int
  }

  public let rows: [Row]

  /// Days that a list may be old of which neither policy nor table says anything.
  static let standardAge = 400

  /// Throws for a table that cannot be read as a whole.
  public init(file: String) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["list", "floor", "age", "unchanged", "shrinkage"],
      file: file)
    var rows: [Row] = []
    for row in table.rows {
      func fault(_ message: String) -> Diagnostic {
        Diagnostic(
          "LST050", message, remedy: "correct the line", file: file,
          position: SourcePosition(line: row.line, column: 1))
      }
      func number(_ column: String) throws(Diagnostic) -> Int {
        guard let number = Int(row[column]), number > 0 else {
          throw fault("`\(row[column])` in the column `\(column)` is not a number above zero")
        }
        return number
      }
      guard let code = ListCode(row["list"]) else {
        throw fault("`\(row["list"])` is no code of a list")
      }
      guard !rows.contains(where: { $0.requirement.id == code.id }) else {
        throw fault("`\(code)` stands twice")
      }
      let requirement = CoverageRequirement(
        id: code.id, name: code.name, minimumEntries: try number("floor"),
        canaries: row.list("canaries"), maximumAgeDays: try number("age"),
        maximumUnchangedDays: row["unchanged"].isEmpty ? nil : try number("unchanged"))
      let shrinkage = try number("shrinkage")
      guard shrinkage <= 100 else { throw fault("`\(shrinkage)` is no percentage") }
      rows.append(Row(requirement: requirement, shrinkage: shrinkage))
    }
    self.rows = rows
  }

  init(_ rows: [Row]) { self.rows = rows }

  /// Percent by list or feed, for the guard of import.
  public var shrinkage: [String: Int] {
    Dictionary(rows.map { ($0.requirement.id, $0.shrinkage) }, uniquingKeysWith: { a, _ in a })
  }

  func requirement(for id: String) -> CoverageRequirement? {
    rows.first { $0.requirement.id == id }?.requirement
  }
}

extension RequirementTable {
  /// The company's requirements, and after them one for every feed and every list that is
  /// imported and that the company does not name.
  ///
  /// What is imported is relied upon, so it must answer. Where the company says how old a feed may
  /// be, that holds for the lists within it. A feed that has no version of the day, or a damaged
  /// one, is among them. The company's own come first, as given.
  public func completing(
    _ own: [CoverageRequirement], for feeds: [LoadedFeed]
  ) -> [CoverageRequirement] {
    var requirements = own.map { requirement in
      var requirement = requirement
      if requirement.maximumUnchangedDays == nil {
        requirement.maximumUnchangedDays =
          self.requirement(for: requirement.id)?.maximumUnchangedDays
      }
      return requirement
    }
    func isNamed(_ id: String) -> Bool { requirements.contains { $0.id == id } }
    for feed in feeds.sorted(by: { $0.feed < $1.feed }) where !isNamed(feed.feed) {
      requirements.append(
        requirement(for: feed.feed)
          ?? CoverageRequirement(
            id: feed.feed, name: ListCode(feed.feed)?.name ?? feed.feed,
            maximumAgeDays: RequirementTable.standardAge))
    }
    for row in rows where !isNamed(row.requirement.id) {
      let holding = feeds.filter { $0.lists.contains { $0.id == row.requirement.id } }
      guard !holding.isEmpty else { continue }
      var requirement = row.requirement
      let ages = holding.compactMap { feed in
        own.first { $0.id == feed.feed }?.maximumAgeDays
      }
      if let age = ages.max() { requirement.maximumAgeDays = age }
      requirements.append(requirement)
    }
    return requirements
  }
}
