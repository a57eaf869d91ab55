public import Formats

/// Something that can be made again, kept in the user's cache for the next run of the same program.
///
/// It is read only where it is whole, of this key and this program, and a file that nobody but this
/// user could have written; else it is as if it were not there. Nothing rests on keeping it: where the
/// folder cannot be written, the next run makes it again.
public struct KeptFile: Sendable {
  private let path: String
  private let key: String

  /// `kind` is the ending of the file's name; `key` says everything that the content depends on beside
  /// the program. Nil without a folder, and where the program cannot be told from another.
  public init?(_ kind: String, key: String, in folder: CacheFolder?) {
    guard let folder, !FileStamp.ofProgram.isEmpty else { return nil }
    self.key = "\(kind) \(key) \(FileStamp.ofProgram)"
    path = folder.path + "/" + SHA256(of: self.key).hexadecimal.prefix(24) + "." + kind
  }

  /// What was kept, read where it lies; nil where it is not all that it should be.
  public var content: MappedBytes? {
    guard let bytes = try? MappedBytes(path: path, ifOwn: true) else { return nil }
    return SealedFile.content(of: bytes, key: key)
  }

  /// Keeps the content in place of what was there, or does nothing where that cannot be.
  public func keep(_ content: [UInt8]) {
    guard let bytes = SealedFile.sealed(content, key: key) else { return }
    do throws(FileReader.Failure) {
      try FileWriter.keep(bytes, as: path, isPrivate: true)
    } catch {
      return
    }
  }
}
