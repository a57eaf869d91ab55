import Formats
import Foundation
import SeededNumbers
import Synchronization
import Testing

@testable import Ledger

/// A program that appends is killed at points that nobody chose: what it acknowledged is there.
struct CrashTests {
  /// The writer that was built beside the tests.
  static let writer: String = {
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    for line in maps.split(separator: "\n") {
      guard let start = line.firstIndex(of: "/"), line.hasSuffix(".xctest"),
        let end = line.lastIndex(of: "/")
      else { continue }
      return String(line[start..<end]) + "/LedgerWriter"
    }
    return ""
  }()

  /// How often; more where the environment asks for it.
  private static let points =
    ProcessInfo.processInfo.environment["SCRUPLE_KILL_POINTS"].flatMap { Int($0) } ?? 40

  /// Power fails at a write or a flush that nobody chose, and what was not flushed is gone.
  @Test func everyAcknowledgedRecordSurvivesFailuresOfPower() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    _ = try space.store()
    var generator = SeededGenerator(seed: 20)
    var acknowledged = Acknowledged()
    for failure in 0..<Self.points {
      // Early ones meet the recovery from the last failure, late ones the emptying of the log.
      let most = failure % 4 == 3 ? 3000 : 300
      let operation = Int.random(in: 1...most, using: &generator)
      let words = ["at", String(operation), String(failure)]
      let run = try ChildProcess.run(
        [Self.writer, space.path, space.path + ".keys", "4"] + words, input: [],
        nanoseconds: 120_000_000_000, limit: 1 << 26)
      #expect(run.ending == .signalled(SIGKILL), "\(words), seed \(generator.seed)")
      try acknowledged.take(run.output)
      let verification = try space.verification()
      #expect(verification.problems == [], "\(words), seed \(generator.seed)")
      #expect(verification.size >= acknowledged.names.count, "\(words)")
    }
    #expect(acknowledged.names.count > 5 * Self.points, "the program came to append")
    try acknowledged.expectAll(in: space)
  }

  /// Each store meets ten kills, so that one comes in the recovery from another.
  @Test func everyAcknowledgedRecordSurvivesTwoHundredKills() throws {
    var generator = SeededGenerator(seed: 22)
    var total = 0
    var stores = 0
    // On a busy machine most are killed before they come to append; then there are more.
    while stores < 20 || total < 200 && stores < 100 {
      stores += 1
      let space = try LedgerSpace()
      defer { space.remove() }
      _ = try space.store()
      var acknowledged = Acknowledged()
      for _ in 0..<10 {
        let after = Int.random(in: 0...20_000, using: &generator)
        let run = try ChildProcess.run(
          [Self.writer, space.path, space.path + ".keys", "3", "after", String(after)], input: [],
          nanoseconds: 120_000_000_000, limit: 1 << 26)
        #expect(run.ending == .signalled(SIGKILL), "\(after), seed \(generator.seed)")
        try acknowledged.take(run.output)
        let verification = try space.verification()
        #expect(verification.problems == [], "\(after), seed \(generator.seed)")
        #expect(verification.size >= acknowledged.names.count)
      }
      try acknowledged.expectAll(in: space)
      total += acknowledged.names.count
    }
    #expect(total >= 200, "the program came to append")
  }

  /// Two processes on one store; one of them is killed while both append.
  @Test(arguments: StoreKind.installed)
  func everyAcknowledgedRecordSurvivesKillsOfOneOfTwo(_ kind: StoreKind) throws {
    let space = try LedgerSpace(kind)
    defer { space.remove() }
    _ = try space.store()
    let address = space.address.text
    var generator = SeededGenerator(seed: 21)
    var acknowledged = Acknowledged()
    var rounds = 0
    while rounds < 5 || acknowledged.names.count < 10 && rounds < 50 {
      rounds += 1
      let ends = (0..<2).map { _ in Int.random(in: 1000...60_000, using: &generator) }
      let outputs = Mutex<[[UInt8]]>([])
      Threads.callers(2) { process in
        let run = try? ChildProcess.run(
          [
            Self.writer, address, space.path + ".keys", "3", "after", String(ends[process]),
          ], input: [], nanoseconds: 120_000_000_000, limit: 1 << 26)
        outputs.withLock { $0.append(run?.output ?? Array("nothing ran\n".utf8)) }
      }
      for output in outputs.withLock({ $0 }) { try acknowledged.take(output) }
      #expect(try space.verification().problems == [], "\(ends), seed \(generator.seed)")
    }
    #expect(acknowledged.names.count >= 10)
    try acknowledged.expectAll(in: space)
  }

  /// What a writer was told is durable.
  private struct Acknowledged {
    var names: [Int: String] = [:]

    mutating func take(_ output: [UInt8]) throws {
      // A line that the end cut off was not acknowledged.
      let lines = String(decoding: output, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast()
      for line in lines {
        let words = line.split(separator: " ")
        let position = try #require(words.first.flatMap { Int($0) }, "\(line)")
        #expect(names[position] == nil, "record \(position) was acknowledged twice")
        names[position] = String(words[1])
      }
    }

    func expectAll(in space: LedgerSpace) throws {
      let ledger = try space.ledger()
      for (position, name) in names {
        #expect(try ledger.record(at: position).content["name"]?.string == name)
      }
    }
  }
}
