import Foundation
import Glibc

/// One run of the program as its user sees it.
struct Run {
  /// The exit status; 128 and the number of the signal where one ended the program.
  let status: Int32
  let output: String
  let errors: String

  /// Standard output as JSON, or nil where it is none.
  var json: [String: Any]? { object as? [String: Any] }
  var array: [[String: Any]]? { object as? [[String: Any]] }
  var lines: [[String: Any]] {
    output.split(separator: "\n").compactMap { Run.object(String($0)) as? [String: Any] }
  }

  private var object: Any? { Run.object(output) }

  private static func object(_ text: String) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
  }
}

/// Runs `scruple` with redirected streams and an environment of its own.
enum Program {
  enum Stream {
    case file(String)
    case text(String)
    case closed
    case nothing
  }

  /// The program that was built beside the tests, which this process runs or has loaded.
  static let path: String = {
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    for line in maps.split(separator: "\n") {
      guard let start = line.firstIndex(of: "/"), line.hasSuffix(".xctest") else { continue }
      return folder(of: String(line[start...])) + "/scruple"
    }
    return ""
  }()

  /// The package's own folder.
  static let package = folder(of: folder(of: folder(of: folder(of: #filePath))))

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// `output` names a file or device in the place of standard output, which is then not returned.
  static func run(
    _ arguments: [String], input: Stream = .nothing, output: Stream? = nil,
    environment: [String: String] = [:], in folder: String = "/tmp", path: String = Program.path
  ) throws -> Run {
    let space = try Workspace()
    defer { space.remove() }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    switch input {
    case .file(let file): unsafe posix_spawn_file_actions_addopen(&actions, 0, file, O_RDONLY, 0)
    case .text(let text):
      unsafe posix_spawn_file_actions_addopen(
        &actions, 0, try space.write(text, to: "input"), O_RDONLY, 0)
    case .closed: unsafe posix_spawn_file_actions_addclose(&actions, 0)
    case .nothing: unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    switch output {
    case .file(let file): unsafe posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY, 0)
    case .closed: unsafe posix_spawn_file_actions_addclose(&actions, 1)
    default:
      unsafe posix_spawn_file_actions_addopen(&actions, 1, space.path("output"), create, 0o600)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 2, space.path("errors"), create, 0o600)
    let words = ["/usr/bin/env", "-C", folder, path] + arguments
    var status = unsafe try spawn(words, variables(environment), &actions)
    // A program that was copied a moment ago is busy while another test, started at that moment,
    // still holds the copy's file.
    for _ in 0..<50 where status == 126 {
      guard space.text("errors")?.contains("Text file busy") ?? false else { break }
      usleep(100_000)
      status = unsafe try spawn(words, variables(environment), &actions)
    }
    return Run(
      status: status, output: space.text("output") ?? "", errors: space.text("errors") ?? "")
  }

  /// Nothing of the machine's own environment reaches the program: no corpus, no home.
  /// Of the tests alone, and kept from run to run as a user's is.
  private static let cache = "/tmp/scruple-program-tests/cache"

  private static func variables(_ own: [String: String]) -> [String] {
    var all = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "XDG_CACHE_HOME": cache]
    for (name, value) in own { all[name] = value }
    return all.map { "\($0)=\($1)" }.sorted()
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String],
    _ actions: inout posix_spawn_file_actions_t
  ) throws -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var process = pid_t()
    let fault = unsafe posix_spawn(&process, arguments[0], &actions, nil, &words, &variables)
    guard fault == 0 else { throw ProgramFault(message: "cannot start \(arguments[0]): \(fault)") }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw ProgramFault(message: "cannot wait for the program") }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

struct ProgramFault: Error {
  let message: String
}

/// `scruple` with these words.
func scruple(
  _ arguments: String..., input: Program.Stream = .nothing,
  environment: [String: String] = [:], in folder: String = "/tmp"
) throws -> Run {
  try Program.run(arguments, input: input, environment: environment, in: folder)
}
