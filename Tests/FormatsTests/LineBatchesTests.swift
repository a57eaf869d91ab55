import Formats
import Synchronization
import TestFolders
import Testing

@Suite("A file is handed out in batches of whole lines, each line once")
struct LineBatchesTests {
  private func write(_ bytes: [UInt8]) throws -> String {
    let path = try Scratch.path()
    try FileWriter.write(bytes, to: path)
    return path
  }

  private func lines(
    _ text: String, limit: Int, batch: Int
  ) throws -> [(number: Int, text: String?)] {
    let path = try write(Array(text.utf8))
    let batches = try LineBatches(path, lineLimit: limit, batchSize: batch)
    var lines: [(number: Int, text: String?)] = []
    while let batch = try batches.next() {
      if batch.isTooLong {
        lines.append((batch.firstLine, nil))
        continue
      }
      #expect(!batch.bytes.isEmpty)
      for (offset, range) in batch.lines.enumerated() {
        let line = String(decoding: batch.bytes[range], as: UTF8.self)
        lines.append((batch.firstLine + offset, line))
      }
    }
    return lines
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1 << 20])
  func everyLineOnceWithItsNumber(batch: Int) throws {
    for text in ["", "a", "a\n", "a\nb", "\n\na\n\n", "one\ntwo\nthree\nfour\nfive\n"] {
      let expected = text.split(separator: "\n", omittingEmptySubsequences: false)
      let whole = text.hasSuffix("\n") || text.isEmpty ? expected.dropLast() : expected[...]
      let read = try lines(text, limit: 100, batch: batch)
      #expect(read.map(\.text) == whole.map(String.init), "\(text) in batches of \(batch)")
      #expect(read.map(\.number) == Array(1..<(whole.count + 1)))
    }
  }

  @Test func aLineThatIsTooLongIsOneLineAndTheNextAreRead() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let read = try lines("a\n\(long)\nb\n\(long)", limit: 1 << 20, batch: 1 << 10)
    #expect(read.map(\.number) == [1, 2, 3, 4])
    #expect(read.map(\.text) == ["a", nil, "b", nil])
  }

  @Test func threadsShareTheLines() throws {
    let text = (1...20_000).map { "line \($0)\n" }.joined()
    let batches = try LineBatches(
      try write(Array(text.utf8)), lineLimit: 100, batchSize: 1 << 10)
    let seen = Mutex<[Int: String]>([:])
    Threads.perform(4) { _ in
      while let batch = try? batches.next() {
        for (offset, range) in batch.lines.enumerated() {
          let line = String(decoding: batch.bytes[range], as: UTF8.self)
          seen.withLock { $0[batch.firstLine + offset] = line }
        }
      }
    }
    let lines = seen.withLock { $0 }
    #expect(lines.count == 20_000)
    #expect(lines.allSatisfy { $0.value == "line \($0.key)" })
  }

  @Test func whatCannotBeReadIsTold() throws {
    #expect(throws: FileReader.Failure.self) { try LineBatches("/nonexistent", lineLimit: 10) }
    let folder = try LineBatches("/tmp", lineLimit: 10)
    #expect(throws: FileReader.Failure.self) { try folder.next() }
  }
}
