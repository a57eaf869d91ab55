import Formats

/// Finds what one unit holds: `200人份/盒`, `每盒200人份`, `200 reactions per kit`, `box of 100`.
struct PackReader {
  let terms: TenderTerms

  func pack(in text: String) -> PackSize? {
    // Most texts hold no number at all.
    guard text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) else {
      return nil
    }
    return pack(in: Array(terms.folded(text).unicodeScalars))
  }

  /// `isStated` asks for words that say it of each unit: the 96 wells of an instrument are no pack.
  func pack(in text: [Unicode.Scalar], isStated: Bool = false) -> PackSize? {
    var likely: PackSize?
    let numbers = NumberScan.numbers(in: text)
    for (place, number) in numbers.enumerated() {
      guard let count = PackReader.product(numbers, endingAt: place, text), count > .zero,
        count.isInteger, !number.isNegative,
        count < PackReader.largest
      else { continue }
      let unitStart = skipBlanks(text, number.range.upperBound)
      let unit = terms.unit(in: text, at: unitStart)
      let holds = unit.map { ["reaction", "piece", "bag", "bottle"].contains($0.code) } ?? false
      if let unit, holds {
        if perContainer(text, unit.end) { return PackSize(count: count, unit: unit.code) }
        if isAfterEach(text, number.range.lowerBound) {
          return PackSize(count: count, unit: unit.code)
        }
        if unit.code == "reaction", likely == nil, !isQuantityWord(text, number.range.lowerBound) {
          likely = PackSize(count: count, unit: "reaction")
        }
      } else if isAfterEach(text, number.range.lowerBound) {
        return PackSize(count: count, unit: "piece")
      }
    }
    return isStated ? nil : likely
  }

  /// 4×50 is two hundred.
  private static func product(
    _ numbers: [ScannedNumber], endingAt place: Int, _ text: [Unicode.Scalar]
  ) -> Decimal? {
    guard let value = numbers[place].value, place > 0, let factor = numbers[place - 1].value,
      factor.isInteger, factor > .zero, !numbers[place - 1].isNegative
    else { return numbers[place].value }
    let between = text[numbers[place - 1].range.upperBound..<numbers[place].range.lowerBound]
      .filter { $0 != " " }
    guard between.count == 1, ["×", "x", "*"].contains(String(between[0])) else { return value }
    return value.multiplied(by: factor)
  }

  /// No package holds a million of anything.
  private static let largest = Decimal(millionths: 1_000_000_000_000)

  /// `/盒`, `per kit`, `每盒` follow.
  private func perContainer(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    var at = skipBlanks(text, index)
    if at < text.count, text[at] == "/" || text[at] == "每" {
      at = skipBlanks(text, at + 1)
    } else if text[min(at, text.count)...].starts(with: "per ".unicodeScalars) {
      at += 4
    } else if text[min(at, text.count)...].starts(with: "je ".unicodeScalars) {
      at += 3
    } else {
      return false
    }
    guard let unit = terms.unit(in: text, at: at) else { return false }
    return ["box", "bag", "bottle", "device", "piece"].contains(unit.code)
  }

  /// `每盒`, `box of`, `pack of`, `kit for` stand before.
  private func isAfterEach(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let before = String(String.UnicodeScalarView(text[max(0, index - 12)..<index]))
    return [
      "每盒", "每包", "每箱", "每袋", "每套", "每瓶", "box of ", "pack of ", "kit of ", "kit for ", "bag of ",
      "packung à ", "packung zu ",
    ]
    .contains { before.hasSuffix($0) }
  }

  /// The number says how much is bought, not what a unit holds.
  private func isQuantityWord(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let before = String(String.UnicodeScalarView(text[max(0, index - 10)..<index]))
    return ["数量", "数量:", "共", "总计", "合计", "quantity: ", "≥", "不少于", "不低于", "通量", "每次", "一次"]
      .contains {
        before.hasSuffix($0)
      }
  }

  private func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    var index = index
    while index < text.count, text[index] == " " { index += 1 }
    return index
  }
}
