public import Names

/// A party of another name that is reached where listed entries are.
///
/// Weaker than a name: it is no match of the party with the entry, but a reason to look.
public struct ContactFinding: Sendable {
  public let kind: ContactLink.Kind
  /// False where a fact that would settle the agreement is missing.
  public let isCertain: Bool
  /// Entries that share it, those in force first, then in the order of the snapshot.
  public let entries: [Int]
  /// The first of `entries`.
  public let entry: ListEntry
  public let isInForce: Bool
  /// Whether it is another unit of a building in which an address is listed.
  public let isAnotherUnit: Bool
  /// How many entries share it: many speak for an agent's address.
  public var sharing: Int { entries.count }
  /// Why the two agree, and how many share it.
  public let reasons: [String]
  public let queryText: String
  public let entryText: String

  /// From this many entries on, the words say that it may be an agent's.
  static let agents = 5
}
