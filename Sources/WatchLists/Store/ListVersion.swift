public import Formats

/// One stored version of a feed, or what is left of one.
public struct ListVersion: Sendable, Hashable {
  public let feed: String
  /// The name its files share, such as `2026-07-31-1f0c2a9b`.
  public let stem: String
  /// The day in the name; nil where the name has none.
  public let retrieved: CivilDate?
  /// Nil where the manifest is missing or damaged.
  public let manifest: ListManifest?
  /// Why the version cannot be used; nil where its manifest is sound.
  public let fault: Diagnostic?

  /// How many days it was old on this day.
  public func age(asOf date: CivilDate) -> Int? { retrieved.map { date - $0 } }

  /// Later days first; a version that cannot be dated stands before all, so that it is noticed.
  static func isNewer(_ left: ListVersion, _ right: ListVersion) -> Bool {
    let distantFuture = CivilDate(dayNumber: Int.max)
    // Of one day, a damaged version counts as the last: it may have been.
    return (
      left.retrieved ?? distantFuture, left.manifest?.sequence ?? Int.max, left.stem
    ) > (right.retrieved ?? distantFuture, right.manifest?.sequence ?? Int.max, right.stem)
  }
}
