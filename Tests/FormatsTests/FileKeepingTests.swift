import Formats
import Glibc
import TestFolders
import Testing

@Suite("Files are read whole, and what can be made again does not pile up")
struct FileKeepingTests {
  @Test(arguments: [0, 1, 4_095, 4_096, 65_535, 65_536, 65_537, 200_001])
  func aFileOfAnyLengthIsReadWhole(count: Int) throws {
    let path = try Scratch.path("length")
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try FileWriter.write(bytes, to: path)
    #expect(try FileReader.bytes(of: path) == bytes)
    #expect(try FileReader.bytes(of: path, limit: count) == bytes)
    if count > 0 {
      #expect(throws: FileReader.Failure.self) {
        try FileReader.bytes(of: path, limit: count - 1)
      }
    }
  }

  /// The system states no length of such files.
  @Test func aFileWithoutALengthIsReadWhole() throws {
    let status = try FileReader.bytes(of: "/proc/self/status")
    #expect(String(decoding: status, as: UTF8.self).contains("VmRSS"))
  }

  @Test func onlyTheLastFewOfAKindAreKept() throws {
    let folder = try Scratch.path("kept")
    for number in 0..<9 { try FileWriter.keep([UInt8(number)], as: "\(folder)/\(number).tables") }
    try FileWriter.keep([1], as: folder + "/other.policies")
    let names = FileReader.names(in: folder)
    #expect(names.count == 5, "\(names)")
    #expect(names.contains("8.tables") && names.contains("other.policies"))
  }

  @Test func whatOthersMayHaveWrittenIsNotMapped() throws {
    let path = try Scratch.path("own")
    try FileWriter.write([1, 2, 3], to: path)
    #expect(try MappedBytes(path: path, ifOwn: true).count == 3)
    for mode: mode_t in [0o664, 0o646] {
      try #require(unsafe chmod(path, mode) == 0)
      #expect(throws: FileReader.Failure.self) { try MappedBytes(path: path, ifOwn: true) }
      #expect(try MappedBytes(path: path).count == 3)
    }
    try #require(unsafe chmod(path, 0o600) == 0)
    try #require(unsafe symlink(path, path + "-link") == 0)
    #expect(throws: FileReader.Failure.self) { try MappedBytes(path: path + "-link", ifOwn: true) }
  }
}
