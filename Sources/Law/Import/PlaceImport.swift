import Formats

/// Turns snapshots of the Country Chart and of the Country Groups into their tables.
struct PlaceImport {
  /// A row of `country-chart.tsv`.
  struct Row {
    let country: String
    let name: String
    /// The country whose row applies, where it is another one.
    let row: String
    let marks: Set<String>
    let footnotes: [Int]
    /// The part of the EAR that the row points to instead of marks.
    let pointer: String
  }

  let columns: [String]
  private(set) var rows: [Row] = []
  private(set) var groups: [(country: String, name: String, groups: [String])] = []
  private(set) var notes: [String] = []
  /// ISO code by name as the snapshots write it.
  private let code: (String) -> String?
  private var aliases: [String: [String]] = [:]

  init(
    chart: JSON, groups: JSON, chartFile: String, groupsFile: String,
    code: @escaping (String) -> String?
  ) throws(Diagnostic) {
    self.code = code
    columns = chart["columns"]?.strings ?? []
    guard !columns.isEmpty, let countries = chart["countries"]?.members, !countries.isEmpty else {
      throw Diagnostic(
        "LAW001", "the file holds no `columns` and `countries`",
        remedy: "give the snapshot of supplement no. 1 to part 738", file: chartFile)
    }
    addAliases(chart["aliases"])
    addAliases(groups["aliases"])
    for (name, value) in countries.map({ ($0.key, $0.value) }) {
      guard let country = self.country(name, "the Country Chart") else { continue }
      let marks = value["marks"]?.strings ?? []
      for mark in marks where !columns.contains(mark) {
        throw Diagnostic(
          "LAW001", "`\(name)` is marked in `\(mark)`, which is no column",
          remedy: "correct the snapshot",
          file: chartFile)
      }
      rows.append(
        Row(
          country: country, name: name, row: "", marks: Set(marks),
          footnotes: (value["footnotes"]?.array ?? []).compactMap(\.integer), pointer: ""))
    }
    for member in chart["embargoed"]?.members ?? [] {
      guard let country = self.country(member.key, "the Country Chart") else { continue }
      rows.append(
        Row(
          country: country, name: member.key, row: "", marks: [],
          footnotes: (member.value["footnotes"]?.array ?? []).compactMap(\.integer),
          pointer: "part 746"))
    }
    addInheritance(chart)
    addGroups(groups, file: groupsFile)
    rows.sort { $0.country < $1.country }
    notes.append(
      "dropped: the texts of footnotes and of rows that point to part 746; their numbers are kept")
  }

  private mutating func addAliases(_ json: JSON?) {
    for member in json?.members ?? [] {
      if let name = member.value.string { aliases[name, default: []].append(member.key) }
    }
  }

  private mutating func country(_ name: String, _ table: String) -> String? {
    for candidate in [name, name.replacing("&", with: "and")] + (aliases[name] ?? []) {
      if let code = code(candidate) { return code }
    }
    // A small l is printed for a capital I.
    if let code = code(name.replacing("d'l", with: "d'I")) {
      notes.append("\(table): `\(name)` is read as \(code)")
      return code
    }
    // No ISO code is assigned; the user-assigned one is in common use.
    if name == "Kosovo" { return "XK" }
    notes.append("\(table): no country code is known for `\(name)`; its row is dropped")
    return nil
  }

  private mutating func addInheritance(_ chart: JSON) {
    for member in chart["territoryInheritance"]?.members ?? [] {
      guard let country = country(member.key, "territories"),
        let owner = member.value["row"]?.string.flatMap({ self.country($0, "territories") })
      else { continue }
      let old = rows.first { $0.country == country }
      rows.removeAll { $0.country == country }
      rows.append(
        Row(
          country: country, name: old?.name ?? member.key, row: owner, marks: old?.marks ?? [],
          footnotes: old?.footnotes ?? [], pointer: ""))
    }
  }

  private mutating func addGroups(_ json: JSON, file: String) {
    var found: [String: (name: String, groups: [String])] = [:]
    for group in json["groups"]?.members ?? [] {
      for name in group.value.strings ?? [] {
        guard let country = country(name, "Country Group \(group.key)") else { continue }
        found[country, default: (name, [])].groups.append(group.key)
      }
    }
    groups = found.map { ($0.key, $0.value.name, $0.value.groups.sorted()) }
      .sorted { $0.country < $1.country }
  }
}
