import Formats
import Ledger

/// `scruple log`: the record of what was decided, its proofs, and what is kept how long.
enum LogCommand {
  private static let verbs = [
    "keys", "verify", "prove", "checkpoint", "show", "event", "hold", "produce", "erase",
  ]

  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      guard let verb = words.first, verbs.contains(verb) else {
        if let word = words.first, ["--help", "-h", "help"].contains(word) {
          Output.write(HelpText.log)
          return .allow
        }
        throw CommandFailure(
          .usage, "scruple: `log` knows \(verbs.dropLast().joined(separator: ", ")) and erase")
      }
      let arguments = try Arguments(
        words.dropFirst(),
        options: StoreOptions.options.union([
          "key", "name", "checkpoint", "determination", "from", "to", "party", "order", "last",
          "exported", "diverted", "ended", "reason", "release", "output", "home",
        ]), flags: ["help", "open", "trial", "stolen", "compact"], repeatable: ["checkpoint"])
      if arguments.has("help") {
        Output.write(HelpText.log)
        return .allow
      }
      // A word too many may be an option whose name was forgotten, such as a checkpoint to hold
      // the log against.
      guard ["keys", "prove", "show"].contains(verb) || arguments.positional.isEmpty else {
        throw CommandFailure(
          .usage,
          "scruple: log \(verb) takes no word of its own; `\(arguments.positional[0])` belongs to an "
            + "option")
      }
      switch verb {
      case "keys": return try LogKeysCommand.run(arguments)
      case "verify": return try LogVerifyCommand.run(arguments)
      case "prove": return try LogProveCommand.prove(arguments)
      case "checkpoint": return try LogProveCommand.checkpoint(arguments)
      case "show": return try LogShowCommand.run(arguments)
      case "event": return try LogArchiveCommand.event(arguments)
      case "hold": return try LogArchiveCommand.hold(arguments)
      case "produce": return try LogArchiveCommand.produce(arguments)
      default: return try LogArchiveCommand.erase(arguments)
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  /// Writes text to a file that was asked for, else to standard output.
  static func deliver(_ text: String, to path: String?) throws(CommandFailure) {
    guard let path else { return Output.write(text) }
    do throws(FileReader.Failure) {
      try FileWriter.write(text, to: path)
    } catch {
      throw CommandFailure(.inputOutput, "scruple: " + error.message)
    }
  }
}
