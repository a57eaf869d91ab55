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

  /// Reads `-12.5`: an optional sign, digits, and at most six more after a point; zeros beyond
  /// the sixth place say nothing and are passed over.
  public init?(_ text: String) { self.init(utf8: text.utf8.span) }

  public init?(_ text: Substring) { self.init(utf8: text.utf8.span) }

  /// Reads a number from the bytes that spell it.
  public init?(utf8 bytes: Span<UInt8>) {
    var magnitude: Int64 = 0
    var isNegative = false
    var hasWhole = false
    // Places after the point so far; nil before the point.
    var places: Int?
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where hasWhole && places == nil: places = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let count = places {
          places = count + 1
          guard count < 6 || byte == UInt8(ascii: "0") else { return nil }
          if count >= 6 { continue }
        } else {
          hasWhole = true
        }
        let (tens, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, tooLargeSum) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !tooLarge, !tooLargeSum else { return nil }
        magnitude = sum
      default: return nil
      }
    }
    guard hasWhole, places != 0 else { return nil }
    for _ in min(places ?? 0, 6)..<6 {
      let (scaled, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
      guard !tooLarge else { return nil }
      magnitude = scaled
    }
    millionths = isNegative ? -magnitude : magnitude
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
