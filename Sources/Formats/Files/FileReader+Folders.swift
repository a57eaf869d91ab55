extension FileReader {
  /// Folders nest no deeper than this; a link that leads back would nest without end.
  public static let deepestFolder = 6

  /// Every file below a folder, by its path within it, in the order of names, without dot-files.
  ///
  /// Throws where a folder cannot be listed, which must not pass for an empty one, and where
  /// something is neither file nor folder: a pipe would be waited for, a broken link hides a file.
  public static func files(below folder: String) throws(Failure) -> [String] {
    var files: [String] = []
    try add(to: &files, of: folder, prefix: "", depth: 0)
    return files
  }

  private static func add(
    to files: inout [String], of folder: String, prefix: String, depth: Int
  ) throws(Failure) {
    guard depth <= deepestFolder else {
      throw Failure(
        path: folder + "/" + prefix,
        reason: "folders nest deeper than \(deepestFolder), perhaps by a link that leads back",
        isMissing: false)
    }
    for name in try listing(of: folder + "/" + prefix) {
      let path = prefix + name
      if isFolder(folder + "/" + path) {
        try add(to: &files, of: folder, prefix: path + "/", depth: depth + 1)
      } else if isFile(folder + "/" + path) {
        files.append(path)
      } else {
        throw Failure(
          path: folder + "/" + path, reason: "it is neither a file nor a folder",
          isMissing: false)
      }
    }
  }
}
