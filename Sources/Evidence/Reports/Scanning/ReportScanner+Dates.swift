internal import Formats

/// Days, months and years, in the forms of English and Chinese texts.
extension ReportScanner {
  /// Reads a date at a unit and answers where it ends.
  mutating func date(at index: Int, lastYear: inout Int?, open: inout [Int]) -> Int? {
    if units[index].isCapital, let month = month(index) {
      return monthFirst(month, index, &lastYear, &open)
    }
    guard let number = whole(index) else { return nil }
    if let next = units[safe: index + 1] {
      if next.isHan { return hanDate(number, index, &lastYear, &open) }
      // 2 July 2017, 2nd of July
      let monthPlace = index + 1
      if (1...31).contains(number), next.isCapital, let month = month(index + 1) {
        if let year = year(at: monthPlace + 1) {
          lastYear = year
          append(year, month, number, nil)
          return monthPlace + 2
        }
        open.append(scanned.dates.count)
        append(0, month, number, nil)
        return monthPlace + 1
      }
      // 2017-07-02
      if (1900...2100).contains(number), let month = whole(index + 1), isJoined(index),
        (1...12).contains(month)
      {
        if let day = whole(index + 2), isJoined(index + 1), (1...31).contains(day) {
          lastYear = number
          append(number, month, day, nil)
          return index + 3
        }
      }
    }
    guard (1900...2100).contains(number), isYearInContext(index) else { return nil }
    lastYear = number
    append(number, nil, nil, nil)
    return index + 1
  }

  private func month(_ index: Int) -> Int? {
    let month = vocabulary.forms[units[index].symbols.exact].month
    return month > 0 ? Int(month) : nil
  }

  mutating func monthFirst(
    _ month: Int, _ index: Int, _ lastYear: inout Int?, _ open: inout [Int]
  ) -> Int? {
    let part = index > 0 ? vocabulary.forms[units[index - 1].symbols.exact].part : nil
    let earlier = index > 1 ? vocabulary.forms[units[index - 2].symbols.exact].part : nil
    let when = (part ?? earlier)?.rawValue
    if let year = year(at: index + 1) {
      lastYear = year
      append(year, month, nil, when)
      return index + 2
    }
    if let day = whole(index + 1), (1...31).contains(day) {
      // Sept. '21
      let start = Int(units[index + 1].start)
      if start > 2,
        bytes[start - 1] == 0x27 || bytes[(start - 3)..<start].elementsEqual([0xE2, 0x80, 0x99])
      {
        lastYear = 2000 + day
        append(2000 + day, month, nil, when)
        return index + 2
      }
      if let year = year(at: index + 2) {
        lastYear = year
        append(year, month, day, nil)
        return index + 3
      }
      open.append(scanned.dates.count)
      append(0, month, day, nil)
      return index + 2
    }
    // `may` and `march` are words too: only a date beside them makes them months.
    let word = units[index].end - units[index].start
    guard month != 5 && month != 3 || isAfterPreposition(index) || word < 3 else { return nil }
    open.append(scanned.dates.count)
    append(0, month, nil, when)
    return index + 1
  }

  func isAfterPreposition(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return vocabulary.forms[units[index - 1].symbols.exact].uses.contains(.beforeMonth)
  }

  /// 2017年7月2日, 7月, 7月2日
  mutating func hanDate(
    _ number: Int, _ index: Int, _ lastYear: inout Int?, _ open: inout [Int]
  ) -> Int? {
    let year = Unicode.Scalar("年").value, month = Unicode.Scalar("月").value
    var number = number
    if han(index + 1) == year, number < 200 {
      // 民國110年 is 2021; 16年10月 is of this century.
      let isOfRepublic =
        han(index - 2) == Unicode.Scalar("民").value
        && (han(index - 1) == Unicode.Scalar("国").value
          || han(index - 1) == Unicode.Scalar("國").value)
      if isOfRepublic {
        number += 1911
      } else if (10...40).contains(number), whole(index + 2) != nil, han(index + 3) == month {
        number += 2000
      }
    }
    if han(index + 1) == year, (1900...2100).contains(number) {
      lastYear = number
      guard let read = whole(index + 2), (1...12).contains(read), han(index + 3) == month else {
        append(number, nil, nil, nil)
        return index + 2
      }
      if let day = whole(index + 4), (1...31).contains(day), isDay(index + 5) {
        append(number, read, day, nil)
        return index + 6
      }
      append(number, read, nil, nil)
      return index + 4
    }
    guard han(index + 1) == month, (1...12).contains(number) else { return nil }
    open.append(scanned.dates.count)
    if let day = whole(index + 2), (1...31).contains(day), isDay(index + 3) {
      append(0, number, day, nil)
      return index + 4
    }
    append(0, number, nil, nil)
    return index + 2
  }

  func isDay(_ index: Int) -> Bool {
    han(index) == Unicode.Scalar("日").value || han(index) == Unicode.Scalar("号").value
  }

  mutating func append(_ year: Int, _ month: Int?, _ day: Int?, _ part: String?) {
    // Of 31 February the month may be right; there is no such day.
    let isDay =
      year == 0 || month == nil || CivilDate(year: year, month: month ?? 1, day: day ?? 1) != nil
    scanned.dates.append(
      ReportDate(year: year, month: month, day: isDay ? day : nil, part: part))
  }

  func year(at index: Int) -> Int? {
    guard let number = whole(index), (1900...2100).contains(number),
      units[index].end - units[index].start == 4
    else { return nil }
    return number
  }

  /// A bare number is a year only after a word that years follow, and before no counted thing.
  func isYearInContext(_ index: Int) -> Bool {
    guard units[index].end - units[index].start == 4 else { return false }
    if index == 0 { return units.count > 1 }
    return vocabulary.forms[units[index - 1].symbols.exact].uses.contains(.beforeYear)
  }
}
