/// Who said that this party has this part in the order.
public enum DeclaredBy: String, Sendable, Hashable, CaseIterable {
  case customer, sales, erp, thirdParty, compliance
}
