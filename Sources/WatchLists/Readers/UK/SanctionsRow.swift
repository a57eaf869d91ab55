import Formats

/// What one row of the UK Sanctions List or of OFSI's former list says of its designation.
enum SanctionsRow {
  static func add(_ row: ListTable.Row, to draft: inout EntryDraft) {
    addDesignation(row, to: &draft)
    addNames(row, to: &draft)
    addAddress(row, to: &draft)
    addPerson(row, to: &draft)
    addBody(row, to: &draft)
    addShip(row, to: &draft)
  }

  /// A cell; the list of 2020 wrote N/A where nothing is.
  private static func cell(_ row: ListTable.Row, _ names: String...) -> String? {
    names.lazy.map { row[$0] }.first { !$0.isEmpty && $0 != "N/A" }
  }

  private static func addDesignation(_ row: ListTable.Row, to draft: inout EntryDraft) {
    let kind = cell(row, "Designation Type", "Group Type", "Entity, Vessel or Individual")
    if let schema = kind.flatMap(UKSchema.schema) { draft.set(\.schema, schema) }
    if draft.entry.number == nil { draft.set(\.number, cell(row, "OFSI Group ID", "Group ID")) }
    draft.addProgramme(cell(row, "Regime Name", "Regime"))
    draft.addIdentifier(cell(row, "UN Reference Number"), kind: "UN reference")
    let date = cell(row, "Date Designated", "UK Sanctions List Date Designated", "Listed On")
    draft.addListing(date.flatMap(UKSchema.day))
    draft.remark(UKMeasures.measures(in: row["Sanctions Imposed"]), label: "measures")
    draft.remark(cell(row, "Designation source"), label: "designated by")
    draft.remark(cell(row, "Other Information"))
    draft.remark(cell(row, "UK Statement of Reasons"), label: "statement of reasons")
  }

  /// Name 6 is the family name of a person and the whole name of anything else.
  private static func addNames(_ row: ListTable.Row, to draft: inout EntryDraft) {
    let parts = (1...6).compactMap { cell(row, "Name \($0)") }
    draft.addName(
      parts.joined(separator: " "),
      isWeak: UKSchema.isWeak(cell(row, "Alias strength", "Alias Quality")),
      isPrimary: UKSchema.isPrimary(cell(row, "Name type", "Alias Type")))
    draft.addName(cell(row, "Name non-latin script"))
    draft.remark(cell(row, "Title"), label: "title")
  }

  private static func addAddress(_ row: ListTable.Row, to draft: inout EntryDraft) {
    let lines = (1...6).map { cell(row, "Address Line \($0)", "Address \($0)") }
    draft.addAddress(
      lines + [cell(row, "Address Postal Code", "Post/Zip Code")],
      country: cell(row, "Address Country", "Country"))
    draft.addIdentifier(cell(row, "Phone number"), kind: "Phone")
    draft.addIdentifier(cell(row, "Email address"), kind: "Email")
    draft.addIdentifier(cell(row, "Website"), kind: "Website")
  }

  private static func addPerson(_ row: ListTable.Row, to draft: inout EntryDraft) {
    for birth in NumberedValues.split(cell(row, "D.O.B", "DOB") ?? "") {
      draft.addBirth(UKSchema.birth(birth))
    }
    for country in NumberedValues.split(cell(row, "Nationality(/ies)", "Nationality") ?? "") {
      draft.addCountry(country, label: "nationality")
    }
    draft.addIdentifier(cell(row, "Passport number"), kind: "Passport")
    draft.remark(
      cell(row, "Passport additional information", "Passport Details"), label: "passport")
    let number = cell(row, "National Identifier number", "National Identification Number")
    draft.addIdentifier(number, kind: "National identification")
    draft.remark(
      cell(
        row, "National Identifier additional information", "National Identification Details"),
      label: "national identification")
    draft.remark(
      ["Town of birth", "Country of birth"].compactMap { cell(row, $0) }, label: "born in")
    draft.remark(cell(row, "Position"), label: "position")
    draft.remark(cell(row, "Gender"), label: "gender")
  }

  private static func addBody(_ row: ListTable.Row, to draft: inout EntryDraft) {
    draft.addIdentifier(
      cell(row, "Business registration number (s)"), kind: "Business registration")
    draft.remark(cell(row, "Type of entity"), label: "type")
    draft.remark(cell(row, "Parent company"), label: "parent company")
    draft.remark(cell(row, "Subsidiaries"), label: "subsidiary")
  }

  private static func addShip(_ row: ListTable.Row, to draft: inout EntryDraft) {
    draft.addIdentifier(cell(row, "IMO number"), kind: "IMO")
    draft.addIdentifier(cell(row, "Hull identification number (HIN)"), kind: "HIN")
    draft.addCountry(cell(row, "Current believed flag of ship"), label: "flag")
    for (column, label) in [
      ("Current owner/operator (s)", "owner or operator"),
      ("Previous owner/operator (s)", "previous owner or operator"),
      ("Previous flags", "previous flag"), ("Type of ship", "vessel type"),
      ("Tonnage of ship", "tonnage"), ("Length of ship", "length"), ("Year Built", "built"),
    ] {
      draft.remark(cell(row, column), label: label)
    }
  }
}
