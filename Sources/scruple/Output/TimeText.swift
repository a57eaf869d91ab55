import Formats

/// The time of evaluation, which stands only in the hook's envelope (RFC 3339, UTC).
enum TimeText {
  static var now: String {
    let (seconds, nanoseconds) = Process.now
    let date = CivilDate(dayNumber: seconds / 86_400)
    let second = seconds % 86_400
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(date)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
      + ".\(padded(nanoseconds / 1_000_000, 3))Z"
  }
}
