/// How an order line relates to an instrument that is already installed.
public enum InstalledBaseRelation: String, Sendable, Hashable, CaseIterable {
  case new, consumable, spare, service, software, relocation, training, decommission
}
