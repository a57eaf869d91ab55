public import Formats

extension ListStore {
  /// The folder of what is compiled, beside the versions that it was made from.
  ///
  /// Its name begins with a dot, which no feed's does. Everything in it can be made again.
  public static let compiledFolder = ".compiled"

  /// Of each kind so many files are kept, the ones last written: today's and some earlier days'.
  private static let keptFiles = 4
  /// A file that was being written so many seconds ago never will be.
  private static let abandoned: Int64 = 3_600

  /// Writes a file of the folder in one step, and removes what nobody needs any more; readers of
  /// an older file keep theirs.
  public static func keepCompiled(
    _ bytes: [UInt8], as path: String
  ) throws(FileReader.Failure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    try FileWriter.makeFolder(folder)
    try FileWriter.write(bytes, to: path)
    let name = parts.last.map(String.init) ?? ""
    let kind = name.split(separator: ".").last.map { "." + $0 } ?? ""
    let now = Int64(Process.now.seconds)
    var files: [(name: String, seconds: Int64)] = []
    for other in FileReader.names(in: folder) where other != name {
      guard let stamp = FileStamp(of: folder + "/" + other) else { continue }
      if other.hasSuffix(kind) {
        files.append((other, stamp.seconds))
      } else if other.contains(kind + ".partial-"), now - stamp.seconds > abandoned {
        FileWriter.remove(folder + "/" + other)
      }
    }
    files.sort { $0.seconds == $1.seconds ? $0.name < $1.name : $0.seconds > $1.seconds }
    for file in files.dropFirst(keptFiles - 1) { FileWriter.remove(folder + "/" + file.name) }
  }

  /// The compiled snapshot that belongs to a key.
  func file(of key: SnapshotKey) -> String {
    "\(folder)/\(ListStore.compiledFolder)/\(key.name)"
  }
}
