import Dossier
import Formats
import Names
import Policy
import TestFolders
import Testing

@Suite("Tables and policies are kept in a cache, and read again where what is kept is not right")
struct KeptTablesTests {
  private static let data = Bundle.root + "/Data"

  private static func answer(_ knowledge: Knowledge) -> String {
    ["喀什地区公安局", "Example Forensic Institute", "Институт генетики", "한국과학기술연구원"]
      .map { "\(knowledge.names.parse($0))" }.joined(separator: "\n")
  }

  private static func cache() throws -> CacheFolder {
    CacheFolder(path: FileReader.resolved(try Scratch.path("cache")))
  }

  @Test func keptFoundAndMadeAnew() throws {
    let cache = try Self.cache()
    let expected = Self.answer(try Knowledge(folder: Self.data))
    #expect(!FileReader.exists(cache.path))
    #expect(try Self.answer(Knowledge(folder: Self.data, cache: cache)) == expected)
    let names = FileReader.names(in: cache.path)
    #expect(names.count == 1 && names[0].hasSuffix(".tables"), "\(names)")
    let path = cache.path + "/" + names[0]
    let sound = try FileReader.bytes(of: path)
    let stamp = FileStamp(of: path)
    let kept = try Knowledge(folder: Self.data, cache: cache)
    #expect(Self.answer(kept) == expected && kept.names.compiledLexicon == nil)
    #expect(FileStamp(of: path) == stamp, "what is kept is not written again")
    var damaged = sound
    damaged[sound.count / 3] ^= 4
    for wrong in [damaged, Array(sound[..<(sound.count / 2)]), []] {
      try FileWriter.write(wrong, to: path)
      #expect(try Self.answer(Knowledge(folder: Self.data, cache: cache)) == expected)
      #expect(try FileReader.bytes(of: path) == sound)
    }
  }

  @Test func acceptedPoliciesAreKnownByBothDigests() throws {
    let cache = try Self.cache()
    let policies = try #require(Bundle.policies)
    let digest = try PolicySet.digest(of: Bundle.root + "/Policies")
    #expect(digest == policies.digest)
    func accepted(_ policies: String, _ tables: String) -> AcceptedPolicies {
      AcceptedPolicies(policies: policies, tables: tables, in: cache)
    }
    #expect(accepted(digest, "tables").lists == nil)
    accepted(digest, "tables").keep(policies)
    #expect(accepted(digest, "tables").lists == policies.lists)
    #expect(accepted(digest, "other").lists == nil)
    #expect(accepted("other", "tables").lists == nil)
    #expect(AcceptedPolicies(policies: digest, tables: "tables", in: nil).lists == nil)
    let path = cache.path + "/" + (try #require(FileReader.names(in: cache.path).first))
    var bytes = try FileReader.bytes(of: path)
    bytes[bytes.count - 3] ^= 1
    try FileWriter.write(bytes, to: path)
    #expect(accepted(digest, "tables").lists == nil)
  }
}
