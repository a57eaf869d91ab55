import Dossier
import Evidence
import Formats

/// `scruple ingest report FILE...`: findings, proposed claims, derivation and contradictions.
enum IngestReport {
  private static let options: Set<String> = [
    "home", "corpus", "output", "accept", "by", "publisher", "published", "title", "url", "grade",
    "information-grade", "kind", "as-of",
  ]

  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: options, flags: ["help", "findings"], repeatable: ["accept"])
    if arguments.has("help") {
      Output.write(HelpText.ingest)
      return .allow
    }
    guard !arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: ingest report takes one or more files")
    }
    let form = arguments.option("output") ?? "text"
    guard ["text", "json", "ndjson"].contains(form) else {
      throw CommandFailure(
        .usage, "scruple: `\(form)` is no form of output; use text, json or ndjson")
    }
    let acceptance = try ReportAcceptance(arguments)
    let home = try HomeFolder(option: arguments.option("home"))
    let reader = try reader(home)
    var worst = ExitCode.allow
    var reports: [IngestedReport] = []
    for path in arguments.positional {
      do throws(CommandFailure) {
        var report = try read(path, reader)
        if arguments.positional.count == 1 { acceptance.describe(&report) }
        Output.tell(report.warnings.map(\.line))
        reports.append(report)
      } catch {
        // The other files are read all the same.
        Output.tell(error.lines)
        worst = ExitCode.worst(worst, error.code)
      }
    }
    let known = try known(arguments.option("corpus"), home, besides: reports, reader)
    let graph = DerivationGraph(reports, beside: known)
    let search = ContradictionFinder.search(among: reports)
    Output.tell(search.notices.map(\.line))
    let output = ReportOutput(
      reports: reports, graph: graph, contradictions: search.found,
      notices: search.notices,
      showsFindings: arguments.has("findings"))
    switch form {
    case "json": Output.write(output.json.text(indented: true) + "\n")
    case "ndjson": Output.write(output.proposalLines)
    default: Output.write(output.text)
    }
    if acceptance.isAsked { try acceptance.accept(reports, graph, known, search.found) }
    return worst
  }

  /// Reading a report needs neither policies nor lists.
  static func reader(_ home: HomeFolder) throws(CommandFailure) -> ReportReader {
    let knowledge = try Session.knowledge(home)
    do throws(Diagnostic) {
      return try knowledge.reportReader()
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  /// What was accepted before, where a corpus is named: a report may rest on that too.
  private static func known(
    _ corpus: String?, _ home: HomeFolder, besides reports: [IngestedReport],
    _ reader: ReportReader
  ) throws(CommandFailure) -> KnownReports {
    guard let corpus, FileReader.isFolder(corpus), !reports.isEmpty else { return KnownReports() }
    var library = try Session.knowledge(home).evidence
    do throws(Diagnostic) {
      try library.addCorpus(folder: corpus)
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
    return KnownReports(library, except: reports, reader: reader)
  }

  private static func read(
    _ path: String, _ reader: ReportReader
  ) throws(CommandFailure) -> IngestedReport {
    let limits = ReportLimits()
    // One byte more than a report may have, so that the reader sees that it is too long.
    let bytes = try Session.input(path, limit: limits.bytes)
    do throws(Diagnostic) {
      return try reader.read(bytes, name: path)
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
  }
}
