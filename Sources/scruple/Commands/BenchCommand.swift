import Dossier
import Formats
import Screening
import Trade

/// `scruple bench order`: how long one order takes in process, once everything is loaded.
enum BenchCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      guard words.first == "order" else {
        throw CommandFailure(.usage, "scruple: `bench` knows order")
      }
      let arguments = try Arguments(
        words.dropFirst(), options: Session.options.union(["orders", "runs"]), flags: ["help"])
      return try order(arguments)
    } catch {
      error.lines.forEach { Process.write($0 + "\n", toErrors: true) }
      return error.code
    }
  }

  private static func order(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let home = try HomeFolder(option: arguments.option("home"))
    let path = arguments.option("orders") ?? home.demonstration + "/demo-orders.ndjson"
    let runs = arguments.option("runs").flatMap { Int($0) } ?? 20
    let started = Process.monotonicNanoseconds
    let session = try Session(arguments)
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      bytes = try FileReader.bytes(of: path)
    } catch {
      throw CommandFailure(.inputOutput, error.message)
    }
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
    for _ in 0..<max(1, runs) {
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

  private static func line(_ task: String, _ nanoseconds: Int, _ count: Int, _ method: String) {
    let json = JSON.object([
      ("task", .string(task)), ("value", .integer(nanoseconds / 1000)),
      ("unit", .string("microseconds")), ("n", .integer(count)), ("method", .string(method)),
    ])
    Process.write(json.text() + "\n")
  }
}
