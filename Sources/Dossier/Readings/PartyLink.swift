public import Names

/// Two parties of one order that are reached at one place, or for whom one person acts.
///
/// It is no finding by itself: groups and agents share addresses; the memo says so beside the
/// parties, and a reader decides what it means.
public struct PartyLink: Sendable, Hashable {
  /// Ids of the parties, in the order of the dossier.
  public let first: String
  public let second: String
  public let link: ContactLink

  public init(first: String, second: String, link: ContactLink) {
    self.first = first
    self.second = second
    self.link = link
  }

  /// Every link between two of these parties, by their order and then by kind.
  static func all(among parties: [PartyReading], _ names: NameKnowledge) -> [PartyLink] {
    var links: [PartyLink] = []
    for (index, first) in parties.enumerated() {
      for second in parties[(index + 1)...] {
        // One body with two roles is no pair.
        guard names.compare(first.profile, second.profile).verdict != .same else { continue }
        var found = names.links(between: first.contacts, and: second.contacts)
        if let person = person(of: first, and: second, names) { found.append(person) }
        links += found.map { PartyLink(first: first.id, second: second.id, link: $0) }
      }
    }
    return links
  }

  private static func person(
    of first: PartyReading, and second: PartyReading, _ names: NameKnowledge
  ) -> ContactLink? {
    func profile(_ name: String) -> IdentityProfile {
      names.profile(of: Identity(names: [name], kind: .person))
    }
    for name in first.persons {
      let mine = profile(name)
      for other in second.persons {
        let comparison = names.compare(mine, profile(other))
        guard comparison.verdict != .different else { continue }
        return ContactLink(
          kind: .person, isCertain: comparison.verdict == .same,
          reasons: ["one person acts for both: \(name) / \(other)"] + comparison.reasons,
          first: name, second: other)
      }
    }
    return nil
  }
}
