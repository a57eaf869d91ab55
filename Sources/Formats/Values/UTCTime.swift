/// Moments as text (RFC 3339, UTC).
public enum UTCTime {
  /// `2026-11-22T18:15:13Z`, with three digits more where milliseconds are given.
  public static func text(seconds: Int, milliseconds: Int? = nil) -> String {
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = day(of: seconds)
    let second = seconds - date.dayNumber * 86_400
    return "\(date)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
      + (milliseconds.map { ".\(padded($0, 3))" } ?? "") + "Z"
  }

  /// The day in UTC, also before 1970.
  public static func day(of seconds: Int) -> CivilDate {
    CivilDate(dayNumber: (seconds - ((seconds % 86_400) + 86_400) % 86_400) / 86_400)
  }
}
