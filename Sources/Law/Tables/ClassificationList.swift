public import Facts
import Formats

/// The Commerce Control List: which entries there are, why they are controlled, and what each
/// control requires (15 CFR part 774, supplement no. 1).
public struct ClassificationList: Sendable {
  /// An entry of the list.
  public struct Entry: Sendable, Hashable {
    public let eccn: String
    public let reasons: [String]
    /// `yes`, `no` or `part` by list-based exception (15 CFR 740.3 to 740.6 and others).
    public let exceptions: [String: String]
    public let controls: [Control]
    /// Letters of its topmost paragraphs as far as the snapshot has them; empty where it has none.
    public let paragraphs: [String]

    /// Whether a declared paragraph is one of the entry; unknown where neither its paragraphs nor
    /// its controls tell. The snapshot is not whole, so that nothing here is a no.
    public func hasParagraph(_ code: ClassificationCode) -> Truth {
      guard let letter = code.paragraph.split(separator: ".").first.map(String.init) else {
        return .isTrue
      }
      // A list that begins at b has an a.
      if paragraphs.contains(letter) || letter == "a" && paragraphs.contains("b") {
        return .isTrue
      }
      let isNamed = controls.contains { control in
        switch control.part {
        case .entire, .words: false
        case .only(let paths), .except(let paths):
          paths.contains { $0.split(separator: ".").first.map(String.init) == letter }
        }
      }
      return isNamed ? .isTrue : .isUnknown
    }
  }

  /// A reason for control, the part of the entry that it applies to, and what it requires.
  public struct Control: Sendable, Hashable {
    public let reason: String
    public let part: Part
    public let requirement: Requirement
    /// The section of the EAR that the entry refers to, or empty.
    public let section: String

    /// Whether it applies to a code; unknown where the paragraph does not tell.
    public func applies(to code: ClassificationCode) -> Truth {
      switch part {
      case .entire: return .isTrue
      case .words: return .isUnknown
      case .only(let paths): return Self.isNamed(code, paths)
      case .except(let paths): return !Self.isNamed(code, paths)
      }
    }

    private static func isNamed(_ code: ClassificationCode, _ paths: [String]) -> Truth {
      if paths.contains(where: code.isWithin) { return .isTrue }
      return paths.contains(where: code.mayHold) ? .isUnknown : .isFalse
    }
  }

  public enum Part: Sendable, Hashable {
    case entire
    case only([String])
    case except([String])
    /// Told in words, which are not read.
    case words
  }

  /// What a control requires, by destination.
  public enum Requirement: Sendable, Hashable {
    /// A column of the Country Chart, such as `NS 2`.
    case chart(String)
    case everywhere(except: [String])
    /// Countries and Country Groups, without those of other groups.
    case places([String], except: [String])
    /// A provision that is not read.
    case provision
  }

  public let entries: [String: Entry]

  public subscript(eccn: String) -> Entry? { entries[eccn] }

  /// Whether a declared code is controlled for a reason, such as `CC`; unknown where the code is
  /// none, or where its paragraph or the words of the control leave it open.
  public func isControlled(_ declared: String, for reason: String) -> Truth {
    let text = declared.trimmed
    if text.uppercased() == "EAR99" { return .isFalse }
    guard let code = ClassificationCode(text), let entry = entries[code.entry] else {
      return .isUnknown
    }
    // Some entries tell their controls in words alone.
    guard !entry.controls.isEmpty else { return .isUnknown }
    let found = entry.controls.filter { $0.reason == reason }.map { control in
      control.part == .entire || entry.hasParagraph(code) == .isTrue
        ? control.applies(to: code) : .isUnknown
    }
    return found.reduce(.isFalse) { $0.or($1) }
  }

  static func read(_ folder: String) throws(Diagnostic) -> (LawTable, ClassificationList)? {
    guard
      let list = try LawTableFile(
        folder, "eccn", requiring: ["eccn", "reasons", "exceptions", "paragraphs"]),
      let controls = try LawTableFile(
        folder, "eccn-controls", requiring: ["eccn", "reason", "part", "requires", "section"])
    else { return nil }
    var byEntry: [String: [Control]] = [:]
    for row in controls.rows {
      byEntry[row["eccn"], default: []].append(
        Control(
          reason: row["reason"], part: try part(row, controls),
          requirement: try requirement(row, controls),
          section: row["section"]))
    }
    // What the snapshot lacks; without that file a paragraph is unknown, never refused.
    var more: [String: [String]] = [:]
    let added = try LawTableFile(folder, "eccn-paragraphs", requiring: ["eccn", "paragraphs"])
    for row in added?.rows ?? [] { more[row["eccn"]] = row.list("paragraphs") }
    var entries: [String: Entry] = [:]
    for row in list.rows {
      guard let code = ClassificationCode(row["eccn"]), code.paragraph.isEmpty else {
        throw list.fault(
          row, "`\(row["eccn"])` is no ECCN", remedy: "run `scruple law import` again")
      }
      var exceptions: [String: String] = [:]
      for flag in row.list("exceptions") {
        let parts = flag.split(separator: ":").map(String.init)
        if parts.count == 2 { exceptions[parts[0]] = parts[1] }
      }
      entries[code.entry] = Entry(
        eccn: code.entry, reasons: row.list("reasons"), exceptions: exceptions,
        controls: byEntry.removeValue(forKey: code.entry) ?? [],
        paragraphs: row.list("paragraphs") + (more[code.entry] ?? []))
    }
    if let stray = byEntry.keys.min() {
      throw Diagnostic(
        "LAW003", "controls are given for `\(stray)`, which is no entry of eccn.tsv",
        remedy: "run `scruple law import` again", file: controls.file)
    }
    return (list.table, ClassificationList(entries: entries))
  }

  private static func part(_ row: TextTable.Row, _ file: LawTableFile) throws(Diagnostic) -> Part {
    let text = row["part"]
    if text == "entire" { return .entire }
    if text == "part" { return .words }
    func paths(_ opening: String) -> [String] {
      text.dropFirst(opening.count).split(separator: "|").map(String.init)
    }
    if text.hasPrefix("only ") { return .only(paths("only ")) }
    if text.hasPrefix("except ") { return .except(paths("except ")) }
    throw file.fault(row, "`\(text)` says of no part", remedy: "run `scruple law import` again")
  }

  private static func requirement(
    _ row: TextTable.Row, _ file: LawTableFile
  ) throws(Diagnostic) -> Requirement {
    let text = row["requires"]
    if text == "text" { return .provision }
    let words = text.split(separator: " ").map(String.init)
    let excepted = words.firstIndex(of: "except").map { Array(words[($0 + 1)...]) } ?? []
    switch words.first {
    case "chart" where words.count == 3: return .chart(words[1] + " " + words[2])
    case "all": return .everywhere(except: excepted)
    case "places":
      return .places(Array(words.dropFirst().prefix { $0 != "except" }), except: excepted)
    default:
      throw file.fault(row, "`\(text)` is no requirement", remedy: "run `scruple law import` again")
    }
  }
}
