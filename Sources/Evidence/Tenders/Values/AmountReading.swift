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
    ("人民币", "CNY"), ("rmb", "CNY"), ("yuan", "CNY"), ("cny", "CNY"), ("¥", "CNY"), ("元", "CNY"),
    ("kes", "KES"), ("ksh", "KES"), ("ngn", "NGN"), ("₦", "NGN"), ("pkr", "PKR"), ("inr", "INR"),
    ("₹", "INR"), ("ghs", "GHS"), ("tzs", "TZS"), ("ugx", "UGX"), ("zar", "ZAR"), ("bdt", "BDT"),
    ("$", "USD"),
  ]

  /// `hint` is what a heading says in brackets, such as `万元`; what the text itself says wins.
  func read(_ written: String, hint: String = "", currency: String? = nil) -> AmountReading {
    if terms.isAbsent(written) { return .absent }
    let folded = terms.folded(written)
    let hint = terms.folded(hint)
    let text = Array(folded.unicodeScalars)
    if folded.contains("**") || folded.contains("?.") {
      return .unreadable("\(NoticeText.quoted(written)) is masked")
    }
    let own = AmountReader.currency(in: folded)
    let known = own ?? AmountReader.currency(in: hint) ?? currency
    var values: [Decimal] = []
    var stated: [Decimal] = []
    let numbers = NumberScan.numbers(in: text, decimalComma: decimalComma)
    if let sum = compound(numbers, text) {
      return .money(TenderMoney(amount: sum, currency: known ?? "CNY"))
    }
    if AmountReader.isRange(numbers, text) {
      return .unreadable("\(NoticeText.quoted(written)) is a range and no amount")
    }
    for number in numbers {
      // 0x12 is neither nought nor twelve.
      let glued = text[..<number.range.lowerBound].reversed().prefix {
        NoticeText.isLatinLetter($0) || NoticeText.isDigit($0)
      }
      if glued.contains(where: { NoticeText.isDigit($0) }) {
        return .unreadable("\(NoticeText.quoted(written)) is no number that can be read")
      }
      let after = suffix(of: text, from: number.range.upperBound)
      if after.hasPrefix("%") || after.hasPrefix("‰") {
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

  /// 12万3千元 and 1亿2千万元: parts of one amount, each with its own unit.
  private func compound(_ numbers: [ScannedNumber], _ text: [Unicode.Scalar]) -> Decimal? {
    guard numbers.count >= 2 else { return nil }
    let units = [
      "亿": 100_000_000, "千万": 10_000_000, "百万": 1_000_000, "万": 10_000, "千": 1000, "百": 100,
    ]
    var sum = Decimal.zero
    var last = Int.max
    for (place, number) in numbers.enumerated() {
      let end = place + 1 < numbers.count ? numbers[place + 1].range.lowerBound : text.count
      var word = String(String.UnicodeScalarView(text[number.range.upperBound..<end]))
        .filter { $0 != " " && $0 != ")" }
      if place + 1 == numbers.count, let yuan = word.firstIndex(of: "元") {
        word = String(word[..<yuan])
      }
      guard !number.isNegative, let value = number.value, let unit = units[word], unit < last,
        let factor = Decimal(exactly: unit), let part = value.multiplied(by: factor),
        let next = sum.adding(part)
      else { return nil }
      sum = next
      last = unit
    }
    return sum
  }

  static func currency(in folded: String) -> String? {
    signs.first { folded.contains($0.text) }?.currency
  }

  private func suffix(of text: [Unicode.Scalar], from index: Int) -> String {
    // ccgp.gov.cn writes 98.6000000（万元）.
    String(String.UnicodeScalarView(text[index...].drop { $0 == " " || $0 == "(" }.prefix(12)))
  }

  /// `100-200万元` says no amount.
  private static func isRange(_ numbers: [ScannedNumber], _ text: [Unicode.Scalar]) -> Bool {
    zip(numbers, numbers.dropFirst()).contains { left, right in
      let between = text[left.range.upperBound..<right.range.lowerBound].filter { $0 != " " }
      return ["-", "–", "—", "~", "～", "至", "到", "万-", "万~", "万至", "万元-", "万元至"].contains(
        String(String.UnicodeScalarView(between)))
    }
  }

  private static let words: [(word: String, scale: Int)] = [
    ("thousand", 1000), ("million", 1_000_000), ("millionen", 1_000_000),
    ("billion", 1_000_000_000),
    ("milliarden", 1_000_000_000), ("mio", 1_000_000), ("mrd", 1_000_000_000), ("mln", 1_000_000),
    ("mn", 1_000_000), ("bn", 1_000_000_000), ("lakh", 100_000), ("crore", 10_000_000),
    ("tsd", 1000), ("k", 1000), ("m", 1_000_000),
  ]

  private static func scale(_ suffix: String) -> Int? {
    if suffix.hasPrefix("亿") { return 100_000_000 }
    if suffix.hasPrefix("万") { return 10_000 }
    if suffix.hasPrefix("百万") { return 1_000_000 }
    if suffix.hasPrefix("千万") { return 10_000_000 }
    if suffix.hasPrefix("十万") { return 100_000 }
    if suffix.hasPrefix("千元") { return 1000 }
    if suffix.hasPrefix("百元") { return 100 }
    let word = suffix.prefix { $0.isASCII && $0.isLetter }
    return words.first { $0.word == word }?.scale
  }

  static func scale(of hint: String, isHint: Bool) -> Int? {
    if hint.contains("亿元") { return 100_000_000 }
    if hint.contains("万") { return 10_000 }
    if hint.contains("千元") { return 1000 }
    return nil
  }
}
