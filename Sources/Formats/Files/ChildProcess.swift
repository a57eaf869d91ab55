import Glibc

/// Runs another program with bytes on its standard input and takes what it prints.
///
/// No shell takes part: the words are given to the program as they are. Its standard error is
/// discarded. It is killed at the deadline, or where it prints more than the limit.
public enum ChildProcess {
  /// How a run ended.
  public enum Ending: Sendable, Equatable {
    case exited(code: Int32)
    /// It died of a signal that this process did not send.
    case signalled(Int32)
    case killedAtDeadline
    case killedAtLimit
  }

  public struct Result: Sendable {
    public let output: [UInt8]
    public let ending: Ending
  }

  /// The first executable file with this name in the folders of `$PATH`; a name with a slash is
  /// taken as it stands.
  public static func find(_ name: String) -> String? {
    if name.contains("/") { return isExecutable(name) ? name : nil }
    let folders = (Process.variable("PATH") ?? "").split(separator: ":")
    return folders.map { $0 + "/" + name }.first(where: isExecutable)
  }

  private static func isExecutable(_ path: String) -> Bool {
    guard FileReader.isFile(path) else { return false }
    return unsafe access(path, X_OK) == 0
  }

  /// Runs `words[0]` with the other words. `nanoseconds` is the time after which it is killed.
  /// Throws where it cannot be started.
  public static func run(
    _ words: [String], input: [UInt8], nanoseconds: Int, limit: Int
  ) throws(FileReader.Failure) -> Result {
    let path = words.first ?? ""
    let deadline = Process.monotonicNanoseconds + nanoseconds
    // Sockets, so that writing to a program that has ended is an error and not a signal.
    let (ownInput, childInput) = try socketPair(path)
    let (ownOutput, childOutput): (Int32, Int32)
    do throws(FileReader.Failure) {
      (ownOutput, childOutput) = try socketPair(path)
    } catch {
      close([ownInput, childInput])
      throw error
    }
    let child: pid_t
    do throws(FileReader.Failure) {
      child = try start(words, input: childInput, output: childOutput)
    } catch {
      close([ownInput, childInput, ownOutput, childOutput])
      throw error
    }
    close([childInput, childOutput])
    var exchange = Exchange(
      input: ownInput, output: ownOutput, bytes: input, deadline: deadline, limit: limit)
    let interruption = exchange.run()
    if interruption != nil { _ = kill(child, SIGKILL) }
    exchange.end()
    let status = wait(child, deadline: deadline)
    return Result(
      output: exchange.received,
      ending: interruption ?? status ?? .killedAtDeadline)
  }

  private static func socketPair(_ path: String) throws(FileReader.Failure) -> (Int32, Int32) {
    var pair: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw FileReader.failure(path) }
    return (pair[0], pair[1])
  }

  private static func close(_ descriptors: [Int32]) {
    for descriptor in descriptors { _ = Glibc.close(descriptor) }
  }

  private static func start(
    _ words: [String], input: Int32, output: Int32
  ) throws(FileReader.Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe words.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, words.first ?? "", &actions, nil, arguments, environ)
    guard code == 0 else {
      errno = code
      throw FileReader.failure(words.first ?? "")
    }
    return child
  }

  /// Waits for the program to end, and kills it where it does not by the deadline.
  private static func wait(_ child: pid_t, deadline: Int) -> Ending? {
    var status: Int32 = 0
    var isKilled = false
    while true {
      let ended = unsafe waitpid(child, &status, isKilled ? 0 : WNOHANG)
      if ended < 0 {
        if errno == EINTR { continue }
        return .exited(code: 127)
      }
      if ended == child { break }
      if Process.monotonicNanoseconds > deadline {
        _ = kill(child, SIGKILL)
        isKilled = true
      } else {
        _ = usleep(500)
      }
    }
    if isKilled { return .killedAtDeadline }
    let signal = status & 0x7f
    return signal == 0 ? .exited(code: (status >> 8) & 0xff) : .signalled(signal)
  }
}

/// Bytes to and from a running program, whichever of the two is ready.
private struct Exchange {
  var input: Int32
  var output: Int32
  let bytes: [UInt8]
  let deadline: Int
  let limit: Int
  var sent = 0
  var received: [UInt8] = []

  init(input: Int32, output: Int32, bytes: [UInt8], deadline: Int, limit: Int) {
    self.input = input
    self.output = output
    self.bytes = bytes
    self.deadline = deadline
    self.limit = limit
  }

  /// Runs until the program closes its output; says why it was broken off before that.
  mutating func run() -> ChildProcess.Ending? {
    if bytes.isEmpty { closeInput() }
    while true {
      let left = (deadline - Process.monotonicNanoseconds) / 1_000_000
      guard left > 0 else { return .killedAtDeadline }
      var watched = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      ]
      let ready = unsafe poll(&watched, input < 0 ? 1 : 2, Int32(clamping: left))
      if ready < 0, errno != EINTR { return .killedAtDeadline }
      guard ready > 0 else { continue }
      if input >= 0, watched[1].revents != 0 { send() }
      if watched[0].revents != 0 {
        guard receive() else { return nil }
        if received.count > limit { return .killedAtLimit }
      }
    }
  }

  private mutating func send() {
    let count = unsafe bytes.withUnsafeBytes { space in
      unsafe Glibc.send(
        input, space.baseAddress?.advanced(by: sent), space.count - sent,
        Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
    }
    if count > 0 { sent += count }
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    if count <= 0 || sent == bytes.count { closeInput() }
  }

  private mutating func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe buffer.withUnsafeMutableBytes { space in
      unsafe Glibc.read(output, space.baseAddress, space.count)
    }
    if count < 0, errno == EINTR { return true }
    guard count > 0 else { return false }
    received.append(contentsOf: buffer[..<count])
    return true
  }

  private mutating func closeInput() {
    _ = Glibc.close(input)
    input = -1
  }

  mutating func end() {
    if input >= 0 { closeInput() }
    _ = Glibc.close(output)
  }
}
