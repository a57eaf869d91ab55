import Dossier
import Formats
import Policy
import Screening
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

  /// Writes `count` records, of which no two have the same reference, and returns the file.
  static func write(_ count: Int, from lines: [String], to path: String? = nil) throws -> String {
    let mark = "\"orderRef\":\""
    var text: [UInt8] = []
    for number in 0..<count {
      let line = lines[number % lines.count]
      let parts = line.split(separator: mark, maxSplits: 1)
      let reference = "\(parts[0])\(mark)R\(number)-"
      text += Array(reference.utf8) + Array(parts[1].utf8) + [0x0A]
    }
    return try write(text, to: path)
  }

  static func write(_ lines: [String]) throws -> String {
    try write(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private static func write(_ bytes: [UInt8], to path: String? = nil) throws -> String {
    let path = path ?? "/tmp/scruple-screening-tests/\(UInt64.random(in: .min ... .max)).ndjson"
    try FileWriter.makeFolder("/tmp/scruple-screening-tests")
    try FileWriter.write(bytes, to: path)
    return path
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
