import Formats
import Ledger
import Memos
import Policy
import Screening

/// An order with what it came to before and now.
struct RescreenedOrder {
  private let order: String
  private let isShipped: Bool
  /// Nil stands for an order that could not be decided.
  private let before: String?
  private let after: String
  private let decision: String
  private let determination: String
  private let rules: [String]
  let isChanged: Bool

  init(
    subject: Rescreening.Subject, before: String?, determination: Determination, isChanged: Bool
  ) {
    order = "\(subject.system):\(subject.reference)"
    isShipped = subject.isShipped
    self.before = before
    after = determination.outcomeName
    decision = determination.decision.rawValue
    self.determination = determination.id
    rules = determination.findings.map(\.rule)
    self.isChanged = isChanged
  }

  /// One that was changed before an interruption, as the log tells.
  init(_ change: Rescreening.Change) {
    order = "\(change.system):\(change.reference)"
    isShipped = change.isShipped
    before = change.before["determination"]?.string
    after = change.after["determination"]?.string ?? "errorFailClosed"
    decision = change.after["decision"]?.string ?? "hold"
    determination = change.after["determinationId"]?.string ?? ""
    rules = (change.after["findings"]?.array ?? []).compactMap { $0["ruleId"]?.string }
    isChanged = true
  }

  var json: JSON {
    .object([
      ("order", .string(order)), ("state", .string(isShipped ? "shipped" : "open")),
      ("before", .optional(before)), ("after", .string(after)), ("decision", .string(decision)),
      ("determinationId", .string(determination)), ("findings", .strings(rules)),
    ])
  }

  var text: String {
    visible(
      "\(order) · \(isShipped ? "shipped" : "open") · \(before ?? "errorFailClosed") -> \(after)"
        + (rules.isEmpty ? "" : " · " + rules.joined(separator: ", "))) + "\n"
  }
}
