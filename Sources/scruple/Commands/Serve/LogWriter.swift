import Dispatch
import Formats
import Synchronization

/// Writes log lines to standard error from a thread of its own, many at once, so that neither a slow
/// reader of the log nor its lines delay answers; lines beyond a bound are counted and left out.
final class LogWriter: Sendable {
  private struct State {
    var lines: [JSON] = []
    var lost = 0
  }

  private static let mostLines = 20_000
  /// Milliseconds in which lines come together.
  private static let rest: UInt32 = 20
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)

  init() { Threads.start { [self] in run() } }

  func write(_ json: JSON) {
    let isFirst = state.withLock { state in
      guard state.lines.count < LogWriter.mostLines else {
        state.lost += 1
        return false
      }
      state.lines.append(json)
      return state.lines.count == 1
    }
    if isFirst { wake.signal() }
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
      Threads.pause(milliseconds: LogWriter.rest)
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
      lines.map { $0.text() + "\n" }.joined()
        + (lost > 0 ? "{\"event\":\"linesLost\",\"count\":\(lost)}\n" : ""),
      toErrors: true)
  }
}
