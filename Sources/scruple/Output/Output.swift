import Formats
import Memos
import Synchronization

/// Where the program speaks: answers on standard output, messages on standard error.
///
/// An answer that could not be written is remembered, so that a decision nobody received never
/// ends in the status of one that was given: the status is then 74 (README, "Exit codes").
enum Output {
  private static let broken = Mutex(false)

  /// Whether some of the answer could not be written.
  static var isBroken: Bool { broken.withLock { $0 } }

  static func write(_ text: String) {
    guard !isBroken, !Process.write(text) else { return }
    broken.withLock { $0 = true }
  }

  /// Text of a foreign file may stand in a message; it must not move a reader's cursor.
  static func tell(_ line: String) { Process.write(visible(line) + "\n", toErrors: true) }
  static func tell(_ lines: [String]) { lines.forEach(tell) }
}
