import Digests
import Dossier
import Evidence
import Facts
import Formats
import Policy
import Trade
import WatchLists

/// Turns the results of the rules into a determination.
struct DeterminationAssembly {
  let screener: Screener
  let dossier: Dossier
  let evaluation: Evaluation
  let plan: QuestionPlan
  let coverage: Coverage
  var shelf: EvidenceItems

  let rules: [Rule]

  var evaluator: Evaluator { screener.evaluator }
  var table: FactTable { dossier.table }

  init(screener: Screener, dossier: Dossier) {
    self.screener = screener
    self.dossier = dossier
    rules = screener.policies.rules
    evaluation = screener.evaluator.evaluate(dossier.table)
    plan = screener.evaluator.plan(for: evaluation)
    coverage = DeterminationAssembly.coverage(screener, dossier)
    shelf = EvidenceItems(dossier.evidence)
  }

  mutating func determination() -> Determination {
    let findings = findings()
    let counterEvidence = dossier.counterEvidence.map { entry in
      CounterEvidence(text: entry.text, evidence: entry.evidence.map { shelf.id(of: $0) })
    }
    let outcome = outcome
    var determination = Determination(
      id: identifier, outcome: outcome, asOf: screener.asOf,
      order: OrderSummary(dossier, screener.knowledge),
      policy: PolicyIdentity(
        name: screener.policies.name, revision: screener.policies.revision,
        digest: screener.policies.digest, dataDigest: screener.dataDigest),
      lanes: lanes(), findings: findings, lineOutcomes: lineOutcomes(findings, outcome),
      evidence: shelf.items, coverage: coverage, questions: questions(),
      counterfactuals: counterfactuals(), obligations: obligations(),
      counterEvidence: counterEvidence, scheduledChanges: screener.scheduledChanges, trace: [],
      notices: dossier.notices, demonstration: screener.corpus.demonstration,
      facts: RecordedFacts(
        vocabulary: evaluator.policies.vocabulary, asOf: evaluator.asOf,
        confirmations: evaluator.confirmations, table: table),
      undetermined: evaluation.raising.map { rules[$0.rule].name }, worksheets: dossier.worksheets)
    determination.answers = dossier.answers.map {
      AnsweredQuestion($0, evidence: shelf.id(of: $0.evidence))
    }
    determination.diligence = diligence()
    determination.evidence = shelf.items
    determination.capacity = dossier.capacity.map { account in
      CapacityStatement(
        body: account.body,
        steps: account.steps.map {
          CapacityStatement.Step(
            title: $0.title, arithmetic: $0.arithmetic, result: $0.result, source: $0.source)
        }, gaps: account.gaps)
    }
    let assembly = self
    determination.trace(
      by: Deferred { assembly.trace() },
      refusalIsOpen: evaluation.results.contains {
        $0.state == .undetermined && rules[$0.rule].effect?.isRefusal == true
      })
    return determination
  }

  /// Nil where required lists did not answer, unless the order is refused already.
  var outcome: Outcome? {
    let outcome = evaluation.outcome
    if !coverage.isComplete, outcome < .refusePolicy { return nil }
    return outcome
  }

  /// 26 letters and digits of the digest of everything that the determination depends on.
  private var identifier: String {
    let inputs = JSON.strings([
      dossier.order.digest.description, String(dossier.order.revision), dossier.order.reference,
      dossier.order.system, screener.policies.digest, screener.dataDigest,
      screener.asOf.description,
    ])
    return DeterminationIdentifier.text(of: inputs.canonicalText)
  }

  static func coverage(_ screener: Screener, _ dossier: Dossier) -> Coverage {
    let lists = screener.policies.lists
    let nexus = [
      "US": OrderTerm.usNexus, "EU": OrderTerm.euNexus, "UK": OrderTerm.ukNexus,
    ]
    var notSearched = dossier.notSearched
    let entries = screener.coverage.map { list -> Coverage.List in
      var isRequired = list.requirement.isRequired
      let actor = lists.first { $0.code == list.requirement.id }?.whenActor
      if let actor, let term = nexus[actor] {
        let fact = dossier.table.objects[0][0].facts[term.rawValue]
        // Who may take part may be bound by it.
        isRequired = isRequired && fact.value != .boolean(false)
        if !isRequired, !list.answered {
          notSearched.append(
            "\(list.requirement.name) (no person of that jurisdiction takes part)")
        }
      }
      return Coverage.List(
        id: list.requirement.id, name: list.requirement.name, retrieved: list.retrieved,
        entries: list.entries, unreadable: list.unreadable, ageDays: list.ageDays,
        canariesFound: list.canariesFound, canariesExpected: list.canariesExpected,
        isRequired: isRequired, faults: list.faults, digest: list.digest)
    }
    // Of an earlier version that cannot be read nobody knows whom it listed.
    let told = Set(screener.coverage.flatMap(\.faults))
    for fault in screener.snapshot.faults where !told.contains(fault.message) {
      notSearched.append("former listings (\(fault.message))")
    }
    return Coverage(
      lists: entries, notSearched: notSearched, suppressed: dossier.suppressed)
  }
}

/// Evidence in the order of first use, with the ids by which findings cite it.
struct EvidenceItems {
  private let records: [EvidenceRecord]
  private var ids: [Int: String] = [:]
  private(set) var items: [EvidenceItem] = []

  init(_ records: [EvidenceRecord]) { self.records = records }

  mutating func id(of index: Int) -> String {
    if let id = ids[index] { return id }
    let id = append(records[index])
    ids[index] = id
    return id
  }

  mutating func append(_ record: EvidenceRecord) -> String {
    let id = "ev_\(items.count + 1)"
    items.append(
      EvidenceItem(
        id: id, kind: EvidenceItem.Kind(rawValue: record.kind.rawValue) ?? .register,
        title: record.title, publisher: record.publisher, language: record.language,
        publishedOn: record.publishedOn, url: record.url, sha256: record.sha256,
        locator: record.locator, statement: record.statement, grade: record.grade,
        verification: record.verification, root: record.root))
    return id
  }
}
