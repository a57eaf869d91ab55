/// Numbers written in Han characters: 第八师, 农十四师, 三十一团, 三十所, 十五层, 中山二路.
enum HanNumerals {
  /// Puts one number unit in the place of numerals that number a body.
  static func replaced(in units: [TextUnit]) -> [TextUnit] {
    guard units.contains(where: { $0.isHan && digit($0.symbol) != nil }) else { return units }
    var result: [TextUnit] = []
    var index = 0
    while index < units.count {
      var end = index
      while end < units.count, units[end].isHan, isNumeral(units[end].symbol),
        end == index || !units[end].breakBefore
      {
        end += 1
      }
      let before = index > 0 ? units[index - 1].text : ""
      let after = end < units.count ? units[end].text : ""
      let numbers =
        before == "第" || before == "农" || after == "师" || after == "团"
        || numbersBody(end - index, before: before, after: after)
      if end > index, numbers, let value = value(of: units[index..<end].map(\.symbol)) {
        result.append(
          TextUnit(
            text: String(value), kind: .number, start: units[index].start,
            end: units[end - 1].end, breakBefore: units[index].breakBefore,
            symbol: Symbols.number))
        index = end
      } else {
        result.append(units[index])
        index += 1
      }
    }
    return result
  }

  /// 七七一所 and, after a group's name or at the start, 五院.
  private static func numbersBody(_ count: Int, before: String, after: String) -> Bool {
    let bodies = ["所", "院", "厂", "研"]
    guard bodies.contains(after) else { return false }
    return count > 1 || ["", "团", "科", "工", "业", "天", "军"].contains(before) && after != "研"
  }

  /// What one character tells; nil where it is no numeral.
  static func digit(_ symbol: UInt32) -> Int? {
    switch Unicode.Scalar(symbol) {
    case "〇", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    default: nil
    }
  }

  private static func isNumeral(_ symbol: UInt32) -> Bool { digit(symbol) != nil }

  /// 十四 is 14, 三十一 is 31, 一百零三 is 103, 二二三 is 223.
  static func value(of symbols: [UInt32]) -> Int? {
    let digits = symbols.compactMap(digit)
    guard digits.count <= 8 else { return nil }
    guard digits.contains(where: { $0 >= 10 }) else {
      return digits.reduce(0) { $0 * 10 + $1 }
    }
    var total = 0
    var current = 0
    for digit in digits {
      if digit >= 10 {
        total += max(current, 1) * digit
        current = 0
      } else {
        current = digit
      }
    }
    return total + current
  }
}
