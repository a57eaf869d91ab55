/// Words by which numbers, dates, ages and names are recognised by their form.
struct FormWords: Sendable {
  let months: [UInt32: Int]
  let scales: [UInt32: Int]
  let numerals: [UInt32: Int]
  let approximations: [UInt32: String]
  let ageWords: Set<UInt32>
  let yearWords: Set<UInt32>
  let rangeWords: Set<UInt32>
  let parts: [UInt32: String]
  let currencies: [UInt32: String]
  /// No word of these has a greater symbol, because they are the first of the table.
  let lastSymbol: UInt32

  init(_ words: inout WordTable) {
    func table<Value>(
      _ entries: [(String, Value)], _ words: inout WordTable
    ) -> [UInt32: Value] {
      var table: [UInt32: Value] = [:]
      for (word, value) in entries { table[words.intern(word.utf8)] = value }
      return table
    }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let short = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "sept",
    ]
    months = table(
      names.enumerated().map { ($1, $0 + 1) } + short.enumerated().map { ($1, min($0, 11) + 1) }
        + [("sept", 9)], &words)
    scales = table(
      [("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000)], &words)
    let cardinals = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen",
    ]
    // `One resident` counts nobody.
    numerals = table(
      cardinals.enumerated().dropFirst().map { ($1, $0 + 1) } + [("dozen", 12)], &words)
    approximations = table(
      [
        ("nearly", "nearly"), ("almost", "nearly"), ("about", "about"), ("around", "about"),
        ("approximately", "about"), ("some", "about"), ("roughly", "about"),
        ("estimated", "about"), ("over", "over"), ("exceeding", "over"), ("than", "over"),
        ("least", "over"),
      ], &words)
    func set(_ list: [String], _ words: inout WordTable) -> Set<UInt32> {
      var result: Set<UInt32> = []
      for word in list { result.insert(words.intern(word.utf8)) }
      return result
    }
    ageWords = set(["age", "ages", "aged", "ageing", "aging"], &words)
    yearWords = set(["years", "year"], &words)
    rangeWords = set(["to", "and", "through", "until"], &words)
    parts = table(
      [
        ("mid", "mid"), ("early", "early"), ("late", "late"), ("end", "end"),
        ("beginning", "early"), ("middle", "mid"),
      ], &words)
    currencies = table(
      [("usd", "USD"), ("rmb", "CNY"), ("cny", "CNY"), ("eur", "EUR"), ("yuan", "CNY")], &words)
    lastSymbol = words.count
  }
}
