public import Formats

/// The official snapshots as tables of `Data/law`, and what was left out on the way.
///
/// The snapshots are JSON of the eCFR's XML: the Commerce Control List (part 774, supplement
/// no. 1), the Country Chart (part 738, supplement no. 1), the Country Groups (part 740,
/// supplement no. 1) and the licence exceptions (part 740).
public struct LawImport {
  /// File names and contents, ready to be written.
  public let files: [(name: String, content: String)]
  /// What was dropped, and what could not be read with certainty.
  public let notes: [String]

  /// A snapshot with the name of its file, for messages.
  public struct Snapshot {
    let json: JSON
    let file: String

    public init(file: String) throws(Diagnostic) {
      self.file = file
      json = try Lines.document(file)
    }

    func text(_ key: String) throws(Diagnostic) -> String {
      guard let text = json[key]?.string else {
        throw Diagnostic(
          "LAW001", "the file has no `\(key)`", remedy: "give an official snapshot", file: file)
      }
      return text
    }

    /// The lines that say what a table is and of which day.
    func heading(_ title: String, verification: String = "stored") throws(Diagnostic) -> String {
      let day = try text("ecfrIssueDate")
      guard CivilDate(day) != nil else {
        throw Diagnostic(
          "LAW001", "`\(day)` is not a day of the calendar", remedy: "correct `ecfrIssueDate`",
          file: file)
      }
      let citation = try text("citation").replacing("C.F.R.", with: "CFR")
      let source = json["source"]?["url"]?.string ?? "not stated"
      return """
        # \(title). Written by `scruple law import`; not edited by hand.
        # as of: \(day)
        # citation: \(citation)
        # source: \(source)
        # verification: \(verification)

        """
    }
  }

  /// `code` gives the ISO 3166-1 code of a country's name.
  public init(
    classifications: Snapshot, chart: Snapshot, groups: Snapshot, exceptions: Snapshot,
    code: @escaping (String) -> String?
  ) throws(Diagnostic) {
    let everywhere = Self.everywhere(chart.json)
    let list = try ClassificationImport(
      classifications.json, everywhere: everywhere, file: classifications.file)
    let places = try PlaceImport(
      chart: chart.json, groups: groups.json, chartFile: chart.file, groupsFile: groups.file,
      code: code)
    let sections = try Self.exceptions(exceptions)
    files = [
      (
        "eccn.tsv",
        try classifications.heading(
          "ECCNs with their reasons for control and list-based exceptions")
          + Self.table(
            ["eccn", "reasons", "exceptions", "paragraphs"],
            list.entries.map {
              [
                $0.eccn, $0.reasons.joined(separator: "|"), $0.exceptions.joined(separator: "|"),
                $0.paragraphs.joined(separator: "|"),
              ]
            })
      ),
      (
        "eccn-controls.tsv",
        try classifications.heading(
          "Controls of each ECCN: the part they apply to and what they require")
          + Self.table(
            ["eccn", "reason", "part", "requires", "section"],
            list.controls.map {
              [
                $0.eccn, $0.control.reason, $0.control.part, $0.control.requires,
                $0.control.section,
              ]
            })
      ),
      (
        "country-chart.tsv",
        try chart.heading(
          "The Country Chart: X where a licence is required for the reason and column")
          + Self.table(
            ["country", "name", "row"] + places.columns + ["footnotes", "pointer"],
            places.rows.map { row in
              [row.country, row.name, row.row]
                + places.columns.map { row.marks.contains($0) ? "X" : "" }
                + [row.footnotes.map(String.init).joined(separator: "|"), row.pointer]
            })
      ),
      (
        "country-groups.tsv",
        try groups.heading("The Country Groups of each country")
          + Self.table(
            ["country", "name", "groups"],
            places.groups.map { [$0.country, $0.name, $0.groups.joined(separator: "|")] })
      ),
      (
        "licence-exceptions.tsv",
        try exceptions.heading("Licence exceptions by symbol and section")
          + Self.table(["symbol", "section"], sections)
      ),
    ]
    notes =
      list.notes + places.notes
      + ["dropped: titles of licence exceptions; \(sections.count) symbols are kept"]
  }

  /// Entries that need a licence to every destination (15 CFR 738.3(a)(1)).
  private static func everywhere(_ chart: JSON) -> [String] {
    let stated = chart["allDestinationsEntries"]
    let texts =
      (stated?["noLicenceExceptions"]?.strings ?? [])
      + (stated?["govOnly"]?["entries"]?.strings ?? [])
    return texts.filter { ClassificationCode($0)?.paragraph == "" }
  }

  private static func exceptions(_ snapshot: Snapshot) throws(Diagnostic) -> [[String]] {
    var rows: [[String]] = []
    for exception in snapshot.json["exceptions"]?.array ?? [] {
      guard let section = exception["sectionNumber"]?.string else { continue }
      for symbol in exception["symbols"]?.strings ?? [] { rows.append([symbol, section]) }
    }
    guard !rows.isEmpty else {
      throw Diagnostic(
        "LAW001", "the file holds no `exceptions`", remedy: "give the snapshot of part 740",
        file: snapshot.file)
    }
    return rows
  }

  private static func table(_ columns: [String], _ rows: [[String]]) -> String {
    ([columns] + rows).map { $0.map(cell).joined(separator: "\t") + "\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    text.replacing("\t", with: " ").replacing("\n", with: " ")
  }
}
