/// An exact decimal number with up to six places after the point, for quantities and amounts.
///
/// Range is plus or minus 9.2 million million; what does not fit is refused by the initialiser
/// rather than rounded. There is no floating point anywhere in a determination.
public struct Decimal: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The value in millionths.
  public let millionths: Int64

  public static let zero = Decimal(millionths: 0)

  public init(millionths: Int64) { self.millionths = millionths }

  /// Fails where the integer does not fit.
  public init?(exactly integer: Int) {
    let (product, overflow) = Int64(integer).multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return nil }
    millionths = product
  }

  /// Reads `-12.5`: an optional sign, digits, and at most six more after a point.
  public init?(_ text: some StringProtocol) {
    let isNegative = text.hasPrefix("-")
    let unsigned = isNegative ? text.dropFirst() : text.dropFirst(0)
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    var fraction = parts.count == 2 ? String(parts[1]) : "0"
    guard !fraction.isEmpty else { return nil }
    while fraction.utf8.count > 6, fraction.hasSuffix("0") { fraction.removeLast() }
    guard fraction.utf8.count <= 6 else { return nil }
    fraction += String(repeating: "0", count: 6 - fraction.utf8.count)
    guard let high = Int64(whole), let low = Int64(fraction) else { return nil }
    let (scaled, tooLarge) = high.multipliedReportingOverflow(by: 1_000_000)
    let (sum, tooLargeSum) = scaled.addingReportingOverflow(low)
    guard !tooLarge, !tooLargeSum else { return nil }
    millionths = isNegative ? -sum : sum
  }

  public static func < (left: Decimal, right: Decimal) -> Bool {
    left.millionths < right.millionths
  }

  /// The sum, or nil where it does not fit.
  public func adding(_ other: Decimal) -> Decimal? {
    let (sum, overflow) = millionths.addingReportingOverflow(other.millionths)
    return overflow ? nil : Decimal(millionths: sum)
  }

  /// The product, rounded toward zero at the sixth place, or nil where it does not fit.
  public func multiplied(by other: Decimal) -> Decimal? {
    let product = Int128(millionths) * Int128(other.millionths) / 1_000_000
    guard let narrow = Int64(exactly: product) else { return nil }
    return Decimal(millionths: narrow)
  }

  /// The quotient, rounded toward zero at the sixth place, or nil for zero or overflow.
  public func divided(by other: Decimal) -> Decimal? {
    guard other.millionths != 0 else { return nil }
    let quotient = Int128(millionths) * 1_000_000 / Int128(other.millionths)
    guard let narrow = Int64(exactly: quotient) else { return nil }
    return Decimal(millionths: narrow)
  }

  /// The whole part; nil never occurs, the name says what is lost.
  public var wholePart: Int { Int(millionths / 1_000_000) }

  public var isInteger: Bool { millionths % 1_000_000 == 0 }

  public var description: String {
    let magnitude = millionths.magnitude
    let sign = millionths < 0 ? "-" : ""
    let whole = magnitude / 1_000_000
    var fraction = String(magnitude % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}
