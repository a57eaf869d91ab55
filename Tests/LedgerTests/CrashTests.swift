import Formats
import Foundation
import SeededNumbers
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

  @Test func everyAcknowledgedRecordSurvivesTwentyKills() throws {
    let space = try LedgerSpace()
    defer { space.remove() }
    _ = try space.store()
    var generator = SeededGenerator(seed: 20)
    var acknowledged: [Int: String] = [:]
    for kill in 0..<20 {
      let milliseconds = Int.random(in: 60...260, using: &generator)
      let run = try ChildProcess.run(
        [Self.writer, space.path, space.path + ".keys", "4"], input: [],
        nanoseconds: milliseconds * 1_000_000, limit: 1 << 26)
      #expect(run.ending == .killedAtDeadline, "kill \(kill), seed \(generator.seed)")
      // A line that the kill cut off was not acknowledged.
      let lines = String(decoding: run.output, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast()
      for line in lines {
        let words = line.split(separator: " ")
        let position = try #require(words.first.flatMap { Int($0) }, "\(line)")
        #expect(acknowledged[position] == nil, "record \(position) was acknowledged twice")
        acknowledged[position] = String(words[1])
      }
      let verification = try space.verification()
      #expect(verification.problems == [], "kill \(kill), seed \(generator.seed)")
      #expect(verification.size >= acknowledged.count)
    }
    #expect(acknowledged.count > 20, "the program came to append")
    let ledger = try space.ledger()
    for (position, name) in acknowledged {
      #expect(try ledger.record(at: position).content["name"]?.string == name)
    }
  }
}
