import Digests
import Formats

/// One entity of a compiled list as an entry.
enum CompiledRecord {
  static func entry(_ fields: inout RecordFields, list: ListCode) -> ListEntry {
    let name = fields.requiredText("name")
    var entry = ListEntry(id: "", list: list, name: name)
    let aliases = fields.texts("aliases")
    entry.addAliases(aliases.flatMap { $0.partsBetweenSemicolons })
    let country = fields.text("country") ?? ""
    entry.countries = PublishedCountry.codes(in: country)
    let address = fields.text("address") ?? ""
    for part in addresses(in: address) { entry.addresses.addOnce(part) }
    if !country.isEmpty, entry.countries.isEmpty { entry.addRemark(country, label: "country") }
    let register = fields.text("federal_register") ?? ""
    entry.federalRegister = register.utf8.split(separator: UInt8(ascii: "\n")).flatMap { line in
      ConsolidatedRecord.citations(in: citation(String(decoding: line, as: UTF8.self)))
    }
    let notes = fields.text("notes") ?? ""
    if list.effect == .licenceRequirement, !notes.isEmpty {
      entry.licenceRequirement = notes
    } else {
      entry.addRemark(notes)
    }
    readDate(&fields, into: &entry)
    if let status = fields.text("status") { entry.addRemark(status, label: "status") }
    if list == .entityList, isAddress(name) { entry.schema = .address }
    readIdentifiers(notes, into: &entry)
    readEnd(notes, fields.text("status") ?? "", into: &entry)
    let identity = JSON.strings(
      [list.id, name, country, address, register, entry.listedFrom?.description ?? ""])
    entry.id = String(SHA256(of: identity.text()).hexadecimal.prefix(16))
    return entry
  }

  private static func readDate(_ fields: inout RecordFields, into entry: inout ListEntry) {
    guard let text = fields.text("effective_date") else { return }
    entry.listedFrom = PublishedDate.date(text, .monthFirst)
    if entry.listedFrom == nil { entry.addRemark(text, label: "effective") }
  }

  /// When or whether the listing ended, which compilations say in words: `Expires: 2030-06-17`, or
  /// for each authority of a sanction `status: Expired`.
  private static func readEnd(_ notes: String, _ status: String, into entry: inout ListEntry) {
    if entry.list == .deniedPersons {
      for part in notes.partsBetweenSemicolons where part.hasPrefix("Expires: ") {
        entry.removedOn = CivilDate(part.dropFirst(9))
      }
    }
    var statuses = notes.components(separatedBy: "status: ").dropFirst().map { $0 }
    if !status.isEmpty { statuses.append(status) }
    let ended = ["expired", "lifted", "terminated", "waived", "rescinded", "inactive"]
    // What has ended is worth knowing and binds nobody; a word that is not known counts as active.
    if !statuses.isEmpty,
      statuses.allSatisfy({ word in ended.contains { word.lowercased().hasPrefix($0) } })
    {
      entry.effect = .context
    }
  }

  /// The registers of companies that notes name, such as `USCC: 91… (China)`.
  private static func readIdentifiers(_ notes: String, into entry: inout ListEntry) {
    for part in notes.partsBetweenSemicolons where part.hasPrefix("USCC: ") {
      let number = part.dropFirst(6).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      entry.addIdentifier(String(number), kind: "Unified Social Credit Code (USCC)")
    }
  }

  /// Addresses stand between semicolons, the later ones behind `and`.
  private static func addresses(in text: String) -> [String] {
    text.partsBetweenSemicolons.map { part in
      var address = part.hasPrefix("and ") ? String(part.dropFirst(4)) : part
      if address.hasSuffix(".") { address = String(address.dropLast()) }
      return address
    }
  }

  private static func citation(_ line: String) -> String {
    line.trimmedOfSpace.hasSuffix(".") ? String(line.trimmedOfSpace.dropLast()) : line
  }

  /// EAR part 744 supplement 4 lists bare addresses as "Address 01" and so on.
  private static func isAddress(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return words.count == 2 && words[0] == "Address" && Int(words[1]) != nil
  }
}
