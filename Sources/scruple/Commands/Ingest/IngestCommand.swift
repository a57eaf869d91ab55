/// `scruple ingest`: reads foreign material and proposes what may be taken from it.
enum IngestCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      let rest = Array(words.dropFirst())
      switch words.first {
      case "report": return try IngestReport.run(rest)
      case "--help", "-h", "help":
        Output.write(HelpText.ingest)
        return .allow
      default: throw CommandFailure(.usage, "scruple: `ingest` knows report")
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }
}
