/// A date of birth of the EU's list of financial sanctions, whose parts stand in fields of their
/// own.
struct EuropeanBirth {
  var date: String?
  var year: String?
  var month: String?
  var day: String?
  var from: String?
  var to: String?
  var isCirca = false
  /// `GREGORIAN` or another; nil where it is not stated.
  var calendar: String?

  /// As `1970-04-28`, `1970-04`, `1970` or `1970 to 1975`, with `circa` before it; nil where no date
  /// can be compared with others: of a range that is open at one end, or of another calendar.
  var text: String? {
    guard isGregorian else { return nil }
    return written.map { isCirca ? "circa \($0)" : $0 }
  }

  /// What has no text, in words for the remarks.
  var remark: String? {
    if !isGregorian {
      return [written, openRange].compactMap { $0 }.first.map { "\($0) (\(calendar ?? ""))" }
    }
    return written == nil ? openRange : nil
  }

  private var isGregorian: Bool { calendar == nil || calendar?.uppercased() == "GREGORIAN" }

  private var written: String? {
    if let date { return PublishedDate.birth(date, .dayFirst) }
    if let year {
      let parts = [month, day].prefix { $0 != nil }.compactMap { $0 }
      return ([year] + parts.map { $0.utf8.count == 1 ? "0" + $0 : $0 }).joined(separator: "-")
    }
    guard let from, let to else { return nil }
    return "\(from) to \(to)"
  }

  private var openRange: String? {
    from.map { "\($0) or later" } ?? to.map { "\($0) or earlier" }
  }
}
