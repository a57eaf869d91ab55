/// How the end user of the order is known; never defaulted to the ultimate consignee.
public enum EndUserKnown: String, Sendable, Hashable, CaseIterable {
  case declared, inferred, unknown
}
