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
    var testDescription: String { product }
  }

  static let fuzzers = [
    Fuzzer(product: "PolicyFuzzer", corpus: "PolicyCorpus", dictionary: "policy.dict"),
    Fuzzer(product: "ListFuzzer", corpus: "ListCorpus", dictionary: "list.dict"),
  ]

  private static let seconds =
    ProcessInfo.processInfo.environment["SCRUPLE_FUZZ_SECONDS"].flatMap(Int.init) ?? 10

  /// Both fuzzers are built at once, by whichever test comes first.
  private static let build = Result {
    try FuzzerProcess.run(
      ["swift", "build", "--build-path", ".build-fuzz", "-Xswiftc", "-sanitize=fuzzer"],
      adding: ["SCRUPLE_FUZZ": "1"])
  }

  @Test(.timeLimit(.minutes(15)), arguments: fuzzers)
  func theFuzzerFindsNoCrashAndNoHang(_ fuzzer: Fuzzer) throws {
    let build = try Self.build.get()
    try #require(build.status == 0, "\(build.output.suffix(3000))")
    let found = FileManager.default.temporaryDirectory.appending(
      path: "scruple-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: found, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: found) }
    let fuzzing = try FuzzerProcess.run([
      ".build-fuzz/debug/\(fuzzer.product)", "-max_total_time=\(Self.seconds)", "-timeout=10",
      "-max_len=4096", "-dict=Tests/Fuzzing/\(fuzzer.dictionary)",
      "-artifact_prefix=\(found.path)/", found.path, "Tests/Fuzzing/\(fuzzer.corpus)",
    ])
    #expect(fuzzing.status == 0, "\(fuzzing.output.suffix(4000))")
    let runs = fuzzing.output.split(separator: "\n").compactMap { line -> Int? in
      line.hasPrefix("Done ")
        ? line.split(separator: " ").dropFirst().first.flatMap { Int($0) } : nil
    }
    print("\(fuzzer.product): \(runs.first ?? 0) inputs in \(Self.seconds) seconds")
    #expect(runs.first ?? 0 > 100, "\(fuzzing.output.suffix(2000))")
  }
}
