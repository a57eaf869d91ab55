public import Dossier
public import Evidence
import Facts
public import Formats
import Names
import Policy
import Taxonomy
public import Trade
import WatchLists

/// Holds orders, customers and instruments against what is new: claims, notices, list entries.
///
/// Two states of one day are compared that differ only in what is new, so that nothing else, such
/// as the age of a list or a rule that began since, passes for news. Nothing is changed by it.
public struct Watch: Sendable {
  let before: Screener
  let after: Screener
  private let states: DossierStates
  public let news: CorpusNews
  /// New claims that do not fit claims that there are, or each other.
  public let contradictions: [ClaimContradiction]
  /// What was not compared, so that silence about it says nothing.
  public let notices: [Diagnostic]
  private let reports: ReportTouches
  private let tenders: TenderIndex?
  private let lists: PartyRescreening?

  /// The two screeners are of one day and of one set of policies.
  public init(from before: Screener, to after: Screener, news: CorpusNews) throws(Diagnostic) {
    self.before = before
    self.after = after
    states = DossierStates(from: before.inputs, to: after.inputs)
    self.news = news
    let knowledge = after.knowledge
    reports = ReportTouches(
      after.corpus.evidence.only(claims: Set(news.claims.map(\.id))), knowledge,
      asOf: after.asOf)
    (contradictions, notices) =
      news.claims.isEmpty
      ? ([], [])
      : ClaimContradiction.search(
        of: news.claims, in: after.corpus.evidence, reader: try knowledge.reportReader())
    tenders =
      news.notices.isEmpty
      ? nil
      : TenderIndex(
        news.notices, knowledge: try knowledge.tenders(), catalogue: knowledge.catalogue)
    lists =
      before.snapshot.digest == after.snapshot.digest
      ? nil
      : try PartyRescreening(
        from: before.snapshot, to: after.snapshot, knowledge: knowledge.lists,
        corpus: after.corpus.parties)
  }

  /// Entries that differ between the two states of the lists.
  public var entriesThatDiffer: Int {
    lists.map { $0.difference.before.entries.count + $0.difference.after.entries.count } ?? 0
  }

  /// What touches a party by itself, whatever it orders.
  public func touches(of party: PartyReading) -> [Touch] {
    var touches: [Touch] = []
    for touch in reports.touches(of: party) {
      for claim in touch.report.claims {
        guard let source = after.corpus.evidence.sources[claim.source] else { continue }
        touches.append(Touch(touch, claim, of: source, party: party))
      }
    }
    for found in tenders?.notices(naming: party.profile) ?? []
    where found.notice.published.map({ $0 <= after.asOf }) ?? true {
      touches.append(
        Touch(
          found.notice, buys: found.buys, isCertain: found.verdict == .same, party: party))
    }
    if let lists {
      let screened = ScreenedParty(
        id: party.id, names: party.names, countries: party.countries,
        identifiers: party.identifiers, addresses: party.addresses)
      touches += lists.changes(of: screened).compactMap { Touch($0, party: party) }
      if let change = lists.ownershipChange(of: screened) {
        touches.append(Touch(change, party: party))
      }
    }
    return touches
  }

  /// What an order comes to before and after; nil where nothing new touches it or changes it.
  public func change(of order: Order, line: Int? = nil) -> WatchedOrder? {
    let dossiers = states.dossiers(of: order)
    let old = Answer(dossiers.before, before)
    let new =
      dossiers.after.map { Answer($0, after) }
      ?? Answer(dossiers.before, after, old.evaluation)
    var touches: [Touch] = []
    for party in new.dossier.parties where party.basis == .declared {
      touches += self.touches(of: party)
    }
    // What is known of a place or of the goods reaches the order by its dossier.
    let known = Set(touches.map { [$0.title, $0.place] })
    let direction = Direction(from: old.outcome, to: new.outcome)
    func add(_ records: Set<EvidenceRecord>, isNew: Bool) {
      for record in records.sorted(by: {
        ($0.title, $0.locator, $0.statement) < ($1.title, $1.locator, $1.statement)
      })
      // Goods of one kind alone are no reason to look at an order anew.
      where !known.contains([record.title, record.locator])
        && (!record.isWeak || direction != nil)
      {
        touches.append(Touch(record, isNew: isNew))
      }
    }
    if dossiers.after != nil {
      let (was, now) = (Set(old.dossier.evidence), Set(new.dossier.evidence))
      add(now.subtracting(was), isNew: true)
      add(was.subtracting(now), isNew: false)
    }
    guard direction != nil || !touches.isEmpty else { return nil }
    let changes = direction.map {
      RuleChange.responsible(
        for: $0, before: before.evaluator.standings(old.evaluation),
        after: after.evaluator.standings(new.evaluation))
    }
    var seen: Set<Touch> = []
    return WatchedOrder(
      reference: order.reference, line: line,
      touches: touches.filter { seen.insert($0).inserted }, before: old.outcome,
      after: new.outcome, changes: changes ?? [])
  }

  /// What an order comes to in one state, without the words of a determination.
  private struct Answer {
    let dossier: Dossier
    let evaluation: Evaluation
    let outcome: Outcome?

    /// `known` is the evaluation of the same facts by the same policies, where there is one.
    init(_ dossier: Dossier, _ screener: Screener, _ known: Evaluation? = nil) {
      self.dossier = dossier
      evaluation = known ?? screener.evaluator.evaluate(dossier.table)
      let isComplete = DeterminationAssembly.coverage(screener, dossier).isComplete
      outcome =
        isComplete || evaluation.outcome >= .refusePolicy ? evaluation.outcome : nil
    }
  }
}
