import Digests
public import Formats

/// Digests of what a determination was made with, so that it can be made again.
public enum CorpusDigest {
  static let empty = SHA256(of: "").description

  static func of(_ bytes: [UInt8]) -> String { SHA256(of: bytes).description }

  /// All files below a folder by their names, without the list versions, which carry their own,
  /// and without the addresses where lists are fetched, on which no determination rests.
  public static func of(folder: String) throws(Diagnostic) -> String {
    try of(try FolderContents(of: folder))
  }

  static func of(_ contents: FolderContents) throws(Diagnostic) -> String {
    var text = ""
    for path in contents.files
    where !path.hasPrefix("lists/") && path != "sources.json" {
      text += "\(path) \(SHA256(of: try Lines.bytes(contents.folder + "/" + path)).hexadecimal)\n"
    }
    return SHA256(of: text).description
  }
}
