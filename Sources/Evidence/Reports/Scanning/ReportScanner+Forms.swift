internal import Formats

/// Numbers, dates and ages, which are recognised by their form.
extension ReportScanner {
  mutating func addForms(_ sentence: inout ReportSentence) {
    var index = 0
    var lastYear: Int?
    var datesWithoutYear: [Int] = []
    while index < units.count {
      let unit = units[index]
      if let end = date(at: index, lastYear: &lastYear, open: &datesWithoutYear) {
        mark(.date, scanned.dates.count - 1, index..<end)
        sentence.concepts.insert(ids.date)
        index = end
      } else if unit.isNumber || vocabulary.forms.numerals[unit.symbols.exact] != nil {
        index = number(at: index, &sentence)
      } else {
        index += 1
      }
    }
    // `around mid-June and completed by end of November 2017`: the year is that of the sentence.
    for place in datesWithoutYear {
      guard let year = lastYear else { continue }
      let date = scanned.dates[place]
      scanned.dates[place] = ReportDate(
        year: year, month: date.month, day: date.day, part: date.part, isYearInferred: true)
    }
  }

  // MARK: Dates

  /// Reads a date at a unit and answers where it ends.
  private mutating func date(at index: Int, lastYear: inout Int?, open: inout [Int]) -> Int? {
    let forms = vocabulary.forms
    if let month = forms.months[units[index].symbols.exact], units[index].isCapital {
      return monthFirst(month, index, &lastYear, &open)
    }
    guard let number = whole(index) else { return nil }
    if let next = units[safe: index + 1] {
      if next.isHan { return hanDate(number, index, &lastYear, &open) }
      // 2 July 2017, 2nd of July
      let monthPlace = index + 1
      if (1...31).contains(number), next.isCapital, let month = forms.months[next.symbols.exact] {
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

  private mutating func monthFirst(
    _ month: Int, _ index: Int, _ lastYear: inout Int?, _ open: inout [Int]
  ) -> Int? {
    let part = index > 0 ? vocabulary.forms.parts[units[index - 1].symbols.exact] : nil
    let earlier = index > 1 ? vocabulary.forms.parts[units[index - 2].symbols.exact] : nil
    let when = part ?? earlier
    if let year = year(at: index + 1) {
      lastYear = year
      append(year, month, nil, when)
      return index + 2
    }
    if let day = whole(index + 1), (1...31).contains(day) {
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

  private func isAfterPreposition(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = String(
      decoding: bytes[Int(units[index - 1].start)..<Int(units[index - 1].end)], as: UTF8.self)
    return ["in", "In", "since", "Since", "of", "until", "by", "mid", "late", "early", "last"]
      .contains(before)
  }

  /// 2017年7月2日, 7月, 7月2日
  private mutating func hanDate(
    _ number: Int, _ index: Int, _ lastYear: inout Int?, _ open: inout [Int]
  ) -> Int? {
    let year = Unicode.Scalar("年").value, month = Unicode.Scalar("月").value
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

  private func isDay(_ index: Int) -> Bool {
    han(index) == Unicode.Scalar("日").value || han(index) == Unicode.Scalar("号").value
  }

  private mutating func append(_ year: Int, _ month: Int?, _ day: Int?, _ part: String?) {
    scanned.dates.append(ReportDate(year: year, month: month, day: day, part: part))
  }

  private func year(at index: Int) -> Int? {
    guard let number = whole(index), (1900...2100).contains(number),
      units[index].end - units[index].start == 4
    else { return nil }
    return number
  }

  /// A bare number is a year only after a word that years follow, and before no counted thing.
  private func isYearInContext(_ index: Int) -> Bool {
    guard units[index].end - units[index].start == 4 else { return false }
    if index == 0 { return units.count > 1 }
    let previous = units[index - 1]
    if previous.isHan { return false }
    let word = String(
      decoding: bytes[Int(previous.start)..<Int(previous.end)].map { $0 | 0x20 }, as: UTF8.self)
    return [
      "in", "since", "of", "by", "until", "from", "during", "the", "between", "and", "to", "year",
      "late", "early", "mid", "before", "after", "around", "through", "per",
    ].contains(word)
  }

  // MARK: Ages and quantities

  private mutating func number(at index: Int, _ sentence: inout ReportSentence) -> Int {
    if let (range, end) = ages(at: index) {
      scanned.ages.append(range)
      mark(.age, scanned.ages.count - 1, index..<end)
      sentence.concepts.insert(ids.age)
      return end
    }
    var value = units[index].number
    if value == nil, let word = vocabulary.forms.numerals[units[index].symbols.exact] {
      value = Decimal(exactly: word)
    }
    var end = index + 1
    var isTooLarge = units[index].isNumber && value == nil
    while let scale = scale(at: end) {
      if let read = value, let factor = Decimal(exactly: scale) {
        value = read.multiplied(by: factor)
        isTooLarge = isTooLarge || value == nil
      }
      end += 1
    }
    guard let noun = noun(from: end) else { return end }
    let span = index..<noun.end
    guard let value, !isTooLarge else {
      odd(span, "the number is beyond all counting")
      return end
    }
    let isNegative = isMinus(before: index)
    if let reason = oddity(value, of: noun.noun, isNegative: isNegative) {
      odd(span, reason)
      return end
    }
    var quantity = ReportQuantity(
      value: value, noun: noun.noun.name, approximation: approximation(before: index))
    // A number that stands for one or two things is a way of speaking.
    guard value.wholePart > 1 || !value.isInteger else { return end }
    quantity.quality =
      sentence.concepts.contains(ids.uyghur)
      ? "uyghur" : sentence.concepts.contains(ids.participants) ? "participants" : nil
    scanned.quantities.append(quantity)
    mark(.quantity, scanned.quantities.count - 1, span)
    if value.wholePart >= 100 || noun.noun.name == "percent" || noun.noun.name == "places" {
      sentence.concepts.insert(ids.number)
    }
    return end
  }

  /// Why so many of these cannot be; nil where they can.
  private func oddity(
    _ value: Decimal, of noun: ReportVocabulary.Noun, isNegative: Bool
  ) -> String? {
    if isNegative { return "a count is below zero" }
    if noun.isWhole, !value.isInteger { return "a count of \(noun.name) has a fraction" }
    if noun.name == "people" || noun.name == "households", value.wholePart > 10_000_000_000 {
      return "there are not so many people"
    }
    if noun.name == "percent", value.wholePart > 1000 { return "a share is beyond all measure" }
    return nil
  }

  private mutating func odd(_ span: Range<Int>, _ reason: String) {
    guard scanned.oddities.count < 1000 else { return }
    scanned.oddities.append(
      (units[span.lowerBound].start..<units[span.upperBound - 1].end, reason))
  }

  private func isMinus(before index: Int) -> Bool {
    let start = Int(units[index].start)
    guard start > 1 else { return false }
    return bytes[start - 1] == 0x2D && bytes[start - 2] == 0x20
  }

  private func scale(at index: Int) -> Int? {
    guard let unit = units[safe: index] else { return nil }
    if let scale = vocabulary.forms.scales[unit.symbols.exact] { return scale }
    switch han(index) {
    case Unicode.Scalar("万").value: return 10_000
    case Unicode.Scalar("亿").value: return 100_000_000
    case Unicode.Scalar("千").value: return 1000
    case Unicode.Scalar("百").value: return 100
    case Unicode.Scalar("多").value, Unicode.Scalar("余").value: return 1
    default: return nil
    }
  }

  /// What is counted: the first counted thing within three words after the number.
  private func noun(from start: Int) -> (noun: ReportVocabulary.Noun, end: Int)? {
    if start > 0, let end = units[safe: start - 1]?.end,
      Int(end) < bytes.count, bytes[Int(end)] == 0x25
    {
      return vocabulary.nouns.first { $0.name == "percent" }.map { ($0, start) }
    }
    let reach = units[safe: start]?.isHan == true ? 2 : 4
    var best: (noun: ReportVocabulary.Noun, range: Range<Int>)?
    for phrase in found {
      guard phrase.units.lowerBound >= start, phrase.units.lowerBound < start + reach,
        case .noun(let number) = vocabulary.meanings[Int(phrase.meaning)]
      else { continue }
      // A number in between counts something else.
      guard !(start..<phrase.units.lowerBound).contains(where: { units[$0].isNumber }) else {
        continue
      }
      if let known = best {
        if known.range.lowerBound < phrase.units.lowerBound { continue }
        if known.range.count >= phrase.units.count { continue }
      }
      best = (vocabulary.nouns[number], phrase.units)
    }
    return best.map { ($0.noun, $0.range.upperBound) }
  }

  private func approximation(before index: Int) -> String? {
    for step in 1...2 where index >= step {
      if let word = vocabulary.forms.approximations[units[index - step].symbols.exact] {
        return word
      }
    }
    if let value = han(index - 1) {
      if value == Unicode.Scalar("约").value { return "about" }
      if value == Unicode.Scalar("近").value { return "nearly" }
      if value == Unicode.Scalar("超").value || value == Unicode.Scalar("过").value {
        return "over"
      }
    }
    return nil
  }

  /// `aged 12 to 65`, `between the ages of 12 and 65`, `12至65岁`.
  private func ages(at index: Int) -> (range: ClosedRange<Int>, end: Int)? {
    guard let low = whole(index), low <= 120, let partner = partner(after: index),
      let high = whole(partner), high <= 120, low < high
    else { return nil }
    let end = partner + 1
    if han(end) == Unicode.Scalar("岁").value { return (low...high, end + 1) }
    if han(end) == Unicode.Scalar("周").value, han(end + 1) == Unicode.Scalar("岁").value {
      return (low...high, end + 2)
    }
    let forms = vocabulary.forms
    if let unit = units[safe: end], forms.yearWords.contains(unit.symbols.exact) {
      return (low...high, end + 1)
    }
    for step in 1...4 where index >= step {
      if forms.ageWords.contains(units[index - step].symbols.exact) { return (low...high, end) }
    }
    return nil
  }

  /// The number that ends a range which begins at a number.
  private func partner(after index: Int) -> Int? {
    guard let next = units[safe: index + 1] else { return nil }
    if next.isNumber { return isJoined(index) ? index + 1 : nil }
    if vocabulary.forms.rangeWords.contains(next.symbols.exact) {
      return units[safe: index + 2]?.isNumber == true ? index + 2 : nil
    }
    let to = [Unicode.Scalar("至").value, Unicode.Scalar("到").value]
    var place = index + 1
    // 12周岁至65周岁
    while let value = han(place),
      value == Unicode.Scalar("岁").value || value == Unicode.Scalar("周").value
    {
      place += 1
    }
    if let value = han(place), to.contains(value) {
      place += 1
    } else if place == index + 1 {
      return nil
    }
    return units[safe: place]?.isNumber == true ? place : nil
  }

  /// Whether only a dash or slash stands between a unit and the next.
  private func isJoined(_ index: Int) -> Bool {
    guard let next = units[safe: index + 1] else { return false }
    let between = bytes[Int(units[index].end)..<Int(next.start)]
    switch between.count {
    case 1: return between.first == 0x2D || between.first == 0x2F || between.first == 0x7E
    case 3:
      return between.starts(with: [0xE2, 0x80]) || between.elementsEqual([0xEF, 0xBD, 0x9E])
    default: return false
    }
  }

  func whole(_ index: Int) -> Int? {
    guard index >= 0, index < units.count, let number = units[index].number, number.isInteger,
      number >= .zero
    else {
      return nil
    }
    return number.wholePart
  }

  func han(_ index: Int) -> UInt32? {
    guard index >= 0, index < units.count, units[index].isHan else { return nil }
    return units[index].symbols.exact & 0x1F_FFFF
  }

  // MARK: Chinese numerals

  private static let digits: [UInt32: Int] = Dictionary(
    uniqueKeysWithValues: "〇零一二三四五六七八九".unicodeScalars.enumerated().map {
      ($1.value, max(0, $0 - 1))
    })

  /// Makes one number of 六十五 and of 二〇一七, where a counted thing or a date follows.
  mutating func joinHanNumerals() {
    var index = 0
    while index < units.count {
      guard han(index).map(isNumeral) ?? false else {
        index += 1
        continue
      }
      var end = index
      while han(end).map(isNumeral) ?? false { end += 1 }
      let scalars = (index..<end).compactMap { han($0) }
      if let value = hanValue(scalars), let after = han(end), ReportScanner.counted.contains(after)
      {
        units[index].end = units[end - 1].end
        units[index].number = Decimal(exactly: value)
        units[index].isNumber = true
        units[index].symbols = WordTable.Symbols()
        units.removeSubrange((index + 1)..<end)
        end = index + 1
      }
      index = max(end, index + 1)
    }
  }

  private func isNumeral(_ scalar: UInt32) -> Bool {
    ReportScanner.digits[scalar] != nil || scalar == Unicode.Scalar("十").value
  }

  /// 岁, 周, 人, 万, 年, 月, 日, 名, 户, 个, 台, 份
  private static let counted = Set("岁周人万年月日名户个台份".unicodeScalars.map(\.value))

  private func hanValue(_ scalars: [UInt32]) -> Int? {
    let ten = Unicode.Scalar("十").value
    guard !scalars.isEmpty, scalars.count <= 4 else { return nil }
    if let place = scalars.firstIndex(of: ten) {
      guard scalars.lastIndex(of: ten) == place, place <= 1, scalars.count - place <= 2 else {
        return nil
      }
      let tens = place == 0 ? 1 : ReportScanner.digits[scalars[0]] ?? 1
      let ones = place + 1 < scalars.count ? ReportScanner.digits[scalars[place + 1]] ?? 0 : 0
      return tens * 10 + ones
    }
    return scalars.reduce(0) { $0 * 10 + (ReportScanner.digits[$1] ?? 0) }
  }
}
