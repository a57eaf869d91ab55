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
  /// What its server said of it later; nil where nobody asked or the record cannot be trusted.
  public var confirmations: ListConfirmations?

  init(
    feed: String, stem: String, retrieved: CivilDate?, manifest: ListManifest?,
    fault: Diagnostic?, confirmations: ListConfirmations? = nil
  ) {
    self.feed = feed
    self.stem = stem
    self.retrieved = retrieved
    self.manifest = manifest
    self.fault = fault
    self.confirmations = confirmations
  }

  /// The last day up to this one on which the publisher still had it, which is never before the
  /// day in its name.
  public func lastKnown(asOf date: CivilDate) -> CivilDate? {
    guard let retrieved else { return nil }
    let later = confirmations?.days.last { $0 <= date }
    return max(retrieved, later ?? retrieved)
  }

  /// How many days before this one it was retrieved, or last confirmed unchanged.
  public func age(asOf date: CivilDate) -> Int? { lastKnown(asOf: date).map { date - $0 } }

  /// Later days first; a version that cannot be dated stands before all, so that it is noticed.
  static func isNewer(_ left: ListVersion, _ right: ListVersion) -> Bool {
    let distantFuture = CivilDate(dayNumber: Int.max)
    // Of one day, a damaged version counts as the last: it may have been.
    return (
      left.retrieved ?? distantFuture, left.manifest?.sequence ?? Int.max, left.stem
    ) > (right.retrieved ?? distantFuture, right.manifest?.sequence ?? Int.max, right.stem)
  }
}
