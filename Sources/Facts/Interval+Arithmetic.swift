import Formats

/// Arithmetic whose result holds every value that the inputs allow: bounds are rounded outward, and
/// what does not fit is open.
extension Interval {
  /// Zero and more, of which nothing else is known.
  public static let unknownAmount = Interval(low: .zero, high: nil)

  public var isNonNegative: Bool { low.map { $0 >= .zero } ?? false }

  /// The product of two intervals.
  public func multiplied(by other: Interval) -> Interval {
    if isNonNegative, other.isNonNegative {
      return Interval(
        low: Interval.product(low, other.low, up: false),
        high: Interval.product(high, other.high, up: true))
    }
    guard let low, let high, let otherLow = other.low, let otherHigh = other.high else {
      return Interval(low: nil, high: nil)
    }
    let pairs = [(low, otherLow), (low, otherHigh), (high, otherLow), (high, otherHigh)]
    return Interval.hull(
      lows: pairs.map { Interval.product($0.0, $0.1, up: false) },
      highs: pairs.map { Interval.product($0.0, $0.1, up: true) })
  }

  /// The quotient; open where the divisor may be less than zero, and upward where it may be zero.
  public func divided(by other: Interval) -> Interval {
    guard let divisor = other.low, divisor > .zero else {
      guard other.isNonNegative, isNonNegative, let most = other.high, most > .zero else {
        return Interval(low: nil, high: nil)
      }
      return Interval(low: Interval.quotient(low, most, up: false), high: nil)
    }
    if isNonNegative {
      return Interval(
        low: other.high.map { Interval.quotient(low, $0, up: false) } ?? .zero,
        high: Interval.quotient(high, divisor, up: true))
    }
    guard let low, let high, let otherHigh = other.high else {
      return Interval(low: nil, high: nil)
    }
    let pairs = [(low, divisor), (low, otherHigh), (high, divisor), (high, otherHigh)]
    return Interval.hull(
      lows: pairs.map { Interval.quotient($0.0, $0.1, up: false) },
      highs: pairs.map { Interval.quotient($0.0, $0.1, up: true) })
  }

  /// From the larger of the lower bounds to the larger of the upper ones.
  public func maximum(_ other: Interval) -> Interval {
    Interval(
      low: [low, other.low].compactMap { $0 }.max(),
      high: high.flatMap { high in other.high.map { max(high, $0) } })
  }

  /// What lies below zero cut off, as for goods that were sent back.
  public var nonNegative: Interval {
    Interval(low: low.map { max($0, .zero) } ?? .zero, high: high.map { max($0, .zero) })
  }

  /// Bounds with so many places after the point, rounded outward, for a reader.
  public func rounded(toPlaces places: Int) -> Interval {
    var unit: Int64 = 1
    for _ in max(0, min(places, 6))..<6 { unit *= 10 }
    return Interval(
      low: low.flatMap { Interval.multiple(of: unit, $0, up: false) },
      high: high.flatMap { Interval.multiple(of: unit, $0, up: true) })
  }

  // MARK: - Single bounds

  private static func product(_ left: Decimal?, _ right: Decimal?, up: Bool) -> Decimal? {
    guard let left, let right else { return nil }
    return quotient(Int128(left.millionths) * Int128(right.millionths), 1_000_000, up: up)
  }

  private static func quotient(_ left: Decimal?, _ right: Decimal, up: Bool) -> Decimal? {
    guard let left else { return nil }
    return quotient(Int128(left.millionths) * 1_000_000, Int128(right.millionths), up: up)
  }

  /// The quotient by a divisor above zero, rounded up or down, or nil where it does not fit.
  private static func quotient(_ dividend: Int128, _ divisor: Int128, up: Bool) -> Decimal? {
    var (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    if remainder > 0, up { quotient += 1 }
    if remainder < 0, !up { quotient -= 1 }
    return Int64(exactly: quotient).map { Decimal(millionths: $0) }
  }

  private static func multiple(of unit: Int64, _ value: Decimal, up: Bool) -> Decimal? {
    guard let whole = quotient(Int128(value.millionths), Int128(unit), up: up) else { return nil }
    let (product, overflow) = whole.millionths.multipliedReportingOverflow(by: unit)
    return overflow ? nil : Decimal(millionths: product)
  }

  private static func hull(lows: [Decimal?], highs: [Decimal?]) -> Interval {
    let (known, knownHighs) = (lows.compactMap { $0 }, highs.compactMap { $0 })
    return Interval(
      low: known.count == lows.count ? known.min() : nil,
      high: knownHighs.count == highs.count ? knownHighs.max() : nil)
  }
}
