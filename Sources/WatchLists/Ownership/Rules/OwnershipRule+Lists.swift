/// Which entries make their party an owner whose shares a rule counts.
extension OwnershipRule {
  /// The programmes of the SDN list that § 744.8(a)(1) names (89 FR 20107, 21 March 2024).
  static let exportProgrammes: Set<String> = [
    "BELARUS", "BELARUS-EO14038", "RUSSIA-EO14024", "UKRAINE-EO13660", "UKRAINE-EO13661",
    "UKRAINE-EO13662", "UKRAINE-EO13685", "FTO", "SDGT", "NPWMD", "ILLICIT-DRUGS-EO14059", "SDNT",
    "SDNTK", "TCO",
  ]

  /// Whether the rule counts shares of a party by this entry, on the day on which it is in force.
  public func counts(_ entry: ListEntry) -> Bool {
    let list = entry.list.id
    return switch id {
    case OwnershipRule.ofac.id: list.hasPrefix("us-ofac-") && entry.effect == .blocking
    case OwnershipRule.affiliates.id:
      entry.list == .entityList || entry.list == .militaryEndUsers
        || list.hasPrefix("us-ofac-") && entry.effect == .blocking
          && !OwnershipRule.exportProgrammes.isDisjoint(with: entry.programmes)
    case OwnershipRule.unitedKingdom.id: list.hasPrefix("uk-") && entry.effect == .blocking
    default: list.hasPrefix("eu-") && entry.effect == .blocking
    }
  }
}
