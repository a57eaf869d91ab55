import Dossier
import Formats
import Memos
import Policy
import Screening

/// `scruple policy backtest`: which recorded determinations a new policy set would change.
enum PolicyBacktestCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["home", "old", "output", "examples"], flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.policy)
      return .allow
    }
    guard arguments.positional.count == 2 else {
      throw CommandFailure(
        .usage,
        "scruple: policy backtest NEW FILE: the folder with the new policies, and the file with "
          + "determinations, one a line, or -")
    }
    let form = arguments.option("output") ?? "text"
    guard form == "text" || form == "json" else {
      throw CommandFailure(
        .usage, "scruple: `\(form)` is no form of a backtest; use text or json")
    }
    let examples = try examples(arguments.option("examples"))
    let knowledge = try Session.knowledge(try HomeFolder(option: arguments.option("home")))
    let new = try policies(arguments.positional[0], knowledge)
    let old: PolicySet? =
      if let folder = arguments.option("old") { try policies(folder, knowledge) } else { nil }
    let backtest = Backtest(new: new, old: old, exampleLimit: examples)
    let result = try result(of: backtest, arguments.positional[1])
    tell(result)
    Output.write(
      form == "json"
        ? result.json.text(indented: true) + "\n" : TerminalReport.backtest(result))
    let code = result.isMilder ? ExitCode.milder : .allow
    // Nothing was compared where there is no record, which must not pass for no change.
    let isSound = result.isComplete && result.records > 0
    return ExitCode.worst(code, isSound ? .allow : .invalidInput)
  }

  private static func examples(_ text: String?) throws(CommandFailure) -> Int {
    guard let text else { return 5 }
    guard let number = Int(text), (0...1_000).contains(number) else {
      throw CommandFailure(
        .usage, "scruple: `\(text)` for --examples is no number from 0 to 1000")
    }
    return number
  }

  private static func policies(
    _ folder: String, _ knowledge: Knowledge
  ) throws(CommandFailure) -> PolicySet {
    do throws(PolicyRefused) {
      return try PolicySet.load(
        folder: folder, vocabulary: knowledge.vocabulary, registry: Session.registry(knowledge))
    } catch {
      throw CommandFailure(
        .invalidPolicy,
        error.diagnostics.map(\.line)
          + ["scruple: the policies in `\(folder)` are refused as a whole"])
    }
  }

  private static func result(
    of backtest: Backtest, _ path: String
  ) throws(CommandFailure) -> BacktestResult {
    do throws(FileReader.Failure) {
      return try backtest.run(try LineBatches(path, lineLimit: Backtest.lineLimit))
    } catch {
      throw CommandFailure(
        error.isMissing ? .invalidInput : .inputOutput, "scruple: " + error.message)
    }
  }

  private static func tell(_ result: BacktestResult) {
    Output.tell(result.unreadable.map { $0.fault.line })
    let untold = result.unreadableCount - result.unreadable.count
    if untold > 0 { Output.tell("scruple: and \(untold) more lines that cannot be evaluated") }
    if result.records == 0 {
      Output.tell("scruple: the file holds no determination")
    }
  }
}
