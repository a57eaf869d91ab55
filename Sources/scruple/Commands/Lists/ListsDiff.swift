import Formats
import Memos
import WatchLists

/// `scruple lists diff [FEED]`: what changed between two versions.
enum ListsDiff {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["corpus", "from", "to", "output", "home"], flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.lists)
      return .allow
    }
    let isJSON = try ListsCommand.isJSON(arguments)
    let store = try ListsCommand.store(arguments)
    var parts: [JSON] = []
    var text = ""
    for feed in try feeds(arguments, store) {
      do throws(Diagnostic) {
        let pair = try store.versionPair(
          of: feed, from: arguments.option("from"), to: arguments.option("to"))
        let difference = try store.difference(of: pair)
        parts.append(json(of: difference, pair, feed))
        text += self.text(of: difference, pair, feed)
      } catch {
        // LST020: a stored version is damaged, so that nobody knows what changed.
        throw CommandFailure(error.id == "LST020" ? .coverage : .invalidInput, [error.line])
      }
    }
    Output.write(
      isJSON ? JSON.object([("differences", .array(parts))]).text(indented: true) + "\n" : text)
    return .allow
  }

  /// The feed that is named, else all that have two versions.
  private static func feeds(
    _ arguments: Arguments, _ store: ListStore
  ) throws(CommandFailure) -> [String] {
    if !arguments.positional.isEmpty {
      let name = try arguments.single("feed")
      guard store.feeds.contains(name) else {
        let near = nearestWord(to: String(name.prefix(64)), among: store.feeds)
        throw CommandFailure(
          .invalidInput,
          "scruple: there is no feed `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
      }
      return [name]
    }
    let isNamed = arguments.option("from") != nil || arguments.option("to") != nil
    let feeds = store.feeds.filter { isNamed || store.versions(of: $0).count > 1 }
    guard !feeds.isEmpty, !isNamed || feeds.count == 1 else {
      throw CommandFailure(
        .invalidInput,
        feeds.isEmpty
          ? "scruple: no list has two versions that could be compared"
          : "scruple: name the feed of which --from and --to are versions")
    }
    return feeds
  }

  private static func json(
    of difference: ListDifference, _ pair: ListStore.VersionPair, _ feed: String
  ) -> JSON {
    func side(_ version: ListVersion) -> JSON {
      .object([
        ("version", .string(version.stem)),
        ("retrieved", .optional(version.retrieved?.description)),
        ("digest", .optional(version.manifest?.digest)),
      ])
    }
    return .object(
      [("feed", .string(feed)), ("from", side(pair.earlier)), ("to", side(pair.later))]
        + (difference.json.members ?? []).map { ($0.key, $0.value) })
  }

  private static func text(
    of difference: ListDifference, _ pair: ListStore.VersionPair, _ feed: String
  ) -> String {
    var text = "\(feed) from \(pair.earlier.stem) to \(pair.later.stem)\n"
    for count in difference.counts {
      text +=
        "  \(count.added) added, \(count.removed) removed, \(count.changed) changed, "
        + "\(count.unchanged + count.renumbered) as before"
        + (count.renumbered > 0 ? " (\(count.renumbered) under a new id)" : "")
        + "  \(count.list.name)\n"
    }
    for entry in difference.added { text += "  + \(line(of: entry))\n" }
    for entry in difference.removed { text += "  - \(line(of: entry))\n" }
    for change in difference.changed {
      text += "  ~ \(line(of: change.after)): \(change.fields.joined(separator: ", "))\n"
    }
    return text
  }

  private static func line(of entry: ListEntry) -> String {
    let countries = entry.countries.isEmpty ? "" : " (\(entry.countries.joined(separator: ", ")))"
    return visible(entry.name) + countries + " · \(entry.list) · \(visible(entry.id))"
  }
}
