import Dossier
import Formats
import Foundation
import Policy
import Screening
import SeededNumbers
import TestFolders
import Testing

/// Recorded determinations for backtests: the hard cases, the order book, and variants of it from
/// which facts are missing, each under as many references as are asked for.
enum RecordBook {
  /// The lines of the hard cases, in their order.
  static let cases = Result {
    try HardCases.all.map { try CaseLoading.determination("cases", $0.id).json.text() }
  }

  /// Records of orders that lack up to three facts by a seeded choice.
  static func variants(_ count: Int, seed: UInt64) throws -> [String] {
    let screener = try OrderBook.screener.get()
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var order = generator.pick(OrderBook.all)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        generator.pick(OrderChange.omissions).apply(&order)
      }
      return screener.screen(order).json.text()
    }
  }

  static func write(_ lines: [String]) throws -> String {
    let path = try Scratch.path() + ".ndjson"
    try FileWriter.write(lines.map { $0 + "\n" }.joined(), to: path)
    return path
  }

  /// Writes `count` records, of which no two have the same reference.
  static func write(_ count: Int, from lines: [String], to path: String) throws {
    let mark = "\"orderRef\":\""
    let parts = lines.map { line in
      let place = line.firstRange(of: mark)?.upperBound ?? line.startIndex
      return (Array(line[..<place].utf8), Array((line[place...] + "\n").utf8))
    }
    try FileWriter.write([], to: path)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    for number in 0..<count {
      let (head, tail) = parts[number % parts.count]
      try file.write(contentsOf: Data(head + Array("R\(number)-".utf8) + tail))
    }
    try file.close()
  }

  /// The bundled policies with texts replaced and files added.
  static func policies(
    replacing changes: [(file: String, text: String, by: String)] = [], adding: [String] = []
  ) throws -> PolicySet {
    let folder = Bundle.root + "/Policies"
    var files: [(name: String, text: [UInt8])] = []
    for name in try FileReader.files(below: folder) where name.hasSuffix(".policy") {
      var text = String(decoding: try FileReader.bytes(of: folder + "/" + name), as: UTF8.self)
      for change in changes where change.file == name {
        try #require(text.contains(change.text))
        text = text.replacing(change.text, with: change.by)
      }
      files.append((name, Array(text.utf8)))
    }
    for (index, text) in adding.enumerated() { files.append(("added\(index)", Array(text.utf8))) }
    let (knowledge, registry) = (
      try #require(Bundle.knowledge), try #require(Bundle.registry)
    )
    do throws(PolicyRefused) {
      return try PolicySet.check(
        files: files, vocabulary: knowledge.vocabulary, registry: registry)
    } catch {
      throw LoadingFailure(words: error.diagnostics.map(\.line).joined(separator: "\n"))
    }
  }
}
