import Glibc
import TestFolders
import Testing

@testable import Formats

@Suite("The cache lies in the user's own folder, and never within what is read")
struct CacheFolderTests {
  @Test func theUsersFolderIsNamedByTheSurroundings() throws {
    let home = try Scratch.path("home")
    try FileWriter.makeFolder(home)
    func path(_ cache: String?, _ home: String?, outside others: [String] = []) -> String? {
      CacheFolder(cache: cache, home: home, outside: others)?.path
    }
    #expect(path("/var/cache/me", home) == "/var/cache/me/scruple")
    #expect(path(nil, home) == home + "/.cache/scruple")
    #expect(path("cache", home) == home + "/.cache/scruple", "a relative path is ignored")
    #expect(path(nil, nil) == nil)
    #expect(path(nil, "home") == nil)
    #expect(path(nil, home + "/nobody") == nil, "the home of nobody is not made")
    #expect(path("cache", nil) == nil)
  }

  @Test func whatIsReadNeverHoldsTheCache() throws {
    let home = try Scratch.path("home")
    let installed = home + "/program"
    try FileWriter.makeFolder(installed + "/Data")
    func isThere(_ cache: String, outside other: String) -> Bool {
      CacheFolder(cache: cache, home: nil, outside: [other]) != nil
    }
    #expect(!isThere(installed, outside: installed))
    #expect(!isThere(installed + "/Data/not/there/yet", outside: installed))
    #expect(!isThere(home + "/other/../program/Data", outside: installed + "/Data/"))
    #expect(isThere(home + "/program-cache", outside: installed))
    #expect(isThere(home + "/cache", outside: installed))
    try #require(unsafe symlink(installed, home + "/link") == 0)
    #expect(!isThere(home + "/link/cache", outside: installed))
    #expect(!isThere(installed + "/cache", outside: home + "/link"))
  }

  @Test func aPathIsResolvedAsFarAsItExists() throws {
    let folder = FileReader.resolved(try Scratch.path("place"))
    try FileWriter.makeFolder(folder + "/a")
    try #require(unsafe symlink("a", folder + "/b") == 0)
    #expect(FileReader.resolved(folder + "/b/c/d") == folder + "/a/c/d")
    #expect(FileReader.resolved(folder + "/a/") == folder + "/a")
    #expect(FileReader.resolved(folder + "/x/../b/./c") == folder + "/a/c")
    #expect(FileReader.resolved(folder + "/x/y/../../z") == folder + "/z")
    #expect(FileReader.resolved("/") == "/")
    #expect(FileReader.resolved("/no-such-folder/x") == "/no-such-folder/x")
  }
}
