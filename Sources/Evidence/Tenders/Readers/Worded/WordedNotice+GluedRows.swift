import Formats

/// Rows of tables that came out of a picture or a page as one word each:
/// `121位点STR扩增试剂盒200人份/盒15盒27000405000` is row 1, 15 boxes at 27,000, together 405,000.
///
/// A row is read only where arithmetic proves where its numbers part.
extension WordedNotice {
  /// Items below a head that names quantity and price; a row that cannot be proved is told.
  mutating func readGluedRows() {
    var ordinal = 0
    for (text, _, line) in fields.lines {
      let folded = terms.folded(text)
      if ordinal == 0 {
        if GluedRow.isHead(folded) { ordinal = 1 }
        continue
      }
      let scalars = text.unicodeScalars.map { NoticeText.narrowed($0) }
      guard let rest = GluedRow.dropping(ordinal, from: scalars[...]) else {
        ordinal = 0
        continue
      }
      ordinal += 1
      guard let row = GluedRow(rest, terms: terms) else {
        fault(
          "EVD098", "the cells of the row cannot be told apart", "look at the source", line: line)
        continue
      }
      var item = TenderItem(
        description: row.name, quantity: row.quantity, unit: row.unit, place: "line \(line)")
      item.specification = row.packing
      item.pack = row.pack
      item.unitPrice = TenderMoney(amount: row.price, currency: "CNY")
      item.totalPrice = TenderMoney(amount: row.total, currency: "CNY")
      append(item)
    }
  }

  /// Bidders with scores that add up and a rank: `某某有限公司14.0040.2030.0084.201`.
  mutating func readGluedScores() {
    for (text, _, line) in fields.lines {
      let scalars = text.unicodeScalars
      guard let end = text.firstRange(of: "公司")?.upperBound,
        let rank = GluedRow.rank(Array(scalars[end...]))
      else { continue }
      let isFirst = rank == 1 && (notice.stage == .award || notice.stage == .contract)
      _ = add(String(text[..<end]), isAwarded: isFirst, line: line)
    }
  }
}

/// One row of a table without gaps.
struct GluedRow {
  let name: String
  /// What a unit holds, as written behind the name.
  let packing: String?
  let quantity: Decimal
  let unit: String
  let pack: PackSize?
  let price: Decimal
  let total: Decimal

  static func isHead(_ text: String) -> Bool {
    text.contains("数量") && text.contains("单价") && text.unicodeScalars.count <= 120
      && ["名称", "标的", "品名"].contains { text.contains($0) }
  }

  /// What follows the number of the row.
  static func dropping(
    _ ordinal: Int, from scalars: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    let digits = String(ordinal).unicodeScalars
    return scalars.starts(with: digits) ? scalars.dropFirst(digits.count) : nil
  }

  /// Nil where the last digits part into a price and a total in no way, or in several.
  init?(_ row: ArraySlice<Unicode.Scalar>, terms: TenderTerms) {
    let tail = row.reversed().prefix { NoticeText.isDigit($0) || $0 == "." }.count
    let amounts = Array(row.suffix(tail))
    let front = row.dropLast(tail)
    guard (2...40).contains(tail), let found = GluedRow.counted(front, terms) else { return nil }
    var solutions: [(Decimal, Decimal)] = []
    for split in 1..<amounts.count where amounts[split] != "0" && amounts[split] != "." {
      guard amounts[0] != "0", amounts[split - 1] != ".",
        let price = GluedRow.number(amounts[..<split]),
        let total = GluedRow.number(amounts[split...]),
        price.multiplied(by: found.quantity) == total
      else { continue }
      solutions.append((price, total))
    }
    guard solutions.count == 1, let solution = solutions.first else { return nil }
    let described = front[..<found.start]
    let words = NoticeText.trimmed(String(String.UnicodeScalarView(described)))
    pack = PackReader(terms: terms).pack(in: words)
    let bare = GluedRow.withoutPacking(words, terms)
    name = bare
    packing = bare == words ? nil : NoticeText.trimmed(words.dropFirst(bare.count))
    quantity = found.quantity
    unit = found.unit
    (price, total) = solution
    guard name.unicodeScalars.count >= 2 else { return nil }
  }

  /// The quantity with which the text ends, and its unit: `15盒`.
  private static func counted(
    _ text: ArraySlice<Unicode.Scalar>, _ terms: TenderTerms
  ) -> (start: Int, quantity: Decimal, unit: String)? {
    for length in stride(from: min(terms.longestUnit, text.count), to: 0, by: -1) {
      let unit = String(String.UnicodeScalarView(text.suffix(length)))
      guard let code = terms.unit(unit), code != "not-a-unit" else { continue }
      let before = text.dropLast(length)
      let digits = before.reversed().prefix { NoticeText.isDigit($0) }.count
      guard (1...6).contains(digits), let quantity = number(before.suffix(digits)),
        quantity > .zero
      else { continue }
      return (before.endIndex - digits, quantity, unit)
    }
    return nil
  }

  /// Without a `200人份/盒` at its end.
  private static func withoutPacking(_ words: String, _ terms: TenderTerms) -> String {
    guard let stroke = words.lastIndex(of: "/"),
      terms.unit(NoticeText.trimmed(words[words.index(after: stroke)...])) != nil
    else { return words }
    let front = Array(NoticeText.trimmed(words[..<stroke]).unicodeScalars)
    for length in stride(from: min(terms.longestUnit, front.count), to: 0, by: -1)
    where terms.unit(String(String.UnicodeScalarView(front.suffix(length)))) != nil {
      let before = front.dropLast(length)
      let digits = before.reversed().prefix { NoticeText.isDigit($0) || $0 == " " }.count
      guard digits > 0 else { continue }
      return NoticeText.trimmed(String(String.UnicodeScalarView(before.dropLast(digits))))
    }
    return words
  }

  /// The rank behind scores of two decimals of which the last is the sum of the others.
  static func rank(_ text: [Unicode.Scalar]) -> Int? {
    guard text.count <= 80, text.allSatisfy({ NoticeText.isDigit($0) || $0 == "." }) else {
      return nil
    }
    var scores: [Decimal] = []
    var rest = text[...]
    while let point = rest.firstIndex(of: "."), point + 2 < rest.endIndex,
      let score = number(rest[...(point + 2)])
    {
      scores.append(score)
      rest = rest[(point + 3)...]
    }
    guard let sum = scores.last, scores.count >= 3, (1...2).contains(rest.count),
      scores.dropLast().reduce(Decimal.zero as Decimal?, { $0?.adding($1) }) == sum
    else { return nil }
    return Int(String(String.UnicodeScalarView(rest)))
  }

  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Decimal? {
    Decimal(String(String.UnicodeScalarView(digits)))
  }
}
