public import Dossier
public import Formats
import Names
public import WatchLists

/// Which results of parties differ between two states of the lists.
///
/// A party and an entry are compared without regard to other entries. So entries that are the
/// same in both states give the same matches, and it is enough to hold the parties against those
/// that were added, changed or removed. The one thing that a long list adds is that its index
/// passes on only the likeliest candidates: a match that the index of the whole list would miss is
/// found here, never the reverse.
public struct PartyRescreening: Sendable {
  public enum Method: Sendable {
    /// Against the entries that differ.
    case delta
    /// Against all entries of both states: slow, and the measure of the other.
    case full
  }

  public let difference: SnapshotDifference
  private let before: ListMatcher
  private let after: ListMatcher
  private let suppressions: [Suppression]
  private let knowledge: ListKnowledge
  /// The owners of parties in both states; nil where the corpus holds no records.
  private let owners: (before: OwnershipSearch, after: OwnershipSearch)?

  /// With the suppressions and the records of ownership of the corpus.
  public init(
    from earlier: WatchListSnapshot, to later: WatchListSnapshot, knowledge: ListKnowledge,
    corpus: PartyCorpus, method: Method = .delta
  ) throws(Diagnostic) {
    // An owner may be listed in whatever entry, so that all of them are asked.
    func owners(_ snapshot: WatchListSnapshot) throws(Diagnostic) -> OwnershipSearch? {
      guard corpus.ownership != nil else { return nil }
      return try PartyScreener.owners(
        of: corpus, knowledge, ListMatcher(snapshot, knowledge: knowledge.names))
    }
    let (was, now) = (try owners(earlier), try owners(later))
    self.init(
      from: earlier, to: later, knowledge: knowledge,
      suppressions: corpus.suppressions.suppressions, method: method,
      owners: was.flatMap { was in now.map { (was, $0) } })
  }

  init(
    from earlier: WatchListSnapshot, to later: WatchListSnapshot, knowledge: ListKnowledge,
    suppressions: [Suppression], method: Method = .delta,
    owners: (before: OwnershipSearch, after: OwnershipSearch)? = nil
  ) {
    self.owners = owners
    // Between two days a suppression may begin or end while its entry stays as it is.
    let touched = earlier.asOf == later.asOf ? [] : Set(suppressions.map(\.entry))
    difference = SnapshotDifference(from: earlier, to: later, touching: touched)
    self.suppressions = suppressions
    self.knowledge = knowledge
    switch method {
    case .delta:
      before = ListMatcher(difference.before, knowledge: knowledge.names)
      after = ListMatcher(difference.after, knowledge: knowledge.names)
    case .full:
      before = ListMatcher(earlier, knowledge: knowledge.names)
      after = ListMatcher(later, knowledge: knowledge.names)
    }
  }

  /// What differs for one party, new matches first; empty where its result is as before.
  public func changes(of party: ScreenedParty) -> [PartyChange] {
    let now = matches(of: party, in: after)
    var was: [ListEntry: PartyMatch] = [:]
    for match in matches(of: party, in: before) { was[match.entry] = match }
    var changes: [PartyChange] = []
    for match in now {
      let partner = difference.earlier(than: match.entry) ?? match.entry
      let earlier = was.removeValue(forKey: partner)
      if let change = PartyChange(from: earlier, to: match) { changes.append(change) }
    }
    // INVARIANT: what is left was matched before and is not now; the order is set below.
    for (_, match) in was {
      if let change = PartyChange(from: match, to: nil) { changes.append(change) }
    }
    return changes.sorted(by: PartyChange.isBefore)
  }

  /// What its owners come to otherwise than before; nil where they come to the same.
  public func ownershipChange(of party: ScreenedParty) -> OwnershipChange? {
    guard let owners else { return nil }
    let profile = knowledge.names.profile(of: party.identity)
    return OwnershipChange(
      from: PartyOwnership(owners.before.ownership(of: profile)),
      to: PartyOwnership(owners.after.ownership(of: profile)))
  }

  private func matches(of party: ScreenedParty, in matcher: ListMatcher) -> [PartyMatch] {
    // Nothing is cut off: a change beyond a limit would be lost.
    let search = matcher.matches(
      for: party.identity, contacts: party.contacts(knowledge.names), suppressions: suppressions,
      limit: matcher.snapshot.entries.count + 1
    ).passing(over: knowledge.isPassedOver)
    let all =
      search.matches.map { PartyMatch($0) }
      + PartyMatch.contacts(search.findings, in: matcher.snapshot)
      + search.suppressed.map { PartyMatch($0) }
    // One entry may stand by its address where its name was told apart: what binds counts first.
    var seen: Set<ListEntry> = []
    return all.filter { seen.insert($0.entry).inserted }
  }
}
