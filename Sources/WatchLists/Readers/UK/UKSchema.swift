import Formats

/// How the UK's lists write kinds, names and days, whichever of their layouts it is.
enum UKSchema {
  static func schema(_ kind: String) -> EntrySchema? {
    switch kind.lowercased() {
    case "individual": .person
    case "entity": .organisation
    case "ship", "vessel": .vessel
    default: nil
    }
  }

  /// `Primary Name` of the present list, `Primary name` of OFSI's.
  static func isPrimary(_ kind: String?) -> Bool { kind?.lowercased() == "primary name" }

  /// `Low quality a.k.a` of the present list, `Low quality` of OFSI's.
  static func isWeak(_ quality: String?) -> Bool { quality?.lowercased().hasPrefix("low") == true }

  /// `25/01/2001`, `25-Jan-2001` or `2001-01-25`, and whatever time follows.
  static func day(_ text: String) -> CivilDate? {
    StatedDay.leading(text)
      ?? PublishedDate.date(String(text.prefix { !" T".contains($0) }), .dayFirst)
  }

  /// A date of birth, which has letters or zeros where day or month is not known: `dd/mm/1957` is
  /// the year alone.
  static func birth(_ text: String) -> String {
    if let day = day(text) { return day.description }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, Int(parts[2]) != nil else { return text }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return String(parts[2]) }
    return "\(parts[2])-\(month < 10 ? "0" : "")\(month)"
  }
}
