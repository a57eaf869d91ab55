internal import Formats

/// What the first lines of a report say of who publishes it: fields, byline, dateline of a wire.
struct ReportHead {
  let text: ReportText
  let scanned: ScannedReport

  /// How many parts of the text are looked at.
  private static let reach = 16

  private var lines: [String] {
    text.segments.prefix(ReportHead.reach).filter { $0.range.count < 400 }
      .map { text.string($0.range) }
  }

  /// `来源：高原调查网`, `publisher: Steppe Desk`
  var statedPublisher: String? {
    for line in lines {
      for label in ReportHead.publisherLabels {
        guard let value = value(of: label, in: line), OutletNames.isProper(value),
          OutletNames.isOutlet(value) || OutletNames.isHanOutlet(value)
            || label.hasPrefix("publisher")
        else { continue }
        return value
      }
    }
    return nil
  }

  /// `发布时间：2024-06-18 10:22`
  var statedDay: String? {
    for line in lines {
      for label in ReportHead.dayLabels {
        guard let start = line.range(of: label) else { continue }
        let day = String(line[start.upperBound...].drop { $0 == " " }.prefix(10))
        if CivilDate(day) != nil { return day }
      }
    }
    return nil
  }

  /// `By Jon Ek, Gazette of Lund`: who stands behind the author, where the name is a publisher's.
  var byline: String? {
    for line in lines where line.hasPrefix("By ") {
      let parts = line.dropFirst(3).split { ",|·\n".contains($0) }.prefix(4)
      for part in parts.reversed() {
        let name = ReportHead.withoutLead(part.trimmed)
        if OutletNames.isOutlet(name), OutletNames.isProper(name) { return name }
      }
    }
    return nil
  }

  /// `BERN, Switzerland, May 7 (Savanna Wire) -`: in brackets, between place and dash.
  var wire: String? {
    for segment in text.segments.prefix(ReportHead.reach) {
      let head = text.string(segment.range.prefix(160))
      guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")"),
        head[..<open].utf8.count < 80, head[..<open].first?.isUppercase == true,
        let next = head[head.index(after: close)...].first(where: { $0 != " " }),
        "-–—".contains(next)
      else { continue }
      let name = head[head.index(after: open)..<close].trimmed
      if OutletNames.isOutlet(name), OutletNames.isProper(name) { return name }
    }
    return nil
  }

  /// A name without `By the` or `From` before it.
  static func withoutLead(_ name: String) -> String {
    var words = name.split(separator: " ")
    while let first = words.first, leads.contains(first.lowercased()), words.count > 2 {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  private static let leads: Set<String> = ["by", "from", "the"]
  private static let publisherLabels = ["publisher:", "来源：", "来源:", "發布機構：", "发布机构："]
  private static let dayLabels = [
    "发布时间：", "发布时间:", "发布日期：", "发布日期:", "發布日期：", "日期：",
  ]

  /// What stands behind a label up to a wider gap or the next label.
  private func value(of label: String, in line: String) -> String? {
    guard let start = line.range(of: label) else { return nil }
    var value = ""
    for character in line[start.upperBound...].drop(while: { $0 == " " }) {
      let isHan = value.unicodeScalars.last.map { HanFolding.isHan($0.value) } ?? false
      if character == "\u{3000}" || character == "|" || character == " " && isHan { break }
      value.append(character)
    }
    return value.isEmpty ? nil : value[...].trimmed
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop { $0 == " " || $0 == "\"" }
    return String(start.reversed().drop { $0 == " " || $0 == "\"" }.reversed())
  }
}

extension String {
  /// Where other text stands first.
  fileprivate func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) {
        return start..<index(start, offsetBy: other.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
