import Dossier
import Formats
import Memos
import Screening
import WatchLists

/// `scruple screen-party`: parties in, what the lists have of them out.
struct ScreenPartyCommand {
  private let screener: PartyScreener
  private let form: PartyOutput.Form
  /// Whether the input is a file, so that a summary stands below.
  private let isFile: Bool
  private var output: PartyOutput
  private var code = ExitCode.allow

  private static let partyOptions: Set<String> = [
    "id", "name", "country", "kind", "identifier", "address", "phone", "email", "born",
  ]

  static func run(_ words: [String]) -> ExitCode {
    var form = PartyOutput.Form(mostLikelyIn: words)
    do throws(CommandFailure) {
      let arguments = try Arguments(
        words, options: Session.options.union(partyOptions), flags: ["help"],
        repeatable: [
          "name", "country", "identifier", "address", "phone", "email", "born",
        ])
      if arguments.has("help") {
        Output.write(HelpText.screenParty)
        return .allow
      }
      form = try PartyOutput.Form(arguments)
      let isFile = !arguments.positional.isEmpty
      let path =
        isFile ? try arguments.single("file with parties, or - for standard input,") : nil
      let isNamed = partyOptions.contains { arguments.option($0) != nil }
      guard isFile != isNamed else {
        throw CommandFailure(
          .usage,
          isFile
            ? "scruple: give a file or the options of one party, not both"
            : "scruple: name a file with parties, or one party with --name")
      }
      let bytes = try path.map { path throws(CommandFailure) in try Session.input(path) }
      let session = try PartySession(arguments)
      var command = ScreenPartyCommand(screener: session.screener, form: form, isFile: isFile)
      Output.tell(session.corpus.suppressions.diagnostics.map(\.line))
      guard let bytes, let path else {
        return try command.screen(arguments, countries: session.knowledge.countries)
      }
      return command.screen(
        PartyFile(
          bytes, file: path == "-" ? "standard input" : path,
          countries: session.knowledge.countries))
    } catch {
      Output.tell(error.lines)
      PartyOutput.write(UnscreenedParty(error), form)
      return error.code
    }
  }

  private init(screener: PartyScreener, form: PartyOutput.Form, isFile: Bool) {
    self.screener = screener
    self.form = form
    self.isFile = isFile
    output = PartyOutput(form: form, isBatch: isFile)
  }

  private mutating func screen(
    _ arguments: Arguments, countries: Set<String>
  ) throws(CommandFailure) -> ExitCode {
    var fields = PartyFields(countries: countries)
    for option in ScreenPartyCommand.partyOptions.sorted() {
      _ = fields.take(option, arguments.all(option))
    }
    switch fields.party {
    case .failure(let problems):
      throw CommandFailure(.invalidInput, "scruple: the party is not screened: " + problems.text)
    case .success(let party):
      deliver(screener.screen(party))
      output.finish()
      return code
    }
  }

  private mutating func screen(_ file: PartyFile) -> ExitCode {
    Output.tell(file.notices.map(\.line))
    for row in file.rows {
      switch row.content {
      case .party(let party): deliver(screener.screen(party, line: row.line))
      case .unreadable(let problems):
        Output.tell(problems.map(\.line))
        deliver(UnscreenedParty(problems, line: row.line))
      }
    }
    if !file.faults.isEmpty {
      Output.tell(file.faults.map(\.line))
      deliver(UnscreenedParty(file.faults, line: nil))
    }
    output.finish()
    return code
  }

  private mutating func deliver(_ screening: PartyScreening) {
    code = ExitCode.worst(code, ExitCode(screening))
    output.add(screening)
  }

  private mutating func deliver(_ fault: UnscreenedParty) {
    code = ExitCode.worst(code, fault.code)
    output.add(fault)
  }
}

extension ExitCode {
  /// The status of one party: like that of an order, save that nothing is released by it.
  init(_ screening: PartyScreening) {
    self =
      if !screening.coverage.isComplete || screening.result == .notSearched {
        .coverage
      } else if screening.result == .notFound {
        .allow
      } else {
        .heldOrBlocked
      }
  }
}
