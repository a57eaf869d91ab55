import Glibc
import Synchronization

/// Writes files so that a reader never sees half of one.
public enum FileWriter {
  /// Tells two threads of this process apart that write the same file.
  private static let written = Atomic(0)

  /// Writes beside the target, flushes to the disk, and renames over it; a device or a pipe is
  /// written to and never replaced.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileReader.Failure) {
    if isStream(path) { return try writeThrough(bytes, to: path) }
    let number = written.add(1, ordering: .relaxed).newValue
    let partial = path + ".partial-\(getpid())-\(number)"
    let descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileReader.failure(path, isWriting: true) }
    guard isWritten(bytes, to: descriptor) else {
      let failure = FileReader.failure(path, isWriting: true)
      _ = close(descriptor)
      _ = unsafe unlink(partial)
      throw failure
    }
    // A descriptor is closed even where the flush fails; a partial file is never left behind.
    let isFlushed = fsync(descriptor) == 0
    guard close(descriptor) == 0, isFlushed, unsafe rename(partial, path) == 0 else {
      let failure = FileReader.failure(path, isWriting: true)
      _ = unsafe unlink(partial)
      throw failure
    }
  }

  /// False where not all could be written; `errno` then says why.
  private static func isWritten(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { space in
        unsafe Glibc.write(
          descriptor, space.baseAddress?.advanced(by: written), space.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Whether the path is a device or a pipe, such as /dev/null: a file in its place would be found
  /// by every other program of the machine.
  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return [S_IFCHR, S_IFBLK, S_IFIFO].contains(status.st_mode & S_IFMT)
  }

  private static func writeThrough(
    _ bytes: [UInt8], to path: String
  ) throws(FileReader.Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReader.failure(path, isWriting: true) }
    let isWhole = isWritten(bytes, to: descriptor)
    let failure = FileReader.failure(path, isWriting: true)
    guard close(descriptor) == 0, isWhole else { throw failure }
  }

  public static func write(_ text: String, to path: String) throws(FileReader.Failure) {
    try write(Array(text.utf8), to: path)
  }

  /// Makes a file that only its owner may read (mode 0600); throws where the name is taken.
  public static func createPrivate(
    _ bytes: [UInt8], at path: String
  ) throws(FileReader.Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileReader.failure(path, isWriting: true) }
    let count = unsafe bytes.withUnsafeBytes { space in
      unsafe Glibc.write(descriptor, space.baseAddress, space.count)
    }
    let isWritten = count == bytes.count && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten else {
      let failure = FileReader.failure(path, isWriting: true)
      _ = unsafe unlink(path)
      throw failure
    }
  }

  /// Makes the folder and those above it, for its owner alone where it `isPrivate`; says nothing
  /// where it is there already.
  public static func makeFolder(
    _ path: String, isPrivate: Bool = false
  ) throws(FileReader.Failure) {
    var built = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      built += built.isEmpty || built.hasSuffix("/") ? String(part) : "/" + part
      guard unsafe mkdir(built, isPrivate ? 0o700 : 0o755) == 0 || errno == EEXIST else {
        throw FileReader.failure(path, isWriting: true)
      }
    }
  }

  /// Removes a file; false where it cannot be removed or is not there.
  @discardableResult
  public static func remove(_ path: String) -> Bool { unsafe unlink(path) == 0 }
}
