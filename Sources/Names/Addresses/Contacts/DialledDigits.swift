/// The digits of one telephone number as somebody wrote them, and where it ends.
struct DialledDigits {
  private(set) var digits = ""
  private(set) var isInternational = false
  private(set) var firstGroup = ""
  /// `+86 (0)991`: the trunk prefix stands in brackets.
  private(set) var hasBracketedZero = false
  /// The number behind `ext.` and the like.
  private(set) var line: String?
  /// Where the text goes on with something else, perhaps another number.
  private(set) var end: Substring.Index

  /// Fewer digits are an extension or nothing.
  private static let shortest = 6

  init(_ text: Substring) {
    end = text.endIndex
    var previous: UInt32 = 0
    var groupIsOpen = true
    var index = text.unicodeScalars.startIndex
    let scalars = text.unicodeScalars
    scan: while index < scalars.endIndex {
      let value = Self.plain(scalars[index].value)
      switch value {
      case 0x30...0x39:
        if value == 0x30, previous == 0x28 { hasBracketedZero = true }
        digits.unicodeScalars.append(Unicode.Scalar(UInt8(value)))
        if groupIsOpen { firstGroup = digits }
      case 0x2B:
        if digits.isEmpty {
          isInternational = true
        } else if digits.utf8.count >= Self.shortest {
          end = index
          break scan
        }
      case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0xA0, 0x2010...0x2015:
        if !digits.isEmpty { groupIsOpen = false }
      default:
        if digits.utf8.count >= Self.shortest {
          readLine(text, from: index)
          break scan
        }
      }
      previous = value
      index = scalars.index(after: index)
    }
    // `00` opens an international number as `+` does.
    if !isInternational, digits.hasPrefix("00") {
      isInternational = true
      digits.removeFirst(2)
    }
  }

  /// Behind a word stands an extension, `ext. 12`, or the next number.
  private mutating func readLine(_ text: Substring, from index: Substring.Index) {
    let scalars = text.unicodeScalars
    var at = index
    while at < scalars.endIndex, !(0x30...0x39 ~= Self.plain(scalars[at].value)),
      scalars[at] != "+"
    {
      at = scalars.index(after: at)
    }
    let word = scalars[index..<at].filter { $0.properties.isAlphabetic || $0 == "#" }
    var found = ""
    var after = at
    while after < scalars.endIndex, 0x30...0x39 ~= Self.plain(scalars[after].value) {
      found.unicodeScalars.append(
        Unicode.Scalar(UInt8(truncatingIfNeeded: Self.plain(scalars[after].value))))
      after = scalars.index(after: after)
    }
    if !found.isEmpty, found.utf8.count < Self.shortest,
      Self.lineWords.contains(String(String.UnicodeScalarView(word)).lowercased())
    {
      line = found
      at = after
    }
    let rest = scalars[at...].count { 0x30...0x39 ~= Self.plain($0.value) }
    if rest >= Self.shortest { end = at }
  }

  private static let lineWords: Set<String> = [
    "x", "ext", "extn", "extension", "转", "轉", "分机", "分機", "доб", "вн", "#",
  ]

  private static func plain(_ scalar: UInt32) -> UInt32 {
    0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : DecimalDigit.ascii(scalar) ?? scalar
  }
}
