import Formats

extension ListStore {
  /// A feed as it was when this version was in force, whatever has come since.
  ///
  /// A version that is damaged gives a feed with a fault, as in `load(asOf:withHistory:)`.
  public func load(_ version: ListVersion) -> LoadedFeed {
    do throws(Diagnostic) {
      let entries = try entries(of: version)
      let history = removedEntries(before: version, present: entries)
      return LoadedFeed(
        feed: version.feed, version: version, entries: entries, removed: history.removed,
        unreadable: version.manifest?.unreadable ?? 0, historyFaults: history.faults)
    } catch {
      return LoadedFeed(
        feed: version.feed, fault: error,
        damagedLists: version.manifest?.perList.keys.sorted())
    }
  }

  /// The version before this one of its feed; nil where it is the first.
  public func version(before version: ListVersion) -> ListVersion? {
    let versions = versions(of: version.feed)
    guard let position = versions.firstIndex(where: { $0.stem == version.stem }),
      position + 1 < versions.count
    else { return nil }
    return versions[position + 1]
  }
}
