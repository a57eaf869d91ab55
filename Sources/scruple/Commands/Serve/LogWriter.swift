import Dispatch
import Formats
import Synchronization

/// Writes log lines to standard error from a thread of its own, so that a slow reader of the log
/// delays no answer; lines beyond a bound are counted and left out.
final class LogWriter: Sendable {
  private struct State {
    var lines: [String] = []
    var lost = 0
  }

  private static let mostLines = 20_000
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)

  init() { Threads.start { [self] in run() } }

  func write(_ json: JSON) {
    let line = json.text() + "\n"
    state.withLock { state in
      if state.lines.count < LogWriter.mostLines {
        state.lines.append(line)
      } else {
        state.lost += 1
      }
    }
    wake.signal()
  }

  func note(_ event: String, _ reasons: [String]) {
    write(
      .object([
        ("time", .string(TimeText.now)), ("event", .string(event)), ("reasons", .strings(reasons)),
      ]))
  }

  /// Writes what is left.
  func finish() { flush() }

  private func run() {
    while true {
      wake.wait()
      flush()
    }
  }

  private func flush() {
    let (lines, lost) = state.withLock { state in
      defer { state = State() }
      return (state.lines, state.lost)
    }
    guard !lines.isEmpty else { return }
    Process.write(
      lines.joined() + (lost > 0 ? "{\"event\":\"linesLost\",\"count\":\(lost)}\n" : ""),
      toErrors: true)
  }
}
