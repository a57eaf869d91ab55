import Formats
import Transfers
import WatchLists

/// `scruple lists update [URL]`: fetches lists, and imports those that changed.
enum ListsUpdate {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words,
      options: StoreOptions.options.union([
        "corpus", "feed", "list", "accept", "timeout", "output", "home",
      ]),
      flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.lists)
      return .allow
    }
    let isJSON = try ListsCommand.isJSON(arguments)
    let sources = try sources(arguments)
    let recorder = try ImportRecorder(arguments, act: "scruple lists update")
    let update = ListUpdate(
      store: try ListsCommand.store(arguments), terms: try ListsCommand.terms(arguments),
      limits: try limits(arguments), today: ListsCommand.today)
    var code = ExitCode.allow
    var parts: [JSON] = []
    for source in sources {
      let outcome = update.run(source)
      Output.tell(outcome.diagnostics.map(\.line))
      if !isJSON { Output.write(outcome.text) }
      parts.append(outcome.json)
      code = ExitCode.worst(code, outcome.code)
      if case .imported(let imported) = outcome.result { try recorder?.record(imported) }
    }
    if isJSON {
      Output.write(JSON.object([("updates", .array(parts))]).text(indented: true) + "\n")
    }
    ListsCommand.compile(update.store, arguments)
    return code
  }

  private static func sources(
    _ arguments: Arguments
  ) throws(CommandFailure) -> [ListSources.Source] {
    guard !arguments.positional.isEmpty else {
      for option in ["feed", "list", "accept"] where arguments.option(option) != nil {
        throw CommandFailure(.usage, "scruple: --\(option) speaks of one list; give its address")
      }
      return try ListSources(corpus: try ListsCommand.corpus(arguments)).sources
    }
    let text = try arguments.single("address")
    guard let address = WebAddress(text) else {
      throw CommandFailure(
        .usage, "scruple: the address must begin with https:// or http:// and name a host")
    }
    return [
      ListSources.Source(
        feed: try ListsCommand.code(arguments.option("feed"))?.id, address: address,
        list: try ListsCommand.code(arguments.option("list")))
    ]
  }

  private static func limits(
    _ arguments: Arguments
  ) throws(CommandFailure) -> TransferRequest.Limits {
    var limits = TransferRequest.Limits()
    if let text = arguments.option("timeout") {
      guard let seconds = Int(text), (1...86_400).contains(seconds) else {
        throw CommandFailure(.usage, "scruple: `\(text)` is no number of seconds")
      }
      limits.seconds = seconds
    }
    return limits
  }
}
