import Evidence
public import Trade
import WatchLists

/// Two states of what is known on one day, which differ in what is new.
///
/// What the dossiers of an order rest on in both states is worked out once, and where nothing of
/// what is new reaches the order there is one dossier.
public struct DossierStates: Sendable {
  public let before: DossierInputs
  public let after: DossierInputs
  /// Whether they differ in notices, claims and lists alone.
  private let areComparable: Bool
  private let haveOneTenders: Bool
  private let haveOneEvidence: Bool
  private let haveOneLists: Bool
  /// Reports of the earlier state that say the same as one of the later state.
  private let twins: [ObjectIdentifier: ObjectIdentifier]

  /// Both are of the same bundled data and the same policies.
  public init(from before: DossierInputs, to after: DossierInputs) {
    self.before = before
    self.after = after
    let (was, now) = (before.corpus, after.corpus)
    areComparable =
      before.asOf == after.asOf && was.digest == now.digest
      && before.coverageIsComplete == after.coverageIsComplete
      && was.evidence.programmes == now.evidence.programmes
    haveOneTenders = was.tenders === now.tenders
    haveOneEvidence =
      was.evidence.claims == now.evidence.claims && was.evidence.sources == now.evidence.sources
    haveOneLists = before.matcher.snapshot.digest == after.matcher.snapshot.digest
    var places: [ReportPlace: PreparedReport] = [:]
    for report in before.reports { places[ReportPlace(report)] = report }
    twins = Dictionary(
      after.reports.compactMap { report in
        places[ReportPlace(report)].flatMap { twin in
          report.says(theSameAs: twin) ? (ObjectIdentifier(twin), ObjectIdentifier(report)) : nil
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What a report is known by in its library.
  private struct ReportPlace: Hashable {
    let kind: String
    let subject: ClaimSubject
    let claim: String?

    init(_ prepared: PreparedReport) {
      kind = prepared.report.kind
      subject = prepared.report.subject
      claim = prepared.report.claims.first?.id
    }
  }

  /// The dossiers of an order in both states; the later one is nil where it has the same facts,
  /// evidence and counter-evidence as the earlier one.
  public func dossiers(of order: Order) -> (before: Dossier, after: Dossier?) {
    guard areComparable else { return (Dossier(order, before), Dossier(order, after)) }
    var one = DossierAssembly(order, before, notices: [])
    one.joinInstalledBase()
    let known = one.parties.count
    var other = one
    other.inputs = after
    one.joinTenders()
    if haveOneTenders {
      other = one
      other.inputs = after
    } else {
      other.joinTenders()
    }
    let tendersAgree = haveOneTenders || agreeInTenders(one, other)
    one.searchForParties()
    if haveOneLists, tendersAgree || max(one.parties.count, other.parties.count) == known {
      other.searchForParties(as: one)
    } else {
      other.searchForParties()
    }
    one.selectReports()
    var reportsAgree = tendersAgree && haveOneEvidence
    if reportsAgree {
      other.selectReports(as: one)
    } else {
      other.selectReports()
      reportsAgree = agreeInReports(one, other)
    }
    let table = one.statedFacts()
    guard tendersAgree, haveOneLists, reportsAgree else {
      let own = one.counterEvidence()
      let otherTable = other.statedFacts()
      let others = other.counterEvidence()
      return (one.dossier(table, own), other.dossier(otherTable, others))
    }
    other = one
    other.inputs = after
    let own = one.counterEvidence()
    let dossier = one.dossier(table, own)
    guard !haveOneEvidence else { return (dossier, nil) }
    let others = other.counterEvidence()
    let isSame =
      one.shelf.records == other.shelf.records
      && own.elementsEqual(others) { $0.text == $1.text && $0.evidence == $1.evidence }
    return (dossier, isSame ? nil : other.dossier(table, others))
  }

  /// How many weak matches are left out is told in words and is no fact.
  private func agreeInTenders(_ one: DossierAssembly, _ other: DossierAssembly) -> Bool {
    (before.corpus.tenders == nil) == (after.corpus.tenders == nil)
      && one.tendersAreTruncated == other.tendersAreTruncated && one.tenders == other.tenders
  }

  private func agreeInReports(_ one: DossierAssembly, _ other: DossierAssembly) -> Bool {
    one.reports.count == other.reports.count
      && zip(one.reports, other.reports).allSatisfy { old, new in
        twins[ObjectIdentifier(old.prepared)] == ObjectIdentifier(new.prepared)
          && old.isAbout == new.isAbout && old.coversPlace == new.coversPlace
      }
  }
}
