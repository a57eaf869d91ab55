import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade

/// Reagents held against the instruments that they are for.
extension DossierAssembly {
  /// Reactions and injections for the serial, of this order and of a year, against what the
  /// instrument runs in a year.
  mutating func reagentShare(_ reading: LineReading) -> Fact {
    let none = Interval(exactly: .zero)
    guard let serial = reading.line.installedBase?.serial else {
      return Fact(.number(none), .computed, words: "no serial is given")
    }
    if case .new = standing(of: reading.line) {
      return Fact(.number(none), .declared, words: "a new instrument")
    }
    let key = InstalledInstrument.key(of: serial)
    var uncounted: [String] = []
    func runs(_ lines: [LineReading]) -> Interval {
      var sum = none
      for line in lines
      where line.line.installedBase.map({ InstalledInstrument.key(of: $0.serial) == key }) ?? false
      {
        if let runs = line.runs(knowledge) {
          sum = sum.adding(runs)
        } else {
          let name = line.line.description ?? line.line.productClass
          if !uncounted.contains(name) { uncounted.append(name) }
        }
      }
      return sum
    }
    var total = runs(lines)
    for past in corpus.history?.orders(forSerial: key) ?? []
    where past.order.reference != order.reference || past.order.system != order.system {
      guard let date = past.date else {
        total = total.adding(Interval(low: .zero, high: runs(past.lines).high))
        continue
      }
      if date <= asOf, asOf - date <= 365 { total = total.adding(runs(past.lines)) }
    }
    // Buffer and polymer serve the runs that kits decide, and a reader is told that nobody counted
    // them: held for each bottle, nobody would look at the kits any more.
    let limit =
      uncounted.isEmpty
      ? ""
      : "; not counted, as nobody knows how many runs it supplies: "
        + uncounted.joined(separator: ", ")
    guard total != none else {
      return Fact(
        .number(none), .computed, words: "the goods hold no runs that are counted" + limit)
    }
    guard case .registered(let instrument, _) = standing(of: reading.line) else {
      return .unknown(registerWords(reading.line))
    }
    let product = knowledge.catalogue.reading(
      productClass: instrument.product, description: instrument.product, sku: nil)
    guard let entry = knowledge.capacity.throughput.entry(of: product) else {
      return .unknown("what \(instrument.product) runs in a day is not known")
    }
    let yearly = entry.perDay.multiplied(by: knowledge.capacity.norms.days.range)
    let share = total.percent(of: yearly)
    return Fact(
      .number(share), .computed, evidence: [registerEvidence(instrument)],
      words: "\(total.words) reactions and injections within twelve months / "
        + "(\(entry.perDay.words) a day x \(knowledge.capacity.norms.days.range.words) days) = "
        + "\(share.rounded(toPlaces: 1).words) percent (\(entry.source))" + limit)
  }

  /// Consumables and parts for a kind of instrument that nobody who receives is known to hold.
  mutating func instrumentNotKnown(_ reading: LineReading) -> Fact {
    let tree = knowledge.taxonomy.products
    let needing = ["sequencing-consumable", "capillary-consumable", "sequencer-part"]
    guard
      reading.families.contains(where: { family in
        needing.contains { tree.isWithin(family, $0) }
      })
    else { return .boolean(false, .computed, words: "the goods need no instrument of that kind") }
    let kind = kinds(reading.families)
    func fits(_ families: [String]) -> Bool {
      let others = kinds(families)
      return others.isEmpty || kind.isEmpty || !kind.isDisjoint(with: others)
    }
    if lines.contains(where: { line in
      line.instruments(knowledge, isSale: true).map { $0.count.low != .zero } ?? false
        && fits(line.families)
    }) {
      return .boolean(false, .computed, words: "sold with an instrument")
    }
    switch standing(of: reading.line) {
    case .registered(let instrument, _):
      return .boolean(
        false, .computed, evidence: [registerEvidence(instrument)],
        words: "for \(instrument.serial)")
    case .new: return .boolean(false, .declared, words: "for a new instrument")
    case .none, .notSearched, .notRegistered: break
    }
    if let answer = verifiedOfLine(.instrumentNotKnown, reading.line) { return answer }
    guard let holders = inputs.instrumentHolders else {
      return .unknown("the corpus holds no register of instruments")
    }
    var isPossible = !endUserIsDeclared
    for party in parties where party.receives {
      for match in holders.matches(for: party.profile) {
        let product = knowledge.catalogue.reading(
          productClass: match.instrument.product, description: match.instrument.product, sku: nil)
        guard fits(product.families) else { continue }
        if match.isCertain {
          return .boolean(
            false, .computed, evidence: [registerEvidence(match.instrument)],
            words: "\(party.name) holds \(match.instrument.serial)")
        }
        isPossible = true
      }
    }
    return isPossible
      ? .unknown("who uses the goods, or whether it holds such an instrument, is not known")
      : .boolean(true, .computed, words: "the register knows no such instrument of the parties")
  }
}
