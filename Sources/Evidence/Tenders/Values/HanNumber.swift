import Formats

/// Numbers written in Han characters: 十二, 贰拾, 柒拾柒万贰仟贰佰元整.
enum HanNumber {
  private static let digits: [Unicode.Scalar: Int64] = [
    "零": 0, "〇": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "貳": 2, "两": 2, "兩": 2, "三": 3,
    "叁": 3, "參": 3, "叄": 3, "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "陸": 6,
    "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
  ]
  private static let units: [Unicode.Scalar: Int64] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
  ]
  private static let groups: [Unicode.Scalar: Int64] = [
    "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000,
  ]

  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    digits[scalar] != nil || units[scalar] != nil || groups[scalar] != nil
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { digits[scalar] != nil }

  /// The number that the text begins with, and how many characters spell it; nil for none, and for
  /// one that does not fit.
  static func prefix(of text: ArraySlice<Unicode.Scalar>) -> (value: Decimal, length: Int)? {
    var total: Int64 = 0
    var section: Int64 = 0
    var digit: Int64?
    var length = 0
    for scalar in text.prefix(40) {
      if let value = digits[scalar] {
        digit = value
      } else if let unit = units[scalar] {
        section += (digit ?? 1) * unit
        digit = nil
      } else if let group = groups[scalar] {
        let (sum, tooLarge) = (total + section + (digit ?? 0)).multipliedReportingOverflow(
          by: group)
        guard !tooLarge, sum < 9_000_000_000_000, group < 100_000_000 || sum > 0 else { return nil }
        // 一亿二千万: what stands before 亿 is done, before 万 only the section is.
        if group == 10_000, total >= 100_000_000 {
          total += (section + (digit ?? 0)) * group
        } else {
          total = sum
        }
        section = 0
        digit = nil
      } else {
        break
      }
      length += 1
    }
    guard length > 0 else { return nil }
    let (value, tooLarge) = (total + section + (digit ?? 0)).multipliedReportingOverflow(
      by: 1_000_000)
    return tooLarge ? nil : (Decimal(millionths: value), length)
  }

  /// An amount in words with 元, 角, 分; nil where the text holds none.
  static func amount(in text: [Unicode.Scalar]) -> Decimal? {
    guard
      let start = text.indices.first(where: { "壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars.contains(text[$0]) }),
      let whole = prefix(of: text[start...])
    else { return nil }
    var value = whole.value
    var index = start + whole.length
    guard index < text.count, text[index] == "元" || text[index] == "圆" || text[index] == "圓"
    else { return nil }
    index += 1
    for (sign, part) in [("角", 100_000), ("分", 10_000)] as [(Unicode.Scalar, Int64)] {
      if index < text.count, text[index] == "零" { index += 1 }
      guard index + 1 < text.count, let digit = digits[text[index]], text[index + 1] == sign
      else { continue }
      guard let sum = value.adding(Decimal(millionths: digit * part)) else { return nil }
      value = sum
      index += 2
    }
    return value
  }
}
