import Formats

/// A number that stands in a text, in any of the ways notices write one.
struct ScannedNumber {
  /// Where it stands among the scalars of the folded text.
  let range: Range<Int>
  /// Nil where the digits are grouped in no known way, or where it does not fit.
  let value: Decimal?
  let isNegative: Bool
}

/// Finds numbers: `772,200.00`, `1.234,56`, `７７`.
enum NumberScan {
  /// All numbers of a folded text, in its order. `decimalComma` reads
  /// `1.200` and `1 200` as twelve hundred.
  static func numbers(
    in text: [Unicode.Scalar], decimalComma: Bool = false
  ) -> [ScannedNumber] {
    var found: [ScannedNumber] = []
    var index = 0
    while index < text.count {
      guard NoticeText.isDigit(text[index]) else {
        index += 1
        continue
      }
      let start = index
      var end = index
      while end < text.count {
        if NoticeText.isDigit(text[end]) {
          end += 1
        } else if isSeparator(text[end]), end + 1 < text.count, NoticeText.isDigit(text[end + 1]),
          text[end] != " " || (decimalComma && isGroup(text, after: end))
        {
          end += 1
        } else {
          break
        }
      }
      let isNegative =
        start > 0 && (text[start - 1] == "-" || text[start - 1] == "−")
        && (start == 1 || !isWordPart(text[start - 2]))
      found.append(
        ScannedNumber(
          range: start..<end, value: value(of: text[start..<end], decimalComma: decimalComma),
          isNegative: isNegative))
      index = end
    }
    return found
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "." || scalar == "'" || scalar == "’" || scalar == " "
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    NoticeText.isDigit(scalar) || scalar.properties.isAlphabetic || scalar == ")"
  }

  /// Exactly three digits follow the blank: it parts groups, and not two numbers.
  private static func isGroup(_ text: [Unicode.Scalar], after index: Int) -> Bool {
    let digits = text[(index + 1)...].prefix { NoticeText.isDigit($0) }
    guard digits.count == 3 else { return false }
    let before = text[..<index].reversed().prefix { NoticeText.isDigit($0) }
    return before.count <= 3
  }

  static func value(of scalars: ArraySlice<Unicode.Scalar>, decimalComma: Bool) -> Decimal? {
    let separators = scalars.filter { !NoticeText.isDigit($0) }
    guard !separators.isEmpty else { return decimal(scalars, point: nil) }
    let kinds = Set(separators)
    guard let last = separators.last, kinds.count <= 2 else { return nil }
    if kinds.count == 2 {
      // Of two kinds the last is the point and stands once.
      guard separators.count(where: { $0 == last }) == 1, last == "." || last == "," else {
        return nil
      }
      return grouped(scalars, point: last)
    }
    let tail = scalars.reversed().prefix { $0 != last }.count
    if separators.count > 1 || last == "'" || last == "’" || last == " " {
      return grouped(scalars, point: nil)
    }
    let head = scalars.prefix { $0 != last }
    if last == "," {
      // `1,234` is parted by thousands; `12,5` is a fraction only where commas are points, and
      // `800000,360000` is two amounts.
      let isPoint = decimalComma && (tail != 3 || head.count > 3 || head.first == "0")
      return isPoint ? decimal(scalars, point: ",") : grouped(scalars, point: nil)
    }
    let isGroup = decimalComma && tail == 3 && head.count <= 3 && head.first != "0"
    return isGroup ? grouped(scalars, point: nil) : decimal(scalars, point: ".")
  }

  /// Groups of three before the point.
  private static func grouped(
    _ scalars: ArraySlice<Unicode.Scalar>, point: Unicode.Scalar?
  ) -> Decimal? {
    let whole = point.map { sign in scalars.prefix { $0 != sign } } ?? scalars
    let groups = whole.split(omittingEmptySubsequences: false) { !NoticeText.isDigit($0) }
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return decimal(scalars, point: point)
  }

  private static func decimal(
    _ scalars: ArraySlice<Unicode.Scalar>, point: Unicode.Scalar?
  ) -> Decimal? {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if NoticeText.isDigit(scalar) {
        text.append(scalar)
      } else if scalar == point {
        text.append(".")
      }
    }
    return Decimal(String(text))
  }
}
