import Foundation
import Synchronization

/// A PostgreSQL server for tests, on a socket in a scratch folder and on no network. It ends, and
/// its folder goes, when the process that started it ends, however it ends.
public final class DatabaseServer: Sendable {
  /// One for all tests of a process; nil where no PostgreSQL is installed.
  public static let shared: DatabaseServer? = {
    let server = DatabaseServer()
    if server == nil { print("PostgreSQL is not installed: its tests are left out") }
    return server
  }()

  private let folder: String
  private let words: Mutex<Streams>
  private let schemas = Atomic(0)

  /// `@unchecked Sendable`: only used under the lock that holds it.
  private struct Streams: @unchecked Sendable {
    let shell: Process
    let input: FileHandle
    let output: FileHandle
  }

  /// Nil where no PostgreSQL is installed or it does not start.
  public init?() {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    guard
      let binaries = versions.sorted().last(where: {
        FileManager.default.isExecutableFile(atPath: "\(root)/\($0)/bin/initdb")
      }).map({ "\(root)/\($0)/bin" })
    else { return nil }
    folder = "/tmp/scruple-pg-\(UInt32.random(in: .min ... .max))"
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", DatabaseServer.script, "sh", folder, binaries]
    let (input, output) = (Pipe(), Pipe())
    shell.standardInput = input
    shell.standardOutput = output
    do { try shell.run() } catch { return nil }
    words = Mutex(
      Streams(
        shell: shell, input: input.fileHandleForWriting, output: output.fileHandleForReading))
    guard answer() == "ready" else { return nil }
  }

  /// Reads its words from standard input, so that its end comes with that of whoever writes them.
  private static let script = """
    folder=$1; bin=$2; as=
    mkdir -m 700 "$folder" || exit 1
    if [ "$(id -u)" = 0 ]; then
      as="setpriv --reuid=postgres --regid=postgres --clear-groups"
      chown postgres:postgres "$folder"
    fi
    cd "$folder"
    start() {
      $as "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= \
        -c max_connections=200 >>"$folder/log" 2>&1 </dev/null &
      pid=$!
      for i in $(seq 300); do
        "$bin/pg_isready" -q -h "$folder" -U scruple && return
        sleep 0.1
      done
    }
    stop() { kill "$1" $pid; wait $pid; }
    trap 'stop -QUIT 2>/dev/null; cd /; rm -rf "$folder"' EXIT
    trap 'exit 1' HUP INT TERM
    $as "$bin/initdb" -D "$folder/data" -U scruple -A trust -E UTF8 --no-locale -N \
      >"$folder/log" 2>&1 || exit 1
    start; echo ready
    while read -r word value; do
      case $word in
        stop) stop -QUIT;;
        start) start;;
        sql) "$bin/psql" -q -h "$folder" -U scruple -c "$value" postgres >/dev/null 2>&1;;
      esac
      echo ready
    done
    """

  private func answer() -> String {
    words.withLock { streams in
      var line = ""
      while !line.hasSuffix("\n") {
        guard let bytes = try? streams.output.read(upToCount: 1), !bytes.isEmpty else { return "" }
        line += String(decoding: bytes, as: UTF8.self)
      }
      return String(line.dropLast())
    }
  }

  private func tell(_ word: String) {
    words.withLock { try? $0.input.write(contentsOf: Data((word + "\n").utf8)) }
    _ = answer()
  }

  /// The address of a schema of its own, with nothing in it.
  public func freshAddress() -> String {
    let name = "test\(schemas.add(1, ordering: .relaxed).newValue)"
    tell("sql CREATE SCHEMA \(name)")
    return "postgres://scruple@/postgres?host=\(folder)&options=-csearch_path%3D\(name)"
  }

  /// Ends the server as a failure of power does.
  public func stop() { tell("stop") }
  public func start() { tell("start") }
}
