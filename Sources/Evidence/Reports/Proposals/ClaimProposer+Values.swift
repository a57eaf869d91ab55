internal import Formats

/// What in a claim can be compared with what other reports say.
extension ClaimProposer {
  // Made once, because every other claim has one of them.
  private static let coversAll = ["coverage": "all"]
  private static let familyNamed = ["family": "named"]
  private static let familyNotNamed = ["family": "not named"]
  private static let bought = ["verb": "bought"]
  private static let supplied = ["verb": "supplied"]
  private static let policeCheck = ["duty": "police check first"]
  private static let personPasses = ["duty": "person must pass"]

  func values(
    of rule: ClaimRule, _ match: RuleMatching.Match, _ sentence: ReportSentence,
    counting numbers: [ReportMark]? = nil
  ) -> [String: String] {
    guard let told = rule.told else { return [:] }
    var values: [String: String] = [:]
    let marks = scanned.marks(of: sentence)
    func any(_ concept: Int) -> Bool { sentence.concepts.contains(concept) }
    switch told {
    case .age:
      if let mark = marks.first(where: { $0.kind == .age }) {
        let age = scanned.ages[Int(mark.value)]
        values["age"] = ClaimProposer.words(age)
      }
    case .coverage:
      if let mark = marks.first(where: { $0.kind == .age }) {
        let age = scanned.ages[Int(mark.value)]
        values["coverage"] = ClaimProposer.words(age)
      } else {
        return any(ids.everyone) ? ClaimProposer.coversAll : [:]
      }
    case .family:
      return any(ids.familyClause) ? ClaimProposer.familyNamed : ClaimProposer.familyNotNamed
    case .verb:
      return any(ids.bought) ? ClaimProposer.bought : ClaimProposer.supplied
    case .transfer:
      if namesHospital(sentence) {
        values["giver"] = "hospital"
      } else if any(ids.health) {
        values["giver"] = "health authority"
      }
      if let receiver = receiver(marks) { values["receiver"] = receiver }
    case .duty:
      return any(ids.police) ? ClaimProposer.policeCheck : ClaimProposer.personPasses
    case .number:
      var words = ""
      for mark in numbers ?? marks.filter({ $0.kind == .quantity }) {
        let number = scanned.quantities[Int(mark.value)]
        if !words.isEmpty { words += "; " }
        words += number.words
        if let quality = number.quality { words += " (" + quality + ")" }
      }
      values["number"] = words
    case .event:
      if let mark = marks.first(where: { $0.kind == .date }) {
        let dates = dates(of: sentence)
        values["date"] =
          dates.isEmpty ? "year not stated" : dates.map(\.text).joined(separator: "; ")
        values["event"] = event(near: mark, marks)
      }
    case .witnesses:
      values["witnesses"] = witnesses(marks)
    }
    return values
  }

  private static func words(_ age: ClosedRange<Int>) -> String {
    if age.upperBound == ReportScanner.oldest { return "\(age.lowerBound) and over" }
    return age.lowerBound == 0 ? "up to \(age.upperBound)" : "\(age.lowerBound)-\(age.upperBound)"
  }

  /// The year of dates that name none.
  var year: Int { metadata.published.flatMap { Int($0.prefix(4)) } ?? lastYear }

  /// The dates of a sentence, with their years; the last sentence is asked for by each of its claims.
  private func dates(of sentence: ReportSentence) -> [ReportDate] {
    if dated.start == sentence.range.lowerBound { return dated.dates }
    var dates: [ReportDate] = []
    for mark in scanned.marks(of: sentence) where mark.kind == .date {
      var date = scanned.dates[Int(mark.value)]
      if date.year == 0 {
        // A month without a year is of the year in which the report appeared.
        date = ReportDate(
          year: year, month: date.month, day: date.day, part: date.part, isYearInferred: true)
      }
      if date.year > 0 { dates.append(date) }
    }
    dated = (sentence.range.lowerBound, dates)
    return dates
  }

  private func event(near date: ReportMark, _ marks: ArraySlice<ReportMark>) -> String? {
    let events = marks.filter { $0.kind == .concept && ids.events.contains(Int($0.value)) }
    let nearest = events.min {
      abs($0.units.lowerBound - date.units.lowerBound)
        < abs($1.units.lowerBound - date.units.lowerBound)
    }
    return nearest.map {
      text.string(Int($0.range.lowerBound)..<Int($0.range.upperBound)).lowercased()
    }
  }

  /// Which kind of police body is said to receive what was collected.
  private func receiver(_ marks: ArraySlice<ReportMark>) -> String? {
    var isNamed = false
    for mark in marks where mark.kind == .concept && Int(mark.value) == ids.police {
      isNamed = true
      let words = Int(mark.range.lowerBound)..<Int(mark.range.upperBound)
      if holds(words, ClaimProposer.station) || isAll(words, ClaimProposer.stationHan) {
        return "police station"
      }
      if holds(words, ClaimProposer.bureau) || isAll(words, ClaimProposer.bureauHan) {
        return "police bureau"
      }
    }
    return isNamed ? "police" : nil
  }

  private static let station = Array("station".utf8)
  private static let stationHan = Array("派出所".utf8)
  private static let bureau = Array("bureau".utf8)
  private static let bureauHan = Array("公安局".utf8)
  private static let one = ["one ", "a ", "an ", "another ", "一名", "一位", "另一名", "另一位"].map {
    Array($0.utf8)
  }

  private func witnesses(_ marks: ArraySlice<ReportMark>) -> String {
    let concept = ids.tellers
    guard let mark = marks.first(where: { $0.kind == .concept && Int($0.value) == concept }) else {
      return "some"
    }
    let words = Int(mark.range.lowerBound)..<Int(mark.range.upperBound)
    return ClaimProposer.one.contains { begins(words, $0) } ? "one" : "many"
  }

  /// Whether words of the text begin with others, which are in small letters.
  private func begins(_ words: Range<Int>, _ others: [UInt8]) -> Bool {
    guard words.count >= others.count else { return false }
    for index in others.indices {
      let byte = text.bytes[words.lowerBound + index]
      guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == others[index] else {
        return false
      }
    }
    return true
  }

  private func isAll(_ words: Range<Int>, _ others: [UInt8]) -> Bool {
    words.count == others.count && begins(words, others)
  }

  private func holds(_ words: Range<Int>, _ others: [UInt8]) -> Bool {
    guard words.count >= others.count else { return false }
    return (words.lowerBound...(words.upperBound - others.count)).contains {
      begins($0..<words.upperBound, others)
    }
  }

  /// `until 2019`, 截至2月底: the date is an end and no beginning.
  private func isEnd(_ date: ReportMark) -> Bool {
    let before = text.bytes[max(0, Int(date.range.lowerBound) - 16)..<Int(date.range.lowerBound)]
    return ClaimProposer.beforeEnds.contains { before.reversed().starts(with: $0.reversed()) }
  }

  /// `between March 2017 and June 2018`, 2016年至2017年
  private func isSpan(_ first: ReportMark, _ second: ReportMark) -> Bool {
    guard first.range.upperBound <= second.range.lowerBound else { return false }
    let between = text.bytes[Int(first.range.upperBound)..<Int(second.range.lowerBound)]
    return ClaimProposer.spans.contains { between.elementsEqual($0) }
  }

  private static let beforeEnds = [
    "until ", "until the end of ", "till ", "up to ", "截至", "截止", "截止到", "截至到", "直到", "直至",
  ].map { Array($0.utf8) }
  private static let spans = [
    " and ", " to ", " until ", " through ", " till ", "-", " - ", "–", " – ", "至", "到", "—",
  ].map { Array($0.utf8) }

  /// From when to when it is said to have been.
  func period(
    of sentence: ReportSentence, _ rule: ClaimRule
  ) -> (from: CivilDate?, until: CivilDate?) {
    guard sentence.concepts.contains(ids.forms.date) else { return (nil, nil) }
    let dates = dates(of: sentence)
    guard let first = dates.first?.first else { return (nil, nil) }
    let marks = scanned.marks(of: sentence).filter { $0.kind == .date }
    if dates.count == 1, marks.count == 1, let mark = marks.first, isEnd(mark) {
      return (nil, dates[0].last)
    }
    if dates.count == 2, marks.count == 2,
      isSpan(marks[marks.startIndex], marks[marks.startIndex + 1]),
      let last = dates[1].last
    {
      return (first, last)
    }
    guard dates.count > 1 else { return (first, nil) }
    let hasEnd = sentence.concepts.contains(ids.endEvent)
    let last = hasEnd ? dates.compactMap(\.last).max() : nil
    return (dates.compactMap(\.first).min() ?? first, last)
  }
}
