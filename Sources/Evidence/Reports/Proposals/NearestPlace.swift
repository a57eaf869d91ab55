/// Which of the places that a sentence names is that of a claim.
///
/// The words of the claim belong to one clause, and a place of that clause goes before nearer ones
/// of others. A place that is only compared with, that stands in an aside or before the name of a
/// firm is none of it.
struct NearestPlace {
  let text: ReportText
  let anchor: ReportMark
  let sentence: ReportSentence

  /// The places that count, in their order, and the nearest of them.
  func choose(
    _ found: ArraySlice<PlaceResolution.Named>, police: @autoclosure () -> [Int32]
  ) -> (nearest: PlaceResolution.Named, counted: ArraySlice<PlaceResolution.Named>)? {
    guard found.count > 1 else {
      return found.first.flatMap { isOfFirm($0.mark) ? nil : ($0, found) }
    }
    let home = clauses
    let police = police()
    var counted = found.filter { place in
      home.contains(place.mark.clause) || !isAside(place.mark)
    }
    let bodies = counted.filter { !isOfFirm($0.mark) }
    if !bodies.isEmpty { counted = bodies }
    if counted.isEmpty { counted = Array(found) }
    let nearest = counted.min { rank($0.mark, home, police) < rank($1.mark, home, police) }
    return nearest.map { ($0, counted[...]) }
  }

  private func rank(
    _ mark: ReportMark, _ home: ClosedRange<Int32>, _ police: [Int32]
  ) -> (Int, Int32) {
    let gap = abs(mark.units.lowerBound - anchor.units.lowerBound)
    guard home.contains(mark.clause) else {
      return (mark.units.lowerBound < anchor.units.lowerBound ? 2 : 3, gap)
    }
    return (isBeside(mark, police) ? 0 : 1, gap)
  }

  /// `Kashgar police`, `police in Kashgar`, 喀什地区公安局; `police` are the units where such words
  /// begin and end.
  private func isBeside(_ mark: ReportMark, _ police: [Int32]) -> Bool {
    police.contains(mark.units.upperBound)
      || !sentence.isHan
        && (police.contains(-mark.units.lowerBound) || police.contains(-mark.units.lowerBound + 1))
  }

  /// The clause of the anchor, and where that says more of a place, the clause before: `in Hotan,
  /// where police`.
  private var clauses: ClosedRange<Int32> {
    let goesOn = begins(bounds(around: anchor).lowerBound, with: NearestPlace.relatives)
    return (anchor.clause - (goesOn ? 1 : 0))...anchor.clause
  }

  /// Compared with or said beside: `unlike police in Gansu`, 与甘肃不同, `who were trained in Beijing`.
  private func isAside(_ mark: ReportMark) -> Bool {
    let bounds = bounds(around: mark)
    if begins(bounds.lowerBound, with: NearestPlace.asides) { return true }
    return sentence.isHan
      && NearestPlace.hanAsides.contains { text.contains($0, in: bounds) }
  }

  /// `Urumqi-based`, `a Shenzhen firm`, `American biotech companies`.
  private func isOfFirm(_ mark: ReportMark) -> Bool {
    var place = Int(mark.range.upperBound)
    // `U.S.-based`: the last stop is no part of the name.
    if place < text.bytes.count, text.bytes[place] == 0x2E { place += 1 }
    if begins(place, with: NearestPlace.firms) { return true }
    for _ in 0..<2 {
      guard begins(place, with: NearestPlace.trades), place < text.bytes.count else { return false }
      place += 1
      while place < text.bytes.count, (0x61...0x7A).contains(text.bytes[place] | 0x20) {
        place += 1
      }
      if begins(place, with: NearestPlace.firms) { return true }
    }
    return false
  }

  private func begins(_ place: Int, with words: [[UInt8]]) -> Bool {
    var start = place
    while start < text.bytes.count, text.bytes[start] == 0x20 { start += 1 }
    let rest = text.bytes[start...]
    return words.contains { word in
      rest.count >= word.count && zip(rest, word).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        && (rest.dropFirst(word.count).first.map { !(0x61...0x7A).contains($0 | 0x20) } ?? true)
    }
  }

  /// The bytes of the clause in which a mark stands.
  func bounds(around mark: ReportMark) -> Range<Int> {
    text.clause(
      around: Int(mark.range.lowerBound)..<Int(mark.range.upperBound),
      within: Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound))
  }

  private static let relatives = ["where"].map { Array($0.utf8) }
  private static let asides = [
    "unlike", "in contrast to", "compared with", "compared to", "as opposed to", "who", "whose",
    "as in", "not", "than",
  ].map { Array($0.utf8) }
  private static let hanAsides = ["不同", "不像", "有别于", "相比"].map { Array($0.utf8) }
  private static let firms = [
    "-based", "firm", "company", "maker", "manufacturer", "supplier", "reseller", "distributor",
    "dealer", "vendor", "firms", "companies", "makers", "manufacturers", "suppliers", "vendors",
    "-made", "equipment", "products", "goods",
  ].map { Array($0.utf8) }
  /// What may stand between.
  private static let trades = [
    "biotech", "biotechnology", "genetics", "genomics", "technology", "tech", "dna", "sequencing",
    "instrument", "surveillance", "medical",
  ].map { Array($0.utf8) }
}

extension ReportText {
  /// From one comma, colon, semicolon, bracket or dash to the next.
  func clause(around range: Range<Int>, within sentence: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > sentence.lowerBound, !endsClause(before: start, from: sentence.lowerBound) {
      start -= 1
    }
    var end = range.upperBound
    while end < sentence.upperBound, !beginsSign(at: end) { end += 1 }
    return start..<end
  }

  /// `inAnyCase` whether capitals of the text count as the small letters of the words.
  func contains(_ words: [UInt8], in range: Range<Int>, inAnyCase: Bool = false) -> Bool {
    guard range.count >= words.count else { return false }
    let text = bytes.span
    return (range.lowerBound...(range.upperBound - words.count)).contains { start in
      words.indices.allSatisfy { index in
        let byte = text[start + index]
        return byte == words[index]
          || inAnyCase && (0x41...0x5A).contains(byte) && byte | 0x20 == words[index]
      }
    }
  }

  private func endsClause(before index: Int, from start: Int) -> Bool {
    if ReportText.isSign(bytes[index - 1]) { return true }
    return index - 3 >= start && bytes[index - 3] >= 0xE2 && beginsSign(at: index - 3)
  }

  private func beginsSign(at index: Int) -> Bool {
    if ReportText.isSign(bytes[index]) { return true }
    guard bytes[index] >= 0xE2, index + 2 < bytes.count else { return false }
    switch UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) {
    // ， 、 ： ； （ ） — –
    case 0xEFBC8C, 0xE38081, 0xEFBC9A, 0xEFBC9B, 0xEFBC88, 0xEFBC89, 0xE28094, 0xE28093: return true
    default: return false
    }
  }

  @inline(__always) private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x3A, 0x3B, 0x28, 0x29: true
    default: false
    }
  }
}
