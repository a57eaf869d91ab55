import Facts
import Policy

extension Encoding {
  /// Asserts what holds of the facts of every dossier.
  mutating func assertAxioms() {
    for axiom in vocabulary.axioms {
      switch axiom {
      case .isKnown(let domain, let term):
        let term = vocabulary.domains[domain].terms[term]
        for slot in slots.indices where slots[slot].domain == domain {
          script.assert(isNamed[slot].implies(fact(.order, slot, term).isKnown))
        }
      case .closes(let term, let collections):
        let flag = orderFlag(term)
        for collection in collections { script.assert(flag.isTrue.implies(!isOpen[collection])) }
      case .opens(let term, let collections):
        let flag = orderFlag(term)
        for collection in collections { script.assert(flag.isFalse.implies(isOpen[collection])) }
      case .members(let collection, let place, let words):
        let domain = vocabulary.collections[collection].domain
        let term = vocabulary.domains[domain].terms[place]
        for slot in slots.indices.dropFirst() where slots[slot].domain == domain {
          let variables = fact(.order, slot, term)
          guard case .codes(let has, _, _, _) = variables.value,
            let classes = classes(of: domain, term)
          else { continue }
          let holds = Formula.any(classes.within(words).map { has[$0] })
          script.assert(
            stands(.order, slot, in: collection).implies(variables.isKnown.and(holds)))
        }
      }
    }
  }

  private mutating func orderFlag(_ place: Int) -> Ternary {
    let term = vocabulary.domains[Vocabulary.orderDomain].terms[place]
    let variables = fact(.order, 0, term)
    guard case .flag(let flag) = variables.value else { return .unknown }
    return Ternary(
      isTrue: variables.isKnown.and(flag), isFalse: variables.isKnown.and(!flag))
  }
}
