import Formats
import Ledger
import Memos
import Policy
import Screening

/// An order with what it came to before and now.
struct RescreenedOrder {
  let subject: Rescreening.Subject
  /// Nil stands for an order that could not be decided.
  let before: String?
  let determination: Determination
  let isChanged: Bool

  var json: JSON {
    .object([
      ("order", .string("\(subject.system):\(subject.reference)")),
      ("state", .string(subject.isShipped ? "shipped" : "open")),
      ("before", .optional(before)), ("after", .string(determination.outcomeName)),
      ("decision", .string(determination.decision.rawValue)),
      ("determinationId", .string(determination.id)),
      ("findings", .strings(determination.findings.map(\.rule))),
    ])
  }

  var text: String {
    let rules = determination.findings.map(\.rule)
    return visible(
      "\(subject.system):\(subject.reference) · \(subject.isShipped ? "shipped" : "open") · "
        + "\(before ?? "errorFailClosed") -> \(determination.outcomeName)"
        + (rules.isEmpty ? "" : " · " + rules.joined(separator: ", "))) + "\n"
  }
}
