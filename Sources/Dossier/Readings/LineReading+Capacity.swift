import Evidence
import Facts
import Formats
import Taxonomy
import Trade

/// What a line holds for the arithmetic of capacity.
extension LineReading {
  /// Families of which a unit or a reaction serves a person.
  static let tested = ["human-identification-kit", "sample-collection", "blood-grouping-reagent"]
  /// What serves an instrument and is none.
  static let serving = [
    "sequencing-consumable", "capillary-consumable", "sequencer-part", "sequencer-service",
  ]

  /// Reactions or pieces, with how they were counted; nil where the goods hold none.
  ///
  /// Goods that nobody recognised may hold any number.
  func goods(_ knowledge: Knowledge, of order: String? = nil) -> CapacityGoods? {
    let place = (order.map { "order \($0), " } ?? "") + "line \(line.number)"
    if families.isEmpty || (doubt != nil && reactions == nil) {
      return CapacityGoods(
        family: "", kind: .reactions, tests: .unknownAmount,
        words: "\(place): \(line.quantity) \(line.unit ?? "units") of goods that nobody recognised")
    }
    guard let reactions else { return nil }
    let tree = knowledge.taxonomy.products
    let family = families.first { family in
      LineReading.tested.contains { tree.isWithin(family, $0) }
    }
    guard let family else { return nil }
    let kind: CapacityGoods.Kind =
      families.contains { tree.isWithin($0, "human-identification-kit") } ? .reactions : .pieces
    return CapacityGoods(
      family: family, kind: kind, tests: reactions,
      words: "\(place): \(line.quantity) \(line.unit ?? "units") x "
        + (line.quantity == .zero ? "0" : unitWords))
  }

  private var unitWords: String {
    guard let reactions else { return "nothing" }
    return reactions.divided(by: Interval(exactly: line.quantity)).words
  }

  /// Injections or reactions that the line supplies to an instrument; nil of consumables of which
  /// nobody knows how many they supply.
  func runs(_ knowledge: Knowledge) -> Interval? {
    let tree = knowledge.taxonomy.products
    func isWithin(_ family: String) -> Bool { families.contains { tree.isWithin($0, family) } }
    if !isRecognised, reactions == nil { return .unknownAmount }
    if isWithin("human-identification-kit") { return reactions?.nonNegative ?? .unknownAmount }
    guard isWithin("capillary-consumable") || isWithin("sequencing-consumable") else {
      return Interval(exactly: .zero)
    }
    let perUnit: Interval
    if let stated = line.reactionsPerUnit.flatMap({ Decimal(exactly: $0) }) {
      perUnit = Interval(exactly: stated)
    } else if let known = reading.reactionsPerUnit {
      perUnit = Interval(
        low: Decimal(exactly: known.lowerBound), high: Decimal(exactly: known.upperBound))
    } else {
      return nil
    }
    return perUnit.multiplied(by: Interval(exactly: line.quantity)).nonNegative
  }

  /// Runs that a consumable supplies, with how they were counted; nil of kits, of what is none and of
  /// consumables that nobody can count.
  func suppliedRuns(_ knowledge: Knowledge) -> CapacityGoods? {
    let tree = knowledge.taxonomy.products
    let serving = families.first { family in
      ["capillary-consumable", "sequencing-consumable"].contains { tree.isWithin(family, $0) }
    }
    guard let serving, reactions == nil, let runs = runs(knowledge) else { return nil }
    return CapacityGoods(
      family: serving, kind: .reactions, tests: runs,
      words: "line \(line.number): \(line.quantity) \(line.unit ?? "units"), "
        + "\(runs.words) injections or reactions")
  }

  /// Instruments that the line sells, with their throughput; nil where it sells none of which
  /// anything is known.
  ///
  /// A line that also speaks of service or parts, and one of an order that is no sale, may hold
  /// none: its lower bound is zero.
  func instruments(
    _ knowledge: Knowledge, isSale: Bool, of order: String? = nil
  ) -> CapacityInstruments? {
    let tree = knowledge.taxonomy.products
    if families.isEmpty || (doubt != nil && reactions == nil) {
      return CapacityInstruments(
        unrecognised: Interval(low: .zero, high: line.quantity),
        words: (order.map { "order \($0), " } ?? "") + "line \(line.number)")
    }
    let isInstrument = families.contains {
      tree.isWithin($0, "sequencer") || tree.isWithin($0, "rapid-dna")
    }
    guard isInstrument, let entry = knowledge.capacity.throughput.entry(of: reading) else {
      return nil
    }
    let serves = families.contains { family in
      LineReading.serving.contains { tree.isWithin(family, $0) }
    }
    let count = Interval(exactly: line.quantity)
    return CapacityInstruments(
      entry, count: isSale && !serves ? count : Interval(low: .zero, high: line.quantity),
      words: (order.map { "order \($0), " } ?? "") + "line \(line.number)")
  }

  /// What instruments of the line can do, in words.
  public func instrumentCapability(_ knowledge: Knowledge) -> String? {
    guard let entry = knowledge.capacity.throughput.entry(of: reading),
      let instruments = instruments(knowledge, isSale: true), instruments.count.low != .zero
    else { return nil }
    return "\(line.quantity) \(line.unit ?? "units") of \(entry.name) x \(entry.perDay.words) = "
      + "\(entry.perDay.multiplied(by: instruments.count).words) samples a day (\(entry.source))"
  }
}
