internal import Formats

/// Numbers, dates and ages, which are recognised by their form.
extension ReportScanner {
  mutating func addForms(_ sentence: inout ReportSentence) {
    var index = 0
    let earlierDates = scanned.dates.count
    var lastYear: Int?
    var datesWithoutYear: [Int] = []
    while index < units.count {
      let unit = units[index]
      // Most words are neither numbers nor words of dates.
      let form = vocabulary.forms[unit.symbols.exact]
      if !unit.isNumber, form.month == 0, form.numeral == 0 {
        index += 1
        continue
      }
      if let end = date(at: index, lastYear: &lastYear, open: &datesWithoutYear) {
        mark(.date, scanned.dates.count - 1, index..<end)
        sentence.concepts.insert(ids.date)
        index = end
      } else if unit.isNumber || form.numeral != 0 {
        index = number(at: index, &sentence)
      } else {
        index += 1
      }
    }
    // `around mid-June and completed by end of November 2017`: the year is that of the sentence.
    let firstYear = scanned.dates[earlierDates...].firstIndex { $0.year > 0 }
    for place in datesWithoutYear {
      guard let year = lastYear else { continue }
      // 9月11日发布的报告，自2021年3月起: in Chinese the year goes before the days that are of it.
      if sentence.isHan, let firstYear, place < firstYear { continue }
      let date = scanned.dates[place]
      scanned.dates[place] = ReportDate(
        year: year, month: date.month, day: date.day, part: date.part, isYearInferred: true)
    }
  }

  mutating func number(at index: Int, _ sentence: inout ReportSentence) -> Int {
    if let (range, end) = ages(at: index) ?? openAge(at: index) {
      scanned.ages.append(range)
      mark(.age, scanned.ages.count - 1, index..<end)
      sentence.concepts.insert(ids.age)
      if ReportScanner.areChildren(range) {
        mark(.concept, ids.child, index..<end)
        sentence.concepts.insert(ids.child)
      }
      return end
    }
    var value = number(of: units[index])
    let word = vocabulary.forms[units[index].symbols.exact].numeral
    if value == nil, word != 0 { value = Decimal(exactly: Int(word)) }
    var end = index + 1
    if word > 15, isJoined(index), let ones = units[safe: index + 1],
      (1..<10).contains(vocabulary.forms[ones.symbols.exact].numeral)
    {
      // twenty-four
      value = Decimal(exactly: Int(word + vocabulary.forms[ones.symbols.exact].numeral))
      end += 1
    } else if let next = units[safe: end], isDozen(next), !isDozen(units[index]) {
      value = value.flatMap { Decimal(exactly: 12).flatMap($0.multiplied) }
      end += 1
    }
    if isPart(index) { return end }
    var isTooLarge = units[index].isNumber && value == nil
    while let scale = scale(at: end) {
      if let read = value, let factor = Decimal(exactly: scale) {
        value = read.multiplied(by: factor)
        isTooLarge = isTooLarge || value == nil
      }
      end += 1
    }
    if let whole = value, let rest = tenThousands(at: end) {
      value = whole.adding(rest.value)
      end = rest.end
    }
    let sign = currency(before: index)
    guard let noun = sign == nil ? noun(from: end) : money(until: end), !isLabel(index) else {
      return end
    }
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
    // Of goods it would say nothing, and may come from the name of a prefecture.
    let counts = ["people", "households", "percent"].contains(noun.noun.name)
    quantity.quality =
      counts && sentence.concepts.contains(ids.uyghur)
      ? "uyghur" : sentence.concepts.contains(ids.participants) ? "participants" : nil
    if noun.noun.name == "money" {
      quantity.quality = sign ?? currency(named: noun.end - 1)
    }
    scanned.quantities.append(quantity)
    mark(.quantity, scanned.quantities.count - 1, span)
    // `31 notices that ask for analysers` counts no analysers.
    let isOfGoods =
      noun.end - end <= 3 && (noun.noun.name == "instruments" || noun.noun.name == "kits")
    let isTelling =
      isOfGoods || noun.noun.name == "percent"
      || noun.noun.name == "places" && value.wholePart >= 10
    if value.wholePart >= 100 || isTelling {
      sentence.concepts.insert(ids.number)
    }
    return end
  }

  /// Why so many of these cannot be; nil where they can.
  func oddity(
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

  mutating func odd(_ span: Range<Int>, _ reason: String) {
    guard scanned.oddities.count < 1000 else { return }
    scanned.oddities.append(
      (units[span.lowerBound].start..<units[span.upperBound - 1].end, reason))
  }

  /// 2千万 of 1亿2千万: the part below a hundred million, right behind 亿.
  private func tenThousands(at start: Int) -> (value: Decimal, end: Int)? {
    guard han(start - 1) == Unicode.Scalar("亿").value, let unit = units[safe: start],
      unit.start == units[start - 1].end, var value = number(of: unit)
    else { return nil }
    var end = start + 1
    while let scale = scale(at: end), let factor = Decimal(exactly: scale) {
      guard let scaled = value.multiplied(by: factor) else { return nil }
      value = scaled
      end += 1
    }
    return value.wholePart < 100_000_000 ? (value, end) : nil
  }

  func scale(at index: Int) -> Int? {
    guard let unit = units[safe: index] else { return nil }
    let scale = vocabulary.forms[unit.symbols.exact].scale
    if scale != 0 { return Int(scale) }
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
  func noun(from start: Int) -> (noun: ReportVocabulary.Noun, end: Int)? {
    if start > 0, let end = units[safe: start - 1]?.end,
      Int(end) < bytes.count, bytes[Int(end)] == 0x25
    {
      return vocabulary.nouns.first { $0.name == "percent" }.map { ($0, start) }
    }
    let reach = units[safe: start]?.isHan == true ? 2 : 4
    var best: (noun: ReportVocabulary.Noun, range: Range<Int>)?
    for phrase in found {
      guard phrase.units.lowerBound >= start, phrase.units.lowerBound < start + reach,
        phrase.meaning.isOf(.noun)
      else { continue }
      // A number in between counts something else.
      guard !(start..<phrase.units.lowerBound).contains(where: { units[$0].isNumber }) else {
        continue
      }
      if let known = best {
        if known.range.lowerBound < phrase.units.lowerBound { continue }
        if known.range.count >= phrase.units.count { continue }
      }
      best = (vocabulary.nouns[phrase.meaning.number], phrase.units)
    }
    return best.map { ($0.noun, $0.range.upperBound) }
  }

  func approximation(before index: Int) -> String? {
    for step in 1...2 where index >= step {
      guard let word = vocabulary.forms[units[index - step].symbols.exact].approximation else {
        continue
      }
      // `fewer than 300`, and `no fewer than 300`
      if word == .over, index > step, approximates(index - step - 1, .under) {
        return isNegation(index - step - 2) ? word.rawValue : FormWords.Approximation.under.rawValue
      }
      return word.rawValue
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

  private func approximates(_ index: Int, _ word: FormWords.Approximation) -> Bool {
    units[safe: index].map { vocabulary.forms[$0.symbols.exact].approximation == word } ?? false
  }

  private func isNegation(_ index: Int) -> Bool {
    guard let unit = units[safe: index] else { return false }
    let word = bytes[Int(unit.start)..<Int(unit.end)].map { $0 | 0x20 }
    return word.elementsEqual("no".utf8) || word.elementsEqual("not".utf8)
  }

  /// Whether only a dash, slash or point stands between a unit and the next.
  func isJoined(_ index: Int) -> Bool {
    guard let next = units[safe: index + 1] else { return false }
    let between = bytes[Int(units[index].end)..<Int(next.start)]
    switch between.count {
    case 1:
      // A point parts two numbers in 2026.03.05 alone.
      return between.first == 0x2D || between.first == 0x2F || between.first == 0x7E
        || between.first == 0x2E
    case 3:
      return between.starts(with: [0xE2, 0x80]) || between.elementsEqual([0xEF, 0xBD, 0x9E])
    default: return false
    }
  }

  /// The value of digits; a number without one is beyond all counting.
  func number(of unit: ReportUnit) -> Decimal? {
    unit.number < 0 ? nil : numbers[Int(unit.number)]
  }

  func whole(_ index: Int) -> Int? {
    guard index >= 0, index < units.count, let number = number(of: units[index]), number.isInteger,
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
}
