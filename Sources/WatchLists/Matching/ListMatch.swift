/// One party found on one list, with the reasons in words.
public struct ListMatch: Sendable {
  /// How sure it is that party and entry are the same.
  public enum Certainty: String, Sendable, Hashable {
    /// Taken as found, even on a list that is out of date.
    case certain
    /// Neither found nor not found until a person has looked.
    case possible
  }

  /// The place of the entry in the snapshot.
  public let index: Int
  public let entry: ListEntry
  /// `listed` or `formerlyListed`.
  public let standing: ListStanding
  public let certainty: Certainty
  /// Why the two are taken to be the same or not told apart.
  public let reasons: [String]
  /// The two texts that were compared.
  public let queryName: String
  public let entryName: String

  public var isInForce: Bool { standing == .listed }
}

/// A match that a recorded suppression hides from the rules, never from the memo.
public struct SuppressedMatch: Sendable {
  public let match: ListMatch
  /// What brought party and entry together; never `.entry`.
  public let rung: Suppression.Rung
  public let suppression: Suppression
}

/// A match that a suppression is about but no longer hides.
public struct LapsedSuppression: Sendable {
  public let match: ListMatch
  public let suppression: Suppression
  public let lapse: SuppressionLapse
}

/// What a search of all lists for one party found.
public struct ListSearch: Sendable {
  /// Certain ones first, those in force before past ones, then by list and id.
  public let matches: [ListMatch]
  public let suppressed: [SuppressedMatch]
  public let lapsed: [LapsedSuppression]
  /// Listed entries of other names that are reached where the party is.
  public let findings: [ContactFinding]
  /// There may be further matches beyond the limit; "not found" must not be read into this.
  public let isTruncated: Bool

  /// The same without entries that decide nothing, such as those of a boycotting state's list.
  public func passing(over isPassedOver: (ListEntry) -> Bool) -> ListSearch {
    ListSearch(
      matches: matches.filter { !isPassedOver($0.entry) }, suppressed: suppressed, lapsed: lapsed,
      findings: findings.filter { !isPassedOver($0.entry) }, isTruncated: isTruncated)
  }
}
