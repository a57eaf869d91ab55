/// What differs between two states of all lists, as far as a search could notice it.
///
/// Entries that are the same, word for word and in force or not in both, are left out: no party
/// meets them otherwise than before.
public struct SnapshotDifference: Sendable {
  /// Only in the earlier state in this wording or standing, in its order.
  public let before: WatchListSnapshot
  /// Only in the later state, in its order.
  public let after: WatchListSnapshot
  /// For each entry of `after` the one of `before` that it was.
  private let earlier: [ListEntry: ListEntry]

  /// `touching` are ids of entries that count as different though they are not: where a
  /// suppression holds on one day and not on the other.
  ///
  /// Linear in the entries.
  public init(
    from earlier: WatchListSnapshot, to later: WatchListSnapshot, touching ids: Set<String> = []
  ) {
    let old = Set(zip(earlier.entries, earlier.standings).map(StatedEntry.init))
    let new = Set(zip(later.entries, later.standings).map(StatedEntry.init))
    func part(_ snapshot: WatchListSnapshot, _ other: Set<StatedEntry>) -> [ListEntry] {
      zip(snapshot.entries, snapshot.standings).compactMap { entry, standing in
        let isSame = other.contains(StatedEntry((entry, standing))) && !ids.contains(entry.id)
        return isSame ? nil : entry
      }
    }
    before = WatchListSnapshot(entries: part(earlier, new), asOf: earlier.asOf)
    after = WatchListSnapshot(entries: part(later, old), asOf: later.asOf)
    let pairing = EntryPairing(before.entries.whole, after.entries.whole)
    var partners: [ListEntry: ListEntry] = [:]
    for (index, partner) in pairing.partners.enumerated() {
      guard let partner else { continue }
      partners[after.entries[index]] = before.entries[partner]
    }
    self.earlier = partners
  }

  /// The entry of the earlier state that this one of the later state was: itself where nothing
  /// about it differs; nil where it is new.
  public func earlier(than entry: ListEntry) -> ListEntry? {
    earlier[entry]
  }

  /// Names of the members in which two entries differ, save the id.
  public static func fields(_ before: ListEntry, _ after: ListEntry) -> [String] {
    ListDifference.fields(before, after).filter { $0 != "id" }
  }
}

/// An entry with whether it is in force, which may change without a word of it.
private struct StatedEntry: Hashable {
  let entry: ListEntry
  let isListed: Bool

  init(_ pair: (ListEntry, ListStanding)) {
    entry = pair.0
    isListed = pair.1 == .listed
  }
}
