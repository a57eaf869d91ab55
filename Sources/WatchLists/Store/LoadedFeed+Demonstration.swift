public import Formats

extension LoadedFeed {
  /// A reading presented as a feed of a fixed day, for demonstrations.
  ///
  /// The date is the demonstration's, not the publisher's: every output that rests on it says so.
  public init(demonstration reading: ListReading, retrieved: CivilDate, digest: String) {
    var counts: [ListCode: Int] = [:]
    for entry in reading.entries { counts[entry.list, default: 0] += 1 }
    let manifest = ListManifest(
      feed: "demonstration", format: reading.format, sourceName: "bundled restricted parties",
      retrieved: retrieved, sequence: 1, importedFromSHA256: digest,
      entries: reading.entries.count, unreadable: reading.unreadable, perList: counts,
      digest: digest)
    self.init(
      feed: "demonstration",
      version: ListVersion(
        feed: "demonstration", stem: "demonstration", retrieved: retrieved, manifest: manifest,
        fault: nil),
      entries: reading.entries, unreadable: reading.unreadable)
  }
}
