import Glibc

/// What the running process knows of its surroundings: environment, own path, time, terminal.
public enum Process {
  public static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Absolute path of the running executable, with symbolic links resolved.
  public static var executablePath: String? { FileReader.linkTarget(of: "/proc/self/exe") }

  /// Seconds since 1970-01-01 UTC and the nanoseconds within the second.
  public static var now: (seconds: Int, nanoseconds: Int) {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return (time.tv_sec, time.tv_nsec)
  }

  /// A clock that only goes forward, in nanoseconds, for measuring.
  public static var monotonicNanoseconds: Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  public static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The number of this process, for names of temporary files.
  public static var number: Int { Int(getpid()) }

  /// Memory that the process has in use, in bytes; 0 where the system does not say.
  public static var residentBytes: Int {
    guard let bytes = try? FileReader.bytes(of: "/proc/self/statm") else { return 0 }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// Ends the process, whatever threads of it still work. What libraries have registered for the end
  /// is not run: it would take from those threads what they stand on.
  public static func exit(_ code: Int32) -> Never {
    _ = fflush(nil)
    Glibc._exit(code)
  }

  /// Makes writing to a pipe that nobody reads an error of `write`, not the end of the process.
  public static func reportBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Writes text to standard output or standard error, all of it; false where it cannot.
  @discardableResult
  public static func write(_ text: String, toErrors: Bool = false) -> Bool {
    let bytes = Array(text.utf8)
    let descriptor = toErrors ? STDERR_FILENO : STDOUT_FILENO
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
}
