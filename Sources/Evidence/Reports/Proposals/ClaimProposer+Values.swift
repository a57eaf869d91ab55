internal import Formats

/// What in a claim can be compared with what other reports say.
extension ClaimProposer {
  func values(
    of rule: ClaimRule, _ match: RuleMatching.Match, _ sentence: ReportSentence
  ) -> [String: String] {
    var values: [String: String] = [:]
    let marks = scanned.marks(of: sentence)
    func any(_ concept: Int) -> Bool { sentence.concepts.contains(concept) }
    switch rule.kind {
    case "age-band":
      if let mark = marks.first(where: { $0.kind == .age }) {
        let age = scanned.ages[Int(mark.value)]
        values["age"] = "\(age.lowerBound)-\(age.upperBound)"
      }
    case "compulsory-dna-collection", "universal-coverage":
      values["coverage"] = any(ids.everyone) ? "all" : nil
      if let mark = marks.first(where: { $0.kind == .age }) {
        let age = scanned.ages[Int(mark.value)]
        values["coverage"] = "\(age.lowerBound)-\(age.upperBound)"
      }
    case "focus-personnel-targeting":
      values["family"] = any(ids.familyClause) ? "named" : "not named"
    case "vendor-supply":
      values["verb"] = any(ids.bought) ? "bought" : "supplied"
    case "collection-for-police-by-health-bodies":
      if namesHospital(sentence) {
        values["giver"] = "hospital"
      } else if any(ids.health) {
        values["giver"] = "health authority"
      }
      if let receiver = receiver(marks) { values["receiver"] = receiver }
    case "conditional-public-service":
      values["duty"] = any(ids.police) ? "police check first" : "person must pass"
    case "quantity":
      let numbers = marks.filter { $0.kind == .quantity }
        .map { scanned.quantities[Int($0.value)] }
      let words = numbers.map { number in
        number.words + (number.quality.map { " (\($0))" } ?? "")
      }
      values["number"] = words.joined(separator: "; ")
    case "chronology":
      if let mark = marks.first(where: { $0.kind == .date }) {
        let dates = dates(marks)
        values["date"] =
          dates.isEmpty ? "year not stated" : dates.map(\.text).joined(separator: "; ")
        values["event"] = event(near: mark, marks)
      }
    case "source-description":
      values["witnesses"] = witnesses(marks)
    default: break
    }
    return values
  }

  /// The year of dates that name none.
  var year: Int { metadata.published.flatMap { Int($0.prefix(4)) } ?? lastYear }

  private func dates(_ marks: ArraySlice<ReportMark>) -> [ReportDate] {
    marks.filter { $0.kind == .date }.map { mark in
      let date = scanned.dates[Int(mark.value)]
      guard date.year == 0 else { return date }
      // A month without a year is of the year in which the report appeared.
      return ReportDate(
        year: year, month: date.month, day: date.day, part: date.part, isYearInferred: true)
    }.filter { $0.year > 0 }
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
    for mark in marks where mark.kind == .concept && Int(mark.value) == ids.police {
      let words = text.string(Int(mark.range.lowerBound)..<Int(mark.range.upperBound)).lowercased()
      if words.contains("station") || words == "派出所" { return "police station" }
      if words.contains("bureau") || words == "公安局" { return "police bureau" }
    }
    return marks.contains { $0.kind == .concept && Int($0.value) == ids.police } ? "police" : nil
  }

  private func witnesses(_ marks: ArraySlice<ReportMark>) -> String {
    let concept = ids.exchangePeople
    guard let mark = marks.first(where: { $0.kind == .concept && Int($0.value) == concept }) else {
      return "some"
    }
    let words = text.string(Int(mark.range.lowerBound)..<Int(mark.range.upperBound)).lowercased()
    let isOne =
      words.hasPrefix("one ") || words.hasPrefix("a ") || words.hasPrefix("一名")
      || words.hasPrefix("一位")
    return isOne ? "one" : "many"
  }

  /// From when to when it is said to have been.
  func period(
    of sentence: ReportSentence, _ rule: ClaimRule
  ) -> (from: CivilDate?, until: CivilDate?) {
    guard sentence.concepts.contains(ids.forms.date) else { return (nil, nil) }
    let dates = dates(scanned.marks(of: sentence))
    guard let first = dates.first?.first else { return (nil, nil) }
    let hasEnd = sentence.concepts.contains(ids.endEvent) && dates.count > 1
    let last = hasEnd ? dates.compactMap(\.last).max() : nil
    return (dates.compactMap(\.first).min() ?? first, last)
  }
}
