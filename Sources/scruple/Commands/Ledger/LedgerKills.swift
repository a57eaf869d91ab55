import Formats
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
  /// Microseconds after its start at which a process is killed at the latest.
  private static let latest = 60_000

  consuming func run(_ kills: Int) throws(CommandFailure) -> ExitCode {
    let began = Process.monotonicNanoseconds
    var done = 0
    while done < kills {
      let next = min(kills - done, LedgerKills.killsOfStore)
      try round(kills: next, after: done)
      done += next
    }
    let method =
      "SIGKILL at a random moment of the first 60 ms of a process with 4 callers; \(isEarly) "
      + "before it appended; every log verified, every acknowledged record found"
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
      let result: ChildProcess.Result
      do throws(FileReader.Failure) {
        result = try ChildProcess.run(
          words, input: [], nanoseconds: Int.random(in: 0...LedgerKills.latest) * 1000,
          limit: 1 << 26)
      } catch {
        throw CommandFailure(.inputOutput, "scruple: " + error.message)
      }
      guard result.ending == .killedAtDeadline else {
        throw CommandFailure(
          .internalFault,
          "scruple: the process of kill \(done + kill) ended by itself: "
            + String(decoding: result.output.suffix(400), as: UTF8.self))
      }
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
    Threads.callers(4) { thread in
      var number = 0
      while true {
        let name = "\(Process.number)-\(thread)-\(number)"
        let record = LedgerRecord(
          .event, content: .object([("name", .string(name))]), subjects: [.party(name)])
        do throws(LedgerFailure) {
          let receipt = try ledger.append([record])
          Process.write("\(receipt.position) \(name)\n")
        } catch {
          Process.write("failed: \(error.message)\n")
          return
        }
        number += 1
      }
    }
    return .internalFault
  }
}
