import Dossier
import Formats
import Names
import WatchLists

/// Screens parties alone against the lists of one day.
///
/// Built from a `Screener`, so that a party meets the same lists, requirements and suppressions
/// as the parties of an order.
public struct PartyScreener: Sendable {
  /// Matches that one answer tells; beyond it the answer says that there may be more.
  static let limit = 200

  private let screener: Screener
  private let coverage: Coverage

  public init(_ screener: Screener) {
    self.screener = screener
    coverage = PartyScreener.coverage(
      screener.coverage, faults: screener.snapshot.faults, policies: screener.policies,
      corpus: screener.corpus)
  }

  /// Whether every required list answered.
  public var coverageIsComplete: Bool { coverage.isComplete }

  public func screen(_ party: ScreenedParty, line: Int? = nil) -> PartyScreening {
    let contacts = party.contacts(screener.knowledge.names)
    // Of roles and products nothing is known, so that what was reviewed for some hides nothing.
    let search = screener.inputs.matcher.matches(
      for: party.identity, contacts: contacts,
      suppressions: screener.corpus.suppressions.suppressions,
      limit: PartyScreener.limit)
    let decisive = search.passing(over: screener.knowledge.isPassedOver)
    var coverage = coverage
    for id in search.suppressed.map(\.suppression.id) where !coverage.suppressed.contains(id) {
      coverage.suppressed.append(id)
    }
    return PartyScreening(
      party: party, line: line, asOf: screener.asOf, search: decisive, unread: contacts.unread,
      coverage: coverage,
      demonstration: screener.corpus.demonstration,
      notices: screener.corpus.suppressions.diagnostics + notices(of: search, party))
  }

  /// Entries that name the party and decide nothing.
  private func notices(of search: ListSearch, _ party: ScreenedParty) -> [Diagnostic] {
    let name = party.names.first ?? party.id ?? "the party"
    var notices: [Diagnostic] = []
    for entry in search.matches.map(\.entry) + search.findings.map(\.entry) {
      guard let notice = screener.knowledge.notice(passingOver: entry, naming: name),
        !notices.contains(notice)
      else { continue }
      notices.append(notice)
    }
    return notices
  }
}
