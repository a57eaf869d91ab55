import Digests
public import Dossier
import Evidence
public import Formats
public import Policy
public import Trade
public import WatchLists

/// Screens orders of one as-of date: `screen(order) -> Determination`.
///
/// Everything that a determination depends on is given here; there is no clock, no network and no
/// state, so the same inputs give the same bytes. Built once for a date and safe to share.
public struct Screener: Sendable {
  public let knowledge: Knowledge
  public let policies: PolicySet
  public let corpus: Corpus
  public let asOf: CivilDate
  let coverage: [ListCoverage]
  let snapshot: WatchListSnapshot
  let inputs: DossierInputs
  let evaluator: Evaluator
  /// What begins or ends within 90 days.
  let scheduledChanges: [ScheduledChange]
  /// Digest of bundled data, corpus and list versions.
  let dataDigest: String

  /// Loads the lists as they were known on the date and holds them against the coverage policy.
  ///
  /// A list that cannot be read is a coverage fault of the determinations, not an error here; an
  /// unreadable corpus is an error, because what it holds could change any outcome.
  public init(
    knowledge: Knowledge, policies: PolicySet, corpus: Corpus, asOf: CivilDate,
    bundledDigest: String
  ) throws(Diagnostic) {
    self.init(
      knowledge: knowledge, policies: policies, corpus: corpus, asOf: asOf,
      bundledDigest: bundledDigest,
      feeds: try corpus.lists(asOf: asOf, knowledge: knowledge))
  }

  /// The same with lists that are at hand. `judged` are lists by which coverage is judged instead,
  /// where two states are compared that are to differ in nothing but what the lists say. `other`
  /// is of the same bundled data and lends what it has made of the same lists and parties.
  public init(
    knowledge: Knowledge, policies: PolicySet, corpus: Corpus, asOf: CivilDate,
    bundledDigest: String, feeds: [LoadedFeed], judged: [LoadedFeed]? = nil,
    beside other: Screener? = nil
  ) {
    self.knowledge = knowledge
    self.policies = policies
    self.corpus = corpus
    self.asOf = asOf
    let snapshot = WatchListSnapshot(feeds, asOf: asOf)
    self.snapshot = snapshot
    coverage = Screener.coverage(
      of: judged ?? feeds, asOf: asOf, knowledge: knowledge.lists, required: policies.lists,
      isDemonstration: corpus.demonstration != nil)
    let conditional = Set(policies.lists.filter { $0.whenActor != nil }.map(\.code))
    let matcher =
      other.flatMap { $0.snapshot.digest == snapshot.digest ? $0.inputs.matcher : nil }
      ?? ListMatcher(snapshot, knowledge: knowledge.names)
    inputs = DossierInputs(
      knowledge: knowledge, corpus: corpus, matcher: matcher, asOf: asOf,
      coverageIsComplete: coverage.allSatisfy {
        $0.answered || !$0.requirement.isRequired || conditional.contains($0.requirement.id)
      }, vocabulary: policies.vocabulary, beside: other?.inputs)
    evaluator = Evaluator(
      policies: policies, asOf: asOf, confirmations: corpus.register.confirmations(on: asOf))
    scheduledChanges = ScheduledChange.changes(
      asOf: asOf, policies, knowledge.law, snapshot)
    dataDigest =
      SHA256(
        of: JSON.strings([bundledDigest, corpus.digest, snapshot.digest]).canonicalText
      ).description
  }

  /// What the policies and the imported lists require, held against these feeds.
  static func coverage(
    of feeds: [LoadedFeed], asOf: CivilDate, knowledge: ListKnowledge, required: [RequiredList],
    isDemonstration: Bool
  ) -> [ListCoverage] {
    let requirements = required.filter { $0.isDemonstration == isDemonstration }.map {
      CoverageRequirement(
        id: $0.code, name: $0.name, minimumEntries: $0.floor, canaries: $0.canaries,
        maximumAgeDays: $0.maximumAgeDays, isRequired: $0.isRequired)
    }
    // The demonstration's own feed is the policy's to judge, and only of a demonstration.
    let imported = feeds.filter { !isDemonstration || $0.feed != "demonstration" }
    return ListCoverage.evaluate(
      knowledge.listRequirements.completing(requirements, for: imported), loaded: feeds,
      asOf: asOf)
  }

  /// What the export declaration of an order needs, and what of it is missing.
  public func declaration(of order: Order, notices: [Diagnostic] = []) -> ExportDeclaration {
    ExportDeclaration(
      Dossier(order, inputs, notices: notices), company: corpus.company, knowledge.lawTables)
  }

  /// Screens one order. `notices` are the decoder's warnings about it.
  public func screen(_ order: Order, notices: [Diagnostic] = []) -> Determination {
    let dossier = Dossier(order, inputs, notices: notices)
    var assembly = DeterminationAssembly(screener: self, dossier: dossier)
    return assembly.determination()
  }
}

extension Screener {
  /// What the lists of this date answer before any order is looked at. Lists that are required only
  /// where some actor takes part count as not required.
  public var standing: [Coverage.List] {
    let conditional = Set(policies.lists.filter { $0.whenActor != nil }.map(\.code))
    return coverage.map { list in
      Coverage.List(
        id: list.requirement.id, name: list.requirement.name, retrieved: list.retrieved,
        entries: list.entries, unreadable: list.unreadable, ageDays: list.ageDays,
        canariesFound: list.canariesFound, canariesExpected: list.canariesExpected,
        isRequired: list.requirement.isRequired && !conditional.contains(list.requirement.id),
        faults: list.faults, digest: list.digest)
    }
  }

  /// The policies and data by which determinations of this date are made.
  public var identity: PolicyIdentity {
    PolicyIdentity(
      name: policies.name, revision: policies.revision, digest: policies.digest,
      dataDigest: dataDigest)
  }
}
