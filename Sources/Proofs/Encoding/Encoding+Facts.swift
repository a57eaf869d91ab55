import Facts
import Formats
import Policy
import Taxonomy

extension Encoding {
  private static let least = Formula.number(.min + 1)
  private static let greatest = Formula.number(.max)

  /// The variables of a fact, made when it is first read.
  mutating func fact(_ world: World, _ slot: Int, _ term: Term) -> FactVariables {
    let key = FactKey(world: world, slot: slot, term: term.name)
    if let known = facts[key] { return known }
    let made = world == .order ? freshFact(slot, term) : otherFact(slot, term)
    facts[key] = made
    return made
  }

  private mutating func freshFact(_ slot: Int, _ term: Term) -> FactVariables {
    let name = slots[slot].name + "." + term.name
    let variables = declare(name, slots[slot].domain, term)
    script.assert(variables.isKnown.implies(isNamed[slot]))
    return complete(withTurnsOut: variables, slot, term)
  }

  private mutating func otherFact(_ slot: Int, _ term: Term) -> FactVariables {
    let original = fact(.order, slot, term)
    switch difference {
    case .none: return original
    case .given(let changes):
      let change = changes.first {
        $0.slot == slot && $0.domain == slots[slot].domain && $0.term == term.name
          && $0.second == nil
      }
      return change.map { constant($0.value, slots[slot].domain, term) } ?? original
    case .raised:
      return raised(original, slot, term)
    }
  }

  /// The variables without what a completion adds.
  private mutating func declare(_ name: String, _ domain: Int, _ term: Term) -> FactVariables {
    let isKnown = script.declare("\(name) is known", .bool)
    let isInferred = script.declare("\(name) is only inferred", .bool)
    let value: FactVariables.Value
    switch term.type {
    case .boolean: value = .flag(script.declare(name, .bool))
    case .text: value = .text
    case .date: value = .day(day(name))
    case .number:
      let (low, lowIsOpen) = (
        millionths("\(name), low"), script.declare("\(name) has no low", .bool)
      )
      let (high, highIsOpen) = (
        millionths("\(name), high"), script.declare("\(name) has no high", .bool)
      )
      script.assert(.any([lowIsOpen, highIsOpen, low.isAtMost(high)]))
      value = .number(low: low, lowIsOpen: lowIsOpen, high: high, highIsOpen: highIsOpen, low)
    case .tree, .word:
      let classes = classes(of: domain, term)
      let has = (classes?.classes ?? []).map {
        script.declare("\(name) holds \($0.representative)", .bool)
      }
      if !term.holdsSeveral { script.assert(atMostOne(has)) }
      value = .codes(
        has: has, isComplete: script.declare("\(name) is complete", .bool),
        isOne: !term.holdsSeveral, turnsOut: [:])
    }
    return FactVariables(isKnown: isKnown, isInferred: isInferred, value: value)
  }

  private mutating func day(_ name: String) -> Formula {
    let day = script.declare("\(name), in days since 1970-01-01", .int)
    script.assert(Formula.number(-719_162).isAtMost(day))
    script.assert(day.isAtMost(.number(2_932_896)))
    return day
  }

  private mutating func millionths(_ name: String) -> Formula {
    let value = script.declare("\(name), in millionths", .int)
    script.assert(Encoding.least.isAtMost(value))
    script.assert(value.isAtMost(Encoding.greatest))
    return value
  }

  private func atMostOne(_ flags: [Formula]) -> Formula {
    .all(
      flags.indices.flatMap { first in
        flags.indices.dropFirst(first + 1).map { !(flags[first].and(flags[$0])) }
      })
  }

  /// Relates what is known to what it turns out to be.
  private mutating func complete(
    withTurnsOut variables: FactVariables, _ slot: Int, _ term: Term
  ) -> FactVariables {
    let name = slots[slot].name + "." + term.name
    let value: FactVariables.Value
    switch variables.value {
    case .flag, .day, .text: return variables
    case .number(let low, let lowIsOpen, let high, let highIsOpen, _):
      let number = millionths("\(name) turns out")
      script.assert(variables.isKnown.implies(lowIsOpen.or(low.isAtMost(number))))
      script.assert(variables.isKnown.implies(highIsOpen.or(number.isAtMost(high))))
      value = .number(
        low: low, lowIsOpen: lowIsOpen, high: high, highIsOpen: highIsOpen, number)
    case .codes(let has, let isComplete, let isOne, _):
      guard let classes = classes(of: slots[slot].domain, term) else { return variables }
      var turnsOut: [Int: Formula] = [:]
      for place in classes.settled {
        turnsOut[place] = script.declare(
          "\(name) turns out to hold \(classes.classes[place].representative)", .bool)
      }
      let all = classes.settled.compactMap { turnsOut[$0] }
      if isOne { script.assert(atMostOne(all)) }
      var sources: [Int: [Formula]] = [:]
      for (place, holds) in has.enumerated() {
        let refinements = classes.refinements(of: place)
        script.assert(
          variables.isKnown.and(holds).implies(.any(refinements.compactMap { turnsOut[$0] })))
        for refinement in refinements { sources[refinement, default: []].append(holds) }
      }
      for place in classes.settled {
        guard let flag = turnsOut[place] else { continue }
        script.assert(
          .all([variables.isKnown, isComplete, flag]).implies(.any(sources[place] ?? [])))
      }
      value = .codes(has: has, isComplete: isComplete, isOne: isOne, turnsOut: turnsOut)
    }
    return FactVariables(
      isKnown: variables.isKnown, isInferred: variables.isInferred, value: value)
  }

  // MARK: - The other order

  private mutating func constant(
    _ value: FactValue?, _ domain: Int, _ term: Term
  ) -> FactVariables {
    var isKnown = Formula.yes
    let variables: FactVariables.Value
    switch (term.type, value) {
    case (.boolean, .boolean(let flag)?): variables = .flag(.constant(flag))
    case (.date, .date(let day)?): variables = .day(.number(Int64(day.dayNumber)))
    case (.number, .number(let interval)?):
      variables = .number(
        low: .number(interval.low?.millionths ?? 0), lowIsOpen: .constant(interval.low == nil),
        high: .number(interval.high?.millionths ?? 0),
        highIsOpen: .constant(interval.high == nil), .number(0))
    case (.tree, .codes(let codes, let isComplete)?), (.word, .codes(let codes, let isComplete)?):
      let classes = classes(of: domain, term)
      let places = codes.map { classes?.place(of: $0) }
      variables = .codes(
        has: (classes?.classes ?? []).indices.map { .constant(places.contains($0)) },
        isComplete: .constant(isComplete && !places.contains(nil)), isOne: !term.holdsSeveral,
        turnsOut: [:])
    default:
      isKnown = .no
      variables = .text
    }
    return FactVariables(
      isKnown: isKnown, isInferred: .no, value: variables)
  }

  /// The same fact with more that is adverse found out about it.
  private mutating func raised(
    _ original: FactVariables, _ slot: Int, _ term: Term
  ) -> FactVariables {
    let name = slots[slot].name + "." + term.name + ", with more found"
    let domain = slots[slot].domain
    let adverse = adverseClasses(domain, term)
    if term.polarity != .adverse, adverse.isEmpty { return original }
    if case .text = original.value { return original }
    let fresh = declare(name, domain, term)
    let raised = FactVariables(
      isKnown: fresh.isKnown, isInferred: original.isInferred, value: fresh.value)
    script.assert(original.isKnown.implies(raised.isKnown))
    script.assert(raised.isKnown.implies(isNamed[slot]))
    switch (original.value, raised.value) {
    case (.flag(let before), .flag(let after)):
      script.assert(original.isKnown.and(before).implies(after))
      // What becomes known of an adverse fact is that it is true.
      script.assert(raised.isKnown.and(!after).implies(original.isKnown.and(!before)))
    case (.day(let before), .day(let after)):
      script.assert(original.isKnown.implies(before.isAtMost(after)))
    case (
      .number(let low, let lowIsOpen, let high, let highIsOpen, _),
      .number(let newLow, let newLowIsOpen, let newHigh, let newHighIsOpen, _)
    ):
      let hadLow = original.isKnown.and(!lowIsOpen)
      let hadHigh = original.isKnown.and(!highIsOpen)
      script.assert(hadLow.implies((!newLowIsOpen).and(low.isAtMost(newLow))))
      script.assert(
        raised.isKnown.and(!newHighIsOpen).implies(hadHigh.and(high.isAtMost(newHigh))))
    case (.codes(let has, let isComplete, let isOne, _), .codes(let more, let moreComplete, _, _)):
      for (place, holds) in has.enumerated() {
        let mayBeAdded = term.polarity == .adverse || adverse.contains(place)
        script.assert(original.isKnown.and(holds).implies(more[place]))
        script.assert(
          raised.isKnown.and(more[place]).implies(
            original.isKnown.and(holds).or(.constant(mayBeAdded && !isOne)).or(
              (!original.isKnown).and(.constant(mayBeAdded)))))
      }
      script.assert(original.isKnown.implies(moreComplete.equals(isComplete)))
      script.assert(original.isKnown.or(!raised.isKnown).or(!moreComplete))
    default: break
    }
    return raised
  }

  /// Classes with a code that lies within an adverse node.
  private mutating func adverseClasses(_ domain: Int, _ term: Term) -> Set<Int> {
    guard case .tree(let name) = term.type, let tree = vocabulary.trees[name],
      let classes = classes(of: domain, term)
    else { return [] }
    return Set(
      tree.nodes.filter { node in
        tree.lineage(of: node.code).first { $0.polarity != .neutral }?.polarity == .adverse
      }.compactMap { classes.place(of: $0.code) })
  }

  // MARK: - Relations

  mutating func relation(_ world: World, _ relation: Int, _ from: Int, _ to: Int) -> FactVariables {
    let key = RelationKey(world: world, relation: relation, from: from, to: to)
    if let known = relations[key] { return known }
    let definition = vocabulary.relations[relation]
    let name = "\(slots[from].name) \(definition.phrase) \(slots[to].name)"
    let made: FactVariables
    if world == .order {
      made = declaredRelation(name, from, to)
    } else {
      let original = self.relation(.order, relation, from, to)
      switch difference {
      case .none: made = original
      case .given(let changes):
        let change = changes.first {
          $0.slot == from && $0.second == to && $0.term == String(relation)
        }
        made = change.map { constantRelation($0.value) } ?? original
      case .raised:
        guard definition.polarity == .adverse else {
          made = original
          break
        }
        made = declaredRelation(name + ", with more found", from, to)
        if case .flag(let before) = original.value, case .flag(let after) = made.value {
          script.assert(
            original.isKnown.implies(made.isKnown).and(original.isKnown.and(before).implies(after)))
          script.assert(made.isKnown.and(!after).implies(original.isKnown.and(!before)))
          script.assert(made.isInferred.equals(original.isInferred))
        }
      }
    }
    relations[key] = made
    return made
  }

  private mutating func declaredRelation(_ name: String, _ from: Int, _ to: Int) -> FactVariables {
    let isKnown = script.declare("\(name) is known", .bool)
    script.assert(isKnown.implies(isNamed[from].and(isNamed[to])))
    return FactVariables(
      isKnown: isKnown,
      isInferred: script.declare("\(name) is only inferred", .bool),
      value: .flag(script.declare(name, .bool)))
  }

  private func constantRelation(_ value: FactValue?) -> FactVariables {
    guard case .boolean(let flag)? = value else {
      return FactVariables(isKnown: .no, isInferred: .no, value: .flag(.no))
    }
    return FactVariables(isKnown: .yes, isInferred: .no, value: .flag(.constant(flag)))
  }
}
