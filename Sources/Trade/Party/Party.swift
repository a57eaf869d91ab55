public import Formats

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

extension Party {
  /// Who the party is and in which roles, as it is written.
  public var writtenKey: WrittenKey {
    var key = WrittenKey()
    key.add(id)
    key.add(roles.map(\.rawValue))
    key.add(entity.schema.rawValue)
    for property in entity.properties {
      key.add(property.name)
      key.add(property.values)
    }
    return key
  }
}
