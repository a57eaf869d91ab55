import Formats

/// `scruple ingest`: reads what others published and proposes it for the corpus.
enum IngestCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      switch words.first {
      case "tender": return try IngestTender.run(Array(words.dropFirst()))
      case "--help", "-h", "help":
        Output.write(HelpText.ingest)
        return .allow
      default:
        throw CommandFailure(
          .usage,
          words.first.map { "scruple: `ingest` cannot read a `\($0)`; it knows tender" }
            ?? "scruple: `ingest` needs to know what to read: tender")
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }
}
