/// What one row of the UK Sanctions List or of OFSI's former list says of its designation.
enum SanctionsRow {
  static func add(_ row: ListTable.Row, to entry: inout ListEntry) {
    addDesignation(row, to: &entry)
    addNames(row, to: &entry)
    addAddress(row, to: &entry)
    addPerson(row, to: &entry)
    addShip(row, to: &entry)
  }

  private static func addDesignation(_ row: ListTable.Row, to entry: inout ListEntry) {
    switch row.first("Designation Type", "Group Type").lowercased() {
    case "individual": entry.schema = .person
    case "entity": entry.schema = .organisation
    case "ship", "vessel": entry.schema = .vessel
    default: break
    }
    if entry.number == nil {
      let number = row.first("OFSI Group ID", "Group ID")
      if !number.isEmpty { entry.number = number }
    }
    entry.programmes.addOnce(row.first("Regime Name", "Regime"))
    entry.addIdentifier(row["UN Reference Number"], kind: "UN")
    let date = row.first("Date Designated", "UK Sanctions List Date Designated", "Listed On")
    if entry.listedFrom == nil { entry.listedFrom = PublishedDate.date(date, .dayFirst) }
    entry.addRemark(row["Sanctions Imposed"], label: "sanctions")
    entry.addRemark(row["Other Information"])
    entry.addRemark(row["UK Statement of Reasons"])
  }

  /// Name 6 is the family name of a person and the whole name of anything else.
  private static func addNames(_ row: ListTable.Row, to entry: inout ListEntry) {
    let given = (1...5).map { row["Name \($0)"] }
    let name = (given + [row["Name 6"]]).joinedWhereFilled(by: " ")
    let kind = row.first("Name type", "Alias Type").lowercased()
    if kind == "primary name", !entry.name.isEmpty, entry.name != name, !name.isEmpty {
      // The primary name of a designation need not be its first row.
      let first = entry.name
      entry.aliases.removeAll { $0 == name }
      entry.name = name
      entry.addAliases([first])
    } else {
      entry.addName(name)
    }
    let other = row["Name non-latin script"]
    if !other.isEmpty { entry.addAliases([other]) }
    entry.addRemark(row["Title"], label: "title")
  }

  private static func addAddress(_ row: ListTable.Row, to entry: inout ListEntry) {
    let lines = (1...6).map { row.first("Address Line \($0)", "Address \($0)") }
    let country = row.first("Address Country", "Country")
    let codes = PublishedCountry.codes(in: country)
    for code in codes { entry.countries.addOnce(code) }
    let parts =
      lines + [row.first("Address Postal Code", "Post/Zip Code"), codes.isEmpty ? country : ""]
    entry.addresses.addOnce(parts.joinedWhereFilled(by: ", "))
    entry.addIdentifier(row["Phone number"], kind: "Phone")
    entry.addIdentifier(row["Website"], kind: "Website")
    entry.addIdentifier(row["Email address"], kind: "Email")
  }

  private static func addPerson(_ row: ListTable.Row, to entry: inout ListEntry) {
    for birth in row.first("D.O.B", "DOB").split(separator: "|") {
      entry.births.addOnce(
        PublishedDate.birth(numberless(String(birth)).trimmedOfSpace, .dayFirst))
    }
    let nationality = row.first("Nationality(/ies)", "Nationality")
    for code in PublishedCountry.codes(in: numberless(nationality)) {
      entry.countries.addOnce(code)
    }
    for (columns, kind) in [
      ("Passport number", "Passport"), ("National Identifier number", "National ID"),
      ("National Identification Number", "National ID"),
      ("Business registration number (s)", "Registration number"),
    ] {
      entry.addIdentifier(row[columns], kind: kind)
    }
    let place = [row["Town of birth"], row["Country of birth"]].joinedWhereFilled(by: ", ")
    entry.addRemark(place, label: "born in")
    entry.addRemark(row["Position"], label: "position")
    entry.addRemark(row["Type of entity"], label: "type")
    entry.addRemark(row["Parent company"], label: "parent company")
    entry.addRemark(row["Subsidiaries"], label: "subsidiaries")
  }

  private static func addShip(_ row: ListTable.Row, to entry: inout ListEntry) {
    entry.addIdentifier(row["IMO number"], kind: "IMO")
    entry.addIdentifier(row["Hull identification number (HIN)"], kind: "HIN")
    let flag = row["Current believed flag of ship"]
    for code in PublishedCountry.codes(in: flag) { entry.countries.addOnce(code) }
    entry.addRemark(flag, label: "flag")
    entry.addRemark(row["Current owner/operator (s)"], label: "owner or operator")
    entry.addRemark(row["Type of ship"], label: "vessel type")
  }

  /// Several values of a cell are numbered `(1) … (2) …`; the numbers become separators.
  private static func numberless(_ text: String) -> String {
    guard text.contains("(1)") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let number = rest[rest.index(after: open)...].prefix { $0.isASCII && $0.isNumber }
      let after = rest.index(after: open)
      guard !number.isEmpty, number.endIndex < rest.endIndex, rest[number.endIndex] == ")" else {
        result += rest[...open]
        rest = rest[after...]
        continue
      }
      let before = (result + rest[..<open]).trimmedOfSpace
      result = before.isEmpty ? "" : before + "|"
      rest = rest[rest.index(after: number.endIndex)...]
    }
    return result + rest
  }
}
