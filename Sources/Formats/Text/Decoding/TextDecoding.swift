/// Bytes of an encoding that nobody stated, as UTF-8, with every place that could not be read.
///
/// UTF-8, UTF-16, GB 18030, Big5 and Windows-1252 are told apart by their bytes; lines of one file
/// may differ, as in pages that were put together. What is none of them becomes U+FFFD and is
/// told with its place; nothing is left out.
public struct TextDecoding: Sendable {
  public enum Encoding: String, Sendable, Hashable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "BIG5"
    case windows1252 = "WINDOWS-1252"
  }

  /// Lines that are in another encoding than most.
  public struct Exception: Sendable, Hashable {
    public let encoding: Encoding
    public let lines: ClosedRange<Int>
  }

  /// Valid UTF-8 without a byte order mark.
  public private(set) var text: [UInt8]
  public let encoding: Encoding
  public private(set) var exceptions: [Exception] = []
  /// Lines, counted from one, in which bytes could not be read; no more than the first hundred.
  public private(set) var unreadableLines: [Int] = []
  /// How many sequences could not be read.
  public private(set) var unreadable = 0

  public init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]), firstInvalidUTF8(in: bytes) == nil {
      text = Array(bytes[3...])
      encoding = .utf8
      return
    }
    if let wide = TextEncodingGuess.wideEncoding(of: bytes) {
      encoding = wide
      text = []
      let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      append(bytes[(hasMark ? 2 : 0)...], in: wide, line: 1)
      return
    }
    if firstInvalidUTF8(in: bytes) == nil {
      text = bytes
      encoding = .utf8
      return
    }
    let guess = TextEncodingGuess(bytes)
    encoding = guess.main
    text = []
    text.reserveCapacity(bytes.count)
    readLines(bytes, guess)
  }

  /// Warnings to tell with the file: other encodings, and what could not be read.
  public func diagnostics(file: String) -> [Diagnostic] {
    var told = exceptions.prefix(20).map { exception in
      Diagnostic(
        "FMT040",
        "lines \(exception.lines.lowerBound) to \(exception.lines.upperBound) are in "
          + "\(exception.encoding.rawValue), the others in \(encoding.rawValue)",
        severity: .warning, remedy: "save the file in one encoding", file: file,
        position: SourcePosition(line: exception.lines.lowerBound, column: 1))
    }
    if unreadable > 0 {
      let lines = unreadableLines.prefix(12).map(String.init).joined(separator: ", ")
      told.append(
        Diagnostic(
          "FMT041",
          "\(unreadable) sequences of bytes are no text in \(encoding.rawValue); lines \(lines)"
            + (unreadableLines.count > 12 ? " and others" : ""),
          severity: .warning, remedy: "fetch the file again, or save it as UTF-8", file: file,
          position: SourcePosition(line: unreadableLines.first ?? 1, column: 1)))
    }
    return told
  }

  private mutating func readLines(_ bytes: [UInt8], _ guess: TextEncodingGuess) {
    var line = 1
    var start = 0
    // Neighbouring lines of one encoding are converted together.
    var runStart = 0
    var runLine = 1
    var runEncoding: Encoding?
    func lineEnd(from start: Int) -> Int {
      bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
    while start < bytes.count {
      let end = lineEnd(from: start)
      let own = guess.encoding(of: bytes[start..<end])
      if let own, let run = runEncoding, own != run {
        append(bytes[runStart..<start], in: run, line: runLine)
        note(run, runLine...max(runLine, line - 1))
        runStart = start
        runLine = line
        runEncoding = own
      } else if runEncoding == nil {
        runEncoding = own
      }
      start = end
      line += 1
    }
    let last = runEncoding ?? encoding
    append(bytes[runStart...], in: last, line: runLine)
    note(last, runLine...max(runLine, line - 1))
  }

  private mutating func note(_ used: Encoding, _ lines: ClosedRange<Int>) {
    if used != encoding { exceptions.append(Exception(encoding: used, lines: lines)) }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, in used: Encoding, line: Int) {
    guard !bytes.isEmpty else { return }
    if used == .utf8, firstInvalidUTF8(in: Array(bytes)) == nil {
      text.append(contentsOf: bytes)
      return
    }
    guard let conversion = TextConversion(from: used.rawValue) else {
      // A system without the encoding reads nothing of it, and says so.
      unreadable += bytes.count
      unreadableLines.append(line)
      text.append(contentsOf: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") })
      return
    }
    let converted = conversion.convert(bytes)
    text.append(contentsOf: converted.text)
    unreadable += converted.faults.count
    var counted = bytes.startIndex
    var current = line
    for fault in converted.faults where unreadableLines.count < 100 {
      while counted < fault {
        if bytes[counted] == UInt8(ascii: "\n") { current += 1 }
        counted += 1
      }
      if unreadableLines.last != current { unreadableLines.append(current) }
    }
  }
}
