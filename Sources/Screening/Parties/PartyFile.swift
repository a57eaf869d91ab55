public import Formats

/// The parties of a file, each with its line, and what of the file could not be read.
///
/// NDJSON with the members of `PartyFields.members`, or comma-separated values with a header of
/// the same names, in which several values of a cell are parted by `|`. A row that cannot be read
/// stands in its place with its problems, so that none is lost.
public struct PartyFile: Sendable {
  public struct Row: Sendable {
    /// The line on which it begins, counted from one.
    public let line: Int
    public let content: Content
  }

  public enum Content: Sendable {
    case party(ScreenedParty)
    /// Why it is not screened; never empty.
    case unreadable([Diagnostic])
  }

  /// In the order of the file.
  public private(set) var rows: [Row] = []
  /// Members or columns that nobody reads, and ids that stand twice: warnings, each told once.
  public private(set) var notices: [Diagnostic] = []
  /// Why the file as a whole, or its rest, could not be read.
  public private(set) var faults: [Diagnostic] = []

  private let file: String
  private let countries: Set<String>
  private var unknownMembers: Set<String> = []
  private var ids: [String: Int] = [:]

  public var unreadable: Int {
    rows.count { if case .unreadable = $0.content { true } else { false } }
  }

  /// Reads a whole file. `countries` are the ISO codes that exist.
  public init(_ bytes: [UInt8], file: String, countries: Set<String>) {
    self.file = file
    self.countries = countries
    let first = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    switch first {
    case nil: fault("PTY001", "the file holds no party", "write one party a line")
    case UInt8(ascii: "{"): readLines(bytes)
    case UInt8(ascii: "["):
      fault("PTY001", "the file is a list", "write one object a line, without the brackets")
    default: readTable(bytes)
    }
  }

  private mutating func fault(_ id: String, _ message: String, _ remedy: String) {
    faults.append(
      Diagnostic(
        id, message, remedy: remedy, file: file, position: SourcePosition(line: 1, column: 1)))
  }

  // MARK: - NDJSON

  private mutating func readLines(_ bytes: [UInt8]) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let place = SourcePosition(line: index + 1, column: 1)
      guard line.count <= PartyFields.longestRow else {
        refuse(tooLong, at: place)
        continue
      }
      do throws(JSONFailure) {
        add(try JSONReader.read(Array(line)), at: place)
      } catch {
        refuse(
          "the line is not JSON: \(error.message)",
          at: SourcePosition(line: index + 1, column: error.position.column))
      }
    }
  }

  private var tooLong: String { "the row is longer than \(PartyFields.longestRow) bytes" }

  private mutating func refuse(_ message: String, at place: SourcePosition) {
    rows.append(
      Row(
        line: place.line,
        content: .unreadable([
          Diagnostic(
            "PTY002", "the party is not screened: " + message, remedy: "correct the row",
            file: file, position: place)
        ])))
  }

  private mutating func add(_ json: JSON, at place: SourcePosition) {
    guard let members = json.members else {
      refuse("the line is \(json.kindName)", at: place)
      return
    }
    var fields = PartyFields(countries: countries)
    for member in members {
      if member.value.isNull { continue }
      guard let texts = member.value.strings else {
        fields.report("`\(member.key)` is \(member.value.kindName), not a text or a list of texts")
        continue
      }
      if !fields.take(member.key, texts) { noticeUnknown(member.key, "member", at: place) }
    }
    add(fields, at: place)
  }

  // MARK: - CSV

  private mutating func readTable(_ bytes: [UInt8]) {
    let table = CSVReader(bytes, file: file)
    let header = SourcePosition(line: 1, column: 1)
    let known = table.columns.filter { PartyFields.member($0) != nil }
    guard known.contains(where: { PartyFields.naming.contains(PartyFields.member($0) ?? "") })
    else {
      faults += table.columns.isEmpty ? table.faults : []
      let isSemicolons = table.columns.count == 1 && table.columns[0].contains(";")
      fault(
        "PTY001",
        isSemicolons
          ? "the cells are separated by `;`"
          : "the file holds no parties that are read: no column `name`, `addresses` or "
            + "`identifiers`",
        isSemicolons
          ? "separate them by commas"
          : "the header names " + PartyFields.members.joined(separator: ", "))
      return
    }
    for column in table.columns where PartyFields.member(column) == nil && column != "note" {
      noticeUnknown(column, "column", at: header)
    }
    for row in table.rows {
      let place = SourcePosition(line: row.line, column: 1)
      guard row.cells.reduce(0, { $0 + $1.utf8.count }) <= PartyFields.longestRow else {
        refuse(tooLong, at: place)
        continue
      }
      var fields = PartyFields(countries: countries)
      for column in known {
        // A name may hold a bar; only the plural says that there are several.
        let parts =
          ["name", "id", "kind", "address"].contains(column)
          ? [row[column]]
          : row[column].split(separator: "|").map(String.init)
        _ = fields.take(column, parts)
      }
      add(fields, at: place)
    }
    for fault in table.faults {
      // Of a record of the wrong length the next ones can be read; after others none is.
      if fault.id == "FMT012" {
        let line = fault.position?.line ?? 1
        let row = Row(line: line, content: .unreadable([fault]))
        rows.insert(row, at: rows.firstIndex { $0.line > line } ?? rows.endIndex)
      } else {
        faults.append(fault)
      }
    }
  }

  // MARK: - Both

  private mutating func add(_ fields: PartyFields, at place: SourcePosition) {
    switch fields.party {
    case .success(let party):
      if let id = party.id {
        if let earlier = ids[id] {
          notices.append(
            Diagnostic(
              "PTY004", "the id `\(id)` stands on line \(earlier) too", severity: .warning,
              remedy: "both are screened; give each party its own", file: file, position: place))
        } else {
          ids[id] = place.line
        }
      }
      rows.append(Row(line: place.line, content: .party(party)))
    case .failure(let problems): refuse(problems.text, at: place)
    }
  }

  private mutating func noticeUnknown(_ key: String, _ what: String, at place: SourcePosition) {
    // A file of many keys says enough with the first.
    guard key != "note", unknownMembers.count < 32, unknownMembers.insert(key).inserted else {
      return
    }
    let nearest = nearestWord(to: String(key.prefix(64)), among: PartyFields.members)
    notices.append(
      Diagnostic(
        "PTY003", "the \(what) `\(key)` is not read", severity: .warning,
        remedy: nearest.map { "did you mean `\($0)`?" }
          ?? "known are " + PartyFields.members.joined(separator: ", "),
        file: file, position: place))
  }
}
