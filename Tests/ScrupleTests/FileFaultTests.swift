import Foundation
import Glibc
import Testing

/// Files that are not there or cannot be read, and answers that cannot be written.
struct FileFaultTests {
  @Test func aMissingFileIsInvalidInput() throws {
    expectHold(
      try scruple("screen", "/nonexistent/order.json", "--output", "json"), 4,
      saying: "No such file or directory")
  }

  @Test(arguments: ["/tmp", "/proc/self/mem", "/etc/hostname/order.json"])
  func whatCannotBeReadIsAnInputFault(_ path: String) throws {
    expectHold(try scruple("screen", path), 74, saying: "cannot read `\(path)`")
  }

  @Test(.enabled(if: geteuid() != 0))
  func aFileWithoutPermissionIsAnInputFault() throws {
    let space = try Workspace()
    defer { space.remove() }
    let path = try space.write(Orders.sound, to: "order.json")
    #expect(unsafe chmod(path, 0) == 0)
    expectHold(try scruple("screen", path), 74, saying: "Permission denied")
  }

  @Test func closedStandardInputIsAnInputFault() throws {
    expectHold(try scruple("hook", input: .closed), 74, saying: "standard input")
    expectHold(try scruple("screen", "-", input: .closed), 74, saying: "standard input")
  }

  /// A decision that nobody received must not end in the status of one that was given.
  @Test(arguments: [
    ["screen", "-"], ["explain", "-"], ["hook"], ["screen", "-", "--output", "json"],
  ])
  func anAnswerThatCannotBeWrittenIsNoAnswer(_ words: [String]) throws {
    for output in [Program.Stream.file("/dev/full"), .closed] {
      let run = try Program.run(
        words + ["--corpus", "demonstration"], input: .text(Orders.sound), output: output)
      #expect(run.status == 74)
      #expect(run.errors.contains("could not be written"))
    }
  }

  @Test func aReaderThatGoesAwayIsNoSuccessAndNoCrash() throws {
    let space = try Workspace()
    defer { space.remove() }
    let batch = (0..<40).map { Orders.line("A-\($0)") }.joined(separator: "\n")
    let path = try space.write(batch, to: "batch.ndjson")
    let script = """
      "\(Program.path)" screen "\(path)" --corpus demonstration --output json \
      | head -c 1 >/dev/null; echo "${PIPESTATUS[0]}"
      """
    let run = try Program.run(["-c", script], path: "/bin/bash")
    #expect(run.output == "74\n")
    #expect(
      run.errors == "scruple: standard output could not be written; the answer is not complete\n")
  }
}
