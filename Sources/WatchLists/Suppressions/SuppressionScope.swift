public import Taxonomy

/// In which roles a party stands in an order, and which products the order has.
public struct SuppressionScope: Sendable {
  public var roles: [String]
  public var products: [String]
  /// False where a role or a product of the order is not known.
  public var isComplete: Bool
  /// The tree in which a family covers those below it; nil compares codes only.
  public var tree: CodeTree?

  public init(
    roles: [String], products: [String], isComplete: Bool = true, tree: CodeTree? = nil
  ) {
    self.roles = roles
    self.products = products
    self.isComplete = isComplete
    self.tree = tree
  }

  /// Whether everything in the scope was reviewed; what is unknown was not.
  func isWithin(_ suppression: Suppression) -> Bool {
    let isBound = !suppression.roles.isEmpty || !suppression.products.isEmpty
    if isBound, !isComplete { return false }
    if !suppression.roles.isEmpty {
      guard !roles.isEmpty, roles.allSatisfy(suppression.roles.contains) else { return false }
    }
    guard !suppression.products.isEmpty else { return true }
    return !products.isEmpty
      && products.allSatisfy { product in
        suppression.products.contains { $0 == product || tree?.isWithin(product, $0) == true }
      }
  }
}
