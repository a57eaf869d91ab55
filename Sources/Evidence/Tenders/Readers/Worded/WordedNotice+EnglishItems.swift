import Formats

/// Goods in the lines of an English page: `LOT 1: Procurement of 150 boxes of extraction reagents`,
/// `STR amplification kit (20 kits)`.
extension WordedNotice {
  private static let leads = [
    "procurement", "supply", "supply and delivery", "purchase", "provision", "delivery",
    "supply, delivery and installation", "supply and installation", "acquisition",
  ]

  mutating func readEnglishItems() {
    let lines =
      fields.lines.map { ($0.text, $0.line) } + fields.all("lot").map { ($0.text, $0.line) }
    for (text, line) in lines.sorted(by: { $0.1 < $1.1 }) where text.unicodeScalars.count <= 300 {
      guard var item = counted(text) ?? bracketed(text) else { continue }
      item.place = "line \(line)"
      append(item)
    }
  }

  /// `… of 2 units of Genetic Analyzer and accessories for the laboratory`
  private func counted(_ text: String) -> TenderItem? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard
      let of = words.indices.dropLast(2).first(where: { index in
        words[index].lowercased() == "of" && words[index + 1].first?.isNumber == true
          && WordedNotice.leads.contains { lead in
            let ends = lead.split(separator: " ").map(String.init)
            return index >= ends.count
              && words[(index - ends.count)..<index].map { $0.lowercased() } == ends
          }
      }), let quantity = Decimal(words[of + 1].filter { $0 != "," })
    else { return nil }
    var rest = words[(of + 2)...]
    var unit: String?
    if let first = rest.first, terms.unit(first) != nil, rest.dropFirst().first == "of" {
      unit = first
      rest = rest.dropFirst(2)
    }
    let name = rest.prefix { !["for", "to", "at", "in"].contains($0.lowercased()) }
      .joined(separator: " ")
    let description = String(name.drop { " ,.;".contains($0) })
    guard description.count >= 3, description.count <= 200 else { return nil }
    var item = TenderItem(description: description, quantity: quantity, unit: unit)
    item.pack = PackReader(terms: terms).pack(in: description)
    return item
  }

  /// `STR Amplification Kit ( 20 kits )`
  private func bracketed(_ text: String) -> TenderItem? {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
    let words = text[text.index(after: open)...].dropLast()
      .split(whereSeparator: \.isWhitespace).map(String.init)
    let name = NoticeText.trimmed(text[..<open])
    guard words.count == 2, let quantity = Decimal(words[0].filter { $0 != "," }),
      let code = terms.unit(words[1]), ["device", "box", "piece", "bag", "bottle"].contains(code),
      name.count >= 3
    else { return nil }
    return TenderItem(description: name, quantity: quantity, unit: words[1])
  }
}
