import Digests
public import Formats
import Names
public import WatchLists

/// How one entry bears on one party in one state of the lists.
public struct PartyMatch: Sendable, Hashable {
  public let entry: ListEntry
  public let isInForce: Bool
  public let certainty: ListMatch.Certainty
  public let reasons: [String]
  /// The id of the suppression that hides it; nil where none does.
  public let suppressedBy: String?
  /// Whether only an address, a phone or an e-mail leads to the entry, whose name is another.
  public let isContact: Bool
  /// Whether it is only another unit of the building in which an address is listed.
  public let isAnotherUnit: Bool

  /// Whether it holds the party. Another unit of a building in which an address is listed does
  /// not.
  public var binds: Bool {
    isInForce && suppressedBy == nil && !isAnotherUnit
  }

  init(_ match: ListMatch) {
    self.init(match, isContact: false, suppressedBy: nil)
  }

  init(_ hidden: SuppressedMatch) {
    self.init(
      hidden.match, isContact: hidden.rung != .name && hidden.match.entry.schema != .address,
      suppressedBy: hidden.suppression.id)
  }

  private init(_ match: ListMatch, isContact: Bool, suppressedBy: String?) {
    self.isContact = isContact
    isAnotherUnit = false
    entry = match.entry
    isInForce = match.isInForce
    certainty = match.certainty
    reasons = match.reasons
    self.suppressedBy = suppressedBy
  }
}

extension PartyMatch {
  /// Entries of other names where the party is reached, each by itself: how many share it depends on
  /// what else is listed.
  static func contacts(_ findings: [ContactFinding], in snapshot: WatchListSnapshot) -> [PartyMatch]
  {
    var kinds: [Int: Set<String>] = [:]
    var reached: Set<Int> = []
    for finding in findings {
      if !finding.isAnotherUnit { reached.formUnion(finding.entries) }
      for entry in finding.entries { kinds[entry, default: []].insert(finding.kind.rawValue) }
    }
    return kinds.sorted { $0.key < $1.key }.map { place, kinds in
      PartyMatch(
        contact: snapshot.entries[place], isInForce: snapshot.standings[place] == .listed,
        isAnotherUnit: !reached.contains(place), kinds: kinds.sorted())
    }
  }

  private init(
    contact entry: ListEntry, isInForce: Bool, isAnotherUnit: Bool, kinds: [String]
  ) {
    self.entry = entry
    self.isInForce = isInForce
    certainty = .possible
    reasons = kinds.map { "the entry has the same \($0)" }
    suppressedBy = nil
    isContact = true
    self.isAnotherUnit = isAnotherUnit
  }
}

/// What differs for one party between two states of the lists, about one entry.
public struct PartyChange: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Holds the party now and did not before.
    case newMatch
    /// Held the party before and holds no more; what was found may be lifted by a person.
    case lapsedMatch
    /// Holds the party in both, and says something else.
    case changedMatch
    /// Holds the party in neither: a former listing, or one that is suppressed.
    case context
  }

  public let kind: Kind
  public let before: PartyMatch?
  public let after: PartyMatch?
  /// Members of the entry that differ, as `ListEntry.json` names them, and `standing`, `strength`,
  /// `reasons`, `contact`, `suppression`; empty where the match is only in one state.
  public let fields: [String]

  /// Nil where the two say the same, whatever the id of the entry.
  init?(from before: PartyMatch?, to after: PartyMatch?) {
    var fields: [String] = []
    if let before, let after {
      fields = SnapshotDifference.fields(before.entry, after.entry)
      if before.isInForce != after.isInForce { fields.append("standing") }
      if before.certainty != after.certainty { fields.append("strength") }
      if before.reasons != after.reasons { fields.append("reasons") }
      if before.isContact != after.isContact { fields.append("contact") }
      if before.suppressedBy != after.suppressedBy { fields.append("suppression") }
      guard !fields.isEmpty else { return nil }
    } else if before == nil, after == nil {
      return nil
    }
    kind =
      switch (before?.binds ?? false, after?.binds ?? false) {
      case (false, true): .newMatch
      case (true, false): .lapsedMatch
      case (true, true): .changedMatch
      case (false, false): .context
      }
    self.before = before
    self.after = after
    self.fields = fields
  }

  /// The entry as it is now, or was last.
  public var entry: ListEntry? { after?.entry ?? before?.entry }

  public var json: JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("fields", .strings(fields)),
      ("before", before?.json ?? .null), ("after", after?.json ?? .null),
    ])
  }

  /// Kinds in their order, then by list and id.
  static func isBefore(_ left: PartyChange, _ right: PartyChange) -> Bool {
    func rank(_ change: PartyChange) -> (Int, String, String, String) {
      (
        Kind.allCases.firstIndex(of: change.kind) ?? 0, change.entry?.list.id ?? "",
        change.entry?.id ?? "", change.entry?.line ?? ""
      )
    }
    return rank(left) < rank(right)
  }
}

extension PartyMatch {
  var json: JSON {
    .object([
      ("list", .object([("id", .string(entry.list.id)), ("name", .string(entry.list.name))])),
      ("inForce", .boolean(isInForce)), ("strength", .string(certainty.rawValue)),
      ("reasons", .strings(reasons)), ("means", .string(entry.effect.words)),
      ("suppressedBy", .optional(suppressedBy)), ("contact", .boolean(isContact)),
      ("entryDigest", .string(entry.digest.description)), ("entry", entry.json),
    ])
  }
}
