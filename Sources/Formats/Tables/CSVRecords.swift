/// Walks through separated values record by record, after RFC 4180, without a table of the whole.
///
///     var records = CSVRecords(bytes, dialect: .strict)
///     reading: while true {
///       switch records.next() {
///       case .record(let record): use(record)
///       case .unreadable(let fault): count(fault)
///       case .broken(let fault): throw fault
///       case .end: break reading
///       }
///     }
///
/// Cells in quotation marks may hold separators, line breaks and doubled quotation marks; lines
/// without any text are passed over. The bytes have to be valid UTF-8, which is not checked here.
/// Linear in the bytes; a record costs memory only where its cells are asked for.
public struct CSVRecords: Sendable {
  /// How the values are written.
  public struct Dialect: Sendable {
    public var separator: UInt8
    /// Whether a quotation mark inside a cell that does not begin with one is text, and whether
    /// white space may follow a closing one; publishers write both.
    public var isLenient: Bool

    public init(separator: UInt8, isLenient: Bool) {
      self.separator = separator
      self.isLenient = isLenient
    }

    /// RFC 4180 to the letter.
    public static let strict = Dialect(separator: UInt8(ascii: ","), isLenient: false)
  }

  /// What the next bytes hold.
  public enum Step: Sendable {
    case record(CSVRecord)
    /// One record that cannot be read; the next step begins on the line after it.
    case unreadable(Diagnostic)
    /// The rest cannot be told apart, because a quotation mark is never closed.
    case broken(Diagnostic)
    case end
  }

  /// A record with more bytes is a fault: no list has one, and a forgotten quotation mark does.
  public static let longestRecord = 1 << 20

  let bytes: [UInt8]
  /// Behind the last byte that is neither white space nor the end mark; sought once, because it is
  /// asked for at many records of a damaged file.
  private let textEnd: Int
  let dialect: Dialect
  let file: String?
  var index: Int
  var cells: [CSVRecord.Cell] = []
  /// The 0x1A of old systems stood at the end.
  public private(set) var sawEndMark = false
  /// The last record ended with the bytes, not with a line break.
  public private(set) var endedWithoutBreak = false

  /// How many lines the last record that could not be read took up: a quotation mark that is not
  /// closed where it should be swallows the records on the lines behind it.
  public private(set) var unreadableLines = 0

  // Where counting of lines has come to; offsets only grow, so no byte is counted twice.
  private var countedOffset = 0
  private var countedLine = 1
  private var lineStart = 0

  /// A byte order mark is skipped; `file` is named in faults.
  public init(_ bytes: [UInt8], dialect: Dialect, file: String? = nil) {
    self.bytes = bytes
    self.dialect = dialect
    self.file = file
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = index
    let blank: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x1A]
    textEnd = (bytes.lastIndex { !blank.contains($0) } ?? -1) + 1
  }

  /// Whether nothing but white space and the end mark is left.
  public var isAtEnd: Bool { index >= textEnd }

  public mutating func next() -> Step {
    while index < bytes.count {
      if bytes[index] == 0x1A, isAtEnd {
        sawEndMark = true
        index = bytes.count
        return .end
      }
      let start = index
      let line = line(of: start)
      cells.removeAll(keepingCapacity: true)
      if let fault = readRecord() { return counted(fault, from: start) }
      if cells.count == 1, cells[0].range.isEmpty { continue }
      guard index - start <= CSVRecords.longestRecord else {
        let long = fault(
          "FMT018",
          "the record has \(index - start) bytes where \(CSVRecords.longestRecord) are the most",
          at: start, "look for a quotation mark that is not closed where it should be")
        return counted(.unreadable(long), from: start)
      }
      return .record(CSVRecord(line: line, offset: start, cells: cells, bytes: bytes))
    }
    return .end
  }

  private mutating func counted(_ fault: Step, from start: Int) -> Step {
    let breaks = bytes[start..<index].dropLast().count { $0 == UInt8(ascii: "\n") }
    unreadableLines = breaks + 1
    return fault
  }

  /// The line on which a byte stands; offsets must not go back.
  private mutating func line(of offset: Int) -> Int {
    while countedOffset < offset {
      if bytes[countedOffset] == UInt8(ascii: "\n") {
        countedLine += 1
        lineStart = countedOffset + 1
      }
      countedOffset += 1
    }
    return countedLine
  }

  /// Goes on behind the line break, or says that none stands here.
  mutating func skipLineBreak() -> Bool {
    if bytes[index] == UInt8(ascii: "\n") {
      index += 1
      return true
    }
    guard bytes[index] == UInt8(ascii: "\r"), index + 1 == bytes.count || bytes[index + 1] == 0x0A
    else { return false }
    endedWithoutBreak = index + 1 == bytes.count
    index = min(index + 2, bytes.count)
    return true
  }

  mutating func endWithoutBreak() { endedWithoutBreak = true }

  /// A fault of one record; reading goes on behind the line on which it stands.
  mutating func unreadable(
    _ id: String, _ message: String, at offset: Int, _ remedy: String
  ) -> Step {
    let diagnostic = fault(id, message, at: offset, remedy)
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    index = min(index + 1, bytes.count)
    return .unreadable(diagnostic)
  }

  mutating func fault(
    _ id: String, _ message: String, at offset: Int, _ remedy: String
  ) -> Diagnostic {
    // Counting from the first byte at each fault would take time as the square of the faults.
    guard offset >= countedOffset else {
      let position = SourcePosition(of: offset, in: bytes)
      return Diagnostic(id, message, remedy: remedy, file: file, position: position)
    }
    let line = line(of: offset)
    let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return Diagnostic(
      id, message, remedy: remedy, file: file,
      position: SourcePosition(line: line, column: column))
  }
}
