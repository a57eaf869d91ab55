import Dossier
import Evidence
import Formats

/// `scruple ingest tender FILE...`.
enum IngestTender {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["corpus", "only", "output", "home"], flags: ["accept", "help"],
      repeatable: ["only"])
    if arguments.has("help") {
      Output.write(HelpText.ingest)
      return .allow
    }
    guard !arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: name a file with notices, or `-`")
    }
    let form = arguments.option("output") ?? "text"
    guard ["text", "json", "ndjson"].contains(form) else {
      throw CommandFailure(
        .usage, "scruple: `\(form)` is no form of output; use text, json or ndjson")
    }
    let home = try HomeFolder(option: arguments.option("home"))
    let knowledge = try knowledge(home)
    let reader = TenderReader(knowledge)
    var readings: [TenderReading] = []
    var code = ExitCode.allow
    for path in arguments.positional {
      let reading = try read(path, reader)
      code = ExitCode.worst(code, status(of: reading))
      readings.append(reading)
    }
    let chosen = try chosen(readings, only: arguments.all("only"))
    let report = TenderReport(readings, knowledge)
    switch form {
    case "json": Output.write(report.json.text(indented: true) + "\n")
    case "ndjson": Output.write(chosen.map { $0.json.text() + "\n" }.joined())
    default: Output.write(report.text)
    }
    // Faults stand in the text already.
    if form != "text" {
      for reading in readings { Output.tell(reading.faults.diagnostics.map(\.line)) }
    }
    guard arguments.has("accept") else { return code }
    guard let folder = Session.corpusFolder(arguments, home) ?? Session.standardCorpus else {
      throw CommandFailure(.usage, "scruple: name the corpus with --corpus")
    }
    let written = try TenderAcceptance(folder: folder, reader: reader).accept(chosen)
    Output.tell(written.lines)
    return ExitCode.worst(code, written.code)
  }

  private static func knowledge(_ home: HomeFolder) throws(CommandFailure) -> TenderKnowledge {
    let knowledge = try Session.knowledge(home)
    do throws(Diagnostic) {
      return try knowledge.tenders()
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  static func read(
    _ path: String, _ reader: TenderReader
  ) throws(CommandFailure) -> TenderReading {
    do throws(FileReader.Failure) {
      return try reader.read(path: path)
    } catch {
      throw CommandFailure(
        error.isMissing || error.isTooLong ? .invalidInput : .inputOutput,
        "scruple: " + error.message)
    }
  }

  private static func status(of reading: TenderReading) -> ExitCode {
    if reading.notices.isEmpty || reading.faults.hasErrors { return .invalidInput }
    return reading.faults.count > 0 ? .coverage : .allow
  }

  /// The notices that `--only` names, else all.
  private static func chosen(
    _ readings: [TenderReading], only: [String]
  ) throws(CommandFailure) -> [TenderNotice] {
    let all = readings.flatMap(\.notices)
    guard !only.isEmpty else { return all }
    for id in only where !all.contains(where: { $0.id == id }) {
      let nearest = nearestWord(to: String(id.prefix(64)), among: all.prefix(1000).map(\.id))
      throw CommandFailure(
        .usage,
        "scruple: no notice `\(id)` was read" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
    }
    return all.filter { only.contains($0.id) }
  }
}
