/// Tells the list of an EU entry from the act and the measure.
enum EuropeanLists {
  /// The list of financial sanctions, but for those of Regulation (EU) 2020/1998, whose programme
  /// is written HR.
  static func financial(regulation: String, programme: String) -> ListCode {
    programme == "HR" || regulation.contains("2020/1998")
      ? .globalHumanRights : .euFinancialSanctions
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
}
