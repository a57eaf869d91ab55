import Formats

/// The folder of compiled snapshots beside the versions that they were made from.
///
/// Its name begins with a dot, which no feed's does. Everything in it can be made again.
struct SnapshotFolder {
  static let suffix = ".lists"
  /// So many states of the lists are kept, the ones last written: today's and some earlier days.
  private static let kept = 4
  /// A file that was being written so long ago never will be.
  private static let abandoned: Int64 = 3_600

  let path: String

  init(of store: ListStore) { path = store.folder + "/.compiled" }

  func file(_ key: SnapshotKey) -> String { path + "/" + key.name }

  /// Writes a new file in one step; readers of an older one keep theirs.
  func write(_ bytes: [UInt8], for key: SnapshotKey) throws(FileReader.Failure) {
    try FileWriter.makeFolder(path)
    try FileWriter.write(bytes, to: file(key))
    removeOld(keeping: key.name)
  }

  private func removeOld(keeping name: String) {
    let now = Int64(Process.now.seconds)
    var files: [(name: String, seconds: Int64)] = []
    for other in FileReader.names(in: path) where other != name {
      guard let stamp = FileStamp(of: path + "/" + other) else { continue }
      if other.hasSuffix(Self.suffix) {
        files.append((other, stamp.seconds))
      } else if other.contains(Self.suffix + ".partial-"), now - stamp.seconds > Self.abandoned {
        FileWriter.remove(path + "/" + other)
      }
    }
    files.sort { $0.seconds == $1.seconds ? $0.name < $1.name : $0.seconds > $1.seconds }
    for file in files.dropFirst(Self.kept - 1) { FileWriter.remove(path + "/" + file.name) }
  }
}
