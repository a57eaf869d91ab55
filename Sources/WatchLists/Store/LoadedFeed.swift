public import Formats

/// One feed as it was known on a day: its version in force, its entries, or why there are none.
public struct LoadedFeed: Sendable {
  public let feed: String
  /// Nil where no version was retrieved by that day, or the version is damaged.
  public let version: ListVersion?
  public let entries: EntryTable
  /// Entries of earlier versions that the version in force no longer has, with the day of the
  /// first version without them as `removedOn`.
  public let removed: EntryTable
  public let unreadable: Int
  /// Why the version in force cannot be used.
  public let fault: Diagnostic?
  /// The lists that a damaged version held, by its manifest; nil where that is unknown too.
  let damagedLists: [ListCode]?
  /// Earlier versions that could not be read for their removed entries.
  public let historyFaults: [Diagnostic]

  init(
    feed: String, version: ListVersion? = nil, entries: [ListEntry] = [],
    removed: [ListEntry] = [], unreadable: Int = 0, fault: Diagnostic? = nil,
    damagedLists: [ListCode]? = nil, historyFaults: [Diagnostic] = []
  ) {
    self.init(
      feed: feed, version: version, table: EntryTable(entries), removedTable: EntryTable(removed),
      unreadable: unreadable, fault: fault, damagedLists: damagedLists,
      historyFaults: historyFaults)
  }

  init(
    feed: String, version: ListVersion?, table: EntryTable, removedTable: EntryTable,
    unreadable: Int, fault: Diagnostic? = nil, damagedLists: [ListCode]? = nil,
    historyFaults: [Diagnostic] = []
  ) {
    self.feed = feed
    self.version = version
    entries = table
    removed = removedTable
    self.unreadable = unreadable
    self.fault = fault
    self.damagedLists = damagedLists
    self.historyFaults = historyFaults
  }

  public var retrieved: CivilDate? { version?.retrieved }

  /// The last day up to this one on which the publisher still had the version.
  public func lastKnown(asOf date: CivilDate) -> CivilDate? { version?.lastKnown(asOf: date) }

  /// The lists of the version in force, or of the damaged one as far as its manifest tells.
  var lists: [ListCode] { version?.manifest?.perList.keys.sorted() ?? damagedLists ?? [] }

  public var digest: String? { version?.manifest?.digest }
}

extension ListStore {
  /// Every feed as it was known on this day.
  ///
  /// Linear in the entries of the versions in force; earlier versions are read by their ids, and
  /// only where `withHistory` asks for what was removed.
  public func load(asOf date: CivilDate, withHistory: Bool = true) -> [LoadedFeed] {
    feeds.map { load($0, asOf: date, withHistory: withHistory) }
  }

  func load(_ feed: String, asOf date: CivilDate, withHistory: Bool) -> LoadedFeed {
    do {
      guard let version = try version(of: feed, asOf: date) else { return LoadedFeed(feed: feed) }
      let entries = try entries(of: version)
      let history =
        withHistory ? removedEntries(before: version, present: entries) : ListHistory()
      return LoadedFeed(
        feed: feed, version: version, entries: entries, removed: history.removed,
        unreadable: version.manifest?.unreadable ?? 0, historyFaults: history.faults)
    } catch {
      let damaged = versions(of: feed).first { $0.retrieved.map { $0 <= date } ?? true }
      return LoadedFeed(
        feed: feed, fault: error, damagedLists: damaged?.manifest?.perList.keys.sorted())
    }
  }
}
