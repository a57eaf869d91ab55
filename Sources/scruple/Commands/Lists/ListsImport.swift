import Formats
import WatchLists

/// `scruple lists import FILE|FOLDER`.
enum ListsImport {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words,
      options: StoreOptions.options.union([
        "corpus", "retrieved", "list", "feed", "accept", "output", "home",
      ]),
      flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.lists)
      return .allow
    }
    let path = try arguments.single("list file or folder")
    let retrieved = try Session.date(arguments.option("retrieved"), "--retrieved")
    let list = try ListsCommand.code(arguments.option("list"))
    let isJSON = try ListsCommand.isJSON(arguments)
    var terms = try ListsCommand.terms(arguments)
    terms.feed = try ListsCommand.code(arguments.option("feed"))?.id
    let source = try source(path)
    let recorder = try ImportRecorder(arguments, act: "scruple lists import")
    let store = try ListsCommand.store(arguments)
    let importedCode: ExitCode
    let imported: ListImport
    do throws(ListFailure) {
      imported = try store.importList(
        source, retrieved: retrieved, list: list, terms: terms)
      Output.tell(imported.diagnostics.map(\.line))
      Output.write(
        isJSON
          ? imported.json.text(indented: true) + "\n" : imported.text("into \(store.folder)"))
      importedCode = imported.manifest.unreadable > 0 ? .coverage : .allow
    } catch {
      throw CommandFailure(
        ListsCommand.code(for: error),
        error.diagnostics.map(\.line) + ["scruple: nothing was imported"])
    }
    try recorder?.record(imported)
    ListsCommand.compile(store, arguments)
    return importedCode
  }

  private static func source(_ path: String) throws(CommandFailure) -> ListSource {
    do throws(FileReader.Failure) {
      return try ListSource(path: path)
    } catch {
      throw CommandFailure(
        error.isMissing || error.isTooLong ? .invalidInput : .inputOutput,
        "scruple: " + error.message)
    }
  }
}

extension ListImport {
  /// What came of it and whence or where it went, with the entries of each list.
  func text(_ way: String) -> String {
    var text =
      (wasPresent ? "already there: " : "imported: ")
      + "\(manifest.feed) of \(manifest.retrieved), \(manifest.entries) entries, "
      + "\(manifest.unreadable) unreadable, \(way)\n"
    if let confirmedOn { text += "  confirmed unchanged on \(confirmedOn)\n" }
    for (list, count) in manifest.perList.sorted(by: { $0.key < $1.key }) {
      text += "  \(String(count).leftPadded(to: 7))  \(list.name)\n"
    }
    return text
  }

  var json: JSON {
    let counts = manifest.perList.sorted { $0.key < $1.key }.map {
      ($0.key.id, JSON.integer($0.value))
    }
    return .object([
      ("result", .string(wasPresent ? "present" : "imported")), ("feed", .string(manifest.feed)),
      ("version", .string(manifest.stem)), ("retrieved", .string(manifest.retrieved.description)),
      ("confirmed", .optional(confirmedOn?.description)), ("entries", .integer(manifest.entries)),
      ("unreadable", .integer(manifest.unreadable)), ("lists", .object(counts)),
      ("digest", .string(manifest.digest)),
      ("accepted", .optional(manifest.acceptance?.reason)),
      ("diagnostics", .array(diagnostics.map(\.json))),
    ])
  }
}
