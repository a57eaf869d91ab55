import Formats
import WatchLists

/// `scruple lists import FILE` and `scruple lists status`.
enum ListsCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      switch words.first {
      case "import": return try importList(Array(words.dropFirst()))
      case "status": return try status(Array(words.dropFirst()))
      case "--help", "-h", "help":
        Output.write(HelpText.lists)
        return .allow
      default:
        throw CommandFailure(.usage, "scruple: `lists` knows import and status")
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func store(_ arguments: Arguments) throws(CommandFailure) -> ListStore {
    guard
      let folder = arguments.option("corpus") ?? Process.variable("SCRUPLE_CORPUS")
        ?? Session.standardCorpus
    else {
      throw CommandFailure(.usage, "scruple: name the corpus with --corpus or $SCRUPLE_CORPUS")
    }
    return ListStore(folder: folder + "/lists")
  }

  private static func importList(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["corpus", "retrieved", "list", "home"], flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.lists)
      return .allow
    }
    let path = try arguments.single("list file")
    let retrieved = try Session.date(arguments.option("retrieved"), "--retrieved")
    var list: ListCode?
    if let code = arguments.option("list") {
      list = ListCode(code)
      if list == nil {
        throw CommandFailure(
          .usage, "scruple: `\(code)` is no code of a list; use small letters, digits and hyphens")
      }
    }
    let bytes = try Session.input(path)
    let store = try store(arguments)
    do throws(ListFailure) {
      let imported = try store.importList(bytes, file: path, retrieved: retrieved, list: list)
      Output.tell(imported.diagnostics.map(\.line))
      print(imported, folder: store.folder)
      return imported.manifest.unreadable > 0 ? .coverage : .allow
    } catch {
      // LST021: the list is sound and the store cannot be written.
      throw CommandFailure(
        error.diagnostics.contains { $0.id == "LST021" } ? .inputOutput : .invalidInput,
        error.diagnostics.map(\.line) + ["scruple: nothing was imported"])
    }
  }

  private static func print(_ imported: ListImport, folder: String) {
    let manifest = imported.manifest
    var text =
      (imported.wasPresent ? "already there: " : "imported: ")
      + "\(manifest.feed) of \(manifest.retrieved), \(manifest.entries) entries, "
      + "\(manifest.unreadable) unreadable, into \(folder)\n"
    for (list, count) in manifest.perList.sorted(by: { $0.key < $1.key }) {
      text += "  \(String(count).leftPadded(to: 7))  \(list.name)\n"
    }
    Output.write(text)
  }

  private static func status(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["corpus", "as-of", "output", "home"], flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.lists)
      return .allow
    }
    guard arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: lists status takes no file")
    }
    let form = arguments.option("output") ?? "text"
    guard form == "text" || form == "json" else {
      throw CommandFailure(.usage, "scruple: `\(form)` is no form of output; use text or json")
    }
    let today = CivilDate(dayNumber: Process.now.seconds / 86_400)
    let asOf = try Session.date(arguments.option("as-of"), "--as-of") ?? today
    let store = try store(arguments)
    let status = ListStatus(of: store, asOf: asOf)
    if form == "json" {
      Output.write(status.json.text(indented: true) + "\n")
    } else {
      Output.write(text(of: status, folder: store.folder))
    }
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
        if let fault = version.fault { text += "    \(fault.line)\n" }
      }
      for list in feed.lists {
        text += "    \(String(list.entries).leftPadded(to: 7))  \(list.list.name)\n"
      }
    }
    return text
  }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
