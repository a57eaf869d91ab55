import Digests
import Formats
import Names
import WatchLists

/// The larger tables of names as they are after reading, kept beside what is compiled of the lists.
///
/// Bound to everything in `Data` and to the program. Without it, or where it is not the right one,
/// the tables are read; where it cannot be kept, they will be read again.
struct LexiconFile {
  /// Increased where the content is laid out in another way by the same program.
  private static let layout = 1

  private let path: String
  private let key: String
  private let isWanted: Bool

  init(lists: String, tables: String) {
    key = "lexicon \(Self.layout) \(tables) \(FileStamp.ofProgram)"
    path =
      lists + "/" + ListStore.compiledFolder + "/"
      + SHA256(of: key).hexadecimal.prefix(24) + ".tables"
    // Where there are no lists yet, nothing is written into the folder.
    isWanted = FileReader.isFolder(lists) && !FileStamp.ofProgram.isEmpty
  }

  var content: MappedBytes? {
    guard isWanted, let bytes = try? MappedBytes(path: path) else { return nil }
    return SealedFile.content(of: bytes, key: key)
  }

  func keep(_ names: NameKnowledge) {
    guard isWanted, let content = names.compiledLexicon,
      let bytes = SealedFile.sealed(content, key: key)
    else { return }
    do throws(FileReader.Failure) {
      try ListStore.keepCompiled(bytes, as: path)
    } catch {
      // Nothing rests on it: the next start reads the tables again.
      return
    }
  }
}
