import Foundation
import Testing

/// Builds the libFuzzer targets and runs each for a bounded time; longer runs are a matter of
/// `SCRUPLE_FUZZ_SECONDS`.
@Suite("Any bytes are read whole or refused with a place")
struct FuzzingTests {
  struct Fuzzer: Sendable, CustomTestStringConvertible {
    let product: String
    let corpus: String
    let dictionary: String
    let seconds: Int
    /// The format whose reader gets the bytes.
    var reader = ""
    var testDescription: String { reader.isEmpty ? product : "\(product) \(reader)" }
  }

  /// Policies, lists by their content, and each reader of lists by itself. A reader has as long as
  /// its corpus needs and some thousand inputs; all of them together take a minute.
  static let fuzzers =
    [
      Fuzzer(
        product: "PolicyFuzzer", corpus: "PolicyCorpus", dictionary: "policy.dict", seconds: 8)
    ]
    + ([""] + readers).map { reader in
      Fuzzer(
        product: "ListFuzzer", corpus: "ListCorpus/\(reader)", dictionary: "list.dict", seconds: 2,
        reader: reader)
    }

  /// The formats that have a corpus; those of one reader share one.
  private static let readers: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: FuzzerProcess.root.appending(path: "Tests/Fuzzing/ListCorpus").path)
    return (names ?? []).sorted()
  }()

  @Test func everyReaderHasACorpus() {
    #expect(FuzzingTests.readers.count == 19)
  }

  private static let stated =
    ProcessInfo.processInfo.environment["SCRUPLE_FUZZ_SECONDS"].flatMap(Int.init)

  /// All fuzzers are built at once, by whichever test comes first.
  private static let build = Result {
    try FuzzerProcess.run(
      ["swift", "build", "--build-path", ".build-fuzz", "-Xswiftc", "-sanitize=fuzzer"],
      adding: ["SCRUPLE_FUZZ": "1"])
  }

  @Test(.timeLimit(.minutes(60)), arguments: fuzzers)
  func theFuzzerFindsNoCrashAndNoHang(_ fuzzer: Fuzzer) throws {
    let build = try Self.build.get()
    try #require(build.status == 0, "\(build.output.suffix(3000))")
    let found = FileManager.default.temporaryDirectory.appending(
      path: "scruple-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: found, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: found) }
    let seconds = Self.stated ?? fuzzer.seconds
    let fuzzing = try FuzzerProcess.run(
      [
        ".build-fuzz/debug/\(fuzzer.product)", "-max_total_time=\(seconds)", "-timeout=10",
        "-max_len=4096", "-dict=Tests/Fuzzing/\(fuzzer.dictionary)",
        "-artifact_prefix=\(found.path)/", found.path, "Tests/Fuzzing/\(fuzzer.corpus)",
      ],
      // Swift's own report of a crash keeps libFuzzer from saying which bytes led to it.
      adding: ["SCRUPLE_FUZZ_READER": fuzzer.reader, "SWIFT_BACKTRACE": "enable=no"])
    #expect(fuzzing.status == 0, "\(fuzzing.output.suffix(4000))")
    let runs = fuzzing.output.split(separator: "\n").compactMap { line -> Int? in
      line.hasPrefix("Done ")
        ? line.split(separator: " ").dropFirst().first.flatMap { Int($0) } : nil
    }
    print("\(fuzzer.testDescription): \(runs.first ?? 0) inputs in \(seconds) seconds")
    #expect(runs.first ?? 0 > 100, "\(fuzzing.output.suffix(2000))")
  }
}
