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
  private let recorder: DeterminationRecorder?
  private var memos: MemoFiles
  private var manyOrders = false
  private var code = ExitCode.allow
  private var bodies: [JSON] = []

  static func run(_ words: [String], explains: Bool) -> ExitCode {
    // A command line that cannot be read is answered in the form that it most likely asks for.
    var form = Form.text
    if words.contains(where: { $0 == "ndjson" || $0 == "--output=ndjson" }) { form = .ndjson }
    if words.contains(where: { $0 == "json" || $0 == "--output=json" }) { form = .json }
    do throws(CommandFailure) {
      let arguments = try Arguments(
        words,
        options: Session.options.union(
          explains ? ["memo", "rule"] : StoreOptions.options.union(["memo"])),
        flags: ["help", "trace"], repeatable: ["memo"])
      if arguments.has("help") {
        Output.write(HelpText.screen)
        return .allow
      }
      form = try chosenForm(arguments)
      let memos = try MemoFiles(arguments.all("memo"))
      let path = try arguments.single("file with orders, or - for standard input,")
      let bytes = try Session.input(path)
      let session = try Session(arguments)
      if let rule = arguments.option("rule") { try session.checkRule(rule) }
      let recorder = try DeterminationRecorder(arguments, session, act: "scruple screen")
      var command = ScreenCommand(
        session: session, arguments: arguments, form: form, explains: explains, memos: memos,
        recorder: recorder)
      return command.screen(bytes, file: path == "-" ? "standard input" : path)
    } catch {
      Output.tell(error.lines)
      print(HoldBody(error), form)
      return error.code
    }
  }

  private static func chosenForm(_ arguments: Arguments) throws(CommandFailure) -> Form {
    guard let named = arguments.option("output") else { return .text }
    guard let form = Form(rawValue: named) else {
      throw CommandFailure(
        .usage, "scruple: `\(named)` is no form of output; use text, json or ndjson")
    }
    return form
  }

  private init(
    session: Session, arguments: Arguments, form: Form, explains: Bool, memos: MemoFiles,
    recorder: DeterminationRecorder?
  ) {
    self.session = session
    self.arguments = arguments
    self.form = form
    self.explains = explains
    self.memos = memos
    self.recorder = recorder
  }

  private static func print(_ body: HoldBody, _ form: Form) {
    switch form {
    case .text: Output.write(body.text)
    case .json: Output.write(body.json.text(indented: true) + "\n")
    case .ndjson: Output.write(body.json.text() + "\n")
    }
  }

  private mutating func screen(_ bytes: [UInt8], file: String) -> ExitCode {
    let decoded = OrderDecoder.decode(
      bytes, file: file, knownCountries: session.knowledge.countries,
      formerCountries: session.knowledge.formerCountries)
    manyOrders = decoded.count > 1
    for result in decoded {
      switch result.result {
      case .failure(let diagnostics):
        hold(diagnostics, line: result.line)
        record(diagnostics, of: bytes, line: result.line, order: nil)
      case .order(let order, let warnings):
        Output.tell(session.told(warnings, of: order).map(\.line))
        do throws(CommandFailure) {
          try deliver(try session.screen(order, notices: warnings), of: order)
        } catch {
          // One order that fails holds itself; the others are still screened.
          Output.tell(error.lines)
          deliver(HoldBody(error, line: result.line, reference: order.reference))
          let problems = error.lines.map { Diagnostic("SCREEN", $0) }
          record(problems, of: bytes, line: result.line, order: order)
        }
      }
    }
    if form == .json {
      let output = manyOrders ? .array(bodies) : bodies.first ?? .null
      Output.write(output.text(indented: true) + "\n")
    }
    return code
  }

  /// An order that is held for a fault is on record too. Where even that fails it stays held.
  private mutating func record(
    _ problems: [Diagnostic], of bytes: [UInt8], line: Int, order: Order?
  ) {
    do throws(CommandFailure) {
      _ = try recorder?.record(problems, of: bytes, line: line, order: order)
    } catch {
      Output.tell(error.lines)
      code = ExitCode.worst(code, error.code)
    }
  }

  private mutating func hold(_ diagnostics: [Diagnostic], line: Int) {
    for diagnostic in diagnostics { Output.tell(diagnostic.line) }
    let count = diagnostics.count { $0.severity == .error }
    deliver(
      HoldBody(
        code: .invalidInput, problems: diagnostics,
        message: "The order on line \(line) cannot be read: "
          + (count == 1
            ? "1 problem, told with its place. "
            : "\(count) problems, each told "
              + "with its place. ") + "It is held.", line: line))
  }

  private mutating func deliver(_ body: HoldBody) {
    code = ExitCode.worst(code, body.code)
    if form == .json {
      bodies.append(body.json)
    } else {
      ScreenCommand.print(body, form)
    }
    if form == .text, manyOrders { Output.write("\n") }
  }

  private mutating func deliver(
    _ determination: Determination, of order: Order
  ) throws(CommandFailure) {
    // What is not recorded is not answered.
    if let recorder {
      try recorder.record(determination, of: order)
      if try recorder.holds(order, determination) {
        return deliver(HoldBody.held(order.reference))
      }
    }
    // The memo comes first: an answer whose memo is missing is not the answer that was asked for.
    for path in try memos.write(determination, manyOrders: manyOrders) {
      Output.tell("memo: \(path)")
    }
    code = ExitCode.worst(code, ExitCode(determination))
    let includesTrace = explains || arguments.has("trace")
    switch form {
    case .text:
      Output.write(
        explains
          ? TerminalReport.explain(determination, rule: arguments.option("rule"))
          : TerminalReport.screen(determination))
      if manyOrders { Output.write("\n") }
    case .json: bodies.append(determination.json(includingTrace: includesTrace))
    case .ndjson:
      Output.write(determination.json(includingTrace: includesTrace).text() + "\n")
    }
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
