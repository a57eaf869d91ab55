import Formats

/// What the two UK lists have in common.
enum UKSchema {
  static func schema(_ kind: String) -> EntrySchema? {
    switch kind.lowercased() {
    case "individual": .person
    case "entity": .organisation
    case "ship": .vessel
    default: nil
    }
  }

  /// A date of birth, which has letters or zeros where day or month is not known: `dd/mm/1957` is
  /// the year alone.
  static func birth(_ text: String) -> String {
    if let day = StatedDay.dayFirst(text) { return day.description }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, Int(parts[2]) != nil else { return text }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return String(parts[2]) }
    return "\(parts[2])-\(month < 10 ? "0" : "")\(month)"
  }
}
