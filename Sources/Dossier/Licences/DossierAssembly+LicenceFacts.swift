import Evidence
import Facts
import Formats
import Law
import Names
import Trade
import WatchLists

/// What authorisations, the item master and statements of listed parties say, as facts.
extension DossierAssembly {
  /// What a worksheet says of the authorisations on record for a line.
  func worksheetLicences(ofLine index: Int) -> [WorksheetCase.Licence] {
    licences.map { fit in
      WorksheetCase.Licence(
        number: fit.authorisation.number,
        covers: fit.authorisation.covers.map(\.rawValue),
        isUsable: Truth(fit.authorisation.covers.contains { fit.meets($0, ofLine: index) }),
        words: fit.words(ofLine: index))
    }
  }

  /// Whether a requirement stands or may stand, so that a licence counts as used.
  private func isNeeded(_ requirement: Authorisation.Requirement, _ sheet: Worksheet) -> Bool {
    sheet.answer(requirement.step) != .isFalse
  }

  /// Authorisations that a line uses: each meets a requirement that stands or may stand.
  func licencesUsed(ofLine index: Int) -> [Authorisation] {
    licences.filter { fit in
      fit.authorisation.covers.contains {
        fit.meets($0, ofLine: index) && isNeeded($0, worksheets[index])
      }
    }.map(\.authorisation)
  }

  mutating func authorisationFact(_ term: LineTerm, _ index: Int) -> Fact {
    switch term {
    case .controlLicensed: return licensed(.control, index)
    case .entityListLicensed: return licensed(.entityList, index)
    case .affiliatesLicensed: return licensed(.affiliates, index)
    case .militaryIntelligenceLicensed: return licensed(.militaryIntelligence, index)
    case .embargoLicensed: return licensed(.part746, index)
    case .europeanAuthorised: return licensed(.europeanAnnex, index)
    case .licenceUsed:
      let used = licencesUsed(ofLine: index)
      let relied = exceptionsRelied(onLine: index)
      let evidence = used.map(Self.evidence) + relied.map(Self.evidence)
      return .boolean(
        !evidence.isEmpty, .declared, evidence: evidence.map { shelf.place($0) },
        words: evidence.isEmpty
          ? "no licence is used"
          : (used.map(\.number) + relied.map(\.exception)).joined(separator: ", "))
    case .licenceConditions:
      let licences = licencesUsed(ofLine: index).map { licence in
        "\(licence.authority) \(licence.number): "
          + (licence.conditions.isEmpty
            ? "as the document states" : licence.conditions.joined(separator: "; "))
      }
      let exceptions = exceptionsRelied(onLine: index).map { use in
        "licence exception \(use.exception): " + use.conditions.joined(separator: "; ")
      }
      return .text(
        licences.isEmpty && exceptions.isEmpty
          ? "none" : (licences + exceptions).joined(separator: " | "))
    case .licenceMisfit:
      let failing = licences.filter { fit in
        !fit.authorisation.covers.contains { fit.meets($0, ofLine: index) }
      }
      let uses = exceptionUses(ofLine: index).filter { $0.step?.answer != .isTrue }.map(\.use)
      let evidence = failing.map { Self.evidence($0.authorisation) } + uses.map(Self.evidence)
      return .boolean(
        !evidence.isEmpty, .declared, evidence: evidence.map { shelf.place($0) },
        words: evidence.isEmpty ? "none on record fails" : "see the words")
    case .licenceWords:
      let words =
        licences.map { $0.words(ofLine: index) }
        + exceptionUses(ofLine: index).compactMap { use, step in
          step.map { "licence exception \(use.exception): \($0.words)" }
        }
      return .text(
        words.isEmpty
          ? corpus.licences.hasAuthorisations
            ? "no licence on record names an item or a party of the order"
            : "the corpus holds no register of licences"
          : words.joined(separator: " | "))
    case .masterDiffers: return masterDiffers(index)
    default: return .text(masterWords(index))
    }
  }

  private mutating func licensed(_ requirement: Authorisation.Requirement, _ index: Int) -> Fact {
    let fitting = licences.filter { $0.meets(requirement, ofLine: index) }
    guard let fit = fitting.first else {
      if requirement == .control, let relied = reliedException(ofLine: index) { return relied }
      return .boolean(
        false, .computed,
        words: licences.isEmpty
          ? "no licence on record"
          : licences.map { $0.words(ofLine: index) }.joined(separator: " | "))
    }
    return .boolean(
      true, .verified, evidence: [shelf.place(Self.evidence(fit.authorisation))],
      words: fit.words(ofLine: index))
  }

  static func evidence(_ authorisation: Authorisation) -> EvidenceRecord {
    EvidenceRecord(
      kind: .register, title: "Authorisation \(authorisation.number)",
      publisher: authorisation.authority, publishedOn: authorisation.issued.description,
      locator: authorisation.place,
      statement: "\(authorisation.authority) granted \(authorisation.number) on "
        + "\(authorisation.issued), until \(authorisation.expires)"
        + (authorisation.verifiedBy.map { "; \($0) held the record against the document." }
          ?? "; nobody held the record against the document."))
  }

  // MARK: - Item master

  func masterItem(_ index: Int) -> ItemMaster.Item? {
    corpus.items?.item(order.lines[index].sku, on: asOf)
  }

  /// Where the classification of a line stands: in the order, or in the item master.
  mutating func classificationEvidence(_ index: Int) -> Int {
    guard order.lines[index].eccn == nil, let item = masterItem(index), item.eccn != nil else {
      return orderEvidence("lines[\(index)].eccn")
    }
    return shelf.place(Self.evidence(item))
  }

  private static func evidence(_ item: ItemMaster.Item) -> EvidenceRecord {
    EvidenceRecord(
      kind: .register, title: "Item master: \(item.sku)", publisher: item.classifiedBy,
      publishedOn: item.date.description, locator: item.place,
      statement: "\(item.classifiedBy) classified \(item.sku) on \(item.date) "
        + "(\(item.basisWords)).")
  }

  private mutating func masterDiffers(_ index: Int) -> Fact {
    guard let item = masterItem(index) else {
      return .boolean(false, .computed, words: masterWords(index))
    }
    let line = order.lines[index]
    let differs =
      ItemMaster.contradicts(line.eccn, item.eccn)
      || ItemMaster.contradicts(line.europeanDualUseCode, item.europeanCode)
    return .boolean(
      differs, .declared,
      evidence: differs
        ? [orderEvidence("lines[\(index)].eccn"), shelf.place(Self.evidence(item))] : [],
      words: masterWords(index))
  }

  private func masterWords(_ index: Int) -> String {
    guard corpus.items != nil else { return "the corpus holds no item master" }
    let line = order.lines[index]
    guard let item = masterItem(index) else {
      return line.sku.map { "\($0) is not in the item master" }
        ?? "the line states no article number"
    }
    let codes = [item.eccn, item.europeanCode.map { "EU \($0)" }].compactMap { $0 }
    return "the item master has \(item.sku) as \(codes.joined(separator: " and ")) "
      + "(\(item.basisWords))"
  }

  // MARK: - Unverified List

  /// Whether each party that is or may be on the Unverified List made a statement that speaks of
  /// every item of the order; nil where the corpus holds no statements or nobody is on the list.
  mutating func unverifiedListStatement() -> Fact? {
    let listed = Set(
      listings.filter { $0.match.isInForce && $0.match.entry.list.id == "us-bis-uvl" }.map(\.party))
    guard corpus.licences.hasStatements, !listed.isEmpty else { return nil }
    var evidence: [Int] = []
    for index in listed.sorted() {
      let party = parties[index]
      let made = corpus.licences.statements.filter {
        $0.statement.signed <= asOf
          && knowledge.names.compare(party.profile, $0.profile).verdict == .same
      }
      guard !made.isEmpty else {
        return .boolean(false, .computed, words: "no statement of \(party.name) is on file")
      }
      let verified = made.map(\.statement).filter { $0.verifiedBy != nil }
      guard !verified.isEmpty else {
        return .boolean(
          false, .declared, words: "nobody verified the statement of \(party.name)")
      }
      for line in lines {
        guard
          let code = line.line.eccn,
          let statement = verified.first(where: { $0.names(code: code) })
        else {
          return .boolean(
            false, .declared,
            words: "the statement of \(party.name) does not speak of line \(line.line.number) "
              + "(\(line.line.eccn ?? "no ECCN"))")
        }
        evidence.append(
          shelf.place(
            EvidenceRecord(
              kind: .register, title: "Statement under 15 CFR 744.15(b)",
              publisher: statement.signedBy, publishedOn: statement.signed.description,
              locator: statement.place,
              statement: "\(statement.signedBy) signed on \(statement.signed) for \(party.name); "
                + "\(statement.verifiedBy ?? "nobody") verified it (\(statement.evidence)).")))
      }
    }
    return .boolean(
      true, .verified, evidence: evidence, words: "verified statements speak of every item")
  }
}
