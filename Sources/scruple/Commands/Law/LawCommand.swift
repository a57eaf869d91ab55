import Dossier
import Evidence
import Formats
import Law
import Memos
import Taxonomy

/// `scruple law`: what is law on a day; `scruple law import`: tables from official snapshots.
enum LawCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      if words.first == "import" { return try take(Array(words.dropFirst())) }
      let arguments = try Arguments(words, options: Session.options, flags: ["help"])
      if arguments.has("help") {
        Output.write(HelpText.law)
        return .allow
      }
      guard arguments.positional.isEmpty else {
        throw CommandFailure(
          .usage, "scruple: `\(arguments.positional[0])` is no verb of law; there is import")
      }
      let form = try PolicyOutput.form(arguments, of: ["text", "json"])
      let session = try Session(arguments)
      let day = session.asOf ?? session.today
      let calendar = LawCalendar(
        session.knowledge.law, asOf: day,
        confirmations: session.corpus.register.confirmations(on: day))
      let tables = session.knowledge.lawTables
      Output.write(
        form == "json"
          ? CalendarText.json(calendar, tables).text(indented: true) + "\n"
          : CalendarText.text(calendar, tables))
      return .allow
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static let snapshots = ["ccl", "chart", "groups", "exceptions"]

  private static func take(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: Set(snapshots + ["out", "home"]), flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.law)
      return .allow
    }
    var files: [String: String] = [:]
    for name in snapshots + ["out"] {
      guard let path = arguments.option(name) else {
        throw CommandFailure(.usage, "scruple: law import needs --\(name)")
      }
      files[name] = path
    }
    let home = try HomeFolder(option: arguments.option("home"))
    let codes = CountryCodes(try Session.knowledge(home).taxonomy.places)
    let imported: LawImport
    do throws(Diagnostic) {
      imported = try LawImport(
        classifications: .init(file: files["ccl"] ?? ""), chart: .init(file: files["chart"] ?? ""),
        groups: .init(file: files["groups"] ?? ""),
        exceptions: .init(file: files["exceptions"] ?? "")
      ) { codes[$0] }
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
    let folder = files["out"] ?? ""
    do throws(FileReader.Failure) {
      try FileWriter.makeFolder(folder)
      for file in imported.files {
        try FileWriter.write(file.content, to: folder + "/" + file.name)
      }
    } catch {
      throw CommandFailure(.inputOutput, "scruple: " + error.message)
    }
    for file in imported.files { Output.write("wrote \(folder)/\(file.name)\n") }
    for note in imported.notes { Output.write(note + "\n") }
    return .allow
  }
}
