import Dossier
import Formats
import Memos
import Screening
import Trade

/// `scruple screen` and `scruple explain`: orders in, determinations out.
struct ScreenCommand {
  enum Form: String { case text, json, ndjson }

  let session: Session
  let arguments: Arguments
  let form: Form
  let explains: Bool
  private var memos: [String]
  private var manyOrders = false
  private var code = ExitCode.allow
  private var failure: CommandFailure?
  private var bodies: [JSON] = []

  static let options = Session.options.union(["memo", "rule"])

  static func run(_ words: [String], explains: Bool) -> ExitCode {
    var form = Form.text
    if words.contains(where: { $0 == "ndjson" || $0 == "--output=ndjson" }) { form = .ndjson }
    if words.contains(where: { $0 == "json" || $0 == "--output=json" }) { form = .json }
    do throws(CommandFailure) {
      let arguments = try Arguments(
        words, options: options, flags: ["help", "trace"], repeatable: ["memo"])
      if arguments.has("help") {
        Process.write(HelpText.screen)
        return .allow
      }
      if let named = arguments.option("output") {
        guard let chosen = Form(rawValue: named) else {
          throw CommandFailure(
            .usage, "scruple: `\(named)` is no form of output; use text, json or ndjson")
        }
        form = chosen
      }
      let path = try arguments.single("file with an order, or - for standard input")
      let bytes: [UInt8]
      do throws(FileReader.Failure) {
        bytes = try FileReader.bytes(of: path)
      } catch {
        throw CommandFailure(error.isMissing ? .invalidInput : .inputOutput, error.message)
      }
      var command = ScreenCommand(
        session: try Session(arguments), arguments: arguments, form: form, explains: explains)
      return try command.screen(bytes, file: path == "-" ? "standard input" : path)
    } catch {
      error.lines.forEach { Process.write($0 + "\n", toErrors: true) }
      print(
        HoldBody(
          code: error.code, problems: [],
          message: error.lines.joined(separator: "; ") + ". The order is held.", line: nil), form)
      return error.code
    }
  }

  private init(session: Session, arguments: Arguments, form: Form, explains: Bool) {
    self.session = session
    self.arguments = arguments
    self.form = form
    self.explains = explains
    memos = arguments.all("memo")
  }

  private static func print(_ body: HoldBody, _ form: Form) {
    switch form {
    case .text: Process.write(body.text)
    case .json: Process.write(body.json.text(indented: true) + "\n")
    case .ndjson: Process.write(body.json.text() + "\n")
    }
  }

  private mutating func screen(_ bytes: [UInt8], file: String) throws(CommandFailure) -> ExitCode {
    for memo in memos where MemoForm(path: memo) == nil {
      throw CommandFailure(
        .usage, "scruple: `\(memo)` must end in .html, .md or .json")
    }
    let decoded = OrderDecoder.decode(
      bytes, file: file, knownCountries: session.knowledge.countries)
    manyOrders = decoded.count > 1
    for result in decoded {
      switch result.result {
      case .failure(let diagnostics): report(diagnostics, line: result.line)
      case .order(let order, let warnings):
        for warning in warnings { Process.write(warning.line + "\n", toErrors: true) }
        let determination = try session.screen(order, notices: warnings)
        try deliver(determination)
      }
    }
    if form == .json {
      let output = bodies.count == 1 ? bodies[0] : .array(bodies)
      Process.write(output.text(indented: true) + "\n")
    }
    return code
  }

  private mutating func report(_ diagnostics: [Diagnostic], line: Int) {
    for diagnostic in diagnostics { Process.write(diagnostic.line + "\n", toErrors: true) }
    code = ExitCode.worst(code, .invalidInput)
    let body = HoldBody(
      code: .invalidInput, problems: diagnostics,
      message: "The order on line \(line) cannot be read: "
        + "\(diagnostics.count { $0.severity == .error }) problems, listed with their places. "
        + "It is held.", line: line)
    if form == .json {
      bodies.append(body.json)
    } else {
      ScreenCommand.print(body, form)
    }
  }

  private mutating func deliver(_ determination: Determination) throws(CommandFailure) {
    code = ExitCode.worst(code, ExitCode(determination))
    for memo in memos { try write(determination, to: memo) }
    switch form {
    case .text:
      Process.write(
        explains
          ? TerminalReport.explain(determination, rule: arguments.option("rule"))
          : TerminalReport.screen(determination))
      if manyOrders { Process.write("\n") }
    case .json:
      bodies.append(determination.json(includingTrace: explains || arguments.has("trace")))
    case .ndjson:
      let json = determination.json(includingTrace: explains || arguments.has("trace"))
      Process.write(json.text() + "\n")
    }
  }

  /// Writes a memo; several orders get files of their own, named by their references.
  private func write(_ determination: Determination, to path: String) throws(CommandFailure) {
    guard let form = MemoForm(path: path) else { return }
    let target =
      manyOrders
      ? MemoForm.path(path, for: determination.order.reference) : path
    do throws(FileReader.Failure) {
      try FileWriter.write(form.text(of: determination), to: target)
    } catch {
      throw CommandFailure(.inputOutput, "scruple: the memo was not written: \(error.message)")
    }
    Process.write("memo: \(target)\n", toErrors: true)
  }
}

extension ExitCode {
  /// The status that one determination returns.
  init(_ determination: Determination) {
    self =
      if !determination.coverage.isComplete {
        .coverage
      } else if determination.decision == .allow {
        .allow
      } else {
        .heldOrBlocked
      }
  }
}
