/// Sums of money: a sum is of one currency, and of none where the text does not say which.
extension ReportScanner {
  /// The currency of which the sign or code stands right before: $, £, €, RMB.
  ///
  /// `$160,000 worth of kits` counts no kits, whatever follows.
  func currency(before index: Int) -> String? {
    guard units[index].isNumber else { return nil }
    let start = Int(units[index].start)
    if start > 0, bytes[start - 1] == 0x24 { return "dollars" }
    if start > 1, bytes[start - 2] == 0xC2 {
      if bytes[start - 1] == 0xA3 { return "pounds" }
      if bytes[start - 1] == 0xA5 { return "yuan or yen" }
    }
    if start > 2, bytes[(start - 3)..<start].elementsEqual([0xE2, 0x82, 0xAC]) { return "euros" }
    // `RMB 7.2 million on kits`
    guard index > 0, units[index - 1].end - units[index - 1].start == 3 else { return nil }
    return ReportScanner.codes[word(index - 1)]
  }

  /// The currency by the words that end a sum: yuan, 元, `US dollars`.
  func currency(named index: Int) -> String {
    let unit = units[index]
    if unit.isHan {
      let last = Unicode.Scalar(unit.symbols.exact & 0x1F_FFFF).map(String.init) ?? ""
      let before = han(index - 1).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
      return ReportScanner.hanNames[before + last] ?? ReportScanner.hanNames[last] ?? last
    }
    let name = word(index).lowercased()
    return ReportScanner.names[name] ?? name
  }

  /// Money that a number before `end` counts, with the currency behind it where it stands there.
  func money(until end: Int) -> (noun: ReportVocabulary.Noun, end: Int)? {
    if let noun = noun(from: end), noun.noun.name == "money" { return noun }
    return vocabulary.nouns.first { $0.name == "money" }.map { ($0, end) }
  }

  private static let codes = [
    "RMB": "yuan", "CNY": "yuan", "USD": "dollars", "EUR": "euros", "GBP": "pounds",
    "HKD": "Hong Kong dollars", "CHF": "francs", "JPY": "yen", "INR": "rupees",
  ]
  private static let names = ["renminbi": "yuan", "rmb": "yuan"]
  private static let hanNames = [
    "元": "yuan", "美元": "dollars", "欧元": "euros", "歐元": "euros", "民币": "yuan", "民幣": "yuan",
    "日元": "yen", "英镑": "pounds", "英鎊": "pounds", "港元": "Hong Kong dollars", "令吉": "ringgit",
    "盾": "rupiah",
  ]
}
