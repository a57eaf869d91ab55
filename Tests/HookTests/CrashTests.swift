import Formats
import HookSamples
import Ledger
import SeededNumbers
import Synchronization
import TestFolders
import Testing

@testable import Hook

/// A server under load is killed at points that nobody chose: every decision that a client was told
/// is in the log, and the same request is told the same again.
struct CrashTests {
  /// The server that was built beside the tests.
  static let program: String = {
    let maps = (try? FileReader.bytes(of: "/proc/self/maps")) ?? []
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
      guard let start = line.firstIndex(of: "/"), line.hasSuffix(".xctest"),
        let end = line.lastIndex(of: "/")
      else { continue }
      return String(line[start..<end]) + "/HookServer"
    }
    return ""
  }()

  struct Told: Sendable {
    let key: String
    let order: String
    let body: [UInt8]
  }

  @Test func noDecisionThatWasToldIsLost() throws {
    let space = try HookSpace()
    try space.keys.write(to: space.path + ".keys")
    let access = try #require(
      AccessKey.make(name: "load", scopes: [.screen], now: 0, expires: nil))
    try KeyRing([access.key]).write(to: space.path + ".access")
    let kills = Process.variable("SCRUPLE_KILLS").flatMap { Int($0) } ?? 40
    var generator = SeededGenerator(seed: 7)
    let told = Mutex<[Told]>([])
    for kill in 0..<kills {
      let portFile = space.path + ".port\(kill)"
      let milliseconds = Int.random(in: 150...450, using: &generator)
      let isKilled = Atomic(false)
      Threads.perform(5) { part in
        if part == 0 {
          let run = try? ChildProcess.run(
            [
              Self.program, space.path, space.path + ".keys", space.path + ".access", portFile,
            ], input: [], nanoseconds: milliseconds * 1_000_000, limit: 1 << 20)
          if run?.ending != .killedAtDeadline {
            Issue.record("the server ended by itself: \(String(describing: run))")
          }
          isKilled.store(true, ordering: .relaxed)
        } else {
          Self.load(kill, part, access.text, portFile, isKilled, told)
        }
      }
      #expect(try space.verification().problems == [], "kill \(kill), seed \(generator.seed)")
    }
    let all = told.withLock { $0 }
    #expect(all.count > kills, "the server came to answer")
    // The store as it is found: a new process asks for the same and gets the same bytes.
    let ledger = try Ledger(store: try SQLiteStore(space.path), keys: space.keys)
    let service = HookService(
      ledger: ledger, holder: BasisHolder(FakeBasis(name: "two")), keys: KeyRing([access.key]))
    let sample = try AccessKeySample(access)
    var differing = 0
    for told in all {
      let again = try service.screen(told.order, idempotency: told.key, key: sample)
      if again.body != told.body || again.header("Idempotency-Replayed") != "true" {
        differing += 1
      }
    }
    #expect(differing == 0, "of \(all.count) answers, seed \(generator.seed)")
  }

  /// Sends orders one after the other until the server is gone.
  private static func load(
    _ kill: Int, _ part: Int, _ key: String, _ portFile: String, _ isKilled: borrowing Atomic<Bool>,
    _ told: borrowing Mutex<[Told]>
  ) {
    var port: Int?
    while port == nil, !isKilled.load(ordering: .relaxed) {
      port = (try? FileReader.bytes(of: portFile)).flatMap {
        Int(String(decoding: $0, as: UTF8.self))
      }
      if port == nil { Threads.pause(milliseconds: 5) }
    }
    guard let port, let connection = LoadConnection(port: port) else { return }
    var number = 0
    while true {
      let reference =
        "\(["allow", "hold", "block", "conditions"][number % 4])-\(kill)x\(part)x\(number)"
      let order = Samples.order(reference)
      let own = "k\(kill)-\(part)-\(number)"
      let request =
        "POST /v1/screenings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(key)\r\n"
        + "Content-Type: application/json\r\nIdempotency-Key: \(own)\r\n"
        + "Content-Length: \(order.utf8.count)\r\n\r\n" + order
      guard let answer = connection.exchange(Array(request.utf8)) else { return }
      if answer.status == 200 {
        told.withLock { $0.append(Told(key: own, order: order, body: Array(answer.body))) }
      }
      number += 1
    }
  }
}
