import Digests
public import Formats

extension ListStore {
  /// Every feed as it was known on this day, as `load(asOf:withHistory:)`, from a compiled snapshot.
  ///
  /// It is made where there is none for these versions, tables and program, and kept beside the
  /// versions if that can be. Where a version is damaged nothing compiled stands in for it.
  public func load(asOf date: CivilDate, compiledWith compilation: ListCompilation) -> [LoadedFeed]
  {
    guard let key = SnapshotKey(self, asOf: date, tables: compilation.tables) else {
      return load(asOf: date)
    }
    switch stored(key, compilation) {
    case .found(let lists): return feeds(of: lists, key)
    case .versionsChanged: return load(asOf: date)
    case .missing: return compiled(key, asOf: date, compilation)
    }
  }

  private enum Stored {
    case found(MappedLists)
    case missing
    /// A version is no longer what it was, which has to be told with its reason.
    case versionsChanged
  }

  private func stored(_ key: SnapshotKey, _ compilation: ListCompilation) -> Stored {
    let path = file(of: key)
    let bytes: MappedBytes
    do {
      bytes = try MappedBytes(path: path)
    } catch {
      if FileReader.exists(path) { tell(compilation, "it cannot be read: \(error.reason)", path) }
      return .missing
    }
    do {
      let lists = try MappedLists(bytes, key: key, knowledge: compilation.knowledge)
      return isUnchanged(lists, key) ? .found(lists) : .versionsChanged
    } catch {
      switch error {
      case .damaged: tell(compilation, "it is damaged", path)
      case .foreign: tell(compilation, "it is cut off, or of another layout or machine", path)
      case .otherKey: tell(compilation, "it was made from something else", path)
      }
      return .missing
    }
  }

  private func tell(_ compilation: ListCompilation, _ reason: String, _ path: String) {
    compilation.tell(
      Diagnostic(
        "LST071", "the compiled snapshot is not used and made anew: \(reason)", severity: .warning,
        file: path))
  }

  /// Whether the versions are still those that were compiled: by their stamps, or where one
  /// differs, as after copying, by the bytes themselves.
  private func isUnchanged(_ lists: MappedLists, _ key: SnapshotKey) -> Bool {
    key.versions.enumerated().allSatisfy { place, version in
      stamp(of: version) == lists.stamp(place) || isSound(version)
    }
  }

  private func stamp(of version: ListVersion) -> FileStamp? {
    FileStamp(of: path(version.stem, version.feed) + ListStore.entriesSuffix)
  }

  private func feeds(of lists: MappedLists, _ key: SnapshotKey) -> [LoadedFeed] {
    var byName: [String: LoadedFeed] = [:]
    var start = 0
    for (feed, stored) in zip(key.feeds, lists.feeds) {
      let middle = start + Int(stored.entries)
      let end = middle + Int(stored.removed)
      byName[feed.version.feed] = LoadedFeed(
        feed: feed.version.feed, version: feed.version, table: EntryTable(lists, start..<middle),
        removedTable: EntryTable(lists, middle..<end),
        unreadable: feed.version.manifest?.unreadable ?? 0)
      start = end
    }
    return self.feeds.map { byName[$0] ?? LoadedFeed(feed: $0) }
  }

  private func compiled(
    _ key: SnapshotKey, asOf date: CivilDate, _ compilation: ListCompilation
  ) -> [LoadedFeed] {
    // Before reading, so that what is written in between shows.
    let stamps = key.versions.map { stamp(of: $0) }
    let loaded = load(asOf: date)
    let due = loaded.filter { $0.version != nil }
    guard stamps.allSatisfy({ $0 != nil }) else { return loaded }
    compilation.tell(
      Diagnostic(
        "LST070",
        "compiling \(due.reduce(0) { $0 + $1.entries.count }) list entries for search, since these "
          + "versions, tables and program have not met", severity: .note))
    guard
      let content = MappedListsBuilder.compile(
        due, key: key, stamps: stamps.compactMap { $0 }, knowledge: compilation.knowledge)
    else { return loaded }
    var bytes: MappedBytes?
    do throws(FileReader.Failure) {
      try FileWriter.keep(content, as: file(of: key))
      bytes = try MappedBytes(path: file(of: key))
    } catch {
      compilation.tell(
        Diagnostic(
          "LST072", "the compiled snapshot is not kept and will be made again: \(error.message)",
          severity: .warning))
    }
    // What was just made is used even where another has since taken its place or damaged it.
    for candidate in [bytes, MappedBytes(content)] {
      guard let candidate else { continue }
      do {
        let lists = try MappedLists(candidate, key: key, knowledge: compilation.knowledge)
        return feeds(of: lists, key)
      } catch {
        continue
      }
    }
    return loaded
  }
}
