import Formats
import Ledger
import Testing

@testable import Hook

/// The server that was built beside the tests, in a process that ends without warning.
struct ServerProcess {
  private static let program: String = {
    let maps = (try? FileReader.bytes(of: "/proc/self/maps")) ?? []
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
      guard let start = line.firstIndex(of: "/"), line.hasSuffix(".xctest"),
        let end = line.lastIndex(of: "/")
      else { continue }
      return String(line[start..<end]) + "/HookServer"
    }
    return ""
  }()

  let space: HookSpace
  /// To which the server writes its port.
  let portFile: String

  init(_ space: HookSpace, name: String) {
    self.space = space
    portFile = space.path + ".port" + name
  }

  /// Writes what every server on a space reads, and returns the key that opens them.
  static func prepare(_ space: HookSpace) throws -> AccessKeySample {
    try space.keys.write(to: space.path + ".keys")
    let access = try AccessKeySample(
      #require(AccessKey.make(name: "load", scopes: [.screen], now: 0, expires: nil)))
    try KeyRing([access.key]).write(to: space.path + ".access")
    return access
  }

  /// Serves, and is killed after so many milliseconds.
  func run(milliseconds: Int) {
    let run = try? ChildProcess.run(
      [
        Self.program, space.address, space.path + ".keys", space.path + ".access", portFile,
      ], input: [], nanoseconds: milliseconds * 1_000_000, limit: 1 << 20)
    if run?.ending != .killedAtDeadline {
      Issue.record("the server ended by itself: \(String(describing: run))")
    }
  }

  /// Waits until it listens; nil where `isOver` came first.
  func port(unless isOver: () -> Bool) -> Int? {
    while !isOver() {
      let text = (try? FileReader.bytes(of: portFile)).map { String(decoding: $0, as: UTF8.self) }
      if let port = text.flatMap({ Int($0) }) { return port }
      Threads.pause(milliseconds: 5)
    }
    return nil
  }
}
