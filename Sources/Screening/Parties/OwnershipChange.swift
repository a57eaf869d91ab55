import Dossier
import Facts
public import Formats

/// What the owners of one party come to in two states of the lists.
public struct OwnershipChange: Sendable {
  /// On the earlier lists.
  public let before: PartyOwnership
  /// On the later ones.
  public let after: PartyOwnership

  /// Nil where both say the same.
  init?(from before: PartyOwnership, to after: PartyOwnership) {
    guard before.answer != after.answer || before.identity != after.identity else { return nil }
    self.before = before
    self.after = after
  }

  /// Both answers as data.
  public var json: JSON { .object([("before", before.json), ("after", after.json)]) }
}

extension PartyOwnership {
  /// What it says but for the day on which it is said.
  fileprivate var identity: [String] {
    [ownership.words, ownership.above.words]
      + [ownership.blocked, ownership.listed].map { "\(PartyOwnership.interval($0))" }
      + (ownership.rules.map(\.met) + [ownership.control, ownership.above]).map {
        "\(String(describing: $0.value))"
      }
  }
}
