/// Tells the list of an EU entry from the act and the measure.
enum EuropeanLists {
  /// Whether a regulation is Regulation (EU) 2020/1998, whose programme is written HR.
  static func isHumanRights(regulation: String, programme: String) -> Bool {
    programme == "HR" || regulation.contains("2020/1998")
  }

  /// The list of a table of the Official Journal; nil for a measure that is not known.
  static func journal(celex: String, measure: String) -> ListCode? {
    switch measure {
    case "Asset freeze": celex == "32020R1998" ? .globalHumanRights : .euAssetFreezes
    case "Export control": .euExportControl
    case "Financial restrictions": .euFinancialRestrictions
    case "Transportation restrictions": .euTransportRestrictions
    case "Investment ban": .euInvestmentBan
    case "Services ban": .euServicesBan
    default: nil
    }
  }

  /// The code or the classification of a subject; nil for one that is not known.
  static func schema(_ code: String) -> EntrySchema? {
    switch code.lowercased() {
    case "person", "p": .person
    case "enterprise", "e": .organisation
    case "vessel", "ship": .vessel
    default: nil
    }
  }

  /// A strong name in English or in no language, and in Latin letters, so that it can be read.
  static func isPrimary(_ name: String, language: String, isWeak: Bool) -> Bool {
    !isWeak && ["EN", ""].contains(language.uppercased()) && name.isLatin
  }

  /// Where the list says that a name is weak in words.
  static func isWeak(remark: String) -> Bool { remark.lowercased().contains("low quality") }

  /// The country by its code, which is 00 where it is not known, else by the words.
  static func country(code: String, words: String) -> String? {
    if code.utf8.count == 2, PublishedCountry.code(code) != nil { return code }
    return words == "UNKNOWN" || words.isEmpty ? nil : words
  }
}
