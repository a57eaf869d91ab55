import Digests
import Formats
import Glibc
import TestFolders
import Testing

@Suite("What is kept is used only whole, for its key, and where nobody else could have written it")
struct KeptFileTests {
  private let content = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }

  private func folder() throws -> CacheFolder {
    CacheFolder(path: FileReader.resolved(try Scratch.path("cache")))
  }

  private func bytes(_ file: KeptFile?) -> [UInt8]? {
    file?.content.map { content in
      content.withValues(at: 0, count: content.count, of: UInt8.self) { span in
        span.indices.map { span[$0] }
      }
    }
  }

  private func path(_ folder: CacheFolder) throws -> String {
    folder.path + "/" + (try #require(FileReader.names(in: folder.path).first))
  }

  @Test func itComesBackForItsKeyAlone() throws {
    let folder = try folder()
    let file = try #require(KeptFile("tables", key: "a", in: folder))
    #expect(file.content == nil)
    file.keep(content)
    #expect(bytes(file) == content)
    #expect(bytes(KeptFile("tables", key: "a", in: folder)) == content)
    #expect(KeptFile("tables", key: "b", in: folder)?.content == nil)
    #expect(KeptFile("policies", key: "a", in: folder)?.content == nil)
    #expect(KeptFile("tables", key: "a", in: nil) == nil)
    #expect(FileReader.isShared(folder.path) == false)
  }

  /// A file of other tables, under the name at which this one is looked for.
  @Test func aForeignFileIsNotUsed() throws {
    let (folder, other) = (try folder(), try folder())
    let file = try #require(KeptFile("tables", key: "a", in: folder))
    file.keep(content)
    let place = try path(folder)
    KeptFile("tables", key: "b", in: other)?.keep([9, 9, 9])
    try FileWriter.write(try FileReader.bytes(of: try path(other)), to: place)
    #expect(file.content == nil)
    file.keep(content)
    #expect(bytes(file) == content)
  }

  @Test func aDamagedFileIsNotUsed() throws {
    let folder = try folder()
    let file = try #require(KeptFile("tables", key: "a", in: folder))
    file.keep(content)
    let place = try path(folder)
    let sound = try FileReader.bytes(of: place)
    for index in sound.indices {
      var damaged = sound
      damaged[index] ^= 0x10
      try FileWriter.write(damaged, to: place)
      #expect(file.content == nil, "byte \(index)")
    }
    for count in [0, 1, 40, sound.count / 2, sound.count - 1] {
      try FileWriter.write(Array(sound[..<count]), to: place)
      #expect(file.content == nil, "\(count) bytes")
    }
    try FileWriter.write(sound, to: place)
    #expect(bytes(file) == content)
  }

  @Test func whatOthersMayHaveWrittenIsNotUsed() throws {
    let folder = try folder()
    let file = try #require(KeptFile("tables", key: "a", in: folder))
    file.keep(content)
    let place = try path(folder)
    try #require(unsafe chmod(place, 0o666) == 0)
    #expect(file.content == nil)
    try #require(unsafe chmod(place, 0o600) == 0)
    #expect(bytes(file) == content)
    try #require(unsafe rename(place, place + ".moved") == 0)
    try #require(unsafe symlink(place + ".moved", place) == 0)
    #expect(file.content == nil)
  }

  @Test func aFolderThatCannotBeWrittenHindersNothing() throws {
    let place = try Scratch.path("file")
    try FileWriter.write([1], to: place)
    let file = try #require(KeptFile("tables", key: "a", in: CacheFolder(path: place + "/cache")))
    file.keep(content)
    #expect(file.content == nil)
    #expect(try FileReader.bytes(of: place) == [1])
  }
}
