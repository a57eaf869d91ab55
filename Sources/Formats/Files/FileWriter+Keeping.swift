/// Files that can be made again.
extension FileWriter {
  /// Of each kind so many files are kept, the ones last written.
  private static let keptFiles = 4
  /// A file that was being written so many seconds ago never will be.
  private static let abandoned: Int64 = 3_600

  /// Writes a file in one step, and removes older ones of its folder and ending that nobody needs any
  /// more; readers of an older file keep theirs.
  public static func keep(
    _ bytes: [UInt8], as path: String, isPrivate: Bool = false
  ) throws(FileReader.Failure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    try makeFolder(folder, isPrivate: isPrivate)
    try write(bytes, to: path)
    let name = parts.last.map(String.init) ?? ""
    let kind = name.split(separator: ".").last.map { "." + $0 } ?? ""
    let now = Int64(Process.now.seconds)
    var files: [(name: String, seconds: Int64)] = []
    for other in FileReader.names(in: folder) where other != name {
      guard let stamp = FileStamp(of: folder + "/" + other) else { continue }
      if other.hasSuffix(kind) {
        files.append((other, stamp.seconds))
      } else if other.contains(kind + ".partial-"), now - stamp.seconds > abandoned {
        remove(folder + "/" + other)
      }
    }
    files.sort { $0.seconds == $1.seconds ? $0.name < $1.name : $0.seconds > $1.seconds }
    for file in files.dropFirst(keptFiles - 1) { remove(folder + "/" + file.name) }
  }
}
