import Dossier
import Formats
import Law
import Memos
import Screening
import Trade

/// `scruple questionnaire`: the questions of an order that decide, and the answers to them.
enum QuestionnaireCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      let arguments = try Arguments(
        words, options: Session.options.union(["lang", "answers", "to", "order-to"]),
        flags: ["help"])
      if arguments.has("help") {
        Output.write(HelpText.questionnaire)
        return .allow
      }
      return try answer(arguments)
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func answer(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let answers = arguments.option("answers")
    let forms = answers == nil ? ["text", "json", "html"] : ["text", "json"]
    let form = try PolicyOutput.form(arguments, of: forms)
    let language = try language(arguments)
    if answers == nil, arguments.option("order-to") != nil {
      throw CommandFailure(.usage, "scruple: --order-to needs --answers")
    }
    let path = try arguments.single("file with an order, or - for standard input,")
    let bytes = try Session.input(path)
    let session = try Session(arguments)
    let (order, warnings) = try order(bytes, path, session)
    let determination = try session.screen(order, notices: warnings)
    let questions = Questionnaire(determination, session.policies) {
      session.knowledge.law.basis($0)?.citation
    }
    guard let answers else {
      let output =
        switch form {
        case "json": questions.json(language).text(indented: true) + "\n"
        case "html": QuestionnaireText.html(questions, language)
        default: QuestionnaireText.text(questions, language)
        }
      try deliver(output, arguments)
      return .allow
    }
    let file = AnswerFile(
      try Session.input(answers), file: answers == "-" ? "standard input" : answers,
      questions: questions, knowledge: session.knowledge, asOf: session.date(of: order))
    Output.tell(file.diagnostics.map(\.line))
    guard !file.isRefused else {
      throw CommandFailure(
        .invalidInput, "scruple: the answers are refused as a whole; the order stays as it was")
    }
    let answered = order.answered(file.answers)
    if let target = arguments.option("order-to") {
      try write(answered.json.text(indented: true) + "\n", to: target)
    }
    let result = try session.screen(answered, notices: warnings)
    try deliver(
      form == "json"
        ? result.json.text(indented: true) + "\n" : TerminalReport.screen(result), arguments)
    return ExitCode(result)
  }

  private static func language(_ arguments: Arguments) throws(CommandFailure) -> FormLanguage {
    guard let text = arguments.option("lang") else { return .english }
    guard let language = FormLanguage(rawValue: text) else {
      throw CommandFailure(
        .usage,
        "scruple: there is no form in `\(text)`; use one of "
          + FormLanguage.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return language
  }

  /// The one order of a file.
  private static func order(
    _ bytes: [UInt8], _ path: String, _ session: Session
  ) throws(CommandFailure) -> (Order, [Diagnostic]) {
    let results = OrderDecoder.decode(
      bytes, file: path == "-" ? "standard input" : path,
      knownCountries: session.knowledge.countries,
      formerCountries: session.knowledge.formerCountries)
    guard results.count == 1, let result = results.first else {
      throw CommandFailure(
        .invalidInput, "scruple: the file holds \(results.count) orders; give one")
    }
    switch result.result {
    case .failure(let diagnostics):
      throw CommandFailure(.invalidInput, diagnostics.map(\.line))
    case .order(let order, let warnings): return (order, warnings)
    }
  }

  private static func deliver(_ text: String, _ arguments: Arguments) throws(CommandFailure) {
    guard let target = arguments.option("to") else {
      Output.write(text)
      return
    }
    try write(text, to: target)
    Output.tell("written: \(target)")
  }

  private static func write(_ text: String, to path: String) throws(CommandFailure) {
    do throws(FileReader.Failure) {
      try FileWriter.write(text, to: path)
    } catch {
      throw CommandFailure(.inputOutput, "scruple: " + error.message)
    }
  }
}
