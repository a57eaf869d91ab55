import Formats
import Policy
public import Screening

extension TerminalReport {
  /// For `demo`: one line an order with its product, end user, determination and first reason,
  /// then the count of each determination.
  public static func demonstration(_ determinations: [Determination]) -> String {
    var text = TerminalText()
    var banners: [String] = []
    for banner in determinations.compactMap({ banner($0) }) where !banners.contains(banner) {
      banners.append(banner)
      text.add(banner)
    }
    if !banners.isEmpty { text.blank() }
    text.table(
      ["ORDER", "PRODUCT", "END USER", "DETERMINATION", "WHY"],
      determinations.map { determination in
        [
          determination.order.reference, product(determination.order),
          endUser(determination.order), TerminalWords.short(determination.outcome),
          why(determination),
        ]
      }, widths: [8, 17, 15, 19])
    text.blank()
    text.add(summary(determinations))
    return text.text
  }

  private static func product(_ order: OrderSummary) -> String {
    guard let line = order.lines.first else { return "no lines" }
    var name = line.familyName ?? line.description
    if let quantity = Decimal(line.quantity), quantity.description != "1" {
      name = "\(quantity) x \(name)"
    }
    return order.lines.count > 1 ? name + " +\(order.lines.count - 1)" : name
  }

  private static func endUser(_ order: OrderSummary) -> String {
    let endUsers = order.parties.filter { $0.roles.contains("endUser") }
    guard let first = endUsers.first else { return "not named" }
    let name = first.names.first ?? first.id
    return endUsers.count > 1 ? name + " +\(endUsers.count - 1)" : name
  }

  private static func why(_ determination: Determination) -> String {
    if determination.outcome == nil { return MemoSubject(determination).failure }
    if let finding = determination.findings.first(where: { $0.effect != nil }) {
      return finding.title
    }
    return "no finding; coverage \(determination.coverage.isComplete ? "" : "not ")complete"
  }

  private static func summary(_ determinations: [Determination]) -> String {
    let outcomes = Outcome.allCases.map { outcome in
      (words(for: outcome), determinations.count { $0.outcome == outcome })
    }
    let all = outcomes + [(words(for: nil), determinations.count { $0.outcome == nil })]
    let counts = all.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    return counts.isEmpty
      ? "no orders"
      : "\(counted(determinations.count, "order")): " + counts.joined(separator: " · ")
  }
}
