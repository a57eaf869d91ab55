/// Ages, with two bounds or with one.
extension ReportScanner {
  /// `aged 12 to 65`, `between the ages of 12 and 65`, `12至65岁`.
  func ages(at index: Int) -> (range: ClosedRange<Int>, end: Int)? {
    guard let low = whole(index), low <= 120, let partner = partner(after: index),
      let high = whole(partner), high <= 120, low < high
    else { return nil }
    let end = partner + 1
    if han(end) == Unicode.Scalar("岁").value { return (low...high, end + 1) }
    if han(end) == Unicode.Scalar("周").value, han(end + 1) == Unicode.Scalar("岁").value {
      return (low...high, end + 2)
    }
    if let unit = units[safe: end], vocabulary.forms[unit.symbols.exact].uses.contains(.year) {
      return (low...high, end + 1)
    }
    for step in 1...4 where index >= step {
      if vocabulary.forms[units[index - step].symbols.exact].uses.contains(.age) {
        return (low...high, end)
      }
    }
    // `boys between 9 and 15`
    let earlier = index > 1 ? vocabulary.forms[units[index - 2].symbols.exact].uses : []
    let follows = units[safe: end].map { vocabulary.forms[$0.symbols.exact].scale > 0 } ?? false
    return earlier.contains(.aged) && !follows ? (low...high, end) : nil
  }

  /// Whether ages are those of children, or begin so low that children are meant above all: `boys
  /// aged 5 and above`.
  static func areChildren(_ ages: ClosedRange<Int>) -> Bool {
    ages.upperBound < 18 || (1...10).contains(ages.lowerBound)
  }

  /// The greatest age, which stands for no upper bound.
  static let oldest = 120

  /// `under 14`, `over the age of three`, 年满6周岁, 65岁以上: one bound only.
  func openAge(at index: Int) -> (range: ClosedRange<Int>, end: Int)? {
    let word = vocabulary.forms[units[index].symbols.exact].numeral
    guard let age = whole(index) ?? (word > 0 ? Int(word) : nil), (1...99).contains(age) else {
      return nil
    }
    var end = index + 1
    if han(end) == Unicode.Scalar("周").value { end += 1 }
    if han(end) == Unicode.Scalar("岁").value {
      let above = [Unicode.Scalar("上").value, Unicode.Scalar("下").value]
      if han(end + 1) == Unicode.Scalar("以").value, let side = han(end + 2), above.contains(side) {
        return (side == above[0] ? age...ReportScanner.oldest : 0...age, end + 3)
      }
      let isReached =
        han(index - 1) == Unicode.Scalar("满").value
        && (han(index - 2) == Unicode.Scalar("年").value
          || han(index - 2) == Unicode.Scalar("已").value)
      return isReached ? (age...ReportScanner.oldest, end + 1) : nil
    }
    // `aged 5 and above`, `aged 14 or under`
    if index > 0, vocabulary.forms[units[index - 1].symbols.exact].uses.contains(.age),
      let joint = units[safe: end], !joint.isHan, ["and", "or"].contains(self.word(end)),
      let side = units[safe: end + 1], !side.isHan, side.end - side.start < 9
    {
      if ReportScanner.above.contains(self.word(end + 1)) {
        return (age...ReportScanner.oldest, end + 2)
      }
      if ReportScanner.below.contains(self.word(end + 1)) { return (0...age, end + 2) }
    }
    // `over the age of three`, `under the age of 14`
    guard index >= 4, vocabulary.forms[units[index - 2].symbols.exact].uses.contains(.age) else {
      return nil
    }
    switch vocabulary.forms[units[index - 4].symbols.exact].approximation {
    case .over: return (age...ReportScanner.oldest, end)
    case .under: return (0...(age - 1), end)
    default: return nil
    }
  }

  private static let above: Set<String> = ["above", "over", "older", "up", "upward", "upwards"]
  private static let below: Set<String> = ["below", "under", "younger"]

  /// The number that ends a range which begins at a number.
  func partner(after index: Int) -> Int? {
    guard let next = units[safe: index + 1] else { return nil }
    if next.isNumber { return isJoined(index) ? index + 1 : nil }
    if vocabulary.forms[next.symbols.exact].uses.contains(.range) {
      return units[safe: index + 2]?.isNumber == true ? index + 2 : nil
    }
    let to = [Unicode.Scalar("至").value, Unicode.Scalar("到").value]
    var place = index + 1
    // 12周岁至65周岁
    while let value = han(place),
      value == Unicode.Scalar("岁").value || value == Unicode.Scalar("周").value
    {
      place += 1
    }
    if let value = han(place), to.contains(value) {
      place += 1
    } else if place == index + 1 {
      return nil
    }
    return units[safe: place]?.isNumber == true ? place : nil
  }
}
