internal import Formats

/// Numbers in digits and in Han characters.
extension ReportScanner {
  static let digits: [UInt32: Int] = Dictionary(
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

  func isNumeral(_ scalar: UInt32) -> Bool {
    ReportScanner.digits[scalar] != nil || scalar == Unicode.Scalar("十").value
  }

  /// 岁, 周, 人, 万, 年, 月, 日, 名, 户, 个, 台, 份
  static let counted = Set("岁周人万年月日名户个台份".unicodeScalars.map(\.value))

  func hanValue(_ scalars: [UInt32]) -> Int? {
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

  /// Digits with their separators; letters that follow make a word of them, as in `3500xL`.
  mutating func number(from start: Int, to limit: Int, clause: Int32) -> Int {
    var index = start
    var digits: [UInt8] = []
    while index < limit {
      let byte = bytes[index]
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
      } else if byte == 0x2C || byte == 0x2E, index + 1 < limit,
        (0x30...0x39).contains(bytes[index + 1]), digits.count < 24
      {
        if byte == 0x2E {
          // A second point makes a date or a version of it.
          if digits.contains(0x2E) { break }
          digits.append(byte)
        }
      } else {
        break
      }
      index += 1
    }
    var end = index
    while end < limit, (0x61...0x7A).contains(bytes[end] | 0x20) { end += 1 }
    let suffix = bytes[index..<end].map { $0 | 0x20 }
    let isOrdinal = [Array("st".utf8), Array("nd".utf8), Array("rd".utf8), Array("th".utf8)]
      .contains(suffix)
    let scale: Int? =
      suffix == Array("m".utf8) ? 1_000_000 : suffix == Array("bn".utf8) ? 1_000_000_000 : nil
    if !suffix.isEmpty, !isOrdinal, scale == nil {
      let hash = WordTable.hash(bytes[start..<end].map { $0 | 0x20 })
      units.append(
        ReportUnit(
          start: Int32(start), end: Int32(end), symbols: symbols(hash, start..<end),
          isCapital: true, clause: clause))
      return end
    }
    var value = digits.count <= 20 ? Decimal(String(decoding: digits, as: UTF8.self)) : nil
    if let scale, let read = value, let factor = Decimal(exactly: scale) {
      value = read.multiplied(by: factor)
    }
    units.append(
      ReportUnit(
        start: Int32(start), end: Int32(end), symbols: WordTable.Symbols(), number: value,
        isNumber: true, clause: clause))
    return end
  }
}
