/// Digits of other scripts than Latin: ٣, ۳, ३, ๓.
enum DecimalDigit {
  /// The same digit in ASCII; nil for what is no decimal digit.
  static func ascii(_ scalar: UInt32) -> UInt32? {
    // No script has digits before the Arabic ones.
    guard scalar >= 0x660, let properties = Unicode.Scalar(scalar)?.properties,
      properties.generalCategory == .decimalNumber, let value = properties.numericValue
    else { return nil }
    return 0x30 + UInt32(value)
  }
}
