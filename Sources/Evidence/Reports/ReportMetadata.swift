internal import Formats

/// What a report says of itself: who published it, when, under which title.
///
/// Read from the page's own statements, its addresses, masthead and dateline; what is not stated
/// stays nil, and the user may set it.
public struct ReportMetadata: Sendable, Hashable {
  public var publisher: String?
  /// The id in `publishers.tsv`, where the publisher is known.
  public var publisherCode: String?
  public var title: String?
  public var url: String?
  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  public var published: String?
  public var language: String

  public init(
    publisher: String? = nil, publisherCode: String? = nil, title: String? = nil,
    url: String? = nil, published: String? = nil, language: String = "en"
  ) {
    self.publisher = publisher
    self.publisherCode = publisherCode
    self.title = title
    self.url = url
    self.published = published
    self.language = language
  }

  init(
    text: ReportText, page: HTMLText?, scanned: ScannedReport, vocabulary: ReportVocabulary,
    plain: [UInt8]
  ) {
    language =
      scanned.sentences.count { $0.isHan } * 2 > scanned.sentences.count ? "zh" : "en"
    let stated = page?.metadata ?? []
    func meta(_ names: String...) -> String? {
      stated.first { names.contains($0.name) && !$0.content.isEmpty }?.content
    }
    title =
      meta("og:title", "articletitle", "dc.title") ?? page?.title
      ?? ReportMetadata.heading(of: text)
    let head = ReportHead(text: text)
    url = meta("og:url") ?? ReportMetadata.ownAddress(in: plain)
    if let url { setPublisher(byAddress: url, vocabulary) }
    if publisher == nil, let name = meta("og:site_name", "publisher", "contentsource") {
      publisher = name
      let lower = name.lowercased()
      publisherCode = vocabulary.publishers.first { $0.name.lowercased() == lower }?.id
    }
    if publisher == nil, let name = head.statedPublisher { setPublisher(named: name, vocabulary) }
    if publisher == nil { setPublisher(byMasthead: text, scanned, vocabulary) }
    if publisher == nil { setPublisher(byDateline: text, scanned) }
    if publisher == nil, let name = head.byline ?? head.wire {
      setPublisher(named: name, vocabulary)
    }
    published =
      meta("article:published_time", "pubdate", "publishdate", "date", "dc.date")
      .flatMap(ReportMetadata.day) ?? url.flatMap(ReportMetadata.dayInAddress)
      ?? ReportMetadata.dateline(of: text, scanned) ?? head.statedDay
  }

  private mutating func setPublisher(named name: String, _ vocabulary: ReportVocabulary) {
    let key = OutletNames.key(name)
    let known = vocabulary.publishers.first { OutletNames.key($0.name) == key }
    publisher = known?.name ?? name
    publisherCode = known?.id
  }

  private mutating func setPublisher(byAddress url: String, _ vocabulary: ReportVocabulary) {
    let host = ReportMetadata.host(of: url)
    guard
      let found = vocabulary.publishers.first(where: { publisher in
        publisher.domains.contains { host == $0 || host.hasSuffix("." + $0) }
      })
    else { return }
    publisher = found.name
    publisherCode = found.id
  }

  static func host(of url: String) -> String {
    let rest = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return rest.lowercased()
  }

  /// A short line near the start that names a publisher: the masthead or the dateline.
  private mutating func setPublisher(
    byMasthead text: ReportText, _ scanned: ScannedReport, _ vocabulary: ReportVocabulary
  ) {
    for sentence in scanned.sentences.prefix(12) {
      let words = text.bytes[Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)]
      let count = words.split(separator: 0x20).count
      let isMenu = words.starts(with: Array("Home ".utf8))
      let marks = scanned.marks(of: sentence)
      guard count <= 6 && !sentence.isHan || isMenu || sentence.isHan && words.count <= 60,
        let mark = marks.first(where: { $0.kind == .publisher }),
        isMenu || !ReportMetadata.speaksOfMore(than: mark, marks)
      else { continue }
      publisher = vocabulary.publishers[Int(mark.value)].name
      publisherCode = vocabulary.publishers[Int(mark.value)].id
      return
    }
  }

  /// `Harbour Post, 3 May 2026`: a name of a publisher and a day, and nothing else in the line.
  private mutating func setPublisher(byDateline text: ReportText, _ scanned: ScannedReport) {
    for sentence in scanned.sentences.prefix(8) where sentence.range.count < 90 {
      guard let date = scanned.marks(of: sentence).first(where: { $0.kind == .date }),
        scanned.dates[Int(date.value)].day != nil,
        date.range.lowerBound > sentence.range.lowerBound + 3
      else { continue }
      // A title may stand in the line before.
      let line = text.stretch(around: Int(date.range.lowerBound))
      let start = max(Int(sentence.range.lowerBound), line.lowerBound)
      guard start + 3 < Int(date.range.lowerBound) else { continue }
      let name = ReportHead.withoutLead(
        text.string(start..<Int(date.range.lowerBound))
          .split { ",|·-–—\n ".contains($0) }.joined(separator: " "))
      let tail = text.bytes[Int(date.range.upperBound)..<Int(sentence.range.upperBound)]
      guard !tail.contains(where: { (0x61...0x7A).contains($0 | 0x20) }),
        OutletNames.isOutlet(name), OutletNames.isProper(name)
      else { continue }
      publisher = name
      return
    }
  }

  /// Whether a line tells something of a publisher, as headlines do.
  private static func speaksOfMore(
    than publisher: ReportMark, _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    marks.contains { mark in
      switch mark.kind {
      case .place, .concept, .product, .programme, .function:
        !mark.units.overlaps(publisher.units)
      case .publisher, .quantity, .date, .age, .company, .document: false
      }
    }
  }

  /// The first heading of some length; a list of the page's parts is none.
  private static func heading(of text: ReportText) -> String? {
    for segment in text.segments.prefix(20) where segment.kind == .heading {
      let words = text.string(segment.range)
      let isChinese = text.bytes[segment.range.lowerBound] >= 0xE3
      let count = words.split(separator: " ").count
      guard isChinese ? segment.range.count >= 18 : count >= 4, segment.range.count <= 240,
        !words.hasPrefix("Home "), !words.hasPrefix("By "), !words.contains("://"),
        !words.contains("\u{A9}")
      else { continue }
      return words
    }
    return nil
  }

  /// The address that the text calls its own, else the first that stands in it.
  private static func ownAddress(in plain: [UInt8]) -> String? {
    var first: String?
    var index = 0
    let scheme = Array("http".utf8)
    let text = plain.span
    // Of a longer text only the beginning and the end are looked at.
    let long = 1 << 20
    while index + 12 < plain.count, index < long || index > plain.count - 4096 {
      guard text[index] == scheme[0], plain[index...].starts(with: scheme) else {
        // Where the fourth byte from here is none of the four, none of them begins in between.
        let ahead = text[index + 3]
        let isFar = ahead != 0x68 && ahead != 0x74 && ahead != 0x70
        let next = index + (isFar ? 4 : 1)
        index = index < long ? min(next, long) : next
        if index == long, plain.count > long + 4096 { index = plain.count - 4096 }
        continue
      }
      let end =
        plain[index...].firstIndex { $0 <= 0x20 || $0 == 0x3E || $0 == 0x22 || $0 == 0x29 }
        ?? plain.count
      let address = String(decoding: plain[index..<min(end, index + 500)], as: UTF8.self)
      let before = String(decoding: plain[max(0, index - 40)..<index], as: UTF8.self).lowercased()
      if before.contains("source url") || before.contains("original source")
        || before.contains("原文链接") || before.contains("本文链接")
      {
        return address
      }
      if first == nil { first = address }
      index = end
    }
    // An address somewhere in the text may be that of another page.
    return nil
  }

  private static func day(_ text: String) -> String? {
    let day = String(text.prefix(10))
    return CivilDate(day) == nil ? nil : day
  }

  /// `/2017/12/13/` and `/2017/dec/13/`
  private static func dayInAddress(_ url: String) -> String? {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let parts = url.split(separator: "/").map(String.init)
    guard parts.count > 2 else { return nil }
    for index in 0..<(parts.count - 2) {
      guard let year = Int(parts[index]), (1990...2100).contains(year),
        let month = Int(parts[index + 1])
          ?? months.firstIndex(of: parts[index + 1].lowercased()).map({ $0 + 1 }),
        let day = Int(parts[index + 2]), let date = CivilDate(year: year, month: month, day: day)
      else { continue }
      return date.description
    }
    return nil
  }

  /// Whether a date is that of a line of its own, or stands before a text as in `BERN, July 20, 2020 -`.
  ///
  /// A date that a paragraph tells is that of what it tells.
  private static func isOfLine(
    _ date: ReportMark, _ sentence: ReportSentence, _ text: ReportText
  ) -> Bool {
    let segment = text.segments[Int(sentence.segment)].range
    let line = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
    let words = text.bytes[line].split(separator: 0x20).count
    // A stop stands in the sentence or right behind it.
    let close = text.bytes[max(line.lowerBound, line.upperBound - 3)...].prefix(4)
    let isStop = close.contains(0x2E) || close.starts(with: [0xE3, 0x80, 0x82])
    if line.count < 120, !isStop || words <= 6 { return true }
    guard Int(date.range.lowerBound) - segment.lowerBound < 60 else { return false }
    var rest = text.bytes[Int(date.range.upperBound)..<segment.upperBound].prefix(60)
    // `BERN, 5 Sept. 2022 (NWS) -`
    if rest.starts(with: [0x20, 0x28]), let close = rest.firstIndex(of: 0x29) {
      rest = rest[close...]
    }
    guard let first = rest.drop(while: { $0 == 0x20 || $0 == 0x29 }).first else { return false }
    return first == 0x2D || first == 0xE2
  }

  private static let speech = ["称", "说", "表示", "指出", "报道", "稱", "說", "報道"].map { Array($0.utf8) }

  /// The first full date in a short line near the start.
  private static func dateline(of text: ReportText, _ scanned: ScannedReport) -> String? {
    for sentence in scanned.sentences.prefix(30) {
      for mark in scanned.marks(of: sentence) where mark.kind == .date {
        guard isOfLine(mark, sentence, text) else { continue }
        // 人权观察5月2日称: the day on which somebody spoke.
        let behind = text.bytes[Int(mark.range.upperBound)...].prefix(6)
        if ReportMetadata.speech.contains(where: { behind.starts(with: $0) }) { continue }
        let date = scanned.dates[Int(mark.value)]
        if date.day != nil, date.year > 0, date.first != nil { return date.text }
      }
    }
    return nil
  }
}
