/// Which entries make their party an owner whose shares a rule counts.
extension OwnershipRule {
  /// Whether the rule counts shares of a party by this entry, on the day on which it is in force.
  public func counts(_ entry: ListEntry) -> Bool {
    let list = entry.list.id
    return switch id {
    case OwnershipRule.ofac.id: list.hasPrefix("us-ofac-") && entry.effect == .blocking
    case OwnershipRule.affiliatesID:
      entry.list == .entityList || entry.list == .militaryEndUsers
        || list.hasPrefix("us-ofac-") && entry.effect == .blocking
          && programmes.map { !$0.isDisjoint(with: entry.programmes) } ?? true
    case OwnershipRule.unitedKingdom.id: list.hasPrefix("uk-") && entry.effect == .blocking
    default: list.hasPrefix("eu-") && entry.effect == .blocking
    }
  }
}
