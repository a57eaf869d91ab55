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
  /// Why the goods may be others than class and words say; nil where nothing speaks for that.
  public internal(set) var doubt: String?
  /// Whether a named person verified what the goods are.
  let isVerified: Bool

  /// Whether class and words tell the families, and nothing speaks for others.
  public var isRecognised: Bool { !families.isEmpty && doubt == nil }

  /// `answered` are families that somebody stated of the line.
  init(
    _ line: OrderLine, _ knowledge: Knowledge, answered: [String] = [], isVerified: Bool = false
  ) {
    self.line = line
    let reading = knowledge.catalogue.reading(
      productClass: line.productClass, description: line.description, sku: line.sku)
    let tree = knowledge.taxonomy.products
    let stated = answered.filter { tree.contains($0) && !reading.families.contains($0) }
    let families = reading.families + stated
    self.families = families
    self.reading = reading
    self.isVerified = isVerified
    doubt = nil
    func isWithin(_ family: String) -> Bool { families.contains { tree.isWithin($0, family) } }
    let countsKits = isWithin("human-identification-kit")
    let countsPieces = isWithin("sample-collection") || isWithin("blood-grouping-reagent")
    guard countsKits || countsPieces else {
      reactions = nil
      capability = nil
      hold(against: .others, knowledge)
      return
    }
    let quantity = line.quantity
    let perUnit = LineReading.perUnit(line, reading, countsReactions: countsKits, knowledge)
    let total = perUnit.multiplied(by: quantity)
    reactions = total
    capability =
      "\(quantity) \(line.unit ?? "units") x \(perUnit.words) = \(total.words) "
      + (countsKits ? "reactions; controls, ladders and repeats are not deducted" : "persons")
    hold(against: .others, knowledge)
  }
}
