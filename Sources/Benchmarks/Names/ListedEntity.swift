public import Formats
public import Names

/// One entity of a list of FollowTheMoney lines, as far as its names are searched.
public struct ListedEntity: Sendable {
  public let id: String
  public let identity: Identity

  /// Fails for what is neither a person nor a body, and for what has no name.
  ///
  /// `latinOnly` leaves out names in other scripts, so that a query in one has to be understood.
  public init?(_ line: JSON, latinOnly: Bool = false) {
    let bodies = ["Organization", "Company", "PublicBody", "LegalEntity"]
    guard let id = line["id"]?.string, let schema = line["schema"]?.string,
      schema == "Person" || bodies.contains(schema), let properties = line["properties"]
    else { return nil }
    func texts(_ key: String) -> [String] { properties[key]?.strings ?? [] }
    var names = texts("name") + texts("alias") + texts("weakAlias")
    if latinOnly { names = names.filter(ListedEntity.isLatin) }
    guard !names.isEmpty else { return nil }
    self.id = id
    identity = Identity(
      names: names, kind: LabelledPair.kind(of: schema),
      countries: Array(Set(texts("country") + texts("nationality"))).sorted())
  }

  init(id: String, identity: Identity) {
    self.id = id
    self.identity = identity
  }

  private static func isLatin(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy {
      $0.value < 0x250 || 0x1E00...0x1EFF ~= $0.value || !$0.properties.isAlphabetic
    }
  }
}

/// A name that is asked for, and the entities that it means; none where it is on no list.
public struct NameQuery: Sendable {
  public let set: String
  public let identity: Identity
  public let truth: [String]

  public init?(_ line: JSON) {
    guard let set = line["set"]?.string, let name = line["name"]?.string else { return nil }
    self.set = set
    identity = Identity(names: [name], kind: LabelledPair.kind(of: line["schema"]?.string))
    truth = line["truth"]?.strings ?? []
  }
}
