/// Names of companies, programmes and documents that no table knows, by their form.
extension ReportScanner {
  private static let companyEndings: Set<String> = [
    "inc", "ltd", "limited", "corp", "corporation", "gmbh", "plc", "llc", "scientific",
    "technologies", "biotech", "biotechnology", "genomics", "biosystems", "biosciences",
    "instruments", "diagnostics", "holdings", "electronics", "sequencing", "forensics", "pharma",
    "laboratories", "therapeutics", "robotics",
  ]
  private static let companyCues: Set<String> = [
    "company", "firm", "maker", "supplier", "manufacturer", "vendor", "giant", "subsidiary",
    "distributor", "reseller",
  ]
  private static let documentWords: Set<String> = [
    "guidelines", "guideline", "plan", "program", "programme", "campaign", "project", "platform",
    "initiative", "directive", "regulations", "opinions", "scheme", "measures", "notice", "system",
    "database", "drive",
  ]
  private static let strictDocumentWords: Set<String> = [
    "guidelines", "regulations", "measures", "opinions", "directive",
  ]
  private static let joints: Set<String> = ["of", "and", "the", "for", "on"]

  mutating func addNames(_ sentence: inout ReportSentence) {
    if sentence.isHan {
      addHanNames(&sentence)
    } else {
      addLatinNames(&sentence)
    }
  }

  private func word(_ index: Int) -> String {
    String(
      decoding: bytes[Int(units[index].start)..<Int(units[index].end)].map {
        (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
      }, as: UTF8.self)
  }

  private mutating func addLatinNames(_ sentence: inout ReportSentence) {
    var index = 0
    while index < units.count {
      guard units[index].isCapital else {
        index += 1
        continue
      }
      let end = runEnd(from: index)
      if end - index >= 2 || isAfterCue(index) { name(index..<end, &sentence) }
      index = end
    }
  }

  /// Where a run of capitalised words ends; small joints count only between two capitals.
  private func runEnd(from start: Int) -> Int {
    var end = start + 1
    while end < units.count {
      // Names do not reach over commas, full stops or quotation marks.
      guard isPlainGap(end - 1) else { break }
      if units[end].isCapital {
        end += 1
      } else if ReportScanner.joints.contains(word(end)) {
        var next = end
        while next < units.count, ReportScanner.joints.contains(word(next)) { next += 1 }
        guard next < units.count, units[next].isCapital, next - end <= 2, isPlainGap(next - 1)
        else { break }
        end = next + 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether only blanks, a hyphen, brackets or an ampersand stand after a unit.
  private func isPlainGap(_ index: Int) -> Bool {
    guard index + 1 < units.count else { return false }
    return bytes[Int(units[index].end)..<Int(units[index + 1].start)].allSatisfy {
      $0 == 0x20 || $0 == 0x2D || $0 == 0x26 || $0 == 0x5B || $0 == 0x5D || $0 == 0x2F
    }
  }

  /// `the US company Kestrel`, `a Dutch-based company, Kestrel, …`
  private func isAfterCue(_ index: Int) -> Bool {
    index > 0 && ReportScanner.companyCues.contains(word(index - 1))
  }

  private mutating func name(_ range: Range<Int>, _ sentence: inout ReportSentence) {
    var range = range
    // A sentence begins with a capital that belongs to no name.
    if range.lowerBound == 0, range.count > 2, ReportScanner.starters.contains(word(0)) {
      range = 1..<range.upperBound
    }
    let last = word(range.upperBound - 1)
    let isCompany =
      ReportScanner.companyEndings.contains(last) && range.count >= 2
      || isAfterCue(range.lowerBound) && !isKnownElse(range)
    let text = String(
      decoding: bytes[
        Int(units[range.lowerBound].start)..<Int(units[range.upperBound - 1].end)],
      as: UTF8.self)
    if isCompany || scanned.companyNames.contains(text) {
      if !isMarked(.company, range) {
        scanned.companyNames.insert(text)
        mark(.company, nameIndex(text), range)
        sentence.concepts.insert(ids.company)
      }
      return
    }
    let words = (range.lowerBound..<range.upperBound).map(word)
    guard range.count >= 3, words.contains(where: ReportScanner.documentWords.contains) else {
      return
    }
    // Every word of a headline has a capital.
    if sentence.isHeading, !words.contains(where: ReportScanner.strictDocumentWords.contains) {
      return
    }
    mark(.document, nameIndex(text), range)
    if words.contains(where: ReportScanner.strictDocumentWords.contains) || words.contains("plan") {
      sentence.concepts.insert(ids.document)
    }
  }

  private static let starters: Set<String> = [
    "the", "in", "on", "at", "for", "according", "while", "although", "since", "when", "after",
    "this", "these", "that", "a", "an", "but", "as",
  ]

  /// Whether the words name a place or publisher.
  private func isKnownElse(_ range: Range<Int>) -> Bool {
    isMarked(.place, range) || isMarked(.publisher, range)
  }

  private func isMarked(_ kind: ReportMark.Kind, _ range: Range<Int>) -> Bool {
    for mark in scanned.marks.reversed() {
      guard mark.range.lowerBound >= units[0].start else { return false }
      if mark.kind == kind,
        Int(mark.units.lowerBound) < range.upperBound, Int(mark.units.upperBound) > range.lowerBound
      {
        return true
      }
    }
    return false
  }

  // MARK: Chinese

  /// 《…》 is a document; a run that ends in 公司 is a company.
  private mutating func addHanNames(_ sentence: inout ReportSentence) {
    let text = bytes[Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)]
    var index = text.startIndex
    while let open = index < text.endIndex ? find([0xE3, 0x80, 0x8A], from: index, in: text) : nil {
      guard let close = find([0xE3, 0x80, 0x8B], from: open, in: text), close - open < 300 else {
        break
      }
      markBytes(.document, (open + 3)..<close, &sentence)
      sentence.concepts.insert(ids.document)
      index = close + 3
    }
    let company: [UInt32] = [Unicode.Scalar("公").value, Unicode.Scalar("司").value]
    for place in units.indices.dropLast()
    where han(place) == company[0] && han(place + 1) == company[1] {
      var start = place
      while start > 0, place - start < 18, let before = han(start - 1),
        !ReportScanner.boundaries.contains(before), units[start - 1].end == units[start].start
      {
        start -= 1
      }
      guard place - start >= 3, !isMarked(.company, start..<place + 2) else { continue }
      let name = String(
        decoding: bytes[Int(units[start].start)..<Int(units[place + 1].end)], as: UTF8.self)
      mark(.company, nameIndex(name), start..<place + 2)
      sentence.concepts.insert(ids.company)
    }
  }

  /// Characters that stand before a name and not in it: 的由向从和与是被给对为在至到及将
  private static let boundaries = Set("的由向从和与是被给对为在至到及将该国家这".unicodeScalars.map(\.value))

  private func find(_ sign: [UInt8], from start: Int, in text: ArraySlice<UInt8>) -> Int? {
    var index = start
    while index + 3 <= text.endIndex {
      if text[index] == sign[0], text[index + 1] == sign[1], text[index + 2] == sign[2] {
        return index
      }
      index += 1
    }
    return nil
  }

  private mutating func markBytes(
    _ kind: ReportMark.Kind, _ range: Range<Int>, _ sentence: inout ReportSentence
  ) {
    let inside = units.indices.filter {
      Int(units[$0].start) >= range.lowerBound && Int(units[$0].end) <= range.upperBound
    }
    guard let first = inside.first, let last = inside.last else { return }
    let text = String(decoding: bytes[range], as: UTF8.self)
    mark(kind, nameIndex(text), first..<last + 1)
  }
}
