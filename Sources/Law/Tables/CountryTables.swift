import Formats

/// The Country Chart (15 CFR part 738, supplement no. 1).
public struct CountryChart: Sendable {
  public struct Row: Sendable, Hashable {
    /// ISO 3166-1.
    public let country: String
    public let name: String
    /// The country whose row applies, where it is another one: Hong Kong reads China's.
    public let reads: String?
    public let marks: Set<String>
    public let footnotes: [Int]
    /// `part 746` where the row holds no marks and refers there.
    public let pointer: String?
  }

  public let columns: [String]
  public let rows: [String: Row]

  /// The row that applies to a country; nil where the chart has none.
  public func row(of country: String) -> Row? {
    guard let row = rows[country] else { return nil }
    return row.reads.flatMap { rows[$0] } ?? row
  }

  static let reasons = ["CB", "NP", "NS", "MT", "RS", "FC", "CC", "AT"]

  static func read(_ folder: String) throws(Diagnostic) -> (LawTable, CountryChart)? {
    guard
      let file = try LawTableFile(
        folder, "country-chart", requiring: ["country", "name", "row", "footnotes", "pointer"])
    else { return nil }
    let columns = file.columns.filter { column in
      let words = column.split(separator: " ")
      return words.count == 2 && reasons.contains(String(words[0])) && Int(words[1]) != nil
    }
    var rows: [String: Row] = [:]
    for row in file.rows {
      var marks: Set<String> = []
      for column in columns where !row[column].isEmpty {
        guard row[column] == "X" else {
          throw file.fault(
            row, "`\(row[column])` stands in \(column)", remedy: "write X or nothing")
        }
        marks.insert(column)
      }
      guard rows[row["country"]] == nil else {
        throw file.fault(row, "`\(row["country"])` stands twice", remedy: "keep one row")
      }
      rows[row["country"]] = Row(
        country: row["country"], name: row["name"], reads: row["row"].isEmpty ? nil : row["row"],
        marks: marks, footnotes: row.list("footnotes").compactMap { Int($0) },
        pointer: row["pointer"].isEmpty ? nil : row["pointer"])
    }
    return (file.table, CountryChart(columns: columns, rows: rows))
  }
}

/// The Country Groups (15 CFR part 740, supplement no. 1).
public struct CountryGroups: Sendable {
  public let groups: [String: [String]]

  /// Hong Kong is read as China (85 FR 83788).
  public func groups(of country: String) -> [String] {
    groups[country == "HK" ? "CN" : country] ?? []
  }

  /// Whether a country is one of `places`, which are countries and groups. What `except` takes out
  /// is taken out of the groups alone: a country that stands there by its name stays.
  func holds(_ country: String, oneOf places: [String], except: [String] = []) -> Bool {
    let own = groups(of: country)
    func isGroup(_ place: String) -> Bool { place.contains(":") || place == "B" }
    func isNamed(_ places: [String]) -> Bool {
      places.contains { !isGroup($0) && ($0 == country || $0 == "CN" && country == "HK") }
    }
    if isNamed(places) { return true }
    guard !isNamed(except), !except.contains(where: own.contains) else { return false }
    return places.contains { isGroup($0) && own.contains($0) }
  }

  static func read(_ folder: String) throws(Diagnostic) -> (LawTable, CountryGroups)? {
    guard let file = try LawTableFile(folder, "country-groups", requiring: ["country", "groups"])
    else { return nil }
    var groups: [String: [String]] = [:]
    for row in file.rows { groups[row["country"]] = row.list("groups") }
    return (file.table, CountryGroups(groups: groups))
  }
}
