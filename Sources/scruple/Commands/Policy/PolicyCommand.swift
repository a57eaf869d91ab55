import Formats

/// `scruple policy VERB`: one file for each verb, one line for each here.
enum PolicyCommand {
  typealias Verb = @Sendable ([String]) throws(CommandFailure) -> ExitCode

  /// In the order of the help text.
  private static let verbs: [(name: String, run: Verb)] = [
    ("check", PolicyCheckCommand.run),
    ("test", PolicyTestCommand.run),
    ("prove", PolicyProveCommand.run),
    ("diff", PolicyDiffCommand.run),
    ("fmt", PolicyFormatCommand.run),
    ("show", PolicyShowCommand.run),
    ("backtest", PolicyBacktestCommand.run),
    ("terms", PolicyTermsCommand.run),
    ("reference", PolicyReferenceCommand.run),
  ]

  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      guard let word = words.first else { throw unknown(nil) }
      if ["--help", "-h", "help"].contains(word) {
        Output.write(HelpText.policy)
        return .allow
      }
      guard let verb = verbs.first(where: { $0.name == word }) else { throw unknown(word) }
      if words.dropFirst().contains(where: { $0 == "--help" || $0 == "-h" }) {
        Output.write(HelpText.policy)
        return .allow
      }
      return try verb.run(Array(words.dropFirst()))
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func unknown(_ word: String?) -> CommandFailure {
    let names = verbs.map(\.name)
    let known = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    var lines = ["scruple: `policy` knows \(known)"]
    if let nearest = word.flatMap({ nearestWord(to: String($0.prefix(64)), among: names) }) {
      lines.append("did you mean `\(nearest)`?")
    }
    return CommandFailure(.usage, lines)
  }
}
