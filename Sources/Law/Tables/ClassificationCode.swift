public import Facts

/// An ECCN as it is built: category, product group, three digits, and a paragraph where one is
/// declared (15 CFR 738.2(c), (d)). Says nothing of whether the entry exists.
public struct ClassificationCode: Sendable, Hashable {
  /// `3A981`.
  public let entry: String
  /// `.c.1`, or empty.
  public let paragraph: String

  /// Nil where the text, without blanks around it, is built otherwise; `EAR99` is no ECCN.
  public init?(_ text: String) {
    let text = text.trimmed
    let upper = text.uppercased()
    let bytes = Array(upper.utf8)
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard bytes.count >= 5, isDigit(bytes[0]), (0x41...0x45).contains(bytes[1]),
      bytes[2..<5].allSatisfy(isDigit)
    else { return nil }
    let rest = text.dropFirst(5).lowercased()
    guard rest.isEmpty || ControlReading.isPath(rest[...]) else { return nil }
    entry = String(upper.prefix(5))
    paragraph = rest
  }

  /// Whether this paragraph is `path` or stands below it.
  func isWithin(_ path: String) -> Bool { paragraph == path || paragraph.hasPrefix(path + ".") }

  /// Whether `path` stands below this paragraph, so that it may or may not be meant.
  func mayHold(_ path: String) -> Bool { path.hasPrefix(paragraph + ".") || paragraph.isEmpty }

  /// Whether a declared code is on the Commerce Control List; unknown where none is declared.
  public static func isListed(_ declared: String?) -> Truth {
    guard let text = declared?.trimmed, !text.isEmpty else { return .isUnknown }
    return Truth(text.uppercased() != "EAR99")
  }

  /// Whether a declared code is of the 600 series or of 9x515 (15 CFR 772.1); unknown where it
  /// cannot be read.
  public static func isOfSeries(_ declared: String?) -> Truth {
    if isListed(declared) == .isFalse { return .isFalse }
    guard let entry = declared.flatMap({ ClassificationCode($0) })?.entry else {
      return .isUnknown
    }
    let digits = entry.dropFirst(2)
    return Truth(digits.first == "6" || entry.hasPrefix("9") && digits == "515")
  }
}
