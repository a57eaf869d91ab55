import Evidence
public import Facts
import Formats
import Taxonomy
public import Trade

/// A line as Scruple reads it: what the goods are and how much they can do.
public struct LineReading: Sendable {
  public let line: OrderLine
  public let families: [String]
  /// Reactions, cards or samples that the line is good for; nil where the goods hold none.
  public let reactions: Interval?
  /// The arithmetic in words.
  public let capability: String?
  /// What class and words told.
  let reading: ProductReading

  /// `answered` are families that somebody stated of the line.
  init(_ line: OrderLine, _ knowledge: Knowledge, answered: [String] = []) {
    self.line = line
    let reading = knowledge.catalogue.reading(
      productClass: line.productClass, description: line.description, sku: line.sku)
    let tree = knowledge.taxonomy.products
    let stated = answered.filter { tree.contains($0) && !reading.families.contains($0) }
    let families = reading.families + stated
    self.families = families
    self.reading = reading
    func isWithin(_ family: String) -> Bool { families.contains { tree.isWithin($0, family) } }
    let countsKits = isWithin("human-identification-kit")
    let countsPieces = isWithin("sample-collection") || isWithin("blood-grouping-reagent")
    guard countsKits || countsPieces else {
      reactions = nil
      capability = nil
      return
    }
    let quantity = line.quantity
    let perUnit: Interval
    if let stated = line.reactionsPerUnit.flatMap({ Decimal(exactly: $0) }) {
      perUnit = Interval(exactly: stated)
    } else if countsKits {
      perUnit = Interval(
        low: reading.reactionsPerUnit.flatMap { Decimal(exactly: $0.lowerBound) }
          ?? Decimal(millionths: 1_000_000),
        high: reading.reactionsPerUnit.flatMap { Decimal(exactly: $0.upperBound) })
    } else {
      // One card, swab or lancet serves one person, unless a package size is stated.
      perUnit = Interval(exactly: Decimal(millionths: 1_000_000))
    }
    let total = perUnit.multiplied(by: quantity)
    reactions = total
    capability =
      "\(quantity) \(line.unit ?? "units") x \(perUnit.words) = \(total.words) "
      + (countsKits ? "reactions; controls, ladders and repeats are not deducted" : "persons")
  }
}
