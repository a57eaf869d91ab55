import Digests
import Dossier
import Formats
import Ledger
import Synchronization
import Trade

/// `scruple bench ledger`: durable records a second, proofs in a large log, clearances at the gate.
enum LedgerBench {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let records = try StoreOptions.number(arguments, "records", in: 1...100_000_000) ?? 1_000_000
    let store = StoreAddress(
      arguments.option("store") ?? "/tmp/scruple-bench-\(Process.number).db")
    if arguments.has("append") { return try LedgerKills.append(arguments) }
    if let kills = try StoreOptions.number(arguments, "kills", in: 1...1_000_000) {
      return try LedgerKills(arguments).run(kills)
    }
    if case .file(let path) = store, FileReader.exists(path) {
      throw CommandFailure(.inputOutput, "scruple: there is a file `\(path)` already")
    }
    defer {
      if case .file(let path) = store {
        for suffix in ["", "-wal", "-shm"] { FileWriter.remove(path + suffix) }
      }
    }
    let ledger = try CommandFailure.of { () throws(LedgerFailure) in
      try Ledger(store: store.open(creates: true), keys: LedgerKeys(name: "example.org/bench"))
    }
    // Each step ends by its time, so that a slow disk makes fewer records and not a longer run.
    for threads in [1, 8, 64] { try append(ledger, threads) }
    try grow(ledger, to: records)
    try prove(ledger, store, count: 2000)
    try verify(ledger, arguments)
    return .allow
  }

  private static let filling = String(repeating: "x", count: 1800)

  /// A record as large as that of a plain determination.
  private static func record(_ number: Int) -> LedgerRecord {
    LedgerRecord(
      .event,
      content: .object([
        ("number", .integer(number)), ("text", .string(filling)),
      ]), subjects: [.party("Example Clinic \(number)"), .determination("det_\(number)")])
  }

  /// Nanoseconds for which one number of callers appends.
  private static let appending = 4_000_000_000

  private static func append(_ ledger: Ledger, _ threads: Int) throws(CommandFailure) {
    let began = Process.monotonicNanoseconds
    let base = try CommandFailure.of { () throws(LedgerFailure) in try ledger.size }
    let appended = Mutex(0)
    // Threads of their own: callers that wait for the disk need no core.
    Threads.callers(threads) { thread in
      var number = 0
      while Process.monotonicNanoseconds - began < appending {
        do throws(LedgerFailure) {
          try ledger.append([record((number * threads + thread) + base)])
          number += 1
        } catch {
          Output.tell(error.diagnostic.line)
          break
        }
      }
      appended.withLock { $0 += number }
    }
    let passed = Process.monotonicNanoseconds - began
    let count = appended.withLock { $0 }
    let size = try CommandFailure.of { () throws(LedgerFailure) in try ledger.size }
    guard size == base + count, count > 0 else {
      throw CommandFailure(.inputOutput, "scruple: records were not written")
    }
    line(
      "ledger.append.\(threads)", count * 1_000_000_000 / max(1, passed), "records/s",
      count, "\(threads) callers, 1.8 kB each, durable and signed before the answer")
  }

  /// Nanoseconds for which the log grows at most.
  private static let growing = 600_000_000_000

  private static func grow(_ ledger: Ledger, to count: Int) throws(CommandFailure) {
    let began = Process.monotonicNanoseconds
    var added = 0
    try CommandFailure.of { () throws(LedgerFailure) in
      var size = try ledger.size
      while size < count, Process.monotonicNanoseconds - began < growing {
        let end = min(count, size + 5000)
        try ledger.append(
          (size..<end).map { number in
            LedgerRecord(
              .event, content: .object([("number", .integer(number))]),
              subjects: [.determination("det_\(number)")])
          })
        added += end - size
        size = end
      }
    }
    guard added > 0 else { return }
    let passed = max(1, Process.monotonicNanoseconds - began)
    line(
      "ledger.append.bulk", added * 1_000_000_000 / passed, "records/s", added,
      "one caller, 5000 a transaction, small")
  }

  private static func prove(
    _ ledger: Ledger, _ address: StoreAddress, count: Int
  ) throws(CommandFailure) {
    let (store, key) = try CommandFailure.of { () throws(LedgerFailure) in
      (try address.open(isReading: true), try ledger.keys.published.log)
    }
    let prover = LogProver(store)
    let size = try CommandFailure.of { () throws(LedgerFailure) in try ledger.size }
    var (times, checks): ([Int], [Int]) = ([], [])
    var (hashes, whole, compact) = (0, 0, 0)
    for number in 0..<count {
      let position = number * 7919 % size
      let began = Process.monotonicNanoseconds
      let proof = try CommandFailure.of { () throws(LedgerFailure) in
        try prover.inclusion(of: position)
      }
      let made = Process.monotonicNanoseconds
      guard proof.verifies(by: key) else {
        throw CommandFailure(.doesNotVerify, "scruple: a proof does not verify")
      }
      times.append(made - began)
      checks.append(Process.monotonicNanoseconds - made)
      hashes = max(hashes, proof.path.count * 32)
      whole = max(whole, proof.json(by: key).text().utf8.count)
      // Without the leaf as it stands there, with a backslash before each quotation mark.
      let leaf = JSON.string(proof.leaf).text().utf8.count - 2
      compact = max(compact, proof.compact.text().utf8.count - leaf)
    }
    times.sort()
    checks.sort()
    let method = "inclusion in a log of \(size) records"
    line("ledger.proof.p50", times[count / 2] / 1000, "microseconds", count, method)
    line("ledger.proof.p99", times[count * 99 / 100] / 1000, "microseconds", count, method)
    line("ledger.proof.verify.p50", checks[count / 2] / 1000, "microseconds", count, method)
    line("ledger.proof.size", hashes, "bytes", count, "largest; the hashes of the path")
    line(
      "ledger.proof.size.compact", compact, "bytes", count,
      "largest; as `log prove --compact` writes it, without the record itself")
    line("ledger.proof.size.json", whole, "bytes", count, "largest; with leaf and checkpoint")
  }

  private static func verify(
    _ ledger: Ledger, _ arguments: Arguments
  ) throws(CommandFailure) {
    let home = try HomeFolder(option: arguments.option("home"))
    let path = home.demonstration + "/demo-orders.ndjson"
    let orders = OrderDecoder.decode(
      try Session.input(path), file: path,
      knownCountries: try Session.knowledge(home).countries
    ).compactMap(\.order)
    guard let order = orders.first else {
      throw CommandFailure(.invalidInput, "scruple: `\(path)` holds no order")
    }
    let now = ledger.now
    let claims = JSON.object([
      ("iss", .string(ledger.keys.name)), ("sub", .string("\(order.system):\(order.reference)")),
      ("jti", .string("clr_bench")), ("iat", .integer(now)), ("exp", .integer(now + 86_400)),
      ("system", .string(order.system)), ("orderRef", .string(order.reference)),
      ("orderRevision", .integer(order.revision)),
      ("orderDigest", .string(order.digest.description)), ("lines", .strings([])),
      ("conditions", .array([])), ("approvers", .strings(["policy:bench"])),
      ("determinationId", .string("det_bench")), ("determination", .string("release")),
      ("policyDigest", .string("bench")), ("dataDigest", .string("bench")),
      ("lists", .array([])), ("logLeaf", .integer(0)),
    ])
    let (keys, revoked) = try CommandFailure.of { () throws(LedgerFailure) in
      (try ledger.keys.published, try ClearanceDesk(ledger).revocations())
    }
    guard
      let token = JSONWebSignature.sign(
        claims, kind: Clearance.kind, with: ledger.keys.clearances)
    else { throw CommandFailure(.internalFault, "scruple: libcrypto does not sign") }
    var times: [Int] = []
    for _ in 0..<1000 {
      let began = Process.monotonicNanoseconds
      do throws(ClearanceRefusal) {
        let list = try RevocationList(revoked, keys: keys)
        _ = try ClearanceVerifier(keys: keys, now: now).verify(
          token, for: order, revocations: list)
      } catch {
        throw CommandFailure(.doesNotVerify, error.words)
      }
      times.append(Process.monotonicNanoseconds - began)
    }
    times.sort()
    let method = "clearance and revocation list against an order at hand"
    line("clearance.verify.p50", times[500] / 1000, "microseconds", 1000, method)
    line("clearance.verify.p99", times[990] / 1000, "microseconds", 1000, method)
  }

  static func line(
    _ task: String, _ value: Int, _ unit: String, _ count: Int, _ method: String
  ) {
    Output.write(
      JSON.object([
        ("task", .string(task)), ("value", .integer(value)), ("unit", .string(unit)),
        ("n", .integer(count)), ("method", .string(method)),
      ]).text() + "\n")
  }
}
