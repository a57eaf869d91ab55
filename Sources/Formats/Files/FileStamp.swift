import Glibc

/// By what a file is seen to have been written again, without reading it.
///
/// Equal stamps do not prove equal bytes; they save reading where the bytes were checked before.
public struct FileStamp: BitwiseCopyable, Sendable, Hashable {
  public let size: Int64
  public let seconds: Int64
  /// Of the second in which it was last written.
  public let nanoseconds: Int64

  /// Nil where there is no such file, or it is no file.
  public init?(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int64(status.st_size)
    seconds = Int64(status.st_mtim.tv_sec)
    nanoseconds = Int64(status.st_mtim.tv_nsec)
  }

  /// Tells one build of the running program from another; empty where the system does not say.
  ///
  /// Packages may give all their files one day of writing, so that place, number and the time at
  /// which the file came to be there count as well.
  public static let ofProgram: String = {
    guard let path = Process.executablePath, let stamp = FileStamp(of: path) else { return "" }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return "" }
    return "\(stamp.text) \(status.st_dev).\(status.st_ino) "
      + "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec) \(path)"
  }()

  public var text: String { "\(size) \(seconds).\(nanoseconds)" }
}
