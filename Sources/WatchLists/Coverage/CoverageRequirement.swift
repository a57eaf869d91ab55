/// What a policy demands of a list before "no match" may mean that nothing was found.
public struct CoverageRequirement: Sendable, Hashable {
  /// A feed such as `us-csl`, or the code of one list within a feed.
  public var id: String
  public var name: String
  /// The list is not whole with fewer entries than this.
  public var minimumEntries: Int
  /// Names that are known to be listed and must be found, letter for letter save case and
  /// punctuation.
  public var canaries: [String]
  /// Days since the version was retrieved, or last confirmed to be what the publisher still has.
  public var maximumAgeDays: Int
  /// Days after which a version counts as stale however often it was confirmed, because its
  /// publisher changes the list oftener; nil for lists that stay as they are for long.
  public var maximumUnchangedDays: Int?
  /// Records of the file that may be unreadable before it counts as not searched.
  public var maximumUnreadable: Int
  public var isRequired: Bool

  public init(
    id: String, name: String, minimumEntries: Int = 1, canaries: [String] = [],
    maximumAgeDays: Int, maximumUnchangedDays: Int? = nil, maximumUnreadable: Int = 0,
    isRequired: Bool = true
  ) {
    self.id = id
    self.name = name
    self.minimumEntries = minimumEntries
    self.canaries = canaries
    self.maximumAgeDays = maximumAgeDays
    self.maximumUnchangedDays = maximumUnchangedDays
    self.maximumUnreadable = maximumUnreadable
    self.isRequired = isRequired
  }
}
