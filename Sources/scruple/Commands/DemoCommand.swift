import Dossier
import Formats
import Memos
import Screening
import Trade

/// `scruple demo`: screens the bundled demonstration orders and writes memos and a report.
enum DemoCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      let arguments = try Arguments(words, options: ["home", "to"], flags: ["help"])
      if arguments.has("help") {
        Output.write(HelpText.demo)
        return .allow
      }
      return try demonstrate(arguments)
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func demonstrate(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    guard arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: demo takes no file; name the folder with --to")
    }
    let home = try HomeFolder(option: arguments.option("home"))
    let session = try Session(arguments, corpus: home.demonstration)
    let path = home.demonstration + "/demo-orders.ndjson"
    let target = folder(arguments.option("to") ?? "scruple-demo")
    do throws(FileReader.Failure) {
      let bytes = try FileReader.bytes(of: path)
      try FileWriter.makeFolder(target)
      return try deliver(bytes, path, session, to: target)
    } catch {
      throw CommandFailure(.inputOutput, error.message)
    }
  }

  private static func deliver(
    _ bytes: [UInt8], _ path: String, _ session: Session, to folder: String
  ) throws(FileReader.Failure) -> ExitCode {
    var determinations: [Determination] = []
    var code = ExitCode.allow
    for decoded in OrderDecoder.decode(
      bytes, file: path, knownCountries: session.knowledge.countries)
    {
      do throws(CommandFailure) {
        switch decoded.result {
        case .failure(let diagnostics):
          throw CommandFailure(.invalidInput, diagnostics.map(\.line))
        case .order(let order, let warnings):
          determinations.append(try session.screen(order, notices: warnings))
        }
      } catch {
        Output.tell(error.lines)
        code = ExitCode.worst(code, error.code)
      }
    }
    for determination in determinations {
      let name = MemoForm.fileName(determination.order.reference)
      for form in [MemoForm.html, .md] {
        try FileWriter.write(
          form.text(of: determination), to: "\(folder)/memo-\(name).\(form.rawValue)")
      }
    }
    let records = determinations.map { $0.json.text() + "\n" }.joined()
    try FileWriter.write(records, to: folder + "/determinations.ndjson")
    Output.write(TerminalReport.demonstration(determinations))
    if let date = determinations.first?.asOf,
      let quarter = Quarter("\(date.year)-Q\((date.month + 2) / 3)")
    {
      let report = QuarterlyReport(quarter: quarter, records: Array(records.utf8))
      try FileWriter.write(report.html, to: folder + "/report-\(quarter).html")
      Output.write(
        "\nWritten to \(folder):\n  \(determinations.count) memos (memo-*.html, memo-*.md), "
          + "determinations.ndjson, report-\(quarter).html\n")
    }
    return code
  }

  private static func folder(_ path: String) -> String {
    path.hasPrefix("/") ? path : Process.workingFolder + "/" + path
  }
}
