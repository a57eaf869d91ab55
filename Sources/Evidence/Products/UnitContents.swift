public import Facts
import Formats

/// What one unit of a line of an order holds, as the words of the line say it.
public enum UnitContents: Sendable, Equatable {
  /// So many reactions or pieces, with the words.
  case stated(Interval)
  /// A case or box of which nobody says how much it holds.
  case open
  /// The words say nothing, and the unit is none that holds others.
  case none
}

extension TenderTerms {
  /// Reads `400 reactions per kit`, `200人份/盒 x 10盒/箱`, `box of 500 cards`, `20x5 rxn/kit`; a
  /// unit such as 人份 or `reaction` is one of them.
  ///
  /// `countsReactions` is false where pieces are counted: cards, swabs, lancets.
  public func contents(of words: String, unit: String?, countsReactions: Bool) -> UnitContents {
    let one = Decimal(millionths: 1_000_000)
    let sold = unit.flatMap { self.unit($0) }
    if let sold, sold == "reaction" || (!countsReactions && sold == "piece") {
      return .stated(Interval(exactly: one))
    }
    let scan = ContentsScan(
      terms: self, text: Array(folded(String(words.prefix(2000))).unicodeScalars),
      countsReactions: countsReactions)
    let isCase = unit.map { ContentsScan.isCase(folded($0)) } ?? false
    let (inner, boxes) = scan.run()
    guard let low = inner.min(), let high = inner.max() else {
      let holdsOthers = isCase || (!countsReactions && ["box", "bag"].contains(sold ?? ""))
      return holdsOthers ? .open : .none
    }
    if isCase {
      guard let boxes, let least = low.multiplied(by: boxes), let most = high.multiplied(by: boxes)
      else { return .stated(Interval(low: low, high: nil)) }
      return .stated(Interval(low: least, high: most))
    }
    // Without a unit nobody says whether a box or a case of boxes was ordered.
    if sold == nil, let boxes, let most = high.multiplied(by: boxes) {
      return .stated(Interval(low: low, high: most))
    }
    return .stated(Interval(low: low, high: high))
  }
}

/// Looks for what a unit holds in the folded words of a line.
private struct ContentsScan {
  let terms: TenderTerms
  let text: [Unicode.Scalar]
  let countsReactions: Bool

  static func isCase(_ unit: String) -> Bool {
    ["case", "cases", "carton", "cartons", "箱", "件箱", "karton"].contains(unit)
  }

  /// No package holds a million of anything.
  private static let largest = Decimal(millionths: 1_000_000_000_000)

  /// Counts of reactions or pieces, and how many boxes a case holds.
  func run() -> (inner: [Decimal], boxes: Decimal?) {
    let numbers = NumberScan.numbers(in: text)
    var inner: [Decimal] = []
    var boxes: Decimal?
    var place = 0
    while place < numbers.count {
      let first = numbers[place]
      place += 1
      guard var count = counted(first) else { continue }
      var end = first.range.upperBound
      var factors: [Decimal] = []
      while place < numbers.count, let factor = counted(numbers[place]),
        isTimes(end, numbers[place].range.lowerBound), let product = count.multiplied(by: factor)
      {
        factors.append(factor)
        count = product
        end = numbers[place].range.upperBound
        place += 1
      }
      let after = skipBlanks(end)
      let isEach = isAfterEach(first.range.lowerBound)
      let isTotal = isTotal(first.range.lowerBound)
      guard count > .zero, !isTotal, count <= Self.largest else { continue }
      if let unit = terms.unit(in: text, at: after) {
        switch unit.code {
        case "reaction" where !isRate(unit.end): inner.append(count)
        case "piece" where !countsReactions: inner.append(count)
        case "box", "bag":
          if isPerCase(unit.end) || isAfterCase(first.range.lowerBound) { boxes = count }
        default: break
        }
      } else if isEach || isPerBox(after) {
        inner.append(count)
      }
    }
    return (inner, boxes)
  }

  private func counted(_ number: ScannedNumber) -> Decimal? {
    guard let value = number.value, value > .zero, value.isInteger, !number.isNegative else {
      return nil
    }
    return value
  }

  private func isTimes(_ end: Int, _ start: Int) -> Bool {
    let between = text[end..<max(end, start)].filter { $0 != " " }
    return between.count == 1 && ["x", "×", "*"].contains(String(between[0]))
  }

  /// `/盒`, `/pk`, `per box` follow the number itself.
  private func isPerBox(_ index: Int) -> Bool {
    guard let at = container(index), let unit = terms.unit(in: text, at: at) else { return false }
    return unit.code == "box" || unit.code == "bag"
  }

  /// What an instrument does in a day or a run is nothing that a unit holds.
  private func isRate(_ index: Int) -> Bool {
    guard let at = container(index) else { return false }
    let word = text[at...].prefix { $0 != " " && $0 != ")" && $0 != "," }
    return ["run", "day", "hour", "week", "year", "次", "天", "日", "小时", "年"].contains(
      String(String.UnicodeScalarView(word)))
  }

  private func isPerCase(_ index: Int) -> Bool {
    guard let at = container(index), let unit = terms.unit(in: text, at: at) else { return false }
    return Self.isCase(String(String.UnicodeScalarView(text[at..<unit.end])))
  }

  private func container(_ index: Int) -> Int? {
    let at = skipBlanks(index)
    guard at < text.count else { return nil }
    if text[at] == "/" || text[at] == "每" { return skipBlanks(at + 1) }
    return text[at...].starts(with: "per ".unicodeScalars) ? at + 4 : nil
  }

  private func isAfterEach(_ index: Int) -> Bool {
    ends(
      index,
      [
        "每盒", "每包", "每袋", "每套", "每瓶", "box of ", "pack of ", "kit of ", "kit for ", "bag of ",
        "packs of ", "boxes of ", "packung à ", "packung zu ",
      ])
  }

  private func isAfterCase(_ index: Int) -> Bool {
    ends(index, ["每箱", "case of ", "carton of ", "cases of ", "karton zu "])
  }

  /// The number says how much is bought in all.
  private func isTotal(_ index: Int) -> Bool {
    ends(index, ["数量", "数量:", "共", "共计", "总计", "合计", "quantity: ", "total ", "total: "])
  }

  private func ends(_ index: Int, _ words: [String]) -> Bool {
    let before = String(String.UnicodeScalarView(text[max(0, index - 14)..<index]))
    return words.contains { before.hasSuffix($0) }
  }

  private func skipBlanks(_ index: Int) -> Int {
    var index = index
    while index < text.count, text[index] == " " { index += 1 }
    return index
  }
}
