import Formats

/// The time of evaluation, which stands only in the hook's envelope (RFC 3339, UTC).
enum TimeText {
  static var now: String {
    let (seconds, nanoseconds) = Process.now
    return UTCTime.text(seconds: seconds, milliseconds: nanoseconds / 1_000_000)
  }
}
