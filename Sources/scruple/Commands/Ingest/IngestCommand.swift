import Formats

/// `scruple ingest`: reads what others published and proposes what may be taken from it.
enum IngestCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      let rest = Array(words.dropFirst())
      switch words.first {
      case "report": return try IngestReport.run(rest)
      case "tender": return try IngestTender.run(rest)
      case "--help", "-h", "help":
        Output.write(HelpText.ingest)
        return .allow
      default:
        throw CommandFailure(
          .usage,
          words.first.map { "scruple: `ingest` cannot read a `\($0)`; it knows report and tender" }
            ?? "scruple: `ingest` needs to know what to read: report or tender")
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }
}
