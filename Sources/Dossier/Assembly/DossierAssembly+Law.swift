import Evidence
import Facts
import Formats
import Law
import Names
import Taxonomy
import Trade
import WatchLists

/// The licence worksheet of each line, and the facts that it answers.
extension DossierAssembly {
  mutating func licenceWorksheets() -> [Worksheet] {
    let company = corpus.company
    let actors = WorksheetCase.Actors(
      us: Truth(nexus("us-nexus", company.isUSPerson, ["US"])),
      eu: Truth(nexus("eu-nexus", company.isEUPerson, EuropeanUnion.members)),
      uk: Truth(nexus("uk-nexus", company.isUKPerson, ["GB"])))
    let matches = Dictionary(
      grouping: listings.filter { $0.match.isInForce }, by: \.party)
    let bodies = reportReading
    let isComplete =
      inputs.coverageIsComplete && endUserIsDeclared && !matchesAreTruncated
    return lines.enumerated().map { place, reading in
      var subject = worksheetCase(reading, actors)
      subject.licences = worksheetLicences(ofLine: place)
      subject.exceptionUses = worksheetExceptionUses(ofLine: place)
      subject.partiesAreComplete = isComplete
      subject.parties = parties.indices.map { index in
        worksheetParty(index, (matches[index] ?? []).map(\.match), reading, bodies)
      }
      return Worksheet(subject, inputs.law)
    }
  }

  private func worksheetCase(
    _ reading: LineReading, _ actors: WorksheetCase.Actors
  ) -> WorksheetCase {
    let line = reading.line
    var subject = WorksheetCase(
      line: line.number, destination: order.countryOfUltimateDestination)
    subject.description = line.description ?? line.productClass
    subject.eccn = line.eccn
    subject.basis = line.eccnBasis
    subject.families = reading.families
    subject.hsCode = line.hsCode
    subject.europeanCode = line.europeanDualUseCode
    subject.origin = line.countryOfOrigin
    subject.exportCountry = order.countryOfExport
    subject.actors = actors
    subject.kind = order.kind.rawValue
    if order.currency == "USD" {
      subject.value = line.unitPrice.flatMap { $0.multiplied(by: line.quantity) }
    }
    if let content = content(of: line) {
      subject.content = Interval(exactly: content.share)
      subject.contentIsVerified = content.isVerified
    }
    if let answer = answers.answer(
      "line", "foreign-direct-product", about: line.number, names: []), let flag = answer.flag,
      flag || answer.isVerified
    {
      subject.directProduct = Truth(flag)
    }
    if let answer = answers.answer("line", "subject-to-ear", about: line.number, names: []),
      let flag = answer.flag, flag || answer.isVerified
    {
      subject.verifiedScope = Truth(flag)
    }
    return subject
  }

  /// The declared share of controlled US content, in percent.
  private func content(of line: OrderLine) -> (share: Decimal, isVerified: Bool)? {
    guard
      let answer = answers.answer("line", "us-content", about: line.number, names: []),
      let share = answer.number, share >= .zero,
      let whole = Decimal(exactly: 100), share <= whole
    else { return nil }
    return (share, answer.isVerified)
  }

  private func worksheetParty(
    _ index: Int, _ matches: [ListMatch], _ line: LineReading, _ reading: ReportReading
  ) -> WorksheetParty {
    let party = parties[index]
    return WorksheetParty(
      name: party.name, roles: party.roles.map(\.rawValue), countries: party.countries,
      matches: matches.map { match in
        let entry = match.entry
        return .init(
          list: entry.list.id, listName: entry.list.name, name: entry.name,
          effect: entry.effect.rawValue, isCertain: match.certainty == .certain,
          citation: entry.federalRegister.isEmpty
            ? "entry \(entry.id)" : entry.federalRegister.joined(separator: "; "),
          programmes: entry.programmes, policy: entry.licencePolicy,
          carvesOut: Truth(carvesOut(match, line)))
      },
      owned: inputs.ownershipRules.map { rule in
        .init(
          rule: rule.id, met: ownerships[index].truth(under: rule.id),
          words: ownerships[index].fact(under: rule.id).words)
      },
      isMilitary: reading.function(of: party, isWithinOneOf: ["military"]),
      isMilitaryIntelligence: reading.function(
        of: party, isWithinOneOf: ["military-intelligence"]),
      isPolice: reading.function(of: party, isWithinOneOf: ["policing"]))
  }

  // MARK: - Facts

  mutating func licenceFact(_ term: LineTerm, _ index: Int) -> Fact {
    let sheet = worksheets[index]
    switch term {
    case .chartLicence: return fact(sheet, "reasons.licence", index)
    case .chartWords:
      let reasons = sheet.steps(in: .reasons).filter {
        $0.answer == .isTrue && $0.id != "reasons.licence"
      }
      return .text(
        reasons.isEmpty
          ? sheet["reasons.licence"]?.words ?? "not worked out"
          : reasons.map(\.words).joined(separator: "; "))
    case .classificationUnknown: return fact(sheet, "classification.unknown-code", index)
    case .classificationConflict: return fact(sheet, "classification.conflict", index)
    case .classificationWords:
      let faults = sheet.steps(in: .classification).filter {
        $0.nature == .finding && $0.answer != .isFalse
      }
      return .text(
        faults.isEmpty ? "nothing was found" : faults.map(\.words).joined(separator: "; "))
    case .usContent:
      guard let content = content(of: lines[index].line) else {
        return .unknown("no share of controlled US content is declared")
      }
      return Fact(
        .number(Interval(exactly: content.share)), content.isVerified ? .verified : .declared,
        words: "\(content.share) percent")
    case .directProduct: return fact(sheet, "scope.direct-product", index)
    case .exceedsDeMinimis: return fact(sheet, "scope.de-minimis", index)
    case .embargoLicence: return fact(sheet, "embargoes.licence", index)
    case .embargoWords: return .text(sheet["embargoes.licence"]?.words ?? "not worked out")
    case .militaryEndUseItem: return fact(sheet, "end-users.military-item", index)
    default: return fact(sheet, "other.eu-article-3", index)
    }
  }

  /// A step as a fact; it rests on the line and on the law that the step cites.
  private mutating func fact(_ sheet: Worksheet, _ id: String, _ index: Int) -> Fact {
    guard let step = sheet[id] else { return .unknown("the worksheet has no step `\(id)`") }
    guard step.answer == .isTrue else {
      return step.answer == .isFalse
        ? .boolean(false, .computed, words: step.words) : .unknown(step.words)
    }
    let law = step.citations.map { citation in
      shelf.place(
        EvidenceRecord(
          kind: .law, title: citation.text, publisher: "Official publication of the law",
          locator: "worksheet step \(id)", statement: step.words,
          verification: citation.verification))
    }
    return .boolean(
      true, .declared, evidence: [orderEvidence("lines[\(index)]")] + law, words: step.words)
  }
}
