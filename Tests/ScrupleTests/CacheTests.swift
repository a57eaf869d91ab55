import Foundation
import Glibc
import Testing

/// What is kept in the user's cache makes the next run sooner and never another.
struct CacheTests {
  private static let parties = """
    {"id":"C-1","name":"Musterlabor GmbH","country":"DE"}
    {"id":"C-2","name":"Kestrel Sequencing Works","country":"CN"}
    {"id":"C-3","name":"云岭县公安局","country":"CN","address":"新疆维吾尔自治区喀什地区"}
    {"id":"C-4","name":"Forensic Genomics International"}
    """

  private struct Place {
    let lists: ListSpace
    var cache: String { lists.space.path("cache") }
    var folder: String { "cache/scruple" }

    init() throws {
      lists = try ListSpace()
      try lists.importing()
    }

    func screen(_ cache: String? = nil, path: String = Program.path) throws -> Run {
      try Program.run(
        [
          "screen-party", "-", "--corpus", lists.corpus, "--home", lists.home, "--as-of",
          "2026-11-22", "--output", "json",
        ], input: .text(CacheTests.parties),
        environment: ["XDG_CACHE_HOME": cache ?? self.cache], path: path)
    }

    func kept(_ kind: String) throws -> String {
      let names = lists.space.names(folder).filter { $0.hasSuffix(kind) }
      return folder + "/" + (try #require(names.first, "\(lists.space.names(folder))"))
    }
  }

  private func isSame(_ run: Run, as expected: Run, _ comment: Comment) {
    #expect(run.output == expected.output, comment)
    #expect(run.status == expected.status, comment)
    #expect(run.errors == expected.errors, comment)
  }

  @Test(arguments: [".tables", ".policies"])
  func theAnswerIsTheSameWhateverIsKept(kind: String) throws {
    let place = try Place()
    defer { place.lists.remove() }
    let expected = try place.screen("/dev/null")
    #expect(expected.status == 1, "\(expected.errors)")
    isSame(try place.screen(), as: expected, "first")
    #expect(place.lists.space.names(place.folder).count == 2)
    isSame(try place.screen(), as: expected, "kept")
    let file = try place.kept(kind)
    let sound = try #require(place.lists.space.bytes(file))
    var wrong = [Data(), sound.prefix(100), sound.prefix(sound.count / 2), sound + Data([0])]
    for part in 0...4 {
      var damaged = sound
      damaged[(sound.count - 1) * part / 4] ^= 0x41
      wrong.append(damaged)
    }
    for (number, bytes) in wrong.enumerated() {
      try place.lists.space.write(bytes, to: file)
      isSame(try place.screen(), as: expected, "\(number)")
      #expect(place.lists.space.bytes(file) == sound, "\(number): it is made anew")
    }
  }

  /// Policies that demand nothing, kept for another set under this one's name.
  @Test func aForeignFileIsNotUsed() throws {
    let place = try Place()
    defer { place.lists.remove() }
    let expected = try place.screen("/dev/null")
    _ = try place.screen()
    let other = try Place()
    defer { other.lists.remove() }
    try other.lists.space.write(
      try #require(other.lists.space.text("home/Policies/coverage.policy"))
        .replacing("at least 8 entries", with: "at least 1 entries"),
      to: "home/Policies/coverage.policy")
    _ = try other.screen()
    try place.lists.space.write(
      try #require(other.lists.space.bytes(other.kept(".policies"))),
      to: place.kept(".policies"))
    isSame(try place.screen(), as: expected, "foreign")
    // A file that anybody may write could be anybody's.
    let kept = place.lists.space.path(try place.kept(".policies"))
    try #require(unsafe chmod(kept, 0o666) == 0)
    isSame(try place.screen(), as: expected, "shared")
  }

  /// Another program has other files, whatever it would make of the tables.
  @Test func anotherProgramMakesItsOwn() throws {
    let place = try Place()
    defer { place.lists.remove() }
    let expected = try place.screen()
    let copy = place.lists.space.path("scruple")
    try FileManager.default.copyItem(atPath: Program.path, toPath: copy)
    // The lists are compiled anew for it as well, which is told.
    #expect(try place.screen(path: copy).output == expected.output)
    isSame(try place.screen(path: copy), as: expected, "copied")
    #expect(place.lists.space.names(place.folder).count == 4)
  }

  @Test func whatIsRefusedIsRefusedWhateverIsKept() throws {
    let place = try Place()
    defer { place.lists.remove() }
    #expect(try place.screen().status == 1)
    let policy = "home/Policies/red-flags/parties.policy"
    let text = try #require(place.lists.space.text(policy))
    try place.lists.space.write(text + "\nrule broken\n", to: policy)
    #expect(try place.screen().status == 5)
    try place.lists.space.write(text, to: policy)
    #expect(try place.screen().status == 1)
    let table = "home/Data/law/eccn.tsv"
    let lines = try #require(place.lists.space.text(table))
    try place.lists.space.write(String(lines.prefix(lines.count / 2)), to: table)
    #expect(try place.screen().status == 74)
    try place.lists.space.write(lines, to: table)
    #expect(try place.screen().status == 1)
  }

  /// A cache that cannot be made, and one that would lie within what is read.
  @Test func nothingIsWrittenElsewhere() throws {
    let place = try Place()
    defer { place.lists.remove() }
    let expected = try place.screen()
    let file = try place.lists.space.write("a file", to: "file")
    isSame(try place.screen(file + "/cache"), as: expected, "no folder")
    for inside in [place.lists.home + "/Data", place.lists.home, place.lists.corpus] {
      isSame(try place.screen(inside), as: expected, "\(inside)")
      #expect(!FileManager.default.fileExists(atPath: inside + "/scruple"))
    }
  }
}
