import Facts
import Formats
import Policy

/// One question for a solver: whether an order exists that breaks a promise in one way.
struct Obligation: Sendable {
  /// Names the file and the record: `guarantee`, or `guarantee.rule`.
  let name: String
  /// What it would mean that such an order exists.
  let meaning: String
  let vocabulary: Vocabulary
  let mentions: Mentions
  /// The objects of which the promise speaks; `slots[0]` is the order.
  let slots: [Slot]
  let difference: WorldDifference
  /// Asserts that the promise is broken.
  let encode: @Sendable (inout Encoding) -> Void
  /// What the evaluator makes of an order; nil where it does not break the promise.
  let confirm: @Sendable (Candidate) -> Confirmation?

  /// The query over these objects and others, of which there may be any number.
  func encoding(_ scope: Encoding.Scope, others: Int = 0) -> Encoding {
    var all = slots
    if others > 0 {
      let names = Set(all.map(\.name))
      for (domain, definition) in vocabulary.domains.enumerated()
      where domain != Vocabulary.orderDomain {
        for number in 1...others {
          let name = "other \(definition.name) \(number)"
          if !names.contains(name) { all.append(Slot(name: name, domain: domain)) }
        }
      }
    }
    var encoding = Encoding(
      vocabulary, mentions: mentions, slots: all, scope: scope, difference: difference)
    encoding.assertAxioms()
    encode(&encoding)
    return encoding
  }
}

/// What the evaluator says of an order that breaks a promise.
struct Confirmation: Sendable {
  /// The outcome of the order, and the rules that fire or are undetermined.
  let outcome: Outcome
  let results: [RuleResult]
  /// The outcome that the promise compares it with.
  let expected: Outcome
  /// What it is compared with, in words.
  let comparison: String
}

extension Slot {
  static let order = Slot(name: "order", domain: Vocabulary.orderDomain)
}
