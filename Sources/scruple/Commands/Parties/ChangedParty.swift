import Formats
import Memos
import Screening
import WatchLists

/// A party whose result differs, with what differs.
struct ChangedParty {
  let party: ScreenedParty
  let line: Int
  let changes: [PartyChange]
  /// Nil where the lists meet its owners as before.
  let ownership: OwnershipChange?

  /// Nil where nothing differs.
  init?(_ party: ScreenedParty, line: Int, _ rescreening: PartyRescreening) {
    self.party = party
    self.line = line
    changes = rescreening.changes(of: party)
    ownership = rescreening.ownershipChange(of: party)
    guard !changes.isEmpty || ownership != nil else { return nil }
  }

  var json: JSON {
    .object([
      ("party", party.json), ("line", .integer(line)), ("changes", .array(changes.map(\.json))),
      ("ownership", ownership?.json ?? .null),
    ])
  }

  var text: String {
    var text =
      (party.id.map { "\(visible($0)) · " } ?? "") + "\(visible(party.label)) · line \(line)\n"
    for change in changes {
      guard let entry = change.entry else { continue }
      text +=
        "  \(words(change.kind))  \(visible(entry.name)) · \(entry.list.name) · entry "
        + "\(visible(entry.id))\n"
      if let match = change.after ?? change.before {
        text += "    \(match.certainty.words) · \(entry.effect.words)\n"
        for reason in match.reasons { text += "    - \(visible(reason))\n" }
      }
      for field in change.fields { text += "    \(difference(field, change))\n" }
      if let id = change.after?.suppressedBy { text += "    suppressed by \(visible(id))\n" }
    }
    if let ownership {
      text += "  OWNERS   \(visible(ownership.after.sentence))\n"
      for chain in ownership.after.chains { text += "    - \(visible(chain))\n" }
      text += "    before: \(visible(ownership.before.sentence))\n"
    }
    return text
  }

  private func words(_ kind: PartyChange.Kind) -> String {
    switch kind {
    case .newMatch: "NEW     "
    case .lapsedMatch: "LAPSED  "
    case .changedMatch: "CHANGED "
    case .context: "context "
    }
  }

  private func difference(_ field: String, _ change: PartyChange) -> String {
    func value(_ match: PartyMatch?) -> String {
      guard let match else { return "not matched" }
      switch field {
      case "standing": return match.isInForce ? "listed" : "no longer listed"
      case "strength": return match.certainty.rawValue
      case "reasons": return match.reasons.joined(separator: ", ")
      case "contact": return match.isContact ? "address only" : "name or identifier"
      case "suppression": return match.suppressedBy ?? "none"
      default:
        let value = match.entry.json[field]
        return value?.string ?? value?.strings?.joined(separator: "; ") ?? "not stated"
      }
    }
    return visible("\(field): \(value(change.before)) -> \(value(change.after))")
  }
}
