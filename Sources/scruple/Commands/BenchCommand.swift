import Dossier
import Formats
import Screening
import Trade

/// `scruple bench order`, `policy`, `names`, `evidence`, `ledger` and `hook`: how long one order and the rules
/// alone take in process, how well and fast names are found, how notices are read and joined and
/// reports read, what records cost, and what the server answers.
enum BenchCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      if let verb = words.first, ["--help", "-h", "help"].contains(verb) {
        Output.write(HelpText.bench)
        return .allow
      }
      guard let task = words.first,
        ["order", "policy", "names", "evidence", "ledger", "hook"].contains(task)
      else {
        throw CommandFailure(
          .usage, "scruple: `bench` knows order, policy, names, evidence, ledger and hook")
      }
      let arguments = try Arguments(
        words.dropFirst(),
        options: [
          "home", "corpus", "as-of", "orders", "runs", "pairs", "queries", "list", "lines",
          "output", "records", "store", "connections", "seconds", "rate", "threads", "kills",
          "keys", "after",
        ], flags: ["help", "append"])
      if arguments.has("help") {
        Output.write(HelpText.bench)
        return .allow
      }
      switch task {
      case "order": return try order(arguments)
      case "names": return try NamesBench.run(arguments)
      case "ledger": return try LedgerBench.run(arguments)
      case "hook": return try HookBench.run(arguments)
      case "evidence": return try EvidenceBench.run(arguments)
      default: return try PolicyBench.run(arguments)
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func order(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let home = try HomeFolder(option: arguments.option("home"))
    let path = arguments.option("orders") ?? home.demonstration + "/demo-orders.ndjson"
    let runs = try runs(arguments)
    let started = Process.monotonicNanoseconds
    let session = try Session(arguments)
    let bytes = try Session.input(path)
    let orders = OrderDecoder.decode(
      bytes, file: path, knownCountries: session.knowledge.countries
    ).compactMap(\.order)
    guard let first = orders.first else {
      throw CommandFailure(.invalidInput, "scruple: `\(path)` holds no order that can be read")
    }
    let screener = try session.screener(for: session.date(of: first))
    line("order.load", Process.monotonicNanoseconds - started, 1, "knowledge, policies, lists")
    var times: [Int] = []
    var decisions = 0
    for _ in 0..<runs {
      for order in orders {
        let begin = Process.monotonicNanoseconds
        let determination = screener.screen(order)
        times.append(Process.monotonicNanoseconds - begin)
        decisions += determination.findings.count
      }
    }
    times.sort()
    let method = "\(orders.count) orders x \(runs) runs, one thread, \(decisions) findings"
    line("order.screen.p50", times[times.count / 2], times.count, method)
    line("order.screen.p99", times[times.count * 99 / 100], times.count, method)
    return .allow
  }

  static func runs(_ arguments: Arguments) throws(CommandFailure) -> Int {
    guard let text = arguments.option("runs") else { return 20 }
    guard let runs = Int(text), (1...100_000).contains(runs) else {
      throw CommandFailure(.usage, "scruple: `\(text)` for --runs is no number from 1 to 100000")
    }
    return runs
  }

  private static func line(_ task: String, _ nanoseconds: Int, _ count: Int, _ method: String) {
    let json = JSON.object([
      ("task", .string(task)), ("value", .integer(nanoseconds / 1000)),
      ("unit", .string("microseconds")), ("n", .integer(count)), ("method", .string(method)),
    ])
    Output.write(json.text() + "\n")
  }
}
