/// How one group of labelled pairs came out.
public struct NameGroupScore: Sendable {
  public let group: String
  public private(set) var hits = 0
  public private(set) var misses = 0
  public private(set) var falseHits = 0
  public private(set) var rejections = 0

  init(_ group: String) { self.group = group }

  mutating func add(isMatch: Bool, isFound: Bool) {
    switch (isMatch, isFound) {
    case (true, true): hits += 1
    case (true, false): misses += 1
    case (false, true): falseHits += 1
    case (false, false): rejections += 1
    }
  }

  public var pairs: Int { hits + misses + falseHits + rejections }
  /// Nil where the group holds no matches.
  public var recall: Double? { share(hits, hits + misses) }
  /// Share of the pairs that are not matches and were found all the same.
  public var falseHitRate: Double? { share(falseHits, falseHits + rejections) }
  public var precision: Double? { share(hits, hits + falseHits) }
  public var f1: Double? { share(2 * hits, 2 * hits + misses + falseHits) }

  private func share(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}
