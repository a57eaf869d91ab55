import Formats

/// What a text says of an amount of money.
enum AmountReading: Equatable {
  case money(TenderMoney)
  /// Nothing is stated, or it stands elsewhere.
  case absent
  /// Something is stated that is no amount, and why.
  case unreadable(String)
}

/// Reads amounts: `￥77.22万元（人民币）`, `772,200.00元`, `柒拾柒万贰仟贰佰元整`, `1.234,56 EUR`.
struct AmountReader {
  let terms: TenderTerms
  var decimalComma = false

  private static let signs: [(text: String, currency: String)] = [
    ("nt$", "TWD"), ("新台币", "TWD"), ("hk$", "HKD"), ("港币", "HKD"), ("港元", "HKD"), ("us$", "USD"),
    ("usd", "USD"),
    ("美元", "USD"), ("欧元", "EUR"), ("eur", "EUR"), ("€", "EUR"), ("英镑", "GBP"), ("£", "GBP"),
    ("gbp", "GBP"), ("日元", "JPY"), ("jpy", "JPY"), ("瑞士法郎", "CHF"), ("chf", "CHF"),
    ("人民币", "CNY"), ("rmb", "CNY"), ("cny", "CNY"), ("¥", "CNY"), ("元", "CNY"), ("$", "USD"),
  ]

  /// `hint` is what a heading says in brackets, such as `万元`; what the text itself says wins.
  func read(_ written: String, hint: String = "", currency: String? = nil) -> AmountReading {
    if terms.isAbsent(written) { return .absent }
    let folded = terms.folded(written)
    let hint = terms.folded(hint)
    let text = Array(folded.unicodeScalars)
    let own = AmountReader.currency(in: folded)
    let known = own ?? AmountReader.currency(in: hint) ?? currency
    var values: [Decimal] = []
    var stated: [Decimal] = []
    for number in NumberScan.numbers(in: text, decimalComma: decimalComma) {
      // 0x12 is neither nought nor twelve.
      let glued = text[..<number.range.lowerBound].reversed().prefix {
        NoticeText.isLatinLetter($0) || NoticeText.isDigit($0)
      }
      if glued.contains(where: { NoticeText.isDigit($0) }) {
        return .unreadable("\(NoticeText.quoted(written)) is no number that can be read")
      }
      let after = suffix(of: text, from: number.range.upperBound)
      if after == "%" || after == "‰" {
        return .unreadable("\(NoticeText.quoted(written)) is a share and no amount")
      }
      guard !number.isNegative else {
        return .unreadable("\(NoticeText.quoted(written)) is below zero")
      }
      let scale = AmountReader.scale(after) ?? AmountReader.scale(of: hint, isHint: true) ?? 1
      guard let value = number.value, let factor = Decimal(exactly: scale),
        let scaled = value.multiplied(by: factor)
      else {
        return .unreadable("\(NoticeText.quoted(written)) is no number that can be read")
      }
      values.append(scaled)
      let before = number.range.lowerBound > 0 ? text[number.range.lowerBound - 1] : " "
      if AmountReader.scale(after) != nil || after.hasPrefix("元")
        || "¥$€£".unicodeScalars.contains(before)
      {
        stated.append(scaled)
      }
    }
    let inWords = HanNumber.amount(in: text)
    let candidates = stated.isEmpty ? values : stated
    guard let first = candidates.first else {
      if let inWords { return .money(TenderMoney(amount: inWords, currency: known ?? "CNY")) }
      return .unreadable("\(NoticeText.quoted(written)) holds no amount")
    }
    guard candidates.allSatisfy({ $0 == first }) else {
      return .unreadable("\(NoticeText.quoted(written)) holds several amounts")
    }
    if let inWords, inWords != first {
      return .unreadable(
        "\(NoticeText.quoted(written)) says \(inWords) in words and \(first) in digits")
    }
    return .money(TenderMoney(amount: first, currency: known))
  }

  static func currency(in folded: String) -> String? {
    signs.first { folded.contains($0.text) }?.currency
  }

  private func suffix(of text: [Unicode.Scalar], from index: Int) -> String {
    // ccgp.gov.cn writes 98.6000000（万元）.
    String(String.UnicodeScalarView(text[index...].drop { $0 == " " || $0 == "(" }.prefix(3)))
  }

  private static func scale(_ suffix: String) -> Int? {
    if suffix.hasPrefix("亿") { return 100_000_000 }
    if suffix.hasPrefix("万") { return 10_000 }
    if suffix.hasPrefix("千元") { return 1000 }
    return nil
  }

  static func scale(of hint: String, isHint: Bool) -> Int? {
    if hint.contains("亿元") { return 100_000_000 }
    if hint.contains("万") { return 10_000 }
    if hint.contains("千元") { return 1000 }
    return nil
  }
}
