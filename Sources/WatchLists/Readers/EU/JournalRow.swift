import Digests
import Formats

/// One row of a table of the Official Journal as an entry.
enum JournalRow {
  static func entry(_ row: ListTable.Row, _ problems: inout [String]) -> ListEntry {
    let celex = row.first("celex", "amendedCelex")
    let measure = row["measure"]
    let list = EuropeanLists.journal(celex: celex, measure: measure)
    if list == nil { problems.append("`measure` is `\(measure.prefix(64))`, which is not known") }
    if celex.isEmpty { problems.append("the act is not named") }
    let name = row["name"]
    if name.isEmpty { problems.append("`name` is empty") }
    var entry = ListEntry(
      id: id(row, celex: celex), list: list ?? .euFinancialSanctions, name: name)
    let word = row["schema"]
    if let schema = schema(word) {
      entry.schema = schema
    } else {
      problems.append("`schema` is `\(word.prefix(64))`, which is not known")
    }
    let started = row["startDate"]
    if !started.isEmpty {
      entry.listedFrom = PublishedDate.date(started, .dayFirst)
      // Only a year, or a year and a month: true, but no day to compare with.
      if entry.listedFrom == nil { entry.addRemark(started, label: "listed") }
    }
    entry.number = row["recordId"].isEmpty ? nil : "\(celex) \(row["annex"]) \(row["recordId"])"
    entry.programmes.addOnce(row["programKey"])
    if !row["annex"].isEmpty { entry.programmes.append("\(celex) annex \(row["annex"])") }
    entry.source = "CELEX " + row.first("amendmentCelex", "celex")
    read(row, into: &entry)
    return entry
  }

  /// Takes what an amending act prints of an entry; earlier names and dates stay, as they help to
  /// recognise the party.
  static func amend(_ entry: inout ListEntry, by amended: ListEntry) {
    var merged = amended
    merged.addAliases(entry.names)
    for birth in entry.births { merged.births.addOnce(birth) }
    for country in entry.countries { merged.countries.addOnce(country) }
    for address in entry.addresses { merged.addresses.addOnce(address) }
    for identifier in entry.identifiers { merged.identifiers.addOnce(identifier) }
    // A day that an amending act prints may be its own; where either is unknown, so is the day.
    merged.listedFrom = amended.listedFrom.flatMap { day in entry.listedFrom.map { min(day, $0) } }
    merged.addRemark(amended.source ?? "", label: "amended by")
    entry = merged
  }

  private static func id(_ row: ListTable.Row, celex: String) -> String {
    let record = row["recordId"]
    guard record.isEmpty else {
      return [celex, row["annex"], row["schema"], record].joined(separator: "/")
    }
    // The act prints no number, so the name has to do.
    let content = JSON.strings(
      [celex, row["annex"], row["measure"], row["schema"], FoldedName(row["name"]).text])
    return String(SHA256(of: content.text()).hexadecimal.prefix(16))
  }

  /// A digest of the whole row.
  static func contentID(_ row: ListTable.Row) -> String {
    String(SHA256(of: JSON.strings(row.record.texts).text()).hexadecimal.prefix(16))
  }

  private static func schema(_ word: String) -> EntrySchema? {
    word == "Asset" ? .unknown : EntrySchema(word: word)
  }

  static let identifiers = [
    ("passportNumber", "Passport"), ("registrationNumber", "Registration number"),
    ("taxNumber", "Tax number"), ("idNumber", "ID number"), ("innCode", "INN"),
    ("ogrnCode", "OGRN"), ("kppCode", "KPP"), ("okpoCode", "OKPO"), ("leiCode", "LEI"),
    ("swiftBic", "SWIFT/BIC"), ("ticker", "Ticker"), ("imoNumber", "IMO"), ("mmsi", "MMSI"),
    ("phone", "Phone"), ("email", "Email"), ("website", "Website"),
  ]

  static let remarks = [
    ("position", "position"), ("birthPlace", "born in"), ("legalForm", "legal form"),
    ("sector", "sector"), ("fatherName", "father"), ("motherName", "mother"),
    ("gender", "gender"), ("incorporationDate", "incorporated"), ("notes", ""), ("reason", ""),
  ]

  private static func read(_ row: ListTable.Row, into entry: inout ListEntry) {
    for column in ["alias", "previousName", "weakAlias"] {
      entry.addAliases(row[column].valuesBetweenSemicolons)
    }
    for column in ["nationality", "jurisdiction", "country", "flag"] {
      for value in row[column].valuesBetweenSemicolons {
        let codes = PublishedCountry.codes(in: value)
        for code in codes { entry.countries.addOnce(code) }
        if codes.isEmpty { entry.addRemark(value, label: column) }
      }
    }
    for birth in row["birthDate"].valuesBetweenSemicolons {
      entry.births.addOnce(PublishedDate.birth(birth, .dayFirst))
    }
    for address in row["address"].valuesBetweenSemicolons {
      entry.addresses.addOnce(address)
      // Addresses end in the country, written out.
      let tail = address.split(separator: ",").last.map { String($0).trimmedOfSpace } ?? ""
      if tail.utf8.count > 3, let code = PublishedCountry.code(tail) {
        entry.countries.addOnce(code)
      }
    }
    for (column, kind) in identifiers {
      for value in row[column].valuesBetweenSemicolons { entry.addIdentifier(value, kind: kind) }
    }
    for (column, label) in remarks {
      // The reason is prose with semicolons of its own.
      let text =
        column == "reason"
        ? row[column]
        : row[column].valuesBetweenSemicolons.joined(
          separator: "; ")
      entry.addRemark(text, label: label.isEmpty ? nil : label)
    }
  }
}
