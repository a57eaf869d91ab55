import Facts
import Formats
import Policy

/// What a guarantee supposes: its dates, its objects, and its conditions.
struct Premise: Sendable {
  let guarantee: Guarantee
  let policies: PolicySet

  init(_ guarantee: Guarantee, _ policies: PolicySet) {
    self.guarantee = guarantee
    self.policies = policies
  }

  static func isWithin(_ intervals: [ValidityInterval], _ encoding: Encoding) -> Formula {
    intervals.isEmpty ? .yes : .any(intervals.map { encoding.contains($0) })
  }

  /// The guarantee's variables are the slots after the order.
  func assert(in encoding: inout Encoding) {
    let (bindings, vocabulary) = (guarantee.bindings, policies.vocabulary)
    encoding.script.assert(Premise.isWithin(guarantee.intervals, encoding))
    for (index, binding) in bindings.enumerated() {
      encoding.script.assert(encoding.mayStand(.order, index + 1, in: binding.collection))
    }
    let objects = bindings.indices.map { $0 + 1 }
    if let hypothesis = guarantee.hypothesis {
      encoding.script.assert(encoding.turnsOut(hypothesis, objects, bindings, vocabulary))
    }
    if let known = guarantee.known {
      encoding.script.assert(
        encoding.known(known, objects, bindings, .order, vocabulary).isTrue)
    }
  }

  /// Whether the evaluator finds that an order meets it.
  func holds(of candidate: Candidate) -> Bool {
    let (bindings, vocabulary) = (guarantee.bindings, policies.vocabulary)
    let order = candidate.order
    guard
      guarantee.intervals.isEmpty
        || guarantee.intervals.contains(where: { $0.contains(candidate.asOf) }),
      order.keepsAxioms(vocabulary)
    else { return false }
    for (index, binding) in bindings.enumerated() {
      let slot = index + 1
      let isThere =
        order.isNamed[slot]
        ? order.members[binding.collection].contains(slot) : order.isOpen[binding.collection]
      guard isThere else { return false }
    }
    let evaluator = candidate.evaluator(policies)
    if let known = guarantee.known {
      let (table, places) = order.table(vocabulary)
      let objects = bindings.indices.map { places[$0 + 1] }
      guard
        evaluator.truth(of: known, objects: objects, bindings: bindings, in: table) == .isTrue
      else { return false }
    }
    if let hypothesis = guarantee.hypothesis {
      let (table, places) = candidate.completion.table(vocabulary)
      let objects = bindings.indices.map { places[$0 + 1] }
      guard
        evaluator.truth(of: hypothesis, objects: objects, bindings: bindings, in: table)
          == .isTrue
      else { return false }
    }
    return true
  }
}
