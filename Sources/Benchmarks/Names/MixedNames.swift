import Names

/// Makes a list of any length from a shorter one: further names take each word from another name of
/// their kind, so that words are as common as they were. The same seed makes the same list.
public struct MixedNames {
  private let entities: [ListedEntity]
  private var draw: SplitMix

  public init(_ entities: [ListedEntity], seed: UInt64) {
    self.entities = entities
    draw = SplitMix(seed: seed)
  }

  /// Entities that have so many names together.
  public mutating func list(names: Int) -> [ListedEntity] {
    var list: [ListedEntity] = []
    var count = 0
    while count < names, !entities.isEmpty {
      let entity =
        list.count < entities.count ? entities[list.count] : mixed(list.count)
      list.append(entity)
      count += entity.identity.names.count
    }
    return list
  }

  private mutating func mixed(_ number: Int) -> ListedEntity {
    let model = entities[number % entities.count]
    var identity = model.identity
    identity.names = identity.names.map { name in
      name.split(separator: " ").enumerated().map { place, word in
        let other = entities[draw.below(entities.count)]
        guard other.identity.kind == identity.kind else { return String(word) }
        let words = other.identity.names[0].split(separator: " ")
        return String(words[min(place, words.count - 1)])
      }.joined(separator: " ")
    }
    return ListedEntity(id: "mixed-\(number)", identity: identity)
  }
}
