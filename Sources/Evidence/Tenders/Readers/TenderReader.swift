public import Formats

/// Reads procurement notices of every known form, which it tells by content and never by name.
public struct TenderReader: Sendable {
  let knowledge: TenderKnowledge

  public init(_ knowledge: TenderKnowledge) { self.knowledge = knowledge }

  /// A page or text of more bytes is no notice.
  public static let longestNotice = 1 << 25
  /// Packages and tables may be as long as this.
  public static let longestFile = 1 << 30

  /// Endings of files in which notices are looked for.
  public static let endings = [
    ".ndjson", ".jsonl", ".json", ".xml", ".html", ".htm", ".txt", ".csv", ".tsv", ".md",
  ]

  /// Reads a file; throws where the system cannot give it.
  public func read(path: String) throws(FileReader.Failure) -> TenderReading {
    if let lines = try TenderLines(path: path, self) { return try lines.read() }
    return read(try FileReader.bytes(of: path, limit: TenderReader.longestFile), file: path)
  }

  /// Reads the bytes of a file.
  public func read(_ bytes: [UInt8], file: String) -> TenderReading {
    var reading = TenderReading(file: file)
    if let binary = TenderReader.binary(bytes) {
      reading.faults.add(
        Diagnostic(
          "EVD040", "the file is \(binary) and no text",
          remedy: "save its text, or the page itself, and read that", file: file))
      return reading
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      reading.faults.add(
        Diagnostic("EVD041", "the file is empty", remedy: "fetch it again", file: file))
      return reading
    }
    if isXML(bytes) {
      reading.format = .eForms
      EFormsFileReader(knowledge: knowledge, file: file).read(bytes, into: &reading)
      return reading
    }
    let decoding = TextDecoding(bytes)
    reading.faults.add(contentsOf: decoding.diagnostics(file: file))
    guard !isGarbage(decoding.text) else {
      reading.faults.add(
        Diagnostic(
          "EVD042", "most of the file is no text", remedy: "save it as text anew", file: file))
      return reading
    }
    readText(decoding.text, into: &reading)
    return reading
  }

  private func readText(_ text: [UInt8], into reading: inout TenderReading) {
    let first = text.first { $0 > 0x20 }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), readJSON(text, into: &reading) {
      return
    }
    if let table = NoticeTable(text, knowledge: knowledge, file: reading.file) {
      reading.format = .table
      table.read(into: &reading)
      return
    }
    guard text.count <= TenderReader.longestNotice else {
      reading.faults.add(
        Diagnostic(
          "EVD043",
          "the text has \(text.count) bytes where a notice has at most \(TenderReader.longestNotice)",
          remedy: "part it into single notices, or give a table or one notice a line",
          file: reading.file))
      return
    }
    WordedNoticeReader(knowledge: knowledge, file: reading.file).read(text, into: &reading)
  }

  /// False where the text is no JSON of a known form, and is to be read as text.
  private func readJSON(_ text: [UInt8], into reading: inout TenderReading) -> Bool {
    let lineEnd = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    let firstLine = Array(text[..<lineEnd])
    let rest = text[min(lineEnd + 1, text.count)...]
    let isLines =
      JSONReader.isValue(firstLine)
      && (rest.first { $0 > 0x20 } == UInt8(ascii: "{") || !rest.contains { $0 > 0x20 })
    if isLines {
      let lines = TenderLines(file: reading.file, reader: self)
      reading = lines.read(text, faults: reading.faults)
      return true
    }
    let head = String(decoding: text.prefix(1 << 14), as: UTF8.self)
    if head.contains("\"ocid\"") || head.contains("\"releases\"") || head.contains("\"records\"") {
      reading.format = .openContracting
      ReleaseFileReader(knowledge: knowledge, file: reading.file)
        .read(package: text, into: &reading)
      return true
    }
    do throws(JSONFailure) {
      let json = try JSONReader.read(text)
      TenderLines(file: reading.file, reader: self).take(json, line: 1, into: &reading)
    } catch {
      reading.faults.add(
        Diagnostic(
          "EVD061", "the file is not JSON: \(error.message)", remedy: "correct it",
          file: reading.file, position: error.position))
    }
    return true
  }

  private func isXML(_ bytes: [UInt8]) -> Bool {
    guard let root = try? XMLReader.root(of: bytes) else {
      let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
      return EFormsFileReader.roots.contains { head.contains("<" + $0) }
    }
    return EFormsFileReader.roots.contains(root.name)
  }

  /// What kind of file it is where its first bytes say that it is no text.
  private static func binary(_ bytes: [UInt8]) -> String? {
    let kinds: [(head: [UInt8], name: String)] = [
      (Array("%PDF".utf8), "a PDF"), ([0xFF, 0xD8, 0xFF], "an image (JPEG)"),
      ([0x89, 0x50, 0x4E, 0x47], "an image (PNG)"), (Array("GIF8".utf8), "an image (GIF)"),
      ([0x50, 0x4B, 0x03, 0x04], "an archive or office document (ZIP)"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an office document"), ([0x1F, 0x8B], "compressed (gzip)"),
      ([0x49, 0x49, 0x2A, 0x00], "an image (TIFF)"), ([0x4D, 0x4D, 0x00, 0x2A], "an image (TIFF)"),
      (Array("Rar!".utf8), "an archive (RAR)"), ([0x37, 0x7A, 0xBC, 0xAF], "an archive (7z)"),
    ]
    return kinds.first { bytes.starts(with: $0.head) }?.name
  }

  /// More than a tenth of the first characters are controls or could not be read.
  private func isGarbage(_ text: [UInt8]) -> Bool {
    var bad = 0
    var all = 0
    for scalar in String(decoding: text.prefix(1 << 16), as: UTF8.self).unicodeScalars {
      all += 1
      let value = scalar.value
      if value == 0xFFFD || value < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(value)
        || (0xE000...0xF8FF).contains(value)
      {
        bad += 1
      }
    }
    return bad * 10 > all
  }
}

extension JSONReader {
  /// Whether bytes are one whole value.
  static func isValue(_ bytes: [UInt8]) -> Bool {
    do throws(JSONFailure) {
      _ = try JSONReader.read(bytes)
      return true
    } catch {
      return false
    }
  }
}
