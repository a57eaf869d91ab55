public import Formats

/// A share in percent as far as a source tells it: at least and at most, from 0 to 100.
///
/// Bounds that a source excludes ("more than 50") stand a millionth of a percent beside the
/// number, so that comparing with a threshold needs no second case.
public struct ShareRange: Sendable, Hashable {
  public let low: Decimal
  public let high: Decimal

  static let whole = Decimal(millionths: 100_000_000)

  public static let none = ShareRange(uncheckedLow: .zero, high: .zero)
  /// Anything from nothing to the whole.
  public static let unknown = ShareRange(uncheckedLow: .zero, high: whole)

  /// Fails unless 0 <= low <= high <= 100.
  public init?(low: Decimal, high: Decimal) {
    guard .zero <= low, low <= high, high <= ShareRange.whole else { return nil }
    self.init(uncheckedLow: low, high: high)
  }

  private init(uncheckedLow low: Decimal, high: Decimal) {
    self.low = low
    self.high = high
  }

  /// The same share where it may also be nothing.
  var perhaps: ShareRange { ShareRange(uncheckedLow: .zero, high: high) }

  public var isExact: Bool { low == high }

  /// `60 percent`, `25 to 50 percent`, `more than 50 percent`, `an unknown share`.
  public var words: String {
    if isExact { return "\(low) percent" }
    if self == .unknown { return "an unknown share" }
    let least = ShareRange.written(low, isLow: true)
    let most = ShareRange.written(high, isLow: false)
    if high == ShareRange.whole {
      return least.isBeside ? "more than \(least.number) percent" : "at least \(low) percent"
    }
    if low == .zero {
      return most.isBeside ? "less than \(most.number) percent" : "at most \(high) percent"
    }
    return "\(least.isBeside ? "more than " : "")\(least.number) to "
      + "\(most.isBeside ? "less than " : "")\(most.number) percent"
  }

  private static func written(_ bound: Decimal, isLow: Bool) -> (number: Decimal, isBeside: Bool) {
    let rest = bound.millionths % 1000
    if isLow, rest == 1 { return (Decimal(millionths: bound.millionths - 1), true) }
    if !isLow, rest == 999 { return (Decimal(millionths: bound.millionths + 1), true) }
    return (bound, false)
  }
}
