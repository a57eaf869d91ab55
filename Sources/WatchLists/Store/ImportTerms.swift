public import Formats

/// On what terms a list file is let in as a new version.
public struct ImportTerms: Sendable {
  /// By how many percent a list may shrink unless its requirement says otherwise.
  public static let standardShrinkage = 20

  /// The feed that the file is meant for; nil takes the one that its format says.
  public var feed: String?
  /// Percent by list or feed, where it differs from the standard.
  public var shrinkage: [String: Int] = [:]
  /// Why a version is let in although a guard refuses it; nil where nothing was accepted.
  public var acceptedReason: String?
  /// Where the file was fetched; nil for a file at hand.
  public var origin: ListOrigin?
  /// The day on which it was fetched: the day of a version that says none of itself, and a
  /// confirmation of one that says an earlier one. Nil for a file at hand.
  public var fetchedOn: CivilDate?
  /// The present day; a file of a later one is stored with a warning and counts from its day on.
  /// Nil where nobody knows.
  public var today: CivilDate?

  public init() {}

  /// Percent by which this list of this feed may shrink.
  func shrinkage(of list: ListCode, in feed: String) -> Int {
    shrinkage[list.id] ?? shrinkage[feed] ?? ImportTerms.standardShrinkage
  }
}
