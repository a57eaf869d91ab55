import Formats

/// How far a long command has come, told on a terminal only.
struct Progress {
  /// Whether messages are shown on a terminal.
  private let isShown =
    FileReader.linkTarget(of: "/proc/self/fd/2").map {
      $0.hasPrefix("/dev/pts/") || $0.hasPrefix("/dev/tty") || $0 == "/dev/console"
    } ?? false

  func tell(_ words: String) {
    guard isShown else { return }
    // Back to the first column, and nothing left of what stood there.
    Process.write("\r\u{1B}[K\(words)", toErrors: true)
  }

  func end() {
    guard isShown else { return }
    Process.write("\r\u{1B}[K", toErrors: true)
  }
}
