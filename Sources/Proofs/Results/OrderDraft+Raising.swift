import Facts
import Policy
import Taxonomy

extension OrderDraft {
  /// Whether this is the other order with adverse facts raised and findings added, and nothing else.
  func isRaised(from other: OrderDraft, _ policies: PolicySet) -> Bool {
    let vocabulary = policies.vocabulary
    guard isOpen == other.isOpen, isNamed == other.isNamed else { return false }
    for (index, collection) in vocabulary.collections.enumerated() {
      let (mine, before) = (members[index], other.members[index])
      guard before.allSatisfy({ mine.contains($0) }), collection.isAdverse || mine == before
      else { return false }
    }
    for (slot, definition) in slots.enumerated() {
      for term in vocabulary.domains[definition.domain].terms {
        let (after, before) = (facts[slot][term.name], other.facts[slot][term.name])
        if after == before { continue }
        guard isRaised(after?.value, before?.value, term, vocabulary) else { return false }
      }
    }
    for place in Set(relations.keys).union(other.relations.keys) {
      let (after, before) = (relations[place]?.value, other.relations[place]?.value)
      if after == before { continue }
      let isAdverse = vocabulary.relations[place.relation].polarity == .adverse
      guard isAdverse, before != .boolean(true), after != .boolean(false) else { return false }
    }
    return true
  }

  private func isRaised(
    _ after: FactValue?, _ before: FactValue?, _ term: Term, _ vocabulary: Vocabulary
  ) -> Bool {
    switch (before, after) {
    case (.boolean(let was)?, .boolean(let now)?): return term.polarity == .adverse && (!was || now)
    case (.boolean(let was)?, nil): return term.polarity == .adverse && !was
    case (nil, .boolean(let now)?): return term.polarity == .adverse && now
    case (.number(let was)?, .number(let now)?):
      let isLowRaised = was.low.map { low in now.low.map { low <= $0 } ?? false } ?? true
      let isHighRaised = now.high.map { high in was.high.map { $0 <= high } ?? false } ?? true
      return term.polarity == .adverse && isLowRaised && isHighRaised
    case (nil, .number(let now)?): return term.polarity == .adverse && now.high == nil
    case (.date(let was)?, .date(let now)?): return term.polarity == .adverse && was <= now
    case (nil, .date): return term.polarity == .adverse
    case (.codes(let was, let wasComplete)?, .codes(let now, let isComplete)?):
      return wasComplete == isComplete && was.allSatisfy { now.contains($0) }
        && now.filter { !was.contains($0) }.allSatisfy { isAdverse($0, term, vocabulary) }
        && (term.holdsSeveral || was == now)
    case (nil, .codes(let now, let isComplete)?):
      return !isComplete && now.allSatisfy { isAdverse($0, term, vocabulary) }
    default: return false
    }
  }

  private func isAdverse(_ code: String, _ term: Term, _ vocabulary: Vocabulary) -> Bool {
    guard case .tree(let name) = term.type else { return term.polarity == .adverse }
    return vocabulary.trees[name]?.lineage(of: code)
      .first { $0.polarity != .neutral }?.polarity == .adverse
  }
}
