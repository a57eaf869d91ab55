/// How far the transaction has come; a later stage leaves fewer ways back.
public enum Stage: String, Sendable, Hashable, CaseIterable {
  case lead, quotation, order, preShipment, postShipment
}
