import Formats
import Glibc
import Ledger

/// `scruple bench ledger --kills N`: a process that appends is killed again and again, and whatever
/// it acknowledged is looked for.
struct LedgerKills {
  private let folder: String
  private let address: String?
  private var acknowledged = 0
  private var isEarly = 0

  init(_ arguments: Arguments) throws(CommandFailure) {
    folder = "/tmp/scruple-kills-\(Process.number)"
    address = arguments.option("store")
  }

  /// Kills that one store meets before it is verified whole and another is begun.
  private static let killsOfStore = 200
  /// Microseconds after its first acknowledged record at which a process is killed at the latest.
  private static let latest = 20_000
  /// One of so many is killed within its first 30 milliseconds instead, wherever it is by then.
  private static let early = 8

  consuming func run(_ kills: Int) throws(CommandFailure) -> ExitCode {
    let began = Process.monotonicNanoseconds
    var done = 0
    while done < kills {
      let next = address == nil ? min(kills - done, LedgerKills.killsOfStore) : kills
      try round(kills: next, after: done)
      done += next
      // Who ends a long run knows by this how far it came.
      Output.tell("\(done) of \(kills) kills, \(acknowledged) records acknowledged, none lost")
    }
    guard acknowledged > 0 else {
      throw CommandFailure(.internalFault, "scruple: no process came to append")
    }
    let method =
      "SIGKILL up to 20 ms after the first record of a process with 4 callers, \(isEarly) of them "
      + "before it; every log verified, every acknowledged record found"
    LedgerBench.line("ledger.kills", kills, "kills", acknowledged, method)
    LedgerBench.line("ledger.kills.acknowledged", acknowledged, "records", kills, method)
    LedgerBench.line("ledger.kills.lost", 0, "records", acknowledged, method)
    LedgerBench.line(
      "ledger.kills.time", (Process.monotonicNanoseconds - began) / 1_000_000, "milliseconds",
      kills, method)
    return .allow
  }

  private mutating func round(kills: Int, after done: Int) throws(CommandFailure) {
    let path = "\(folder)-\(done).db"
    let store = StoreAddress(address ?? path)
    defer {
      if address == nil {
        for suffix in ["", "-wal", "-shm"] { FileWriter.remove(path + suffix) }
      }
      FileWriter.remove(path + ".keys")
    }
    let keys = try CommandFailure.of { () throws(LedgerFailure) in
      let keys = try LedgerKeys(name: "example.org/kills")
      try keys.write(to: path + ".keys")
      _ = try store.open(creates: true)
      return keys
    }
    let words = [
      "/proc/self/exe", "bench", "ledger", "--append", "--store", address ?? path, "--keys",
      path + ".keys",
    ]
    var names: [Int: String] = [:]
    for kill in 0..<kills {
      let result = try LedgerKills.run(words, kill: done + kill)
      let told = LedgerKills.acknowledged(result.output)
      if told.isEmpty { isEarly += 1 }
      names.merge(told) { first, _ in first }
      try find(told, in: store, keys, kill: done + kill)
    }
    // Those of the first kills too, after all that came later.
    try find(names, in: store, keys, kill: done + kills)
    let verification = try CommandFailure.of { () throws(LedgerFailure) in
      try LogVerification(
        of: store.open(isReading: true), key: keys.published.log, opening: keys)
    }
    guard verification.problems.isEmpty, verification.size >= names.count else {
      throw CommandFailure(
        .doesNotVerify,
        ["scruple: after kill \(done + kills) the log does not verify"]
          + verification.problems.map { "\($0)" })
    }
    acknowledged += names.count
  }

  /// A process that appends and is killed at a moment that nobody chose.
  private static func run(
    _ words: [String], kill: Int
  ) throws(CommandFailure) -> ChildProcess.Result {
    let isEarly = kill % early == early - 1
    let after = ["--after", String(Int.random(in: 0...latest))]
    let limit = isEarly ? Int.random(in: 0...30_000) * 1000 : 120_000_000_000
    let result: ChildProcess.Result
    do throws(FileReader.Failure) {
      result = try ChildProcess.run(words + after, input: [], nanoseconds: limit, limit: 1 << 26)
    } catch {
      throw CommandFailure(.inputOutput, "scruple: " + error.message)
    }
    guard result.ending == .signalled(SIGKILL) || isEarly && result.ending == .killedAtDeadline
    else {
      throw CommandFailure(
        .internalFault,
        "scruple: the process of kill \(kill) ended by itself: "
          + String(decoding: result.output.suffix(400), as: UTF8.self))
    }
    return result
  }

  /// Throws where an acknowledged record is not there.
  private func find(
    _ names: [Int: String], in store: StoreAddress, _ keys: LedgerKeys, kill: Int
  ) throws(CommandFailure) {
    let lost = try CommandFailure.of { () throws(LedgerFailure) -> Int? in
      let ledger = try Ledger(store: store.open(), keys: keys)
      for (position, name) in names {
        guard try ledger.record(at: position).content["name"]?.string == name else {
          return position
        }
      }
      return nil
    }
    if let lost {
      throw CommandFailure(
        .doesNotVerify, "scruple: after kill \(kill) the acknowledged record \(lost) is another")
    }
  }

  /// A line that the end cut off was not acknowledged.
  private static func acknowledged(_ output: [UInt8]) -> [Int: String] {
    let lines = String(decoding: output, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    var names: [Int: String] = [:]
    for line in lines {
      let words = line.split(separator: " ")
      if words.count == 2, let position = Int(words[0]) { names[position] = String(words[1]) }
    }
    return names
  }

  /// The process that is killed: appends from four callers, and tells what is durable.
  static func append(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let ledger = try StoreOptions(arguments).ledger()
    let after = try StoreOptions.number(arguments, "after", in: 0...1_000_000) ?? 0
    append("\(Process.number)-first", ledger)
    Threads.callers(5) { thread in
      guard thread < 4 else {
        usleep(UInt32(clamping: after))
        kill(getpid(), SIGKILL)
        return
      }
      var number = 0
      while append("\(Process.number)-\(thread)-\(number)", ledger) { number += 1 }
    }
    return .internalFault
  }

  @discardableResult
  private static func append(_ name: String, _ ledger: Ledger) -> Bool {
    let record = LedgerRecord(
      .event, content: .object([("name", .string(name))]), subjects: [.party(name)])
    do throws(LedgerFailure) {
      let receipt = try ledger.append([record])
      return Process.write("\(receipt.position) \(name)\n")
    } catch {
      Process.write("failed: \(error.message)\n")
      return false
    }
  }
}
