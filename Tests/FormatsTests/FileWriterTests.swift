import Formats
import Glibc
import Testing

@Suite("A file is replaced whole, and what is no file is not replaced")
struct FileWriterTests {
  private func kind(_ path: String) -> mode_t {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  @Test func aPipeIsWrittenToAndStays() throws {
    let path = "/tmp/scruple-pipe-\(UInt64.random(in: .min ... .max))"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    defer { FileWriter.remove(path) }
    // Open for both, so that neither end waits for the other.
    let reader = unsafe open(path, O_RDWR)
    defer { close(reader) }
    try FileWriter.write("words", to: path)
    #expect(kind(path) == S_IFIFO)
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = unsafe buffer.withUnsafeMutableBytes { space in
      unsafe read(reader, space.baseAddress, space.count)
    }
    #expect(Array(buffer.prefix(max(0, count))) == Array("words".utf8))
  }

  @Test func aFileIsReplaced() throws {
    let path = "/tmp/scruple-file-\(UInt64.random(in: .min ... .max))"
    defer { FileWriter.remove(path) }
    try FileWriter.write("first", to: path)
    try FileWriter.write("second", to: path)
    #expect(try FileReader.bytes(of: path) == Array("second".utf8))
    #expect(kind(path) == S_IFREG)
  }
}
