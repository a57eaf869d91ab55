import Formats
import Testing

@testable import Names

@Suite("Words that sound alike share the key of all their consonants")
struct SoundKeyTests {
  private func keys(_ word: String, _ script: Script) -> Set<UInt32> {
    Set(SoundKey.whole(of: Array(word.utf8).span, script: script))
  }

  @Test(arguments: [
    ("evromolniya", Script.cyrillic, "euromolnia"), ("amnh", .hebrew, "amana"),
    ("dwran", .arabic, "douran"), ("mgdlym", .hebrew, "migdalim"),
  ])
  func aWordOfAnotherScriptSharesAKey(word: String, script: Script, latin: String) {
    #expect(!keys(word, script).isDisjoint(with: keys(latin, .latin)))
  }

  @Test(arguments: [
    ("evromolniya", Script.cyrillic, "euromolnistra"), ("amnh", .hebrew, "anama"),
    ("dwran", .arabic, "mourad"),
  ])
  func otherConsonantsGiveOtherKeys(word: String, script: Script, latin: String) {
    #expect(keys(word, script).isDisjoint(with: keys(latin, .latin)))
  }
}
