import Formats
import Hook
import Ledger

/// `scruple bench hook`: a server and a load generator in one process, over loopback.
enum HookBench {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let home = try HomeFolder(option: arguments.option("home"))
    let path = arguments.option("orders") ?? home.demonstration + "/demo-orders.ndjson"
    let orders = try Session.input(path).split(separator: UInt8(ascii: "\n")).compactMap {
      LoadOrder(Array($0))
    }
    guard !orders.isEmpty else {
      throw CommandFailure(.invalidInput, "scruple: `\(path)` holds no order with a reference")
    }
    let connections = try StoreOptions.number(arguments, "connections", in: 1...1000) ?? 16
    let seconds = try StoreOptions.number(arguments, "seconds", in: 1...86_400) ?? 10
    let rate = try StoreOptions.number(arguments, "rate", in: 1...1_000_000)
    let session = try Session(
      arguments, corpus: arguments.option("corpus") == nil ? home.demonstration : nil)
    let basis = LoadedBasis(
      knowledge: session.knowledge, policies: session.policies, corpus: session.corpus)
    let store =
      arguments.option("store") ?? "/tmp/scruple-bench-hook-\(Process.number).db"
    let ledger = try CommandFailure.of { () throws(LedgerFailure) in
      try Ledger(
        store: StoreAddress(store).open(creates: true), keys: LedgerKeys(name: "example.org/bench"))
    }
    defer {
      if arguments.option("store") == nil {
        for suffix in ["", "-wal", "-shm"] { FileWriter.remove(store + suffix) }
      }
    }
    guard
      let made = AccessKey.make(
        name: "bench", scopes: [.screen], now: Process.now.seconds, expires: nil)
    else { throw CommandFailure(.internalFault, "scruple: libcrypto has no random bytes") }
    let service = HookService(
      ledger: ledger, holder: BasisHolder(basis), keys: KeyRing([made.key]))
    var limits = ServerLimits()
    if let workers = try StoreOptions.number(arguments, "threads", in: 1...1024) {
      limits.workers = workers
    }
    let server = try server(service, limits)
    defer { server.stop() }
    let generator = LoadGenerator(port: server.port, key: made.text, orders: orders)
    var isWhole = true
    for isNew in [true, false] {
      _ = generator.run(connections: connections, seconds: 1, rate: nil, isNew: isNew)
      let before = Process.residentBytes
      let result = generator.run(
        connections: connections, seconds: seconds, rate: rate, isNew: isNew)
      let task = isNew ? "hook" : "hook.again"
      let method =
        (isNew ? "each order new" : "\(orders.count) orders again and again")
        + ", \(connections) connections, \(seconds) s, "
      isWhole = tell(result, task, method, rate, before) && isWhole
    }
    return isWhole ? .allow : .internalFault
  }

  /// False where answers were broken or none came.
  private static func tell(
    _ result: LoadGenerator.Result, _ task: String, _ load: String, _ rate: Int?, _ before: Int
  ) -> Bool {
    let decisions = result.decisions.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let method =
      load + (rate.map { "\($0) a second" } ?? "as fast as answers come")
      + ", load in the same process; "
      + decisions.joined(separator: ", ") + ", \(result.failures) broken"
    let count = result.times.count
    line(task + ".throughput", result.perSecond, "screenings/s", count, method)
    line(task + ".p50", result.quantile(500) / 1000, "microseconds", count, method)
    line(task + ".p99", result.quantile(990) / 1000, "microseconds", count, method)
    if count > 0 {
      line(task + ".work", result.worked.all / 1000 / count, "microseconds", count, method)
      line(
        task + ".work.generator", result.worked.generating / 1000 / count, "microseconds", count,
        method)
    }
    line(task + ".memory.before", before, "bytes", 1, method)
    line(task + ".memory.after", Process.residentBytes, "bytes", 1, method)
    return result.failures == 0 && count > 0
  }

  private static func server(
    _ service: HookService, _ limits: ServerLimits
  ) throws(CommandFailure) -> HTTPServer {
    guard let address = ListenAddress("127.0.0.1:0") else {
      throw CommandFailure(.internalFault, "scruple: no address")
    }
    do throws(ServerFailure) {
      return try HTTPServer(address, limits: limits, service: service)
    } catch {
      throw CommandFailure(.inputOutput, "scruple: " + error.message)
    }
  }

  private static func line(
    _ task: String, _ value: Int, _ unit: String, _ count: Int, _ method: String
  ) {
    Output.write(
      JSON.object([
        ("task", .string(task)), ("value", .integer(value)), ("unit", .string(unit)),
        ("n", .integer(count)), ("method", .string(method)),
      ]).text() + "\n")
  }
}
