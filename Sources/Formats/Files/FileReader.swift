import Glibc

/// Reads files and folders through the C library, the one place that does.
///
/// The core needs no more of Foundation than this, and starting Foundation costs several
/// milliseconds on every call of the command line.
public enum FileReader {
  /// Why a file could not be read or written.
  public struct Failure: Error, Sendable, Equatable {
    public let path: String
    /// The reason in the words of the operating system.
    public let reason: String
    public let isMissing: Bool
    /// The file is longer than was asked for; nothing else is wrong with it.
    public var isTooLong = false
    /// True where writing failed, false where reading did.
    public var isWriting = false

    public var message: String {
      let name = path == "-" ? "standard input" : "`\(path)`"
      return "cannot \(isWriting ? "write" : "read") \(name): \(reason)"
    }
  }

  /// The whole content of a file, of a pipe, or of standard input for `-`.
  public static func bytes(
    of path: String, limit: Int = 1 << 30
  ) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { if descriptor != STDIN_FILENO { _ = close(descriptor) } }
    var content: [UInt8] = []
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // What a file holds now is only where to begin: it may grow while it is read.
    let expected = isFile ? min(max(Int(status.st_size), 0), limit) : 0
    content.reserveCapacity(expected)
    var buffer = [UInt8](
      repeating: 0, count: isFile ? min(max(expected + 1, 1 << 12), 1 << 16) : 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { space in
        unsafe read(descriptor, space.baseAddress, space.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return content }
      guard content.count + count <= limit else {
        throw Failure(
          path: path, reason: "there are more than \(limit) bytes", isMissing: false,
          isTooLong: true)
      }
      content.append(contentsOf: buffer[..<count])
    }
  }

  /// The names in a folder, sorted, without dot-files; empty where there is no such folder or it
  /// cannot be listed. Where that must not pass for an empty folder, use `listing`.
  public static func names(in folder: String) -> [String] {
    do throws(Failure) {
      return try listing(of: folder)
    } catch {
      return []
    }
  }

  /// The names in a folder, sorted, without dot-files. Throws where it cannot be listed.
  public static func listing(of folder: String) throws(Failure) -> [String] {
    guard let directory = unsafe opendir(folder) else { throw failure(folder) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(directory) else {
        guard errno == 0 else { throw failure(folder) }
        break
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  public static func isFolder(_ path: String) -> Bool { mode(of: path) == S_IFDIR }
  public static func isFile(_ path: String) -> Bool { mode(of: path) == S_IFREG }
  public static func exists(_ path: String) -> Bool { mode(of: path) != nil }

  /// The target of a symbolic link such as `/proc/self/exe`, or nil.
  public static func linkTarget(of path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path without symbolic links and `..`, as far as it exists; beyond that as it is written.
  public static func resolved(_ path: String) -> String {
    var rest: [Substring] = []
    var parts = path.split(separator: "/").filter { $0 != "." }
    while true {
      let known = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
      if let found = unsafe realpath(known.isEmpty ? "." : known, nil) {
        defer { unsafe free(found) }
        let base = unsafe String(cString: found)
        guard !rest.isEmpty else { return base }
        let whole = (base == "/" ? "" : base) + "/" + rest.joined(separator: "/")
        // What is not there yet is no link, so that `..` leads back out of it, to what may be one.
        guard let back = rest.firstIndex(of: "..") else { return whole }
        let kept = rest[..<max(back - 1, 0)] + rest[(back + 1)...]
        return resolved((base == "/" ? "" : base) + "/" + kept.joined(separator: "/"))
      }
      guard let last = parts.popLast() else { return path }
      rest.insert(last, at: 0)
    }
  }

  /// Whether others than its owner may read or write a file; nil where there is none.
  public static func isShared(_ path: String) -> Bool? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mode & 0o077 != 0
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  static func failure(_ path: String, isWriting: Bool = false) -> Failure {
    let code = errno
    return Failure(
      path: path, reason: unsafe String(cString: strerror(code)), isMissing: code == ENOENT,
      isWriting: isWriting)
  }
}
