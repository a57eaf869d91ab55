/// Names of companies, programmes and documents that no table knows, by their form.
extension ReportScanner {
  mutating func addNames(_ sentence: inout ReportSentence) {
    if sentence.isHan {
      addHanNames(&sentence)
    } else {
      addLatinNames(&sentence)
    }
  }

  private func uses(_ index: Int) -> FormWords.Uses {
    vocabulary.forms[units[index].symbols.exact].uses
  }

  private mutating func addLatinNames(_ sentence: inout ReportSentence) {
    var index = 0
    while index < units.count {
      guard units[index].isCapital else {
        index += 1
        continue
      }
      let end = runEnd(from: index)
      if end - index >= 2 || isAfterCue(index) {
        name(index..<end, &sentence)
      } else if !scanned.shortNames.isEmpty {
        shortName(index, &sentence)
      }
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
      } else if uses(end).contains(.joint) {
        var next = end
        while next < units.count, uses(next).contains(.joint) { next += 1 }
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
    index > 0 && uses(index - 1).contains(.companyCue)
  }

  private mutating func name(_ range: Range<Int>, _ sentence: inout ReportSentence) {
    var range = range
    // A sentence begins with a capital that belongs to no name.
    if range.lowerBound == 0, range.count > 2, uses(0).contains(.starter) {
      range = 1..<range.upperBound
    }
    range = withoutSeat(range)
    let isCompany =
      uses(range.upperBound - 1).contains(.companyEnding) && range.count >= 2
      || isAfterCue(range.lowerBound) && !isKnownElse(range)
    let letters = Int(units[range.lowerBound].start)..<Int(units[range.upperBound - 1].end)
    let hash =
      isCompany || !scanned.companyNames.isEmpty ? WordTable.hash(bytes[letters]) : 0
    if isCompany || scanned.companyNames.contains(hash) {
      if !isMarked(.company, range) {
        scanned.companyNames.insert(hash)
        let name = nameIndex(String(decoding: bytes[letters], as: UTF8.self))
        mark(.company, name, range)
        sentence.concepts.insert(ids.company)
        addShortName(range, name)
      }
      return
    }
    if !scanned.shortNames.isEmpty {
      for place in range where shortName(place, &sentence) { return }
    }
    guard range.count >= 3 else { return }
    var words: FormWords.Uses = []
    for place in range { words.formUnion(uses(place)) }
    // Every word of a headline has a capital.
    guard words.contains(.document), !sentence.isHeading || words.contains(.strictDocument) else {
      return
    }
    mark(.document, nameIndex(String(decoding: bytes[letters], as: UTF8.self)), range)
    if words.contains(.namesDocument) {
      sentence.concepts.insert(ids.document)
    }
  }

  /// `Kestrel Genomics plc` of `Kestrel Genomics plc of Canada`.
  private func withoutSeat(_ range: Range<Int>) -> Range<Int> {
    var place = range.lowerBound + 1
    while place + 2 < range.upperBound, !uses(place).contains(.joint) {
      if uses(place).contains(.companyEnding), uses(place + 1).contains(.joint),
        isMarked(.place, place + 2..<range.upperBound)
      {
        return range.lowerBound..<place + 1
      }
      place += 1
    }
    return range
  }

  /// `Kestrel` of `Kestrel Genomics plc`, by which the text goes on.
  private mutating func addShortName(_ range: Range<Int>, _ name: Int) {
    let first = units[range.lowerBound]
    guard range.count > 1, first.isCapital, first.end - first.start > 3,
      !isMarked(.place, range.lowerBound..<range.lowerBound + 1),
      !uses(range.lowerBound).contains(.plainName)
    else { return }
    let hash = WordTable.hash(bytes[Int(first.start)..<Int(first.end)])
    if scanned.shortNames[hash] == nil { scanned.shortNames[hash] = Int32(name) }
  }

  @discardableResult private mutating func shortName(
    _ index: Int, _ sentence: inout ReportSentence
  ) -> Bool {
    let unit = units[index]
    guard unit.isCapital, unit.end - unit.start > 3,
      let name = scanned.shortNames[WordTable.hash(bytes[Int(unit.start)..<Int(unit.end)])],
      !isMarked(.company, index..<index + 1)
    else { return false }
    mark(.company, Int(name), index..<index + 1)
    sentence.concepts.insert(ids.company)
    return true
  }

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
    let range = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
    var index = range.lowerBound
    while let open = find(0x8A, from: index, in: range) {
      guard let close = find(0x8B, from: open, in: range), close - open < 300 else { break }
      // 《纽约时报》 is who tells it.
      if !OutletNames.isHanOutlet(String(decoding: bytes[(open + 3)..<close], as: UTF8.self)) {
        markBytes(.document, (open + 3)..<close, &sentence)
        sentence.concepts.insert(ids.document)
      }
      index = close + 3
    }
    let company = WordTable.han | Unicode.Scalar("公").value
    for place in units.indices.dropLast()
    where units[place].symbols.exact == company && han(place + 1) == Unicode.Scalar("司").value {
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

  /// Where the next of the signs 《 and 》 stands, by its last byte.
  private func find(_ last: UInt8, from start: Int, in range: Range<Int>) -> Int? {
    var index = start
    while index + 3 <= range.upperBound {
      if bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == last { return index }
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
