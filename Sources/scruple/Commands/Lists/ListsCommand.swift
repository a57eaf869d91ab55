import Dossier
import Formats
import WatchLists

/// `scruple lists`: import, update, status and diff of what the corpus holds.
enum ListsCommand {
  static func run(_ words: [String]) -> ExitCode {
    let rest = Array(words.dropFirst())
    do throws(CommandFailure) {
      switch words.first {
      case "import": return try ListsImport.run(rest)
      case "update": return try ListsUpdate.run(rest)
      case "status": return try ListsStatus.run(rest)
      case "diff": return try ListsDiff.run(rest)
      case "--help", "-h", "help":
        Output.write(HelpText.lists)
        return .allow
      default:
        throw CommandFailure(.usage, "scruple: `lists` knows import, update, status and diff")
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  static func corpus(_ arguments: Arguments) throws(CommandFailure) -> String {
    guard
      let folder = arguments.option("corpus") ?? Process.variable("SCRUPLE_CORPUS")
        ?? Session.standardCorpus
    else {
      throw CommandFailure(.usage, "scruple: name the corpus with --corpus or $SCRUPLE_CORPUS")
    }
    return folder
  }

  static func store(_ arguments: Arguments) throws(CommandFailure) -> ListStore {
    ListStore(folder: try corpus(arguments) + "/lists")
  }

  /// Whether the answer is to be JSON; throws for a form that there is not.
  static func isJSON(_ arguments: Arguments) throws(CommandFailure) -> Bool {
    let form = arguments.option("output") ?? "text"
    guard form == "text" || form == "json" else {
      throw CommandFailure(.usage, "scruple: `\(form)` is no form of output; use text or json")
    }
    return form == "json"
  }

  static func code(_ text: String?) throws(CommandFailure) -> ListCode? {
    guard let text else { return nil }
    guard let code = ListCode(text) else {
      throw CommandFailure(
        .usage, "scruple: `\(text)` is no code of a list; use small letters, digits and hyphens")
    }
    return code
  }

  static var today: CivilDate { CivilDate(dayNumber: Process.now.seconds / 86_400) }

  /// The terms of import that the home folder and the command line set.
  static func terms(_ arguments: Arguments) throws(CommandFailure) -> ImportTerms {
    var terms = ImportTerms()
    let home = try HomeFolder(option: arguments.option("home"))
    do throws(Diagnostic) {
      terms.shrinkage = try RequirementTable(file: home.data + "/list-requirements.tsv").shrinkage
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
    terms.acceptedReason = arguments.option("accept")
    terms.today = today
    return terms
  }

  /// Compiles the lists of today for search, so that the next search need not.
  ///
  /// What hinders it is told and changes nothing: the import stands, and searches compile in
  /// memory.
  static func compile(_ store: ListStore, _ arguments: Arguments) {
    do throws(CommandFailure) {
      let knowledge = try Session.knowledge(
        try HomeFolder(option: arguments.option("home")), corpus: store.folder)
      let compilation = ListCompilation(knowledge: knowledge.names, tables: knowledge.digest) {
        if $0.severity > .note { Output.tell($0.line) }
      }
      _ = store.load(asOf: today, compiledWith: compilation)
    } catch {
      Output.tell(error.lines)
    }
  }

  /// The status of a command whose file was refused.
  static func code(for failure: ListFailure) -> ExitCode {
    // LST021: the list is sound and the store cannot be written.
    failure.diagnostics.contains { $0.id == "LST021" } ? .inputOutput : .invalidInput
  }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
