import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade

/// What the register of instruments says of the serial that a line names.
enum SerialStanding {
  case none
  /// The order brings the instrument itself.
  case new
  case notSearched
  case notRegistered
  case registered(InstalledInstrument, InstalledInstrument.Station)
}

/// Lines held against the register of instruments. What the register does not tell is unknown.
extension DossierAssembly {
  func standing(of line: OrderLine) -> SerialStanding {
    guard let base = line.installedBase else { return .none }
    guard let register = corpus.installedBase else {
      return base.relation == .new ? .new : .notSearched
    }
    guard let instrument = register.instrument(base.serial) else {
      return base.relation == .new ? .new : .notRegistered
    }
    return .registered(instrument, instrument.station(on: asOf))
  }

  mutating func registerFact(_ term: LineTerm, _ reading: LineReading) -> Fact {
    switch term {
    case .serialRegistered: serialRegistered(reading.line)
    case .serialInOtherProvince:
      ofInstrument(term, reading, "the province of the order and of the register") {
        assembly, instrument, station in
        assembly.isInOtherProvince(station)
      }
    case .serialRetired:
      ofInstrument(term, reading, "retired") { assembly, instrument, _ in
        instrument.isRetired(on: assembly.asOf) ? .isTrue : .isFalse
      }
    case .serialProductDiffers:
      ofInstrument(term, reading, "another product than the line says") {
        assembly, instrument, _ in assembly.isOtherProduct(reading, instrument)
      }
    case .serviceSiteUnknown: serviceSiteUnknown(reading)
    case .relocationOutsideRegister: relocationOutsideRegister(reading)
    case .instrumentReagentShare: reagentShare(reading)
    case .instrumentNotKnown: instrumentNotKnown(reading)
    default: .text(registerWords(reading.line))
    }
  }

  private func registerWords(_ line: OrderLine) -> String {
    switch standing(of: line) {
    case .none: "no serial"
    case .new: "a new instrument"
    case .notSearched: "the corpus holds no register of instruments"
    case .notRegistered: "not in the register of instruments"
    case .registered(let instrument, _): instrument.history(on: asOf)
    }
  }

  private mutating func serialRegistered(_ line: OrderLine) -> Fact {
    switch standing(of: line) {
    case .none: .boolean(false, .computed, words: "no serial is given")
    case .new: .boolean(false, .declared, words: "a new instrument")
    case .notSearched: .unknown(registerWords(line))
    case .notRegistered: .boolean(false, .computed, words: registerWords(line))
    case .registered(let instrument, _):
      .boolean(
        true, .computed, evidence: [registerEvidence(instrument)], words: registerWords(line))
    }
  }

  mutating func registerEvidence(_ instrument: InstalledInstrument) -> Int {
    shelf.place(
      EvidenceRecord(
        kind: .register, title: "Register of installed instruments", publisher: "the corpus",
        locator: "installed-base.csv:\(instrument.station(on: asOf).line)",
        statement: "The register says of \(instrument.history(on: asOf))."))
  }

  /// A fact about a registered instrument; without a serial there is nothing to say, and without
  /// an entry in the register it is unknown until somebody verified it.
  mutating func ofInstrument(
    _ term: LineTerm, _ reading: LineReading, _ words: String,
    _ decide: (inout DossierAssembly, InstalledInstrument, InstalledInstrument.Station) -> Truth
  ) -> Fact {
    switch standing(of: reading.line) {
    case .none: return .boolean(false, .computed, words: "no serial is given")
    case .new: return .boolean(false, .declared, words: "a new instrument")
    case .notSearched, .notRegistered:
      return verifiedOfLine(term, reading.line) ?? .unknown(registerWords(reading.line))
    case .registered(let instrument, let station):
      let truth = decide(&self, instrument, station)
      let evidence = [registerEvidence(instrument)]
      if truth == .isUnknown, let answer = verifiedOfLine(term, reading.line) { return answer }
      return fact(truth, evidence, words + ": " + instrument.history(on: asOf))
    }
  }

  /// What somebody answered: at once where it is adverse, else where it was verified.
  private mutating func verifiedOfLine(_ term: LineTerm, _ line: OrderLine) -> Fact? {
    guard
      let answer = answers.answer("line", term.term.name, about: line.number, names: []),
      let flag = answer.flag, flag || answer.isVerified
    else { return nil }
    return .boolean(
      flag, answer.isVerified ? .verified : .declared, evidence: [shelf.place(answer.evidence)],
      words: answer.evidence.statement)
  }

  // MARK: - Product

  /// Kinds of instrument that families speak of.
  private func kinds(_ families: [String]) -> Set<String> {
    let tree = knowledge.taxonomy.products
    var kinds: Set<String> = []
    for family in families {
      if tree.isWithin(family, "capillary-genetic-analyser")
        || tree.isWithin(family, "capillary-consumable")
      {
        kinds.insert("capillary")
      } else if tree.isWithin(family, "ngs-sequencer")
        || tree.isWithin(family, "sequencing-consumable")
        || tree.isWithin(family, "forensic-ngs-panel")
      {
        kinds.insert("high-throughput")
      } else if tree.isWithin(family, "rapid-dna") {
        kinds.insert("rapid")
      } else if tree.isWithin(family, "sequencer") || tree.isWithin(family, "sequencer-part")
        || tree.isWithin(family, "sequencer-service")
      {
        continue
      } else if tree.isWithin(family, "biometric-capture")
        || tree.isWithin(family, "general-laboratory") || tree.isWithin(family, "computer")
      {
        kinds.insert("other")
      }
    }
    return kinds
  }

  /// Models of instruments that a text names.
  private func models(_ reading: ProductReading) -> Set<String> {
    Set(reading.products.filter { knowledge.capacity.throughput.knows(product: $0) })
  }

  private func isOtherProduct(
    _ reading: LineReading, _ instrument: InstalledInstrument
  ) -> Truth {
    let registered = knowledge.catalogue.reading(
      productClass: instrument.product, description: instrument.product, sku: nil)
    let (ours, theirs) = (models(reading.reading), models(registered))
    if !ours.isEmpty, !theirs.isEmpty { return ours.isDisjoint(with: theirs) ? .isTrue : .isFalse }
    let (kind, registeredKind) = (kinds(reading.families), kinds(registered.families))
    // A line that names no kind of instrument cannot name another one.
    if kind.isEmpty { return reading.families.isEmpty ? .isUnknown : .isFalse }
    if registeredKind.isEmpty { return .isUnknown }
    return kind.isDisjoint(with: registeredKind) ? .isTrue : .isFalse
  }

  // MARK: - Reagents

  /// Reactions and injections for the serial, of this order and of a year, against what the
  /// instrument runs in a year.
  private mutating func reagentShare(_ reading: LineReading) -> Fact {
    let none = Interval(exactly: .zero)
    guard let serial = reading.line.installedBase?.serial else {
      return Fact(.number(none), .computed, words: "no serial is given")
    }
    if case .new = standing(of: reading.line) {
      return Fact(.number(none), .declared, words: "a new instrument")
    }
    let key = InstalledInstrument.key(of: serial)
    func runs(_ lines: [LineReading]) -> Interval {
      lines.filter { line in
        line.line.installedBase.map { InstalledInstrument.key(of: $0.serial) == key } ?? false
      }.compactMap { $0.runs(knowledge) }.reduce(none) { $0.adding($1) }
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
    guard total != none else {
      return Fact(.number(none), .computed, words: "the goods hold no runs that are counted")
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
        + "\(share.rounded(toPlaces: 1).words) percent (\(entry.source))")
  }

  /// Consumables and parts for a kind of instrument that nobody who receives is known to hold.
  private mutating func instrumentNotKnown(_ reading: LineReading) -> Fact {
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
