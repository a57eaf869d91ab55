import Formats

/// One object of the entries format, in any order of its members.
enum EntryLine {
  static func entry(_ fields: inout RecordFields) -> ListEntry {
    let listText = fields.requiredText("list")
    let list = ListCode(listText)
    if list == nil, !listText.isEmpty { fields.report("`list` is `\(listText)`, which is no code") }
    var entry = ListEntry(
      id: fields.requiredText("id"), list: list ?? .company, name: fields.requiredText("name"))
    if let word = fields.text("schema") {
      if let schema = EntrySchema(word: word) {
        entry.schema = schema
      } else {
        fields.report("`schema` is `\(word)`, which is not known")
      }
    }
    if let word = fields.text("effect") {
      if let effect = ListEffect(rawValue: word) {
        entry.effect = effect
      } else {
        fields.report("`effect` is `\(word)`, which is not known")
      }
    }
    entry.addAliases(fields.texts("aliases") + fields.texts("chinese"))
    entry.countries = fields.texts("countries")
    entry.addresses = fields.texts("addresses")
    entry.programmes = fields.texts("programmes")
    entry.licenceRequirement = fields.text("licenceRequirement")
    entry.licencePolicy = fields.text("licencePolicy")
    entry.federalRegister = fields.texts("federalRegister")
    entry.listedFrom = fields.date("listedFrom")
    entry.removedOn = fields.date("removedOn")
    entry.births = fields.texts("births")
    entry.identifiers = fields.texts("identifiers")
    entry.number = fields.text("number")
    entry.source = fields.text("source")
    entry.remarks = fields.text("remarks") ?? fields.text("note")
    if let from = entry.listedFrom, let removed = entry.removedOn, removed < from {
      fields.report("`removedOn` \(removed) lies before `listedFrom` \(from)")
    }
    return entry
  }
}
