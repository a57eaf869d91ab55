public import Formats

/// How one order and one notice agree, field by field.
public struct TenderMatch: Sendable, Hashable {
  public enum Strength: String, Sendable, Hashable { case none, weak, moderate, strong, certain }

  public let notice: TenderNotice
  public let strength: Strength
  /// For each field that both state: its name and whether they agree.
  public let agreement: [Agreement]

  public struct Agreement: Sendable, Hashable {
    public let field: String
    public let agrees: Bool
  }

  /// `awardee agrees, item agrees, quantity differs`.
  public var words: String {
    agreement.map { "\($0.field) \($0.agrees ? "agrees" : "differs")" }.joined(separator: ", ")
  }
}

/// What an order states, for comparison with notices.
public struct TenderQuery: Sendable {
  public struct Line: Sendable {
    public let families: [String]
    public let quantity: Decimal

    public init(families: [String], quantity: Decimal) {
      self.families = families
      self.quantity = quantity
    }
  }

  public let order: String
  public let date: CivilDate
  public let lines: [Line]

  public init(order: String, date: CivilDate, lines: [Line]) {
    self.order = order
    self.date = date
    self.lines = lines
  }
}

extension TenderNotice {
  /// Days before an order within which a notice can be what it serves, and after.
  static let window = (before: 540, after: 120)

  /// Compares the notice with an order. `awardeeAgrees` and `buyerIsParty` come from a comparison
  /// of names, `families` from the reading of each item.
  public func match(
    _ query: TenderQuery, awardeeAgrees: Bool?, buyerIsParty: Bool, families: [[String]]
  ) -> TenderMatch {
    if let confirmedOrder, confirmedOrder == query.order, confirmedBy != nil {
      return TenderMatch(
        notice: self, strength: .certain,
        agreement: [TenderMatch.Agreement(field: "confirmed by a person", agrees: true)])
    }
    let age = query.date - (published ?? query.date)
    let isInWindow = age <= TenderNotice.window.before && age >= -TenderNotice.window.after
    var itemAgrees = false
    var quantityAgrees = false
    for (item, itemFamilies) in zip(items, families) {
      for line in query.lines
      where !itemFamilies.isEmpty && itemFamilies.contains(where: { line.families.contains($0) }) {
        itemAgrees = true
        if item.quantity == line.quantity { quantityAgrees = true }
      }
    }
    var agreement = [
      TenderMatch.Agreement(field: "item", agrees: itemAgrees),
      TenderMatch.Agreement(field: "quantity", agrees: quantityAgrees),
      TenderMatch.Agreement(field: "date", agrees: isInWindow),
    ]
    if let awardeeAgrees {
      agreement.insert(TenderMatch.Agreement(field: "awardee", agrees: awardeeAgrees), at: 0)
    }
    let strength: TenderMatch.Strength =
      switch (isInWindow && itemAgrees, awardeeAgrees ?? false || buyerIsParty, quantityAgrees) {
      case (true, true, true): .strong
      case (true, true, false), (true, false, true): .moderate
      case (true, false, false): .weak
      default: .none
      }
    return TenderMatch(notice: self, strength: strength, agreement: agreement)
  }
}
