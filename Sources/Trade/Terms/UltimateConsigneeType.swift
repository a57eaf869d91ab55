/// The consignee type of the Electronic Export Information filing (15 CFR 30.6(a)(28)).
public enum UltimateConsigneeType: String, Sendable, Hashable, CaseIterable {
  case directConsumer = "D"
  case governmentEntity = "G"
  case reseller = "R"
  case otherOrUnknown = "O"
}
