import Digests
public import Formats

/// Digests of what a determination was made with, so that it can be made again.
public enum CorpusDigest {
  static let empty = SHA256(of: "").description

  static func of(_ bytes: [UInt8]) -> String { SHA256(of: bytes).description }

  /// All files below a folder by their names, without the list versions, which carry their own.
  public static func of(folder: String) throws(Diagnostic) -> String {
    var text = ""
    for path in files(in: folder) where !path.hasPrefix("lists/") {
      text += "\(path) \(SHA256(of: try Lines.bytes(folder + "/" + path)).hexadecimal)\n"
    }
    return SHA256(of: text).description
  }

  private static func files(in folder: String, prefix: String = "") -> [String] {
    FileReader.names(in: folder + "/" + prefix).flatMap { name -> [String] in
      let path = prefix + name
      return FileReader.isFolder(folder + "/" + path)
        ? files(in: folder, prefix: path + "/") : [path]
    }
  }
}
