import Formats

/// The formats of list files, told by their content, never by their name.
public enum ListFormat: String, Sendable, Hashable, CaseIterable {
  /// The JSON download of the US Consolidated Screening List (trade.gov).
  case consolidatedScreeningList = "us-csl-json"
  /// One entry a line: the bundled list, and the stored versions themselves.
  case entries = "entries-ndjson"
  /// A company's own list as comma-separated values.
  case companyTable = "company-csv"

  /// Throws a diagnostic that says what the file is instead, as far as that can be told.
  static func recognise(_ bytes: [UInt8], file: String) throws(Diagnostic) -> ListFormat {
    func refuse(_ id: String, _ message: String, _ remedy: String) -> Diagnostic {
      Diagnostic(
        id, message, remedy: remedy, file: file, position: SourcePosition(line: 1, column: 1))
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first else {
      throw refuse("LST001", "the file is empty", "fetch it again")
    }
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      throw refuse("LST002", "the file is compressed", "unpack it first")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw refuse("LST002", "the file is UTF-16 text", "save it as UTF-8")
    }
    switch first {
    case UInt8(ascii: "<"):
      throw refuse(
        "LST003", "the file is a web page or XML, not a list",
        "open it to see what the server answered, and fetch the list again")
    case UInt8(ascii: "["):
      throw refuse(
        "LST004", "the file is a JSON array, which is the layout of no list that is read",
        "the Consolidated Screening List is an object with a member `results`")
    case UInt8(ascii: "{"): return recogniseJSON(bytes, from: start)
    default: return .companyTable
    }
  }

  private static func recogniseJSON(_ bytes: [UInt8], from start: Int) -> ListFormat {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end - start < 1 << 20, let record = try? JSONReader.read(Array(bytes[start..<end])),
      record["results"] == nil
    {
      return record["list"] != nil || end < bytes.count ? .entries : .consolidatedScreeningList
    }
    let head = bytes[start..<min(bytes.count, start + 4096)]
    let isLines = head.starts(with: Array("{\"id\":".utf8))
    return isLines ? .entries : .consolidatedScreeningList
  }
}
