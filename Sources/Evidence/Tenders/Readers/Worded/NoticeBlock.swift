import Formats

/// A line or a row of a notice, with the line of the source on which it stands.
struct NoticeBlock {
  enum Content {
    case line(String)
    case row([String], table: Int)
  }

  let content: Content
  let line: Int
  /// A heading of the page.
  var isHeading = false

  fileprivate var headLines: [String]? {
    guard case .line(let text) = content else { return nil }
    return RunTogetherHead.lines(of: text)
  }
}

/// A notice as its reader sees it: title, what its head says, lines and rows.
struct NoticeDocument {
  var title: String?
  var metadata: [(name: String, content: String)] = []
  var blocks: [NoticeBlock] = []
  var faults: [Diagnostic] = []

  init(blocks: [NoticeBlock]) { self.blocks = blocks }

  /// A page or a text, told by its tags.
  init(_ text: [UInt8], file: String) {
    if HTMLText.isHTML(text) { readPage(text, file) } else { readLines(text) }
    partHeads()
  }

  private mutating func partHeads() {
    guard blocks.contains(where: { $0.headLines != nil }) else { return }
    blocks = blocks.flatMap { block in
      block.headLines.map { lines in
        lines.map { NoticeBlock(content: .line($0), line: block.line) }
      } ?? [block]
    }
  }

  private mutating func readPage(_ text: [UInt8], _ file: String) {
    let page = HTMLText(text)
    title = page.title
    metadata = page.metadata
    for block in page.blocks {
      switch block.content {
      case .line(let words): blocks.append(NoticeBlock(content: .line(words), line: block.line))
      case .heading(let words, _):
        blocks.append(NoticeBlock(content: .line(words), line: block.line, isHeading: true))
      case .row(let cells, let table, _):
        blocks.append(
          NoticeBlock(content: .row(cells.map(\.text), table: table), line: block.line))
      }
    }
    if page.isCutOff {
      faults.append(
        Diagnostic(
          "EVD090", "the page is never closed; part of it may be missing", severity: .warning,
          remedy: "fetch it again", file: file,
          position: SourcePosition(line: blocks.last?.line ?? 1, column: 1)))
    }
    if page.isTooDeep {
      faults.append(
        Diagnostic(
          "EVD091", "elements of the page are nested so deep that the rest was not read",
          remedy: "save its text and read that", file: file,
          position: SourcePosition(line: blocks.last?.line ?? 1, column: 1)))
    }
  }

  private mutating func readLines(_ text: [UInt8]) {
    var table = 0
    var wasRow = false
    let isChinese = String(decoding: text.prefix(1 << 16), as: UTF8.self).unicodeScalars
      .contains(where: NoticeText.isHan)
    for (index, bytes) in text.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let words = NoticeText.trimmed(String(decoding: bytes, as: UTF8.self))
      guard !words.isEmpty else { continue }
      if let cells = NoticeDocument.cells(of: words)
        ?? (isChinese ? nil : NoticeDocument.columns(of: words))
      {
        if !wasRow { table += 1 }
        wasRow = true
        // The rule below the head of a Markdown table.
        if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { continue }
        blocks.append(NoticeBlock(content: .row(cells, table: table), line: index + 1))
      } else {
        wasRow = false
        if append(dayPart: words) { continue }
        let plain = NoticeDocument.withoutBullet(words.drop { $0 == "#" || $0 == "*" })
        blocks.append(
          NoticeBlock(
            content: .line(NoticeText.trimmed(plain)), line: index + 1,
            isHeading: words.hasPrefix("#")))
      }
    }
  }

  /// Whether the line before ends with a colon, so that the line says what that one asks.
  func isAnswer(_ line: Int) -> Bool {
    guard let place = blocks.firstIndex(where: { $0.line == line }), place > 0,
      case .line(let before) = blocks[place - 1].content
    else { return false }
    return before.hasSuffix(":") || before.hasSuffix("：")
  }

  private static func withoutBullet(_ line: Substring) -> Substring {
    ["- ", "• ", "· "].contains { line.hasPrefix($0) } ? line.dropFirst(2) : line
  }

  /// Days that were broken into a line for each number: `2026`, `年`, `8`, `月`, `7`, `日`. False
  /// where the line goes on with nothing.
  private mutating func append(dayPart words: String) -> Bool {
    let units: Set<Character> = ["年", "月", "日", "时", "点", "分"]
    guard let last = blocks.last, !last.isHeading, case .line(let before) = last.content,
      let first = words.first, let end = before.last, before.count <= 24
    else { return false }
    let isUnit =
      end.isNumber && units.contains(first)
      && before.allSatisfy { $0.isNumber || units.contains($0) }
    let isNumber =
      units.contains(end) && words.count <= 2 && words.allSatisfy(\.isNumber)
      && before.allSatisfy { $0.isNumber || units.contains($0) } && before.first?.isNumber == true
    guard isUnit || isNumber else { return false }
    blocks[blocks.count - 1] = NoticeBlock(content: .line(before + words), line: last.line)
    return true
  }

  /// Cells that two blanks and more part, as in a table that was typed; nil for a line of text.
  private static func columns(of line: String) -> [String]? {
    guard !line.contains(":") else { return nil }
    var cells: [String] = [""]
    var blanks = 0
    for character in line {
      if character == " " {
        blanks += 1
        continue
      }
      if blanks >= 2 { cells.append("") }
      if blanks == 1 { cells[cells.count - 1] += " " }
      blanks = 0
      cells[cells.count - 1].append(character)
    }
    return cells.count >= 3 ? cells : nil
  }

  /// Cells that are parted by tabs or strokes; nil for a line of text.
  private static func cells(of line: String) -> [String]? {
    for separator in ["\t", "|", "｜"] as [Character] where line.contains(separator) {
      var parts = line.split(separator: separator, omittingEmptySubsequences: false)
        .map { NoticeText.trimmed($0) }
      if separator != "\t" {
        if parts.first == "" { parts.removeFirst() }
        if parts.last == "" { parts.removeLast() }
      }
      if parts.count >= 2 { return parts }
    }
    return nil
  }
}
