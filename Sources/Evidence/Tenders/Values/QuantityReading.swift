import Formats

/// What a text says of how much there is.
struct QuantityReading: Equatable {
  var quantity: Decimal?
  /// As written.
  var unit: String?
  var pack: PackSize?
  /// Why something that is stated was not read.
  var fault: String?
}

/// Reads quantities: `15盒`, `贰台`, `15盒（200人份/盒）`, `40 Packungen`, `1.5万人份`.
struct QuantityReader {
  let terms: TenderTerms
  var decimalComma = false

  /// `unit` is what a column of its own says.
  func read(_ written: String, unit stated: String? = nil) -> QuantityReading {
    var reading = QuantityReading()
    let own = stated.flatMap { terms.isAbsent($0) ? nil : NoticeText.trimmed($0) }
    reading.unit = own
    if terms.isAbsent(written) { return reading }
    let folded = terms.folded(written)
    let text = Array(folded.unicodeScalars)
    if let value = QuantityReader.scientific(text) {
      return settle(value, unitAfter: text.count, text, written, reading)
    }
    reading.pack = PackReader(terms: terms).pack(in: text)
    var numbers = NumberScan.numbers(in: text, decimalComma: decimalComma)
    // A pack within brackets or before a stroke is no quantity.
    if numbers.count > 1 {
      numbers.removeAll { isPackNumber($0, in: text) }
    }
    guard let number = numbers.first else { return inWords(text, written, reading) }
    if numbers.count == 2, isWithinBrackets(numbers[1], text), holdsReactions(numbers[1], text),
      !holdsReactions(numbers[0], text)
    {
      // 10盒(2000人份): what the boxes hold together, or each; the words of the item say which.
      numbers.removeLast()
      reading.pack = nil
    }
    if numbers.count > 1 {
      // 15×200: boxes by what each holds.
      if numbers.count == 2, let pack = product(numbers, text) {
        reading.quantity = number.value
        reading.pack = reading.pack ?? PackSize(count: pack, unit: "reaction")
        return reading
      }
      reading.fault = "\(NoticeText.quoted(written)) holds several numbers"
      return reading
    }
    guard !number.isNegative else {
      reading.fault = "\(NoticeText.quoted(written)) is below zero"
      return reading
    }
    var end = number.range.upperBound
    var scale = 1
    if end < text.count, text[end] == "万" {
      scale = 10_000
      end += 1
    }
    guard let value = number.value, let factor = Decimal(exactly: scale),
      let quantity = value.multiplied(by: factor)
    else {
      reading.fault = "\(NoticeText.quoted(written)) is no number that can be read"
      return reading
    }
    return settle(quantity, unitAfter: end, text, written, reading)
  }

  private func settle(
    _ quantity: Decimal, unitAfter end: Int, _ text: [Unicode.Scalar], _ written: String,
    _ reading: QuantityReading
  ) -> QuantityReading {
    var reading = reading
    let match = terms.unit(in: text, at: skipBlanks(text, end))
    if let match {
      let word = String(
        String.UnicodeScalarView(text[skipBlanks(text, end)..<match.end]))
      if match.code == "not-a-unit" {
        reading.fault = "\(NoticeText.quoted(written)): `\(word)` is no unit of a quantity"
        return reading
      }
      if reading.unit == nil { reading.unit = word }
    } else if end < text.count,
      text[skipBlanks(text, end) < text.count ? skipBlanks(text, end) : end] == "%"
    {
      reading.fault = "\(NoticeText.quoted(written)) is a share and no quantity"
      return reading
    }
    let code = reading.unit.flatMap { terms.unit($0) }
    if code == "not-a-unit" {
      reading.fault = "`\(reading.unit ?? "")` is no unit of a quantity"
      reading.unit = nil
      return reading
    }
    guard quantity <= QuantityReader.largest else {
      reading.fault = "\(NoticeText.quoted(written)) is more than any notice buys"
      return reading
    }
    guard quantity.isInteger || !["device", "box", "piece", "lot"].contains(code ?? "") else {
      reading.fault = "\(NoticeText.quoted(written)) is no whole number of \(reading.unit ?? "")"
      return reading
    }
    reading.quantity = quantity
    // 3000人份 are that many in all, and no pack.
    if code == "reaction" { reading.pack = nil }
    return reading
  }

  /// `1e3` and `1.5E+04`, as spreadsheets write numbers; nil for other text.
  private static func scientific(_ text: [Unicode.Scalar]) -> Decimal? {
    guard let sign = text.firstIndex(of: "e"),
      var value = NumberScan.value(of: text[..<sign], decimalComma: false),
      text[..<sign].allSatisfy({ NoticeText.isDigit($0) || $0 == "." })
    else { return nil }
    let exponent = text[(sign + 1)...].drop { $0 == "+" }
    guard (1...2).contains(exponent.count), exponent.allSatisfy({ NoticeText.isDigit($0) }),
      let count = Int(String(String.UnicodeScalarView(exponent))), count <= 12
    else { return nil }
    for _ in 0..<count {
      guard let next = value.multiplied(by: Decimal(millionths: 10_000_000)) else { return nil }
      value = next
    }
    return value
  }

  private func isWithinBrackets(_ number: ScannedNumber, _ text: [Unicode.Scalar]) -> Bool {
    let before = text[..<number.range.lowerBound]
    return before.count { $0 == "(" } > before.count { $0 == ")" }
  }

  private func holdsReactions(_ number: ScannedNumber, _ text: [Unicode.Scalar]) -> Bool {
    terms.unit(in: text, at: skipBlanks(text, number.range.upperBound))?.code == "reaction"
  }

  /// A thousand million of anything is a slip.
  private static let largest = Decimal(millionths: 1_000_000_000_000_000)

  private func inWords(
    _ text: [Unicode.Scalar], _ written: String, _ reading: QuantityReading
  ) -> QuantityReading {
    var reading = reading
    let start = text.firstIndex { HanNumber.isPart($0) } ?? text.count
    if let number = HanNumber.prefix(of: text[start...]),
      start + number.length == text.count
        || terms.unit(in: text, at: skipBlanks(text, start + number.length)) != nil
    {
      return settle(number.value, unitAfter: start + number.length, text, written, reading)
    }
    // A unit without a number: `批`.
    if reading.unit == nil, terms.unit(in: text, at: 0)?.end == text.count {
      reading.unit = written
      return reading
    }
    reading.fault = "\(NoticeText.quoted(written)) holds no number"
    return reading
  }

  private func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    var index = index
    while index < text.count, text[index] == " " || text[index] == "(" { index += 1 }
    return index
  }

  private func isPackNumber(_ number: ScannedNumber, in text: [Unicode.Scalar]) -> Bool {
    guard let unit = terms.unit(in: text, at: skipBlanks(text, number.range.upperBound)) else {
      return number.range.lowerBound > 1 && text[number.range.lowerBound - 2] == "每"
    }
    return
      (unit.end < text.count && text[unit.end] == "/"
      && terms.unit(in: text, at: unit.end + 1)?.code != "service")
      || (number.range.lowerBound > 1 && text[number.range.lowerBound - 2] == "每")
  }

  private func product(_ numbers: [ScannedNumber], _ text: [Unicode.Scalar]) -> Decimal? {
    let between = text[numbers[0].range.upperBound..<numbers[1].range.lowerBound]
    guard between.contains(where: { $0 == "×" || $0 == "x" || $0 == "*" }) else { return nil }
    return numbers[1].value
  }
}

extension TenderTerms {
  /// The longest unit that stands at a place of a folded text.
  func unit(in text: [Unicode.Scalar], at start: Int) -> (code: String, end: Int)? {
    guard start < text.count else { return nil }
    var length = min(longestUnit, text.count - start)
    while length > 0 {
      let end = start + length
      let word = String(String.UnicodeScalarView(text[start..<end]))
      if text[end - 1] != " ", let code = unit(word) {
        let last = text[end - 1]
        let isWhole =
          !NoticeText.isLatinLetter(last) || end == text.count
          || !NoticeText.isLatinLetter(text[end])
        if isWhole { return (code, end) }
      }
      length -= 1
    }
    return nil
  }
}
