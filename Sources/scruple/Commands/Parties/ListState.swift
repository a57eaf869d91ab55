import Dossier
import Formats
import WatchLists

/// All lists in one state: as they were known on a day, or with one version in force.
struct ListState {
  let feeds: [LoadedFeed]
  let snapshot: WatchListSnapshot

  private init(_ feeds: [LoadedFeed], asOf date: CivilDate) {
    self.feeds = feeds
    snapshot = WatchListSnapshot(feeds, asOf: date)
  }

  /// The lists as they were known on a day.
  init(_ session: Session, asOf date: CivilDate) throws(CommandFailure) {
    do throws(Diagnostic) {
      self.init(
        try session.corpus.lists(asOf: date, knowledge: session.knowledge), asOf: date)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  /// The state that `--from` or `--to` names: a day, or a version, beside which all else is as
  /// in the other state.
  init(named name: String, in session: Session, beside other: ListState) throws(CommandFailure) {
    if let date = CivilDate(name) {
      try self.init(session, asOf: date)
      return
    }
    let store = try ListState.store(session)
    var found: [ListVersion] = []
    for feed in store.feeds {
      found += store.versions(of: feed).filter { $0.stem == name || $0.stem.hasPrefix(name) }
    }
    guard found.count == 1, let version = found.first else {
      throw CommandFailure(
        .invalidInput,
        "scruple: `\(name)` names \(found.isEmpty ? "no version" : "several versions") of a list; "
          + "see them with scruple lists status")
    }
    self.init(
      ListState.replacing([version.feed: store.load(version)], in: other.feeds),
      asOf: other.snapshot.asOf)
  }

  /// The lists as they were before the last import: the feeds of which a version came on the
  /// newest day have the one before it.
  init(before other: ListState, in session: Session) throws(CommandFailure) {
    let store = try ListState.store(session)
    let newest = other.feeds.compactMap { feed in
      store.feeds.contains(feed.feed) ? feed.retrieved : nil
    }.max()
    var earlier: [String: LoadedFeed?] = [:]
    var hasEarlier = false
    for feed in other.feeds where feed.retrieved == newest && newest != nil {
      guard let version = feed.version, store.feeds.contains(feed.feed) else { continue }
      // A feed that was not there before has listed nobody.
      let previous = store.version(before: version)
      earlier[feed.feed] = .some(previous.map(store.load))
      hasEarlier = hasEarlier || previous != nil
    }
    guard hasEarlier else {
      // Of a version that cannot be read nobody knows what it changed.
      let faults = other.snapshot.faults.map(\.line)
      guard faults.isEmpty else { throw CommandFailure(.coverage, faults) }
      throw CommandFailure(
        .invalidInput,
        "scruple: no list that came last has an earlier version; name a day or a version with "
          + "--from")
    }
    self.init(ListState.replacing(earlier, in: other.feeds), asOf: other.snapshot.asOf)
  }

  private static func store(_ session: Session) throws(CommandFailure) -> ListStore {
    guard let folder = session.corpus.folder else {
      throw CommandFailure(.usage, "scruple: name the corpus with --corpus or $SCRUPLE_CORPUS")
    }
    return ListStore(folder: folder + "/lists")
  }

  /// Nil takes a feed away.
  static func replacing(
    _ replacements: [String: LoadedFeed?], in feeds: [LoadedFeed]
  ) -> [LoadedFeed] {
    var feeds = feeds
    for (name, feed) in replacements.sorted(by: { $0.key < $1.key }) {
      let place = feeds.firstIndex { $0.feed == name }
      switch (place, feed) {
      case (let place?, let feed?): feeds[place] = feed
      case (let place?, nil): feeds.remove(at: place)
      case (nil, let feed?): feeds.append(feed)
      case (nil, nil): break
      }
    }
    return feeds
  }

  var json: JSON {
    .object([
      ("asOf", .string(snapshot.asOf.description)), ("digest", .string(snapshot.digest)),
      (
        "versions",
        .array(
          feeds.map { feed in
            .object([
              ("feed", .string(feed.feed)), ("version", .optional(feed.version?.stem)),
              ("entries", .integer(feed.entries.count)), ("digest", .optional(feed.digest)),
            ])
          })
      ),
      ("faults", .array(snapshot.faults.map(\.json))),
    ])
  }

  var words: String {
    let versions = feeds.map { "\($0.feed) \($0.version?.stem ?? "(no version)")" }
    return "as of \(snapshot.asOf): "
      + (versions.isEmpty ? "no list" : versions.joined(separator: ", "))
  }
}
