import Formats
import Memos

/// `scruple report quarterly` and `scruple report explain`.
enum ReportCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      switch words.first {
      case "quarterly": return try quarterly(Array(words.dropFirst()))
      case "explain": return try explain(Array(words.dropFirst()))
      default:
        guard let verb = words.first, ["--help", "-h", "help"].contains(verb) else {
          throw CommandFailure(.usage, "scruple: `report` knows quarterly and explain")
        }
        Output.write(HelpText.report)
        return .allow
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func report(
    _ arguments: Arguments, records path: String
  ) throws(CommandFailure) -> QuarterlyReport {
    guard let named = arguments.option("quarter") else {
      throw CommandFailure(.usage, "scruple: name the quarter with --quarter 2026-Q3")
    }
    guard let quarter = Quarter(named) else {
      throw CommandFailure(.usage, "scruple: `\(named)` is no quarter; write 2026-Q3")
    }
    return QuarterlyReport(quarter: quarter, records: try Session.input(path))
  }

  private static func quarterly(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["quarter", "output", "to", "home"], flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.report)
      return .allow
    }
    let form = arguments.option("output") ?? "html"
    guard form == "html" || form == "json" else {
      throw CommandFailure(.usage, "scruple: `\(form)` is no form of the report; use html or json")
    }
    let report = try report(
      arguments, records: try arguments.single("file with determinations, one a line"))
    Output.tell(report.selection.unreadable.map { "line \($0.line): \($0.fault.line)" })
    Output.tell(report.reconciliationFaults)
    let text = form == "html" ? report.html : report.json.text(indented: true) + "\n"
    if let path = arguments.option("to") {
      do throws(FileReader.Failure) {
        try FileWriter.write(text, to: path)
      } catch {
        throw CommandFailure(.inputOutput, "scruple: the report was not written: \(error.message)")
      }
      Output.tell("report: \(path)")
    } else {
      Output.write(text)
    }
    if !report.reconciliationFaults.isEmpty { return .internalFault }
    return report.selection.unreadable.isEmpty ? .allow : .invalidInput
  }

  private static func explain(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: ["quarter", "home"], flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.report)
      return .allow
    }
    guard arguments.positional.count == 2 else {
      throw CommandFailure(
        .usage, "scruple: report explain NUMBER FILE, such as: report explain Q3-2.1 records.ndjson"
      )
    }
    let report = try report(arguments, records: arguments.positional[1])
    guard let orders = report.explain(arguments.positional[0]) else {
      throw CommandFailure(
        .usage, "scruple: the report has no number `\(arguments.positional[0])`")
    }
    Output.write(orders.map { $0 + "\n" }.joined())
    return .allow
  }
}
