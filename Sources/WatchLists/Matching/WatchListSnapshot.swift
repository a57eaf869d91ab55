import Digests
public import Formats

/// All lists as they were known on one day: entries in force and past ones, frozen.
public struct WatchListSnapshot: Sendable {
  /// Where a feed of the snapshot comes from, for the memo's coverage.
  public struct Source: Sendable, Hashable {
    public let feed: String
    public let retrieved: CivilDate?
    /// The last day on which the publisher still had that version; on it the age rests.
    public let lastKnown: CivilDate?
    public let entries: Int
    /// `sha256:` digest of the version.
    public let digest: String

    var identity: String {
      let later = lastKnown == retrieved ? nil : lastKnown
      return "\(feed) \(digest)" + (later.map { " \($0)" } ?? "")
    }
  }

  public let asOf: CivilDate
  /// Entries that are or were listed on that day, by feed and in the order of their versions.
  public let entries: EntryTable
  /// For each entry whether it was in force; never `notYetListed`.
  public let standings: [ListStanding]
  /// Entries whose listing begins later: no match, but a change that is to come.
  public let upcoming: [ListEntry]
  public let sources: [Source]
  /// Versions that could not be used, and history that could not be read.
  public let faults: [Diagnostic]
  /// `sha256:` digest of the sources and the day.
  public let digest: String

  /// Freezes loaded feeds, with further readings such as the bundled list.
  ///
  /// The bundled list comes with the program, not with a day: it is searched whatever the day, by
  /// the dates of its entries, since leaving it out could hide a listed party.
  public init(
    _ feeds: [LoadedFeed], bundled: [String: ListReading] = [:], asOf date: CivilDate
  ) {
    var parts: [EntryTable] = []
    var sources: [Source] = []
    var faults: [Diagnostic] = []
    for feed in feeds {
      faults += (feed.fault.map { [$0] } ?? []) + feed.historyFaults
      guard let digest = feed.digest else { continue }
      parts += [feed.entries, feed.removed]
      sources.append(
        Source(
          feed: feed.feed, retrieved: feed.retrieved, lastKnown: feed.lastKnown(asOf: date),
          entries: feed.entries.count,
          digest: digest))
    }
    for (name, reading) in bundled.sorted(by: { $0.key < $1.key }) {
      parts.append(EntryTable(reading.entries))
      let lines = reading.entries.map(\.line).joined(separator: "\n")
      sources.append(
        Source(
          feed: name, retrieved: reading.retrieved, lastKnown: reading.retrieved,
          entries: reading.entries.count,
          digest: SHA256(of: lines).description))
    }
    asOf = date
    (entries, standings, upcoming) = EntryTable(joining: parts).sorted(asOf: date)
    self.sources = sources
    self.faults = faults
    let identity = JSON.strings([date.description] + sources.map(\.identity))
    digest = SHA256(of: identity.canonicalText).description
  }

  /// A snapshot of entries at hand, for tests and demonstrations.
  public init(entries given: [ListEntry], asOf date: CivilDate) {
    asOf = date
    (entries, standings, upcoming) = EntryTable(given).sorted(asOf: date)
    sources = []
    faults = []
    let identity = JSON.strings([date.description] + given.map(\.line))
    digest = SHA256(of: identity.canonicalText).description
  }
}
