import Facts
import Formats
import Policy

/// Takes what it can from an order that breaks a promise, one fact after the other.
struct Minimiser: Sendable {
  let obligation: Obligation

  func minimise(_ candidate: Candidate) -> Candidate {
    var least = candidate
    func attempt(_ change: (inout Candidate) -> Void) {
      var smaller = least
      change(&smaller)
      if obligation.confirm(smaller) != nil { least = smaller }
    }
    for key in candidate.confirmations.keys.sorted() {
      attempt { $0.confirmations[key] = nil }
    }
    for slot in candidate.order.slots.indices.dropFirst() where candidate.order.isNamed[slot] {
      attempt { smaller in smaller.withdraw(slot) }
    }
    for collection in candidate.order.isOpen.indices where candidate.order.isOpen[collection] {
      attempt { smaller in
        smaller.order.isOpen[collection] = false
        smaller.other?.isOpen[collection] = false
      }
    }
    for collection in candidate.order.members.indices {
      for slot in candidate.order.members[collection] {
        attempt { smaller in
          smaller.order.members[collection].removeAll { $0 == slot }
          smaller.other?.members[collection].removeAll { $0 == slot }
        }
      }
    }
    for place in candidate.order.relations.keys.sorted() {
      attempt { smaller in
        smaller.order.relations[place] = nil
        smaller.other?.relations[place] = nil
      }
    }
    for slot in candidate.order.slots.indices {
      for term in candidate.order.facts[slot].keys.sorted() {
        attempt { smaller in
          smaller.order.facts[slot][term] = nil
          smaller.other?.facts[slot][term] = nil
        }
        guard least.order.facts[slot][term] != nil else { continue }
        attempt { $0.simplify(slot, term) }
      }
    }
    return least
  }
}

extension Candidate {
  /// The same order without one of its objects.
  mutating func withdraw(_ slot: Int) {
    for collection in order.members.indices {
      order.members[collection].removeAll { $0 == slot }
      other?.members[collection].removeAll { $0 == slot }
    }
    order.isNamed[slot] = false
    other?.isNamed[slot] = false
  }

  /// A fact as a person would state it: verified, with one code, a round number.
  mutating func simplify(_ slot: Int, _ term: String) {
    func plain(_ fact: Fact?) -> Fact? {
      guard let fact, let value = fact.value else { return fact }
      var simple = value
      if case .codes(let codes, _) = value, codes.count > 1 {
        simple = .codes([codes[0]], isComplete: true)
      } else if case .codes(let codes, false) = value {
        simple = .codes(codes, isComplete: true)
      } else if case .number(let interval) = value, let bound = interval.low ?? interval.high {
        let whole = Decimal(exactly: max(0, min(bound.wholePart, 1_000_000))) ?? bound
        simple = .number(Interval(exactly: whole))
      }
      return Fact(simple, .verified, words: fact.words)
    }
    order.facts[slot][term] = plain(order.facts[slot][term])
    if let fact = other?.facts[slot][term] { other?.facts[slot][term] = plain(fact) }
  }
}
