/// One party of an order with the roles it plays.
public struct Party: Sendable, Hashable {
  /// Unique within the order.
  public var id: String
  /// At least one role, each once, in the order given.
  public var roles: [PartyRole]
  public var entity: Entity
  public var declaredBy: DeclaredBy?

  public init(id: String, roles: [PartyRole], entity: Entity, declaredBy: DeclaredBy? = nil) {
    self.id = id
    self.roles = roles
    self.entity = entity
    self.declaredBy = declaredBy
  }

  public func has(_ role: PartyRole) -> Bool { roles.contains(role) }
}
