import Formats

/// The program `scruple`: reads its words, calls one command, returns its status.
@main
enum Scruple {
  private static let commands = [
    "screen", "explain", "screen-party", "rescreen", "watch", "hook", "serve", "log", "clearance",
    "case", "lists", "suppressions", "policy", "sources", "ingest", "report", "classify", "eei",
    "law", "questionnaire", "demo", "bench",
    "help",
  ]

  static func main() {
    Process.reportBrokenPipes()
    var code = run(Array(CommandLine.arguments.dropFirst()))
    if Output.isBroken {
      Output.tell("scruple: standard output could not be written; the answer is not complete")
      code = ExitCode.worst(code, .inputOutput)
    }
    Process.exit(code.rawValue)
  }

  private static func run(_ words: [String]) -> ExitCode {
    let rest = Array(words.dropFirst())
    switch words.first {
    case "screen": return ScreenCommand.run(rest, explains: false)
    case "explain": return ScreenCommand.run(rest, explains: true)
    case "screen-party": return ScreenPartyCommand.run(rest)
    case "rescreen": return RescreenCommand.run(rest)
    case "watch": return WatchCommand.run(rest)
    case "hook": return HookCommand.run(rest)
    case "serve": return ServeCommand.run(rest)
    case "log": return LogCommand.run(rest)
    case "clearance": return ClearanceCommand.run(rest)
    case "case": return CaseCommand.run(rest)
    case "lists": return ListsCommand.run(rest)
    case "suppressions": return SuppressionsCommand.run(rest)
    case "policy": return PolicyCommand.run(rest)
    case "sources": return SourcesCommand.run(rest)
    case "ingest": return IngestCommand.run(rest)
    case "report": return ReportCommand.run(rest)
    case "classify": return ClassifyCommand.run(rest)
    case "eei": return ExportDeclarationCommand.run(rest)
    case "law": return LawCommand.run(rest)
    case "questionnaire": return QuestionnaireCommand.run(rest)
    case "demo": return DemoCommand.run(rest)
    case "bench": return BenchCommand.run(rest)
    case "help", "--help", "-h":
      guard let text = HelpText.text(of: rest.first) else { return refuse(rest.first) }
      Output.write(text)
      return .allow
    default: return refuse(words.first)
    }
  }

  private static func refuse(_ command: String?) -> ExitCode {
    if let command {
      Output.tell("scruple: there is no command `\(command)`")
      if let nearest = nearestWord(to: String(command.prefix(64)), among: commands) {
        Output.tell("did you mean `\(nearest)`?")
      }
    }
    Process.write(HelpText.general, toErrors: true)
    return .usage
  }
}
