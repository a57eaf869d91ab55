internal import Formats

/// Numbers in digits and in Han characters.
extension ReportScanner {
  /// Makes one number of 六十五, of 一百四十四 and of 二〇一七, where a counted thing or a date follows.
  mutating func joinHanNumerals() {
    var index = 0
    while index < units.count {
      guard numeral(index) != nil else {
        index += 1
        continue
      }
      var end = index
      while numeral(end) != nil { end += 1 }
      if end - index <= ReportScanner.longestNumeral, let after = han(end),
        ReportScanner.counted.contains(after),
        let value = ReportScanner.hanValue((index..<end).compactMap { numeral($0) })
      {
        units[index].end = units[end - 1].end
        units[index].number = Int32(numbers.count)
        numbers.append(Decimal(exactly: value))
        units[index].symbols = WordTable.Symbols()
        units[index].node = PhraseTable.Node()
        units.removeSubrange((index + 1)..<end)
        end = index + 1
      }
      index = max(end, index + 1)
    }
  }

  /// 九千九百九十九
  private static let longestNumeral = 7

  /// The value of a Han numeral: of a digit, also as it stands in sums of money, or of 十, 百, 千.
  private func numeral(_ index: Int) -> Int? {
    guard let scalar = han(index) else { return nil }
    let value = ReportScanner.numerals[safe: Int(scalar)] ?? -1
    return value < 0 ? nil : Int(value)
  }

  /// By character, for each of a Chinese text is looked up; below zero for what is no numeral.
  private static let numerals: [Int16] = {
    var values = [Int16](repeating: -1, count: 1 << 16)
    let written = [
      "〇零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖", "十拾",
    ]
    for (value, scalars) in written.enumerated() {
      for scalar in scalars.unicodeScalars { values[Int(scalar.value)] = Int16(value) }
    }
    for scalar in "百佰".unicodeScalars { values[Int(scalar.value)] = 100 }
    for scalar in "千仟".unicodeScalars { values[Int(scalar.value)] = 1000 }
    return values
  }()

  /// What is counted in Han characters; the scales and parts of dates among them.
  static let counted = Set("岁周人万亿年月日名户个台份盒元条套张箱枚支口位多余餘".unicodeScalars.map(\.value))

  /// Nil for what is no numeral: 十一十, 百千.
  static func hanValue(_ numerals: [Int]) -> Int? {
    guard numerals.contains(where: { $0 >= 10 }) else {
      return numerals.count <= 4 ? numerals.reduce(0) { $0 * 10 + $1 } : nil
    }
    var total = 0
    var digit: Int?
    var last = 10_000
    for numeral in numerals {
      guard numeral >= 10 else {
        // 一百零五; two digits beside each other are no number with places.
        if numeral != 0, digit != nil { return nil }
        digit = numeral == 0 ? nil : numeral
        continue
      }
      guard numeral < last, digit != nil || numeral == 10 else { return nil }
      total += (digit ?? 1) * numeral
      digit = nil
      last = numeral
    }
    return total + (digit ?? 0)
  }

  /// Digits with their separators; letters that follow make a word of them, as in `3500xL`.
  mutating func number(from start: Int, to limit: Int, clause: Int32) -> Int {
    var index = start
    digits.removeAll(keepingCapacity: true)
    while index < limit {
      let byte = bytes[index]
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
      } else if byte == 0x2C || byte == 0x2E, index + 1 < limit,
        (0x30...0x39).contains(bytes[index + 1]), digits.count < 24
      {
        // `1,5 million`: a comma before one or two digits is that of other languages.
        if byte == 0x2C, isDecimalComma(at: index, to: limit) {
          if digits.contains(0x2E) { break }
          digits.append(0x2E)
        } else if byte == 0x2E {
          // A second point makes a date or a version of it.
          if digits.contains(0x2E) || digits.count == 4 && isDottedDate(from: index, to: limit)
            || digits.count <= 2 && isInDottedDate(start)
          {
            break
          }
          digits.append(byte)
        }
      } else {
        break
      }
      index += 1
    }
    var end = index
    while end < limit, (0x61...0x7A).contains(bytes[end] | 0x20) { end += 1 }
    let (isOrdinal, scale) = ending(index..<end)
    if end > index, !isOrdinal, scale == nil {
      var symbols = WordTable.Symbols()
      let hash = vocabulary.words.hash(of: bytes.span, start..<end, &symbols)
      append(
        ReportUnit(
          start: Int32(start), end: Int32(end), symbols: symbols, clause: clause, isCapital: true),
        hash)
      return end
    }
    var value = digits.count <= 20 ? Decimal(utf8: digits.span) : nil
    if let scale, let read = value, let factor = Decimal(exactly: scale) {
      value = read.multiplied(by: factor)
    }
    append(
      ReportUnit(
        start: Int32(start), end: Int32(end), symbols: WordTable.Symbols(), clause: clause,
        number: Int32(numbers.count)), WordTable.hash(bytes[start..<end]))
    numbers.append(value)
    return end
  }

  /// Whether one or two digits follow a comma, and no further comma.
  private func isDecimalComma(at comma: Int, to limit: Int) -> Bool {
    var end = comma + 1
    while end < limit, (0x30...0x39).contains(bytes[end]) { end += 1 }
    guard end - comma <= 3, end < limit, bytes[end] != 0x2C else { return false }
    // `pages 3,5 and 7` is a list.
    return bytes[end...].starts(with: " million".utf8)
      || bytes[end...].starts(with: " billion".utf8)
  }

  /// `.03.05` after a year.
  private func isDottedDate(from point: Int, to limit: Int) -> Bool {
    var index = point
    for _ in 0..<2 {
      guard index < limit, bytes[index] == 0x2E else { return false }
      let start = index + 1
      index = start
      while index < limit, index - start < 3, (0x30...0x39).contains(bytes[index]) { index += 1 }
      guard (1...2).contains(index - start) else { return false }
    }
    return true
  }

  /// `09` of 2026.09.06: a point and a year stand before.
  private func isInDottedDate(_ start: Int) -> Bool {
    start > 4 && bytes[start - 1] == 0x2E
      && bytes[(start - 5)..<(start - 1)].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// What letters right after digits say: `2nd`, `20m`, `3bn`.
  private func ending(_ range: Range<Int>) -> (isOrdinal: Bool, scale: Int?) {
    guard (1...2).contains(range.count) else { return (false, nil) }
    let first = bytes[range.lowerBound] | 0x20
    guard range.count == 2 else { return (false, first == UInt8(ascii: "m") ? 1_000_000 : nil) }
    switch (first, bytes[range.lowerBound + 1] | 0x20) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return (true, nil)
    case (UInt8(ascii: "b"), UInt8(ascii: "n")): return (false, 1_000_000_000)
    default: return (false, nil)
    }
  }
}
