import Formats

/// One thing whose particulars stand between commas: `STR试剂盒，200人份/盒，数量5盒，单价25000元`.
struct ClauseItem {
  let terms: TenderTerms

  private static let leads = ["采购数量", "数量", "总数", "共计", "共", "约", "计"]
  private static let unitPrices = ["含税单价", "单价", "每盒单价", "@"]
  private static let totals = ["总价", "合计", "小计", "金额", "总金额", "预算金额", "预算"]
  private static let brands = ["品牌", "厂家", "生产厂家"]
  private static let models = ["规格型号", "型号", "规格"]

  /// Nil where the parts name nothing, no number or several things. `counted` reads a part that
  /// names thing and number in one; `named` cleans the words of a thing.
  func item(
    in parts: [String], counted: (String) -> TenderItem?, named: (String) -> String?
  ) -> TenderItem? {
    guard parts.count > 1 else { return nil }
    var item = TenderItem(description: "", quantity: nil, unit: nil)
    var others: [String] = []
    for part in parts {
      let text = NoticeText.trimmed(part)
      if let found = count(in: text) {
        guard item.quantity == nil else { return nil }
        (item.quantity, item.unit) = (found.quantity, found.unit)
      } else if let words = rest(of: text, after: ClauseItem.unitPrices) {
        item.unitPrice = money(words)
      } else if let words = rest(of: text, after: ClauseItem.totals) {
        item.totalPrice = money(words)
      } else if let words = rest(of: text, after: ClauseItem.brands) {
        item.brand = item.brand ?? words
      } else if let words = rest(of: text, after: ClauseItem.models) {
        item.model = item.model ?? words
      } else if let thing = counted(text) {
        guard item.quantity == nil, item.description.isEmpty else { return nil }
        item.description = thing.description
        (item.quantity, item.unit) = (thing.quantity, thing.unit)
        item.pack = thing.pack
        item.unitPrice = item.unitPrice ?? thing.unitPrice
      } else if item.description.isEmpty {
        guard let name = named(text) else { return nil }
        item.description = name
      } else {
        others.append(text)
      }
    }
    guard !item.description.isEmpty, item.quantity != nil else { return nil }
    if !others.isEmpty { item.specification = others.joined(separator: "，") }
    item.pack =
      item.pack ?? PackReader(terms: terms).pack(
        in: ([item.model] + others).compactMap { $0 }
          .joined(separator: "，")) ?? PackReader(terms: terms).pack(in: item.description)
    return item
  }

  /// `数量5盒`, `60盒`: a number of things and no more.
  private func count(in text: String) -> (quantity: Decimal, unit: String)? {
    let bare = rest(of: text, after: ClauseItem.leads) ?? text
    let scalars = Array(terms.folded(bare).unicodeScalars)
    guard let first = scalars.first, NoticeText.isDigit(first) || HanNumber.isPart(first),
      !scalars.contains("/")
    else { return nil }
    let reading = QuantityReader(terms: terms).read(bare)
    guard reading.fault == nil, let quantity = reading.quantity, quantity > .zero,
      let unit = reading.unit, terms.folded(bare).hasSuffix(terms.folded(unit))
    else { return nil }
    return (quantity, unit)
  }

  private func rest(of text: String, after leads: [String]) -> String? {
    guard let lead = leads.first(where: { text.hasPrefix($0) }) else { return nil }
    let rest = NoticeText.trimmed(text.dropFirst(lead.count).drop { "：:为 ".contains($0) })
    return rest.isEmpty ? nil : rest
  }

  private func money(_ text: String) -> TenderMoney? {
    guard case .money(let money) = AmountReader(terms: terms).read(text, currency: "CNY") else {
      return nil
    }
    return money
  }
}
