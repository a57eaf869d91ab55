import Formats
import Memos
import WatchLists

/// `scruple lists status`.
enum ListsStatus {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["corpus", "as-of", "output", "home"], flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.lists)
      return .allow
    }
    guard arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: lists status takes no file")
    }
    let isJSON = try ListsCommand.isJSON(arguments)
    let asOf = try Session.date(arguments.option("as-of"), "--as-of") ?? ListsCommand.today
    let store = try ListsCommand.store(arguments)
    let status = ListStatus(of: store, asOf: asOf)
    Output.write(
      isJSON ? status.json.text(indented: true) + "\n" : text(of: status, folder: store.folder))
    // A store that holds nothing, or something damaged, has not been searched.
    let isUsable = status.faults.isEmpty && status.feeds.contains { $0.inForce != nil }
    return isUsable ? .allow : .coverage
  }

  private static func text(of status: ListStatus, folder: String) -> String {
    var text = "Lists in \(folder) as of \(status.asOf)\n"
    if status.feeds.isEmpty { text += "  none; import one with: scruple lists import FILE\n" }
    for feed in status.feeds {
      text += "\(feed.feed)\n"
      for version in feed.versions {
        let age = version.ageDays.map { "\($0) days old" } ?? "not yet retrieved then"
        text +=
          "  \(version.isInForce ? "in force" : "earlier ")  "
          + "\(version.retrieved.map(\.description) ?? "no date")  "
          + "\(String(version.entries).leftPadded(to: 7)) entries  \(version.unreadable) unreadable"
          + "  \(age)\n"
        if let day = version.confirmed { text += "    confirmed unchanged on \(day)\n" }
        if let acceptance = version.acceptance {
          text +=
            "    accepted against \(acceptance.faults.joined(separator: ", ")): "
            + visible(acceptance.reason) + "\n"
        }
        if let fault = version.fault { text += "    \(fault.line)\n" }
      }
      for list in feed.lists {
        text += "    \(String(list.entries).leftPadded(to: 7))  \(list.list.name)\n"
      }
    }
    return text
  }
}
