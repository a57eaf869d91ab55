public import Dossier
public import Formats
import Names
public import Policy
public import WatchLists

/// Screens parties alone against the lists of one day and the records of ownership.
///
/// A party meets the same lists, requirements, owners and suppressions as the parties of an order.
public struct PartyScreener: Sendable {
  /// Matches that one answer tells; beyond it the answer says that there may be more.
  static let limit = 200

  private let knowledge: ListKnowledge
  private let corpus: PartyCorpus
  private let matcher: ListMatcher
  private let owners: OwnershipSearch?
  private let coverage: Coverage

  /// Loads the lists as they were known on the day; `required` are those that the policies demand.
  public init(
    knowledge: ListKnowledge, required: [RequiredList], corpus: PartyCorpus, asOf: CivilDate
  ) throws(Diagnostic) {
    try self.init(
      knowledge: knowledge, required: required, corpus: corpus, asOf: asOf,
      feeds: try corpus.lists(asOf: asOf, knowledge: knowledge))
  }

  /// The same with lists that are at hand.
  public init(
    knowledge: ListKnowledge, required: [RequiredList], corpus: PartyCorpus, asOf: CivilDate,
    feeds: [LoadedFeed]
  ) throws(Diagnostic) {
    self.knowledge = knowledge
    self.corpus = corpus
    coverage = PartyScreener.coverage(
      of: feeds, asOf: asOf, knowledge: knowledge, required: required, corpus: corpus)
    matcher = ListMatcher(WatchListSnapshot(feeds, asOf: asOf), knowledge: knowledge.names)
    owners = try PartyScreener.owners(of: corpus, knowledge, matcher)
  }

  /// The owners of parties on the lists of a matcher; nil where the corpus holds no records.
  public static func owners(
    of corpus: PartyCorpus, _ knowledge: ListKnowledge, _ matcher: ListMatcher
  ) throws(Diagnostic) -> OwnershipSearch? {
    guard let graph = corpus.ownership else { return nil }
    return OwnershipSearch(
      graph, counting: try knowledge.affiliateProgrammes(), knowledge: knowledge, matcher: matcher,
      asOf: matcher.snapshot.asOf)
  }

  /// Whether every required list answered.
  public var coverageIsComplete: Bool { coverage.isComplete }

  public func screen(_ party: ScreenedParty, line: Int? = nil) -> PartyScreening {
    let contacts = party.contacts(knowledge.names)
    let profile = knowledge.names.profile(of: party.identity)
    // Of roles and products nothing is known, so that what was reviewed for some hides nothing.
    let search = matcher.matches(
      for: profile, contacts: contacts, suppressions: corpus.suppressions.suppressions,
      limit: PartyScreener.limit)
    let decisive = search.passing(over: knowledge.isPassedOver)
    var coverage = coverage
    for id in search.suppressed.map(\.suppression.id) where !coverage.suppressed.contains(id) {
      coverage.suppressed.append(id)
    }
    return PartyScreening(
      party: party, line: line, asOf: matcher.snapshot.asOf, search: decisive,
      unread: contacts.unread,
      ownership: PartyOwnership(owners?.ownership(of: profile) ?? .none(.notSearched)),
      coverage: coverage, demonstration: corpus.demonstration,
      notices: corpus.suppressions.diagnostics + notices(of: search, party))
  }

  /// Entries that name the party and decide nothing.
  private func notices(of search: ListSearch, _ party: ScreenedParty) -> [Diagnostic] {
    let name = party.names.first ?? party.id ?? "the party"
    var notices: [Diagnostic] = []
    for entry in search.matches.map(\.entry) + search.findings.map(\.entry) {
      guard let notice = knowledge.notice(passingOver: entry, naming: name),
        !notices.contains(notice)
      else { continue }
      notices.append(notice)
    }
    return notices
  }
}
