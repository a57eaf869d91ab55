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

  func registerWords(_ line: OrderLine) -> String {
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
  mutating func verifiedOfLine(_ term: LineTerm, _ line: OrderLine) -> Fact? {
    guard
      let answer = answers.answer("line", name(of: term), about: line.number, names: []),
      let flag = answer.flag, flag || answer.isVerified
    else { return nil }
    return .boolean(
      flag, answer.isVerified ? .verified : .declared, evidence: [shelf.place(answer.evidence)],
      words: answer.evidence.statement)
  }

  // MARK: - Product

  /// Kinds of instrument that families speak of.
  func kinds(_ families: [String]) -> Set<String> {
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
}
