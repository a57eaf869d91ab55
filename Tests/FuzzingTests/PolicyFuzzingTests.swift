import Foundation
import Testing

/// Builds the libFuzzer target and runs it for a bounded time; longer runs are a matter of
/// `SCRUPLE_FUZZ_SECONDS`.
@Suite("Any bytes as a policy file are read whole or refused with a place")
struct PolicyFuzzingTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let seconds =
    ProcessInfo.processInfo.environment["SCRUPLE_FUZZ_SECONDS"].flatMap(Int.init) ?? 20

  @Test(.timeLimit(.minutes(15)))
  func theFuzzerFindsNoCrashAndNoHang() throws {
    let build = try run(
      [
        "swift", "build", "--build-path", ".build-fuzz", "-Xswiftc", "-sanitize=fuzzer",
        "--product", "PolicyFuzzer",
      ], adding: ["SCRUPLE_FUZZ": "1"])
    try #require(build.status == 0, "\(build.output.suffix(3000))")
    let found = FileManager.default.temporaryDirectory.appending(
      path: "scruple-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: found, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: found) }
    let fuzzing = try run([
      ".build-fuzz/debug/PolicyFuzzer", "-max_total_time=\(Self.seconds)", "-timeout=10",
      "-max_len=4096", "-dict=Tests/Fuzzing/policy.dict", "-artifact_prefix=\(found.path)/",
      found.path, "Tests/Fuzzing/PolicyCorpus",
    ])
    #expect(fuzzing.status == 0, "\(fuzzing.output.suffix(4000))")
    let runs = fuzzing.output.split(separator: "\n").compactMap { line -> Int? in
      line.hasPrefix("Done ")
        ? line.split(separator: " ").dropFirst().first.flatMap { Int($0) } : nil
    }
    print("fuzzing: \(runs.first ?? 0) inputs in \(Self.seconds) seconds")
    #expect(runs.first ?? 0 > 100, "\(fuzzing.output.suffix(2000))")
  }

  private func run(
    _ words: [String], adding variables: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let process = Foundation.Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = Self.root
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
