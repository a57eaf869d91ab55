import Foundation
import Testing

/// Lists are compiled at import; a search finds them, and says so where it has to compile itself.
struct CompiledListsTests {
  private func screen(_ lists: ListSpace) throws -> Run {
    try Program.run([
      "screen-party", "--name", "Kestrel Sequencing Works", "--country", "CN", "--corpus",
      lists.corpus, "--home", lists.home, "--as-of", "2026-11-22", "--output", "json",
    ])
  }

  private func compiled(_ lists: ListSpace) -> [String] {
    lists.space.names("corpus/lists/.compiled").filter { $0.hasSuffix(".lists") }
  }

  @Test func importCompilesAndSearchesFindIt() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    let imported = try lists.importing()
    #expect(imported.status == 0 && imported.errors.isEmpty, "\(imported.errors)")
    #expect(compiled(lists).count == 1)
    let first = try screen(lists)
    #expect(first.status == 1)
    #expect(!first.errors.contains("LST07"), "\(first.errors)")
    let name = try #require(compiled(lists).first)
    let path = "corpus/lists/.compiled/" + name

    // Deleted, damaged or cut off: told, made anew, and the same answer.
    try FileManager.default.removeItem(atPath: lists.space.path("corpus/lists/.compiled"))
    let second = try screen(lists)
    #expect(second.errors.contains("LST070") && !second.errors.contains("LST071"))
    var bytes = try #require(lists.space.bytes(path))
    bytes[bytes.count / 2] ^= 1
    try lists.space.write(bytes, to: path)
    let third = try screen(lists)
    #expect(third.errors.contains("LST071"), "\(third.errors)")
    try lists.space.write(bytes.prefix(100), to: path)
    let fourth = try screen(lists)
    #expect(fourth.errors.contains("LST071"), "\(fourth.errors)")
    for run in [second, third, fourth] {
      #expect(run.output == first.output && run.status == first.status)
    }
    #expect(!(try screen(lists)).errors.contains("LST07"))
  }

  /// A version that was damaged after import answers nothing, whatever was compiled from it.
  @Test func aDamagedVersionIsNotHiddenByWhatWasCompiled() throws {
    let lists = try ListSpace()
    defer { lists.remove() }
    try lists.importing()
    let path = try lists.stored(".ndjson")
    var bytes = try #require(lists.space.bytes(path))
    bytes[bytes.count / 2] ^= 1
    try lists.space.write(bytes, to: path)
    let run = try screen(lists)
    #expect(run.status == 3, "\(run.output)")
    #expect(run.output.contains("does not have") || run.output.contains("damaged"))
  }
}
