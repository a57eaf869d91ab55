import Formats

/// One record of the Consolidated Screening List as an entry.
enum ConsolidatedRecord {
  /// What is wrong with the record is left in `fields.problems`; the entry then counts for nothing.
  static func entry(_ fields: inout RecordFields, names: inout SourceNames) -> ListEntry {
    let id = fields.requiredText("id")
    let name = fields.requiredText("name")
    let source = fields.requiredText("source")
    let type = fields.text("type")
    let list = source.isEmpty ? nil : names.list(for: source)
    if list == nil, !source.isEmpty { fields.report("`source` `\(source)` names no list") }
    var entry = ListEntry(id: id, list: list ?? .company, name: name)
    entry.schema = schema(type, name: name, list: entry.list, &fields)
    // The publisher parts names by semicolons in both layouts, also inside one name of the JSON.
    entry.addAliases(fields.texts("alt_names").flatMap { $0.partsBetweenSemicolons })
    entry.programmes = fields.texts("programs")
    entry.number = fields.text("entity_number")
    entry.licenceRequirement = fields.text("license_requirement")
    entry.licencePolicy = fields.text("license_policy")
    entry.federalRegister = citations(in: fields.text("federal_register_notice"))
    entry.births = fields.texts("dates_of_birth")
    entry.listedFrom = fields.date("start_date")
    let end = fields.date("end_date")
    // Only a denial order ends by itself; elsewhere an end date is a remark.
    if entry.list == .deniedPersons { entry.removedOn = end }
    entry.source = fields.text("source_list_url") ?? fields.text("source_information_url")
    readAddresses(&fields, into: &entry)
    let homes = ["nationalities", "citizenships"].flatMap { fields.texts($0) }
    for country in homes.flatMap({ PublishedCountry.codes(in: $0) }) {
      entry.countries.addOnce(country)
    }
    entry.identifiers = identifiers(&fields)
    entry.remarks = remarks(&fields, end: entry.removedOn == nil ? end : nil)
    return entry
  }

  private static func schema(
    _ type: String?, name: String, list: ListCode, _ fields: inout RecordFields
  ) -> EntrySchema {
    switch type {
    case "Entity": return .organisation
    case "Individual": return .person
    case "Vessel": return .vessel
    case "Aircraft": return .aircraft
    case nil: break
    case let word?: fields.report("`type` is `\(word)`, which is not known")
    }
    // EAR part 744 supplement 4 lists bare addresses as "Address 01" and so on.
    let words = name.split(separator: " ")
    let isAddress =
      list == .entityList && words.count == 2 && words[0] == "Address" && Int(words[1]) != nil
    return isAddress ? .address : .unknown
  }

  private static func readAddresses(_ fields: inout RecordFields, into entry: inout ListEntry) {
    for var address in fields.objects("addresses") {
      let country = address.text("country")
      let parts = ["address", "city", "state", "postal_code"].compactMap { address.text($0) }
      fields.take(problemsOf: address)
      let code = country.flatMap(PublishedCountry.code)
      if let code { entry.countries.addOnce(code) }
      // A country word that is no country, such as a region, would otherwise be lost.
      let tail = code == nil ? country.map { [$0] } ?? [] : []
      let text = (parts + tail).joined(separator: ", ")
      entry.addresses.addOnce(text)
    }
  }

  private static func identifiers(_ fields: inout RecordFields) -> [String] {
    var identifiers: [String] = []
    for var record in fields.objects("ids") {
      let kind = record.text("type")
      let number = record.text("number")
      fields.take(problemsOf: record)
      if let number { identifiers.append(kind.map { "\($0): \(number)" } ?? number) }
    }
    if let sign = fields.text("call_sign") { identifiers.append("Call sign: \(sign)") }
    return identifiers
  }

  private static func remarks(_ fields: inout RecordFields, end: CivilDate?) -> String? {
    var parts: [String] = []
    let labelled = [
      ("title", "title"), ("remarks", ""), ("vessel_type", "vessel type"),
      ("vessel_flag", "flag"), ("vessel_owner", "vessel owner"),
    ]
    for (key, label) in labelled {
      if let text = fields.text(key) { parts.append(label.isEmpty ? text : "\(label): \(text)") }
    }
    for (key, label) in [
      ("places_of_birth", "born in"), ("nationalities", "nationality"),
      ("citizenships", "citizenship"),
    ] {
      let texts = fields.texts(key)
      if !texts.isEmpty { parts.append("\(label): " + texts.joined(separator: ", ")) }
    }
    if let end { parts.append("end date: \(end)") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Citations stand between semicolons, or between commas where each part is one.
  static func citations(in text: String?) -> [String] {
    guard let text else { return [] }
    return text.split(separator: ";").flatMap { part -> [String] in
      let pieces = part.split(separator: ",").map { String($0).trimmedOfSpace }
      let areCitations = pieces.allSatisfy { $0.contains(" FR ") || $0.contains(" F.R. ") }
      let whole = String(part).trimmedOfSpace
      return (areCitations ? pieces : [whole]).filter { !$0.isEmpty }
    }
  }
}
