public import Formats

/// What `lists status` shows: each feed with its versions and lists, as of a day.
public struct ListStatus: Sendable {
  public struct Version: Sendable {
    public let stem: String
    public let retrieved: CivilDate?
    /// The last later day up to the day of the status on which the publisher still had it.
    public let confirmed: CivilDate?
    /// Since it was retrieved or last confirmed; negative where it was retrieved after the day.
    public let ageDays: Int?
    public let entries: Int
    public let unreadable: Int
    public let digest: String?
    /// Why it was let in against the guards of import.
    public let acceptance: ListAcceptance?
    /// The version that answers on that day.
    public let isInForce: Bool
    public let fault: Diagnostic?
  }

  public struct List: Sendable {
    public let list: ListCode
    public let entries: Int
  }

  public struct Feed: Sendable {
    public let feed: String
    /// Newest first.
    public let versions: [Version]
    /// The lists of the version in force, by code.
    public let lists: [List]
    public var inForce: Version? { versions.first { $0.isInForce } }
    public var faults: [Diagnostic] { versions.compactMap(\.fault) }
  }

  public let asOf: CivilDate
  public let feeds: [Feed]

  /// Reads and checks every stored version; linear in their bytes.
  public init(of store: ListStore, asOf date: CivilDate) {
    asOf = date
    feeds = store.feeds.map { feed in
      var answering: ListManifest?
      var isDecided = false
      let versions = store.versions(of: feed).map { version in
        let fault = ListStatus.fault(of: version, in: store)
        let isDue = !isDecided && version.retrieved.map { $0 <= date } ?? true
        let isInForce = isDue && fault == nil
        if isDue { isDecided = true }
        if isInForce { answering = version.manifest }
        return Version(
          stem: version.stem, retrieved: version.retrieved,
          confirmed: version.lastKnown(asOf: date).flatMap { $0 == version.retrieved ? nil : $0 },
          ageDays: version.age(asOf: date),
          entries: version.manifest?.entries ?? 0, unreadable: version.manifest?.unreadable ?? 0,
          digest: version.manifest?.digest, acceptance: version.manifest?.acceptance,
          isInForce: isInForce, fault: fault)
      }
      let counts = answering?.perList.sorted { $0.key < $1.key } ?? []
      return Feed(
        feed: feed, versions: versions,
        lists: counts.map { List(list: $0.key, entries: $0.value) })
    }
  }

  public var faults: [Diagnostic] { feeds.flatMap(\.faults) }

  private static func fault(of version: ListVersion, in store: ListStore) -> Diagnostic? {
    do {
      _ = try store.entries(of: version)
      return nil
    } catch {
      return error
    }
  }

  public var json: JSON {
    .object([
      ("asOf", .string(asOf.description)),
      ("feeds", .array(feeds.map { $0.json })),
    ])
  }
}

extension ListStatus.Feed {
  var json: JSON {
    let lists = lists.map { list in
      JSON.object([
        ("list", .string(list.list.id)), ("name", .string(list.list.name)),
        ("effect", .string(list.list.effect.rawValue)), ("entries", .integer(list.entries)),
      ])
    }
    return .object([
      ("feed", .string(feed)), ("versions", .array(versions.map { $0.json })),
      ("lists", .array(lists)),
    ])
  }
}

extension ListStatus.Version {
  var json: JSON {
    .object([
      ("version", .string(stem)), ("retrieved", .optional(retrieved?.description)),
      ("confirmed", .optional(confirmed?.description)),
      ("ageDays", ageDays.map(JSON.integer) ?? .null), ("entries", .integer(entries)),
      ("unreadable", .integer(unreadable)), ("digest", .optional(digest)),
      ("accepted", acceptance?.json ?? .null),
      ("inForce", .boolean(isInForce)), ("fault", fault?.json ?? .null),
    ])
  }
}
