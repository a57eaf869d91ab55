public import Formats

/// What was searched, as of when, and what was not.
public struct Coverage: Sendable {
  public struct List: Sendable {
    public var id: String
    public var name: String
    /// The date of the version that was searched.
    public var retrieved: CivilDate?
    public var entries: Int
    public var unreadable: Int
    public var ageDays: Int?
    /// Known entries that had to be found, and how many were.
    public var canariesFound: Int
    public var canariesExpected: Int
    public var isRequired: Bool
    /// Empty where the list answered; else why it counts as not searched.
    public var faults: [String]
    public var digest: String

    public init(
      id: String, name: String, retrieved: CivilDate?, entries: Int, unreadable: Int,
      ageDays: Int?, canariesFound: Int, canariesExpected: Int, isRequired: Bool,
      faults: [String], digest: String
    ) {
      self.id = id
      self.name = name
      self.retrieved = retrieved
      self.entries = entries
      self.unreadable = unreadable
      self.ageDays = ageDays
      self.canariesFound = canariesFound
      self.canariesExpected = canariesExpected
      self.isRequired = isRequired
      self.faults = faults
      self.digest = digest
    }

    public var answered: Bool { faults.isEmpty }
  }

  public var lists: [List]
  /// Searches that were not made, in words, for the memo's limits.
  public var notSearched: [String]
  /// Ids of recorded suppressions that applied.
  public var suppressed: [String]

  public init(lists: [List], notSearched: [String], suppressed: [String]) {
    self.lists = lists
    self.notSearched = notSearched
    self.suppressed = suppressed
  }

  public var isComplete: Bool { lists.allSatisfy { $0.answered || !$0.isRequired } }
}
