import Facts
import Formats
import Policy
import Taxonomy

extension Counterexample {
  /// The order as a clerk would type it, with what it is answered, line by line.
  public var lines: [String] {
    var lines = ["as of \(asOf)"]
    for key in candidate.confirmations.keys.sorted() {
      lines.append("\(key) is \(candidate.confirmations[key] == true ? "" : "not ")confirmed")
    }
    lines += describe(candidate.order)
    if let other = candidate.other {
      lines.append("with more found:")
      lines += describe(other).map { "  " + $0 }
    }
    lines += open
    lines.append("answered \(outcome.name); \(confirmation.comparison)")
    for state in [RuleResult.State.fired, .undetermined] {
      let rules = confirmation.results.filter { $0.state == state && $0.effect != nil }
      guard !rules.isEmpty else { continue }
      let names = rules.map { policies.rules[$0.rule].name }.joined(separator: ", ")
      lines.append((state == .fired ? "fires: " : "undetermined: ") + names)
    }
    return lines
  }

  /// The same as an example of a rule.
  public var example: [String] {
    let order = candidate.order
    var given: [String] = []
    for (slot, definition) in order.slots.enumerated() where order.isNamed[slot] {
      for (term, fact) in known(order, slot) {
        given.append("\(variable(definition.name)).\(term.name) = \(plain(fact.value))")
      }
    }
    for (place, fact) in order.relations.sorted(by: { $0.key < $1.key }) {
      let words =
        "\(variable(order.slots[place.from].name)) "
        + "\(policies.vocabulary.relations[place.relation].phrase) "
        + variable(order.slots[place.to].name)
      given.append(fact.value == .boolean(false) ? "not " + words : words)
    }
    return [
      "example \"as \(question) shows\" does not fire", "  given " + given.joined(separator: ", "),
    ]
  }

  private func variable(_ name: String) -> String {
    String(name.split(separator: " ").first ?? "order")
  }

  private func known(_ draft: OrderDraft, _ slot: Int) -> [(term: Term, fact: Fact)] {
    policies.vocabulary.domains[draft.slots[slot].domain].terms.compactMap { term in
      draft.facts[slot][term.name].flatMap { $0.value == nil ? nil : (term, $0) }
    }
  }

  private func describe(_ draft: OrderDraft) -> [String] {
    let vocabulary = policies.vocabulary
    var lines: [String] = []
    for (slot, definition) in draft.slots.enumerated() where draft.isNamed[slot] {
      let sets = vocabulary.collections.indices.filter { draft.members[$0].contains(slot) }
        .map { vocabulary.collections[$0].phrase }
      let facts = known(draft, slot)
      if slot > 0, sets.isEmpty, facts.isEmpty { continue }
      let name =
        slot == 0
        ? "order"
        : "\(vocabulary.domains[definition.domain].name) "
          + definition.name
      lines.append(name + (sets.isEmpty ? "" : " (\(sets.joined(separator: ", ")))"))
      let denied = facts.filter { $0.fact.value == .boolean(false) }.map(\.term.name)
      for (term, fact) in facts where fact.value != .boolean(false) {
        let basis = fact.basis == .inferred ? ", only inferred" : ""
        lines.append("  \(term.name): \(told(fact.value, term))\(basis)")
      }
      if !denied.isEmpty { lines.append("  known not to be: " + denied.joined(separator: ", ")) }
    }
    for (place, fact) in draft.relations.sorted(by: { $0.key < $1.key })
    where draft.isNamed[place.from] && draft.isNamed[place.to] {
      let words =
        "\(draft.slots[place.from].name) \(vocabulary.relations[place.relation].phrase) "
        + draft.slots[place.to].name
      lines.append((fact.value == .boolean(false) ? "it is not so that " : "") + words)
    }
    let open = vocabulary.collections.indices.filter { draft.isOpen[$0] }
    if !open.isEmpty {
      lines.append(
        "not known to be complete: "
          + open.map { vocabulary.collections[$0].phrase }.joined(separator: ", "))
    }
    return lines
  }

  /// What is not known of the order and turns out in a way that matters to the promise.
  private var open: [String] {
    let (order, completion) = (candidate.order, candidate.completion)
    var lines: [String] = []
    for (slot, definition) in order.slots.enumerated() {
      let unknown = policies.vocabulary.domains[definition.domain].terms.compactMap { term in
        completion.facts[slot][term.name].flatMap { fact -> String? in
          guard order.facts[slot][term.name]?.value == nil, fact.value != .boolean(false),
            fact.value != .codes([], isComplete: true)
          else { return nil }
          return "\(term.name) (may turn out: \(told(fact.value, term)))"
        }
      }
      guard !unknown.isEmpty, slot == 0 || order.isNamed[slot] || isBound(slot) else { continue }
      let name = order.isNamed[slot] ? definition.name : "\(definition.name), whom nobody names"
      lines.append("unknown of \(name): " + unknown.joined(separator: ", "))
    }
    return lines
  }

  private func isBound(_ slot: Int) -> Bool {
    candidate.completion.members.contains { $0.contains(slot) }
  }

  /// A value in words, with the name of a code beside it.
  private func told(_ value: FactValue?, _ term: Term) -> String {
    guard case .codes(let codes, let isComplete)? = value else { return plain(value) }
    let tree: CodeTree? =
      if case .tree(let name) = term.type { policies.vocabulary.trees[name] } else { nil }
    let words = codes.map { code in
      tree?[code].map { $0.name == code ? code : "\(code) (\($0.name))" } ?? code
    }
    return (words.isEmpty ? "none" : words.joined(separator: ", "))
      + (isComplete ? "" : ", and perhaps others")
  }

  private func plain(_ value: FactValue?) -> String {
    switch value {
    case nil: "unknown"
    case .boolean(let flag)?: flag ? "true" : "false"
    case .number(let interval)?: interval.words
    case .date(let date)?: date.description
    case .text(let text)?: text
    case .codes(let codes, _)?:
      codes.count == 1 ? codes[0] : "(\(codes.joined(separator: ", ")))"
    }
  }
}
