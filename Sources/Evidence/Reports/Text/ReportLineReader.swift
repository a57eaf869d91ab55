internal import Formats

/// Takes a decoded text apart into lines, or a page into blocks.
enum ReportLineReader {
  static func lines(of text: [UInt8], format: ReportFormat) -> [ReportLine] {
    var lines: [ReportLine] = []
    var start = 0
    var number = 1
    var isBlankBefore = true
    var isInFence = false
    func take(_ end: Int) {
      var slice = text[start..<end]
      while let first = slice.first, first <= 0x20 { slice.removeFirst() }
      while let last = slice.last, last <= 0x20 { slice.removeLast() }
      if slice.isEmpty {
        isBlankBefore = true
        return
      }
      var line = ReportLine(bytes: slice, place: number, followsDirectly: !isBlankBefore)
      isBlankBefore = false
      if format == .markdown { isInFence = markdown(&line, isInFence) }
      unmark(&line)
      if line.bytes.isEmpty { isBlankBefore = true } else { lines.append(line) }
    }
    for index in text.indices where text[index] == 0x0A {
      take(index)
      start = index + 1
      number += 1
    }
    take(text.count)
    return lines
  }

  static func blocks(of page: HTMLText, furniture: FurnitureWords) -> [ReportLine] {
    var lines: [ReportLine] = []
    // A box that a word for links heads leads elsewhere; other boxes tell something.
    var links: Set<HTMLText.Place> = [.comments]
    var heads: Set<HTMLText.Place> = [.body]
    for (index, block) in page.blocks.enumerated() {
      var words: String
      var isHeading = false
      switch block.content {
      case .line(let text): words = text
      case .heading(let text, _):
        words = text
        isHeading = true
      case .row(let cells, _, _):
        // A table of two equal columns is a revision beside its forerunner.
        var parts: [String] = []
        for (number, cell) in cells.enumerated() where !parts.contains(cell.text) {
          // What a comparison of versions marks as taken out the page no longer says.
          if number > 0, takesOut(cells[number - 1].text), cells.contains(where: { $0.text == "+" })
          {
            continue
          }
          parts.append(cell.text)
        }
        words = parts.joined(separator: " ")
      }
      var line = ReportLine(
        bytes: ArraySlice(words.utf8), place: index + 1, followsDirectly: false)
      line.isHeading = isHeading
      if heads.insert(block.place).inserted,
        furniture.beginsSection(line.bytes) || furniture.isFurniture(line.bytes)
      {
        links.insert(block.place)
      }
      line.isBeside = links.contains(block.place)
      lines.append(line)
    }
    return lines
  }

  /// The sign of a taken-out line: − or -.
  private static func takesOut(_ sign: String) -> Bool { sign == "\u{2212}" || sign == "-" }

  /// Headings, quotations and fences of Markdown; answers whether a fence is open.
  private static func markdown(_ line: inout ReportLine, _ isInFence: Bool) -> Bool {
    if line.bytes.starts(with: Array("```".utf8)) {
      line.bytes = []
      return !isInFence
    }
    if isInFence { return true }
    if line.bytes.first == UInt8(ascii: "#") {
      line.isHeading = true
      line.bytes = line.bytes.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }
    }
    while line.bytes.first == UInt8(ascii: ">") {
      line.bytes = line.bytes.dropFirst().drop { $0 == 0x20 }
    }
    if line.bytes.contains(UInt8(ascii: "[")) { line.bytes = withoutTargets(line.bytes)[...] }
    return false
  }

  /// `[words](address)` becomes `words`.
  private static func withoutTargets(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "]"), index + 1 < bytes.endIndex,
        bytes[index + 1] == UInt8(ascii: "("),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ")"))
      {
        index = end + 1
      } else {
        if bytes[index] != UInt8(ascii: "[") { result.append(bytes[index]) }
        index += 1
      }
    }
    return result
  }

  /// Takes bullets off.
  private static func unmark(_ line: inout ReportLine) {
    guard let first = line.bytes.first, line.bytes.count > 2 else { return }
    let second = line.bytes[line.bytes.startIndex + 1]
    if first == 0x2D || first == 0x2A || first == 0x2B, second == 0x20 {
      line.isItem = true
      line.bytes = line.bytes.dropFirst(2).drop { $0 == 0x20 }
    } else if line.bytes.starts(with: [0xE2, 0x80, 0xA2]) {
      line.isItem = true
      line.bytes = line.bytes.dropFirst(3).drop { $0 == 0x20 }
    }
  }
}
