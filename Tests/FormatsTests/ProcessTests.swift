import Formats
import Glibc
import Testing

@Suite("A process ends at once, with all that it has written")
struct ProcessTests {
  /// Libraries free at the end what threads still use; libcrypto does.
  @Test func nothingThatALibraryHasRegisteredIsRun() async {
    await #expect(processExitsWith: .exitCode(3)) {
      _ = atexit { Glibc._exit(77) }
      Process.exit(3)
    }
  }

  @Test func whatWasPrintedIsThere() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      print("the last line", terminator: "")
      Process.exit(0)
    }
    #expect(String(decoding: result.standardOutputContent, as: UTF8.self).contains("the last line"))
  }
}
