import Digests
import Formats
import Names

/// Everything that a compiled snapshot depends on, as a text that is compared in full.
///
/// The versions by their digests, the tables of names by theirs, the layout, and the program: what
/// another program makes of a name may differ although nothing else does.
struct SnapshotKey: Sendable {
  /// A feed with the version that answers and those before it, which tell what was removed.
  struct Feed: Sendable {
    let version: ListVersion
    let earlier: [ListVersion]

    var versions: [ListVersion] { [version] + earlier }
  }

  let text: String
  /// Those that have a version of the day, in the order of the store.
  let feeds: [Feed]

  var versions: [ListVersion] { feeds.flatMap(\.versions) }
  /// The name of the file that belongs to the key.
  var name: String { String(SHA256(of: text).hexadecimal.prefix(24)) + ".lists" }

  /// Nil where a version that counts is damaged, since a fault has to be told with its reason,
  /// where no feed has a version of the day, and where the program cannot be told from another.
  init?(_ store: ListStore, asOf date: CivilDate, tables: String) {
    var feeds: [Feed] = []
    for feed in store.feeds {
      let versions = store.versions(of: feed)
      let due = versions.firstIndex { $0.retrieved.map { $0 <= date } ?? true }
      guard let due else { continue }
      guard versions[due...].allSatisfy({ $0.fault == nil && $0.manifest != nil }) else {
        return nil
      }
      feeds.append(Feed(version: versions[due], earlier: Array(versions[(due + 1)...])))
    }
    guard !feeds.isEmpty, !FileStamp.ofProgram.isEmpty else { return nil }
    self.feeds = feeds
    let described = feeds.map { feed in
      JSON.object([
        ("feed", .string(feed.version.feed)),
        (
          "versions",
          .array(
            feed.versions.map {
              .strings([$0.stem, $0.manifest?.digest ?? ""])
            })
        ),
      ])
    }
    text = JSON.object([
      ("layout", .integer(Int(MappedListsLayout.version))),
      ("program", .string(FileStamp.ofProgram)), ("tables", .string(tables)),
      ("feeds", .array(described)),
    ]).text()
  }
}
