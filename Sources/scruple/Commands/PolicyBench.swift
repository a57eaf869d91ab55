import Benchmarks
import Facts
import Formats
import Policy

/// `scruple bench policy`: how long sixty rules take, and whether they decide as expected.
enum PolicyBench {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let home = try HomeFolder(option: arguments.option("home"))
    let runs = try BenchCommand.runs(arguments)
    let policies: PolicySet
    do throws(PolicyRefused) {
      policies = try SixtyRules.load(folder: home.data + "/benchmark")
    } catch {
      throw CommandFailure(.invalidPolicy, error.diagnostics.map(\.line))
    }
    var benchmark = PolicyBenchmark(policies, asOf: CivilDate(dayNumber: 20_779))
    let cases = try cases(arguments.option("orders"), policies)
    do throws(JSONFailure) {
      let differing = try disagreements(&benchmark, cases)
      for measurement in try benchmark.measure(cases.map(\.text), runs: runs) {
        Output.write(
          JSON.object([
            ("task", .string(measurement.task)), ("value", .integer(measurement.nanoseconds)),
            ("unit", .string("nanoseconds")), ("n", .integer(measurement.count)),
            ("method", .string(measurement.method)),
          ]).text() + "\n")
      }
      let expected = cases.filter { $0.decision != nil }.count
      guard expected > 0 else { return .allow }
      Output.write(
        JSON.object([
          ("task", .string("policy.agreement")), ("value", .integer(expected - differing.count)),
          ("unit", .string("orders")), ("n", .integer(expected)),
          ("method", .string("same decision and same rules fired")),
        ]).text() + "\n")
      guard differing.isEmpty else {
        Output.tell("scruple: the orders on lines \(differing.prefix(20)) are decided otherwise")
        return .invalidPolicy
      }
      return .allow
    } catch {
      throw CommandFailure(.invalidInput, "scruple: an order cannot be read: \(error)")
    }
  }

  /// One order, with what is expected of it where the file says so.
  private struct Case {
    let line: Int
    let text: [UInt8]
    let decision: String?
    let fired: [String]
  }

  private static func cases(
    _ path: String?, _ policies: PolicySet
  ) throws(CommandFailure) -> [Case] {
    guard let path else {
      var orders = NeutralOrders(policies, seed: 20_261_122)
      return (0..<1_000).map { number in
        Case(line: number + 1, text: Array(orders.next().text().utf8), decision: nil, fired: [])
      }
    }
    var cases: [Case] = []
    let lines = try Session.input(path).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let json: JSON
      do throws(JSONFailure) {
        json = try JSONReader.read(Array(line))
      } catch {
        throw CommandFailure(
          .invalidInput, "scruple: `\(path)` line \(index + 1) cannot be read: \(error)")
      }
      let order = json["order"] ?? json
      cases.append(
        Case(
          line: index + 1, text: Array(order.text().utf8), decision: json["decision"]?.string,
          fired: json["fired"]?.strings ?? []))
    }
    guard !cases.isEmpty else {
      throw CommandFailure(.invalidInput, "scruple: `\(path)` holds no order")
    }
    return cases
  }

  private static let outcomes: [String: Outcome] = [
    "allow": .release, "review": .releaseWithConditions, "hold": .hold, "refuse": .refusePolicy,
  ]

  /// Lines of the orders that are decided otherwise than expected.
  private static func disagreements(
    _ benchmark: inout PolicyBenchmark, _ cases: [Case]
  ) throws(JSONFailure) -> [Int] {
    var lines: [Int] = []
    for item in cases {
      guard let decision = item.decision else { continue }
      let found = try benchmark.decide(item.text)
      if found.outcome != outcomes[decision] || found.fired.sorted() != item.fired.sorted() {
        lines.append(item.line)
      }
    }
    return lines
  }
}
