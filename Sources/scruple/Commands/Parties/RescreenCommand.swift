import Dossier
import Formats
import Memos
import Policy
import Screening
import WatchLists

/// `scruple rescreen`: which parties the lists meet otherwise than before.
struct RescreenCommand {
  private let session: Session
  private let before: ListState
  private let after: ListState
  private let coverage: Coverage
  private let rescreening: PartyRescreening
  private var code = ExitCode.allow
  private var changed: [ChangedParty] = []
  private var screened = 0
  private var unreadable: [Diagnostic] = []

  static func run(_ words: [String]) -> ExitCode {
    var isJSON = words.contains("json") || words.contains("--output=json")
    do throws(CommandFailure) {
      let arguments = try Arguments(
        words, options: Session.options.union(StoreOptions.options).union(["from", "to", "since"]),
        flags: ["help", "full", "anew"])
      if arguments.has("help") {
        Output.write(HelpText.rescreen)
        return .allow
      }
      isJSON = try ListsCommand.isJSON(arguments)
      if arguments.option("since") != nil { return try RescreenOrders.run(arguments) }
      for name in StoreOptions.options.sorted() where arguments.option(name) != nil {
        throw CommandFailure(.usage, "scruple: `--\(name)` says nothing without `--since DATE`")
      }
      let path = try arguments.single("file with parties, or - for standard input,")
      let bytes = try Session.input(path)
      var command = try RescreenCommand(arguments)
      command.rescreen(
        PartyFile(
          bytes, file: path == "-" ? "standard input" : path,
          countries: command.session.knowledge.countries))
      Output.write(
        isJSON ? command.json.text(indented: true) + "\n" : command.text)
      return command.code
    } catch {
      Output.tell(error.lines)
      PartyOutput.write(UnscreenedParty(error), isJSON ? .json : .text)
      return error.code
    }
  }

  private init(_ arguments: Arguments) throws(CommandFailure) {
    session = try Session(arguments)
    let present = try ListState(session, asOf: session.asOf ?? session.today)
    if let name = arguments.option("to") {
      after = try ListState(named: name, in: session, beside: present)
    } else {
      after = present
    }
    if let name = arguments.option("from") {
      before = try ListState(named: name, in: session, beside: after)
    } else {
      before = try ListState(before: after, in: session)
    }
    coverage = PartyScreener.coverage(
      of: after.feeds, asOf: after.snapshot.asOf, knowledge: session.knowledge.lists,
      required: session.policies.lists, corpus: session.corpus.parties)
    rescreening = try session.rescreening(
      from: before.snapshot, to: after.snapshot, method: arguments.has("full") ? .full : .delta)
    let faults = before.snapshot.faults + after.snapshot.faults
    Output.tell((session.corpus.suppressions.diagnostics + faults).map(\.line))
    // Of a version that cannot be read nobody knows what changed.
    if !coverage.isComplete || !faults.isEmpty { code = .coverage }
  }

  private mutating func rescreen(_ file: PartyFile) {
    Output.tell(file.notices.map(\.line))
    for row in file.rows {
      switch row.content {
      case .party(let party):
        screened += 1
        guard let difference = ChangedParty(party, line: row.line, rescreening) else { continue }
        changed.append(difference)
        code = ExitCode.worst(code, .heldOrBlocked)
      case .unreadable(let problems): unreadable += problems
      }
    }
    unreadable += file.faults
    Output.tell(unreadable.map(\.line))
    if !unreadable.isEmpty { code = ExitCode.worst(code, .invalidInput) }
  }

  private var json: JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("from", before.json), ("to", after.json),
      (
        "entriesThatDiffer",
        .object([
          ("before", .integer(rescreening.difference.before.entries.count)),
          ("after", .integer(rescreening.difference.after.entries.count)),
        ])
      ),
      ("parties", .integer(screened)), ("changed", .array(changed.map(\.json))),
      ("unreadable", .array(unreadable.map(\.json))),
      (
        "coverage",
        .object([
          ("complete", .boolean(coverage.isComplete)),
          (
            "faults",
            .strings(
              coverage.lists.flatMap { list in list.faults.map { "\(list.name) \($0)" } })
          ),
          ("notSearched", .strings(coverage.notSearched)),
        ])
      ),
      ("exitCode", .integer(Int(code.rawValue))),
    ]
    if let demonstration = session.corpus.demonstration {
      members.insert(("demonstration", .string(demonstration)), at: 1)
    }
    return .object(members)
  }

  private var text: String {
    var text = ""
    if let demonstration = session.corpus.demonstration {
      text += "DEMONSTRATION, not for use. \(visible(demonstration))\n"
    }
    let difference = rescreening.difference
    text +=
      "From lists \(before.words)\nto lists \(after.words)\n"
      + "\(difference.before.entries.count) entries before and "
      + "\(difference.after.entries.count) after differ\n"
    for party in changed { text += party.text }
    func count(_ kind: PartyChange.Kind) -> Int {
      changed.count { $0.changes.contains { $0.kind == kind } }
    }
    let owners = changed.count { $0.ownership != nil }
    text +=
      "\(screened) parties screened: \(changed.count) with another result "
      + "(\(count(.newMatch)) with a new match, \(count(.lapsedMatch)) with a lapsed one, "
      + "\(count(.changedMatch)) with a changed one, \(count(.context)) with changed context"
      + (owners > 0 ? ", \(owners) with other owners listed" : "") + "); "
      + "\(unreadable.count) not screened\n"
    if !coverage.isComplete {
      text += "Coverage of the required lists is NOT complete; that a party is not named here "
      text += "says nothing:\n"
      for list in coverage.lists where list.isRequired {
        for fault in list.faults { text += "  \(list.name) \(visible(fault))\n" }
      }
    }
    return text
  }
}
