import Evidence
import Facts
import Formats
import Trade

/// How many reactions or pieces one unit of a line holds.
extension LineReading {
  /// What a field of the line states, or else its words, or else the packages of the catalogue.
  static func perUnit(
    _ line: OrderLine, _ reading: ProductReading, countsReactions: Bool, _ knowledge: Knowledge
  ) -> Interval {
    if let stated = line.reactionsPerUnit.flatMap({ Decimal(exactly: $0) }) {
      return Interval(exactly: stated)
    }
    let one = Decimal(millionths: 1_000_000)
    let packages =
      countsReactions
      ? Interval(
        low: reading.reactionsPerUnit.flatMap { Decimal(exactly: $0.lowerBound) } ?? one,
        high: reading.reactionsPerUnit.flatMap { Decimal(exactly: $0.upperBound) })
      // One card, swab or lancet serves one person, unless a package size is stated.
      : Interval(exactly: one)
    let words = [line.description, line.sku].compactMap { $0 }.joined(separator: " ")
    guard let terms = try? knowledge.tenders().terms else {
      return Interval(low: packages.low, high: nil)
    }
    switch terms.contents(of: words, unit: line.unit, countsReactions: countsReactions) {
    case .stated(let contents): return contents
    case .open: return Interval(low: packages.low, high: nil)
    case .none: return packages
    }
  }
}
