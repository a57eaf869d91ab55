internal import Formats

/// What the first lines of a report say of who publishes it: fields, byline, dateline of a wire.
struct ReportHead {
  let text: ReportText

  /// How many parts of the text are looked at.
  private static let reach = 16

  private var parts: [Range<Int>] {
    text.segments.prefix(ReportHead.reach).map(\.range).filter { $0.count < 400 }
  }

  /// `来源：高原调查网`, `publisher: Steppe Desk`
  var statedPublisher: String? {
    for part in parts {
      for label in ReportHead.publisherLabels {
        guard let start = end(of: label, in: part) else { continue }
        let name = value(text.string(start..<part.upperBound))
        guard OutletNames.isProper(name),
          OutletNames.isOutlet(name) || OutletNames.isHanOutlet(name) || label[0] < 0x80
        else { continue }
        return name
      }
    }
    return nil
  }

  /// `发布时间：2024-06-18 10:22`
  var statedDay: String? {
    for part in parts {
      for label in ReportHead.dayLabels {
        guard let start = end(of: label, in: part) else { continue }
        let day = text.string(start..<min(part.upperBound, start + 12))
        let digits = String(day.drop { $0 == " " }.prefix(10))
        if CivilDate(digits) != nil { return digits }
      }
    }
    return nil
  }

  /// `By Jon Ek, Gazette of Lund`: who stands behind the author, where the name is a publisher's.
  var byline: String? {
    for part in parts where text.bytes[part].starts(with: "By ".utf8) {
      let parts = text.string(part).dropFirst(3).split { ",|·\n".contains($0) }.prefix(4)
      for part in parts.reversed() {
        let name = ReportHead.withoutLead(part.trimmed)
        if OutletNames.isOutlet(name), OutletNames.isProper(name) { return name }
      }
    }
    return nil
  }

  /// `BERN, Switzerland, May 7 (Savanna Wire) -`: in brackets, between place and dash.
  var wire: String? {
    for segment in text.segments.prefix(ReportHead.reach)
    where text.bytes[segment.range].prefix(160).contains(0x28) {
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
  private static let publisherLabels = [
    "publisher:", "来源：", "来源:", "發布機構：", "发布机构：",
  ].map { Array($0.utf8) }
  private static let dayLabels = [
    "发布时间：", "发布时间:", "发布日期：", "发布日期:", "發布日期：", "日期：",
  ].map { Array($0.utf8) }

  /// What stands there up to a wider gap or the next label.
  private func value(_ rest: String) -> String {
    var value = ""
    for character in rest.drop(while: { $0 == " " }) {
      let isHan = value.unicodeScalars.last.map { HanFolding.isHan($0.value) } ?? false
      if character == "\u{3000}" || character == "|" || character == " " && isHan { break }
      value.append(character)
    }
    return value[...].trimmed
  }

  /// Where a label ends that stands in a part of the text.
  private func end(of label: [UInt8], in part: Range<Int>) -> Int? {
    guard part.count > label.count else { return nil }
    return (part.lowerBound...(part.upperBound - label.count)).first { start in
      text.bytes[start] == label[0]
        && text.bytes[start..<(start + label.count)].elementsEqual(label)
    }.map { $0 + label.count }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop { $0 == " " || $0 == "\"" }
    return String(start.reversed().drop { $0 == " " || $0 == "\"" }.reversed())
  }
}
