/// What the holder of a key may do.
public enum Scope: String, Sendable, CaseIterable {
  /// Have orders screened and see the decision.
  case screen = "screen:write"
  /// See where an order stands.
  case orders = "order:read"
  /// See findings, questions and memos.
  case determinations = "determination:read"
  /// Decide cases; sees what `determination:read` sees.
  case cases = "case:decide"
  /// Have clearances issued and revoked.
  case clearances = "clearance:write"
  /// Have proofs made.
  case log = "log:read"
  /// Have policies and lists read again.
  case activation = "policy:activate"
}
