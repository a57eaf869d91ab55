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
  public var maximumAgeDays: Int
  /// Records of the file that may be unreadable before it counts as not searched.
  public var maximumUnreadable: Int
  public var isRequired: Bool

  public init(
    id: String, name: String, minimumEntries: Int = 1, canaries: [String] = [],
    maximumAgeDays: Int, maximumUnreadable: Int = 0, isRequired: Bool = true
  ) {
    self.id = id
    self.name = name
    self.minimumEntries = minimumEntries
    self.canaries = canaries
    self.maximumAgeDays = maximumAgeDays
    self.maximumUnreadable = maximumUnreadable
    self.isRequired = isRequired
  }
}
