import Formats

/// Turns a snapshot of the Commerce Control List into `eccn.tsv` and `eccn-controls.tsv`.
struct ClassificationImport {
  struct Entry {
    let eccn: String
    var reasons: [String]
    var exceptions: [String]
    var paragraphs: [String]
  }

  private(set) var entries: [Entry] = []
  private(set) var controls: [(eccn: String, control: ControlReading)] = []
  private(set) var notes: [String] = []

  /// `everywhere` are entries for which a licence is required whatever the chart shows.
  init(_ ccl: JSON, everywhere: [String], file: String) throws(Diagnostic) {
    guard let list = ccl["entries"]?.array, !list.isEmpty else {
      throw Diagnostic(
        "LAW001", "the file holds no `entries`", remedy: "give the snapshot of part 774", file: file
      )
    }
    for entry in list {
      guard let code = entry["eccn"]?.string, ClassificationCode(code) != nil else {
        throw Diagnostic(
          "LAW001", "an entry has no ECCN: `\(entry["eccn"]?.string ?? "")`",
          remedy: "correct the snapshot",
          file: file)
      }
      read(entry, code)
    }
    for code in everywhere where entries.contains(where: { $0.eccn == code }) {
      let isStated = controls.contains { $0.eccn == code && $0.control.requires == "all" }
      guard !isStated,
        let control = ControlReading(
          code,
          control:
            "\(entries.first { $0.eccn == code }?.reasons.first ?? "SL") applies to entire entry",
          chart: "A license is required for all destinations (see § 738.3(a)(1))")
      else { continue }
      controls.append((code, control))
    }
    controls.sort { $0.eccn < $1.eccn }
    entries.sort { $0.eccn < $1.eccn }
    let silent = entries.filter { entry in !controls.contains { $0.eccn == entry.eccn } }.map(
      \.eccn)
    notes.append(
      "dropped: headings, item paragraphs, related controls and STA conditions; codes, reasons and "
        + "columns are kept")
    notes.append(
      "\(controls.count { $0.control.part == "part" }) controls apply to a part that is told in words "
        + "(kept as `part`: unknown)")
    notes.append(
      "\(controls.count { $0.control.requires == "text" }) controls refer to a provision that is not read "
        + "(kept as `text`: unknown)")
    notes.append(
      "\(silent.count) entries state no control in the table: \(silent.joined(separator: ", "))")
  }

  private mutating func read(_ entry: JSON, _ code: String) {
    let heading = entry["heading"]?.string ?? ""
    var owner = code
    // The entry that follows was read into this one's heading; what stands in the table is its own.
    if heading.contains("License Requirements Reason for Control:"),
      let inner = Self.lastCode(in: heading), inner != code
    {
      notes.append(
        "\(inner) stood in the heading of \(code); both were read, \(code) from that heading")
      append(code, reasons: Self.reasons(inHeading: heading), flags: [], paragraphs: [])
      for (control, chart) in Self.controls(inHeading: heading) { add(code, control, chart) }
      owner = inner
    }
    append(
      owner, reasons: Self.reasons(entry["reasonForControl"]?.string ?? ""),
      flags: (entry["licenceExceptionFlags"]?.members ?? []).map {
        ($0.key, $0.value.string ?? "")
      },
      paragraphs: (entry["topLevelParagraphs"]?.members ?? []).map(\.key))
    for row in entry["countryChart"]?.array ?? [] {
      add(owner, row["control"]?.string ?? "", row["countryChart"]?.string ?? "")
    }
  }

  private mutating func append(
    _ code: String, reasons: [String], flags: [(String, String)], paragraphs: [String]
  ) {
    entries.append(
      Entry(
        eccn: code, reasons: reasons,
        exceptions: flags.map { flag in flag.0 + ":" + Self.availability(flag.1) },
        paragraphs: paragraphs.filter { ControlReading.isPath("." + $0) }.sorted()))
  }

  private mutating func add(_ code: String, _ control: String, _ chart: String) {
    // Two lines that ran into one are parted again.
    for reason in ControlReading.reasons {
      if let second = control.firstRange(of: "entry \(reason) applies"),
        let column = chart.firstRange(of: " \(reason) Column")
      {
        let middle = control.index(second.lowerBound, offsetBy: "entry".count)
        add(code, String(control[..<middle]), String(chart[..<column.lowerBound]))
        add(
          code, String(control[middle...]).trimmed, String(chart[column.lowerBound...]).trimmed)
        return
      }
    }
    if let reading = ControlReading(code, control: control, chart: chart) {
      controls.append((code, reading))
    } else {
      notes.append(
        "\(code): a line of its controls names no reason and is dropped: \(control.prefix(60))")
    }
  }

  // MARK: - Words

  static func reasons(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == " " || $0 == ";" || $0 == "." }.map(String.init).filter {
      ControlReading.reasons.contains($0)
    }
  }

  /// `no`, `yes` or an amount such as `$1500` where the entry says nothing else; `part` for
  /// everything between.
  private static func availability(_ text: String) -> String {
    let plain = text.hasSuffix(".") ? String(text.dropLast()) : text
    if plain == "N/A" { return "no" }
    let amount = plain.replacing(",", with: "")
    if amount.hasPrefix("$"), let dollars = Int(amount.dropFirst()), dollars > 0 { return amount }
    return plain == "Yes" ? "yes" : "part"
  }

  private static func lastCode(in heading: String) -> String? {
    heading.split(separator: " ").last { ClassificationCode(String($0))?.paragraph == "" }.map(
      String.init)
  }

  private static func reasons(inHeading heading: String) -> [String] {
    guard let start = heading.firstRange(of: "Reason for Control:"),
      let end = heading[start.upperBound...].firstRange(of: "Control(s)")
    else { return [] }
    return reasons(String(heading[start.upperBound..<end.lowerBound]))
  }

  private static func controls(inHeading heading: String) -> [(String, String)] {
    let words = heading.split(separator: " ").map(String.init)
    var result: [(String, String)] = []
    for (index, word) in words.enumerated() where ControlReading.reasons.contains(word) {
      guard words[(index + 1)...].prefix(4).elementsEqual(["applies", "to", "entire", "entry"]),
        words[(index + 5)...].prefix(2).elementsEqual([word, "Column"]), index + 7 < words.count
      else { continue }
      result.append(("\(word) applies to entire entry", "\(word) Column \(words[index + 7])"))
    }
    return result
  }
}

extension String {
  var trimmed: String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
