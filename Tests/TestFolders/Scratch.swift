import Formats
import Glibc

/// Folders for tests, all in one that goes when the tests end.
public enum Scratch {
  private static let root: String = {
    atexit { Scratch.remove(Scratch.root) }
    return "/tmp/scruple-tests-\(UInt64.random(in: .min ... .max))"
  }()

  /// A path of its own that begins with a word; nothing is there yet. Throws where the folder
  /// above it cannot be made.
  public static func path(_ word: String = "test") throws -> String {
    try FileWriter.makeFolder(root)
    return "\(root)/\(word)-\(UInt64.random(in: .min ... .max))"
  }

  private static func remove(_ path: String) {
    guard FileReader.linkTarget(of: path) == nil, FileReader.isFolder(path) else {
      _ = FileWriter.remove(path)
      return
    }
    for name in FileReader.names(in: path) { remove(path + "/" + name) }
    _ = unsafe rmdir(path)
  }
}
