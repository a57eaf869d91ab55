import Evidence
import Facts
import Formats
import Law
import Names
import Taxonomy
import Trade

extension DossierAssembly {
  mutating func lineObject(_ index: Int) -> FactObject {
    let reading = lines[index]
    var facts: [Fact] = []
    for term in LineTerm.allCases { facts.append(lineFact(term, reading, index)) }
    facts += declaredOfLine(index)
    return FactObject(
      id: reading.line.number,
      label:
        "line \(reading.line.number) (\(reading.line.description ?? reading.line.productClass))",
      facts: facts)
  }

  private mutating func lineFact(_ term: LineTerm, _ reading: LineReading, _ index: Int) -> Fact {
    let line = reading.line
    switch term {
    case .number: return .text(line.number)
    case .description: return .text(line.description ?? line.productClass)
    case .product: return product(reading, index)
    case .productRecognised:
      return .boolean(
        reading.isRecognised, .declared,
        words: reading.isRecognised ? "recognised" : reading.doubt ?? "not recognised")
    case .subjectToEar: return subjectToEar(line, index)
    case .classification: return .text(line.eccn ?? "no ECCN")
    case .classificationDeclared:
      return .boolean(
        line.eccn != nil, .declared, evidence: [classificationEvidence(index)],
        words: line.eccn ?? "no ECCN is declared")
    case .crimeControl:
      guard let eccn = line.eccn else {
        return .unknown("no ECCN is declared")
      }
      // Whatever the day of the list: an entry that it has is told of other days too.
      let isControlled =
        knowledge.lawTables.classifications.value?.isControlled(eccn, for: "CC") ?? .isUnknown
      guard isControlled != .isUnknown else {
        return .unknown("whether \(eccn) is controlled for crime control is not told by the table")
      }
      return .boolean(
        isControlled == .isTrue, .declared, evidence: [classificationEvidence(index)],
        words: eccn)
    case .mobileLaboratoryConflict:
      let isMobile = reading.families.contains {
        knowledge.taxonomy.products.isWithin($0, "mobile-crime-laboratory")
      }
      let differs = !(line.eccn?.uppercased().hasPrefix("9A980") ?? false)
      return .boolean(
        isMobile && differs, .declared, words: "declared as \(line.eccn ?? "nothing")")
    case .serial: return .text(line.installedBase?.serial ?? "no serial")
    case .serialMissing: return serialMissing(reading)
    case .serialHolder:
      guard case .registered(_, let station) = standing(of: line) else {
        return .text("nobody in the register")
      }
      return .text(station.holder.first ?? "nobody in the register")
    case .serialHolderDiffers: return serialHolderDiffers(line)
    case .reactions:
      return Fact(
        .number(reading.reactions ?? Interval(exactly: .zero)), .computed,
        words: reading.capability ?? "the goods hold none")
    case .chartLicence, .chartWords, .classificationUnknown, .classificationConflict,
      .classificationWords, .usContent, .directProduct, .exceedsDeMinimis, .embargoLicence,
      .embargoWords, .annexOne, .militaryEndUseItem:
      return licenceFact(term, index)
    case .serialRegistered, .serialInOtherProvince, .serialRetired, .serialProductDiffers,
      .serviceSiteUnknown, .relocationOutsideRegister, .instrumentReagentShare,
      .instrumentNotKnown, .instrumentRegister:
      return registerFact(term, reading)
    case .controlLicensed, .entityListLicensed, .affiliatesLicensed,
      .militaryIntelligenceLicensed, .embargoLicensed, .europeanAuthorised, .licenceUsed,
      .licenceConditions, .licenceMisfit, .licenceWords, .masterDiffers, .masterWords:
      return authorisationFact(term, index)
    }
  }

  private mutating func product(_ reading: LineReading, _ index: Int) -> Fact {
    let families = reading.families
    let evidence = [orderEvidence("lines[\(index)]")]
    guard !families.isEmpty else {
      return .unknown("not told by class or description", evidence: evidence)
    }
    return Fact(
      .codes(families, isComplete: reading.isRecognised), .inferred, evidence: evidence,
      words: families.map { knowledge.taxonomy.products[$0]?.name ?? $0 }
        .joined(separator: ", ") + (reading.doubt.map { " (\($0))" } ?? ""))
  }

  /// 15 CFR 734.3(a): in the United States, of US origin, or foreign-made with US content.
  private mutating func subjectToEar(_ line: OrderLine, _ index: Int) -> Fact {
    if line.countryOfOrigin == "US" {
      return .boolean(
        true, .declared, evidence: [orderEvidence("lines[\(index)].countryOfOrigin")],
        words: "of US origin")
    }
    if order.countryOfExport == "US" {
      return .boolean(
        true, .declared, evidence: [orderEvidence("order.countryOfExport")],
        words: "leaves from the United States")
    }
    if let answer = answers.answer("line", "subject-to-ear", about: line.number, names: []),
      let flag = answer.flag, flag || answer.isVerified
    {
      return .boolean(
        flag, answer.isVerified ? .verified : .declared,
        evidence: [shelf.place(answer.evidence)], words: answer.evidence.statement)
    }
    if let scope = worksheets[index]["scope.subject"], scope.answer != .isUnknown {
      return .boolean(
        scope.answer == .isTrue, scope.answer == .isTrue ? .declared : .verified,
        words: scope.words)
    }
    return .unknown(
      line.countryOfOrigin.map {
        "made in \($0); US content and foreign direct product not known"
      } ?? "no country of origin is declared")
  }

  private func serialMissing(_ reading: LineReading) -> Fact {
    let line = reading.line
    let kinds: Set<TransactionKind> = [
      .service, .spares, .softwareUpdate, .relocation, .remoteAccess,
    ]
    // Consumables and parts serve an instrument too, unless it is sold with them.
    let tree = knowledge.taxonomy.products
    func holds(_ reading: LineReading, _ families: [String]) -> Bool {
      reading.families.contains { family in families.contains { tree.isWithin(family, $0) } }
    }
    let served = [
      "sequencing-consumable", "capillary-consumable", "sequencer-part", "sequencer-service",
    ]
    let isSoldWithInstrument = lines.contains {
      holds($0, ["sequencer", "rapid-dna"]) && !holds($0, served)
    }
    let serves = holds(reading, served) && !isSoldWithInstrument
    let isNeeded = kinds.contains(order.kind) || serves
    return .boolean(
      isNeeded && line.installedBase == nil, .declared,
      words: line.installedBase.map { "serial \($0.serial)" } ?? "no serial is given")
  }

  private func serialHolderDiffers(_ line: OrderLine) -> Fact {
    switch standing(of: line) {
    case .none: return .boolean(false, .computed, words: "no serial is given")
    case .new: return .boolean(false, .declared, words: "a new instrument")
    case .notSearched, .notRegistered:
      if let answer = answers.answer(
        "line", "serial-holder-differs", about: line.number, names: []), let flag = answer.flag,
        flag || answer.isVerified
      {
        return .boolean(
          flag, answer.isVerified ? .verified : .declared, words: answer.evidence.statement)
      }
      return .unknown(
        corpus.installedBase == nil
          ? "the corpus holds no register of instruments"
          : "\(line.installedBase?.serial ?? "it") is not in the register of instruments")
    case .registered(_, let station): return holderDiffers(station)
    }
  }

  private func holderDiffers(_ station: InstalledInstrument.Station) -> Fact {
    let holder = knowledge.names.profile(
      of: Identity(
        names: station.holder, kind: .organisation, countries: [], identifiers: [],
        addresses: []))
    let isDeclared = parties.contains { party in
      party.basis == .declared
        && knowledge.names.compare(party.profile, holder).verdict == .same
    }
    return .boolean(
      !isDeclared, .inferred, words: "registered to \(station.holder.first ?? "nobody")")
  }
}
