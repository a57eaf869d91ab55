import Formats

extension OrderReading {
  /// All parties; one that cannot be read is reported and makes the order fail.
  mutating func parties(_ root: Fields) -> [Party] {
    guard let field = required(root, "parties", "the list of parties, each with its roles"),
      let elements = someElements(field)
    else { return [] }
    var firstPlaces: [String: FieldPath] = [:]
    var parties: [Party] = []
    for element in elements {
      guard let fields = fields(element) else { continue }
      let id = requiredText(fields, "id", "a name for the party within this order")
      if let id, let place = fields.optional("id") {
        if let first = firstPlaces[id] {
          error(
            .duplicateParty, place, "the party id \(quoted(id)) stands twice",
            remedy: "give each party its own id; the first is \(first)")
        } else {
          firstPlaces[id] = element.path
        }
      }
      let roles = roles(fields)
      let entity = entity(fields)
      let declaredBy = optionalTerm(fields, "declaredBy", DeclaredBy.self)
      keepUnknown(fields, known: ["id", "role", "entity", "declaredBy"])
      guard let id, let entity else { continue }
      parties.append(Party(id: id, roles: roles, entity: entity, declaredBy: declaredBy))
    }
    return parties
  }

  private mutating func roles(_ fields: Fields) -> [PartyRole] {
    guard
      let field = required(fields, "role", "a list of " + OrderReading.list(PartyRole.self)),
      let elements = someElements(field, toleratesLoneValue: true)
    else { return [] }
    return distinctRoles(elements)
  }

  /// The roles, each once; one that is repeated draws a warning.
  mutating func distinctRoles(_ elements: [Field]) -> [PartyRole] {
    var roles: [PartyRole] = []
    for element in elements {
      guard let role = term(element, PartyRole.self) else { continue }
      if roles.contains(role) {
        warn(
          .repeatedRole, element, "the role \(quoted(role.rawValue)) stands twice",
          remedy: "name each role once")
      } else {
        roles.append(role)
      }
    }
    return roles
  }

  private mutating func entity(_ fields: Fields) -> Entity? {
    guard let field = required(fields, "entity", "an object with `schema` and `properties`"),
      let entity = self.fields(field)
    else { return nil }
    let schema = requiredTerm(entity, "schema", EntitySchema.self)
    var properties: [Entity.Property] = []
    if let place = required(entity, "properties", "an object of lists, with the party's `name`"),
      let members = self.fields(place)
    {
      properties = self.properties(members)
      let isNamed = EntityProperty.names.contains { members.stated($0) != nil }
      if !isNamed, schema != .address {
        warn(
          .partyWithoutName, place, "the party has no name",
          remedy: "add `name`; without one no list can be searched for it")
      }
    }
    keepUnknown(entity, known: ["schema", "properties"])
    return schema.map { Entity(schema: $0, properties: properties) }
  }

  private mutating func properties(_ fields: Fields) -> [Entity.Property] {
    var properties: [Entity.Property] = []
    for member in fields.members {
      guard isNameInLimit(member, in: fields) else { continue }
      let field = Field(member.value, in: fields.path, at: .member(member.key))
      if !EntityProperty.known.contains(member.key) {
        reportUnknown(member, at: field.path, known: EntityProperty.all)
      }
      if EntityProperty.neverRead.contains(member.key) {
        warn(
          .propertyNeverRead, field, "no determination rests on \(quoted(member.key))",
          remedy: "leave it out")
      }
      guard let elements = someElements(field, toleratesLoneValue: true) else { continue }
      let values = elements.compactMap { propertyValue($0, of: member.key) }
      properties.append(.init(member.key, values))
    }
    return properties
  }

  private mutating func propertyValue(_ field: Field, of name: String) -> String? {
    if EntityProperty.countries.contains(name) { return country(field, allowsSmallLetters: true) }
    if EntityProperty.names.contains(name) { return filledText(field) }
    guard let text = text(field, limit: OrderReading.textLimit) else { return nil }
    guard !SuspiciousText.isBlank(text) else {
      warnOfEmpty(field)
      return nil
    }
    if EntityProperty.dates.contains(name) { checkPartialDate(field, text) }
    return text
  }
}
