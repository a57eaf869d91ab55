public import Formats

/// A number that is known to lie between two bounds; a missing bound is open.
///
/// Counts over open sets and kit sizes that differ by package are intervals, and a comparison with
/// one is three-valued.
public struct Interval: Sendable, Hashable {
  public let low: Decimal?
  public let high: Decimal?

  public init(low: Decimal?, high: Decimal?) {
    self.low = low
    self.high = high
  }

  public init(exactly value: Decimal) { self.init(low: value, high: value) }

  public func isAtLeast(_ bound: Decimal) -> Truth {
    if let low, low >= bound { return .isTrue }
    if let high, high < bound { return .isFalse }
    return .isUnknown
  }

  public func isMore(than bound: Decimal) -> Truth {
    if let low, low > bound { return .isTrue }
    if let high, high <= bound { return .isFalse }
    return .isUnknown
  }

  public func equals(_ value: Decimal) -> Truth {
    if let low, let high, low == value, high == value { return .isTrue }
    if let low, low > value { return .isFalse }
    if let high, high < value { return .isFalse }
    return .isUnknown
  }

  /// The sum of two intervals; open where a bound is open or does not fit.
  public func adding(_ other: Interval) -> Interval {
    Interval(
      low: low.flatMap { left in other.low.flatMap { left.adding($0) } },
      high: high.flatMap { left in other.high.flatMap { left.adding($0) } })
  }

  /// The product; a negative factor, as of a return, turns the bounds round.
  public func multiplied(by factor: Decimal) -> Interval {
    let (first, second) = (low?.multiplied(by: factor), high?.multiplied(by: factor))
    return factor < .zero
      ? Interval(low: second, high: first) : Interval(low: first, high: second)
  }

  public var words: String {
    switch (low, high) {
    case (let low?, let high?): low == high ? "\(low)" : "\(low) to \(high)"
    case (let low?, nil): "at least \(low)"
    case (nil, let high?): "at most \(high)"
    case (nil, nil): "an unknown number"
    }
  }
}
