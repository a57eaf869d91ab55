/// Reads one line of the "License Requirements" table of an entry: a reason for control, the part
/// of the entry that it applies to, and what it requires.
///
/// Only what has one meaning is read; anything else is `part` or `text`, which a worksheet takes
/// for unknown and never for "does not apply".
struct ControlReading {
  /// `NS`, `RS`, ...
  let reason: String
  /// As in the column `part` of `eccn-controls.tsv`.
  let part: String
  /// As in the column `requires`.
  let requires: String
  /// The section that the line refers to, such as `742.6(a)(7)`; empty where it names none.
  let section: String

  static let reasons = [
    "AT", "CB", "CC", "CW", "EI", "FC", "MT", "NP", "NS", "RS", "SI", "SL", "SS", "UN",
  ]

  /// Nil where the line names no reason for control.
  init?(_ eccn: String, control: String, chart: String) {
    let words = control.split(separator: " ").map(String.init)
    if let first = words.first, Self.reasons.contains(first) {
      reason = first
    } else if control.hasPrefix("Russian industry sector sanction") {
      reason = "RU"
    } else {
      return nil
    }
    part = Self.part(of: control, eccn)
    requires = Self.requirement(chart.isEmpty || chart == "N/A." ? control : chart, reason)
    section = Self.section(in: chart) ?? Self.section(in: control) ?? ""
  }

  // MARK: - Part of the entry

  static func part(of control: String, _ eccn: String) -> String {
    guard let marker = ["applies to ", "apply to ", "applies "].first(where: control.contains),
      let start = control.firstRange(of: marker)?.upperBound
    else { return "part" }
    var text = String(control[start...]).replacing("the entire", with: "entire")
    while let last = text.last, last == "." || last == "," || last == " " { text.removeLast() }
    if text == "entire entry" { return "entire" }
    for opening in ["entire entry except ", "entire entry, except "] where text.hasPrefix(opening) {
      return paragraphs(String(text.dropFirst(opening.count)), eccn).map { "except " + $0 }
        ?? "part"
    }
    for opening in ["items controlled by ", "paragraphs ", "paragraph "]
    where text.hasPrefix(opening) {
      text = String(text.dropFirst(opening.count))
    }
    if let end = text.firstRange(of: " of this entry"), text[end.upperBound...].isEmpty {
      text = String(text[..<end.lowerBound])
    }
    return paragraphs(text, eccn).map { "only " + $0 } ?? "part"
  }

  /// `0A501.a and .x` as `.a|.x`; nil where anything else stands in the text.
  private static func paragraphs(_ text: String, _ eccn: String) -> String? {
    var result: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      if word == "and" || word == "or" || word == "only" { continue }
      var path = word.hasPrefix(eccn) ? word.dropFirst(eccn.count) : word
      if !path.hasPrefix("."), path.count <= 12, path.contains(".") { path = "." + path }
      guard isPath(path) else { return nil }
      result.append(String(path))
    }
    return result.isEmpty ? nil : result.joined(separator: "|")
  }

  /// `.b`, `.d.4`, `.z.1.a`.
  static func isPath(_ text: Substring) -> Bool {
    guard text.hasPrefix("."), text.utf8.count >= 2 else { return false }
    return text.dropFirst().split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      let isLetter = $0.utf8.count == 1 && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      let isNumber =
        (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isLetter || isNumber
    }
  }

  // MARK: - What it requires

  static func requirement(_ chart: String, _ reason: String) -> String {
    let text = chart.replacing("licensing requirements", with: "license requirements")
    if let column = column(in: text, reason) { return column }
    if text.contains("ALL destinations, except Canada") { return "all except CA" }
    if text.hasPrefix("Worldwide control") || text.contains("any destination worldwide")
      || text.hasPrefix("A license is required for all destinations")
    {
      return "all"
    }
    if text.hasPrefix("China, Russia, or Venezuela") || text.hasPrefix("China, Russia or Venezuela")
    {
      return "places CN RU VE"
    }
    if text.contains("Macau or a destination specified in Country Group D:5") {
      return "places MO D:5"
    }
    if text.contains(
      "United Arab Emirates or destinations specified in Country Groups D:1, D:4, and D:5"),
      text.contains("excluding any destination also specified in Country Groups A:5 or A:6")
    {
      return "places AE D:1 D:4 D:5 except A:5 A:6"
    }
    guard text.contains("license is required"), !text.contains("paragraph"),
      !text.contains("other than")
    else { return "text" }
    if text.contains("to North Korea for anti-terrorism") { return "places KP" }
    if text.contains("to Iraq or Pakistan or transfer") { return "places IQ PK" }
    if text.contains("reexport to Iraq or transfer")
      || text.contains("reexport to Iraq and transfer")
    {
      return "places IQ"
    }
    if text.contains("reexport to Pakistan or transfer") { return "places PK" }
    return "text"
  }

  /// `NS Column 2.` as `chart NS 2`; nil where the text says more than one column.
  private static func column(in text: String, _ reason: String) -> String? {
    let words = text.split { $0 == " " || $0 == "." || $0 == "," }.map(String.init)
    guard let place = words.firstIndex(of: "Column"),
      words[(place + 1)...].first.map({ $0.count }) == 1,
      !words[(place + 1)...].contains("Column")
    else { return nil }
    let named = place > 0 ? words[place - 1] : reason
    guard reasons.contains(named), place <= 1 || words.contains("See") || words.contains("entry")
    else { return nil }
    return "chart \(named) \(words[place + 1])"
  }

  /// The first section number after a section sign.
  static func section(in text: String) -> String? {
    guard let sign = text.firstIndex(of: "§") else { return nil }
    let rest = text[text.index(after: sign)...].drop { $0 == "§" || $0 == " " || $0 == "\u{A0}" }
    let number = rest.prefix {
      $0.isNumber || $0 == "." || $0 == "(" || $0 == ")" || ($0.isASCII && $0.isLetter)
    }
    let text = number.last == "." ? number.dropLast() : number
    return text.isEmpty ? nil : String(text)
  }
}
