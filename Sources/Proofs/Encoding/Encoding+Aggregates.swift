import Facts
import Formats
import Policy
import Taxonomy

extension Encoding {
  /// A count or a sum as it is known, in millionths.
  private struct Total {
    let low: Formula
    let high: Formula
    let highIsOpen: Formula
  }

  /// A comparison of a count or a sum. Over every order it is no less than what any one object
  /// adds, for two variables may stand for one object; all else is left open.
  mutating func known(
    _ aggregate: Aggregate, _ objects: [Int?], _ bindings: [Binding], _ world: World,
    _ vocabulary: Vocabulary
  ) -> Ternary {
    let world = effective(world, aggregate)
    let plain = compare(
      aggregate, total(aggregate, objects, bindings, world, vocabulary, trustsInferred: true))
    guard !aggregate.raises, case .sum = aggregate.measure else { return plain }
    // What is only inferred lifts nothing.
    let shown = compare(
      aggregate, total(aggregate, objects, bindings, world, vocabulary, trustsInferred: false))
    return Ternary(isTrue: plain.isTrue.and(shown.isTrue), isFalse: plain.isFalse)
  }

  private func compare(_ aggregate: Aggregate, _ total: Total) -> Ternary {
    let (low, high, highIsOpen) = (total.low, total.high, total.highIsOpen)
    return switch aggregate.test {
    case .atLeast(let bound):
      Ternary(
        isTrue: Formula.number(bound.millionths).isAtMost(low),
        isFalse: (!highIsOpen).and(high.isLess(than: .number(bound.millionths))))
    case .moreThan(let bound):
      Ternary(
        isTrue: Formula.number(bound.millionths).isLess(than: low),
        isFalse: (!highIsOpen).and(high.isAtMost(.number(bound.millionths))))
    case .atMost(let bound):
      Ternary(
        isTrue: (!highIsOpen).and(high.isAtMost(.number(bound.millionths))),
        isFalse: Formula.number(bound.millionths).isLess(than: low))
    case .lessThan(let bound):
      Ternary(
        isTrue: (!highIsOpen).and(high.isLess(than: .number(bound.millionths))),
        isFalse: Formula.number(bound.millionths).isAtMost(low))
    default: Ternary.unknown
    }
  }

  /// Where the other order differs in nothing that a count reads, both have the same count.
  private func effective(_ world: World, _ aggregate: Aggregate) -> World {
    guard world == .other else { return .order }
    switch difference {
    case .none: return .order
    case .raised: return isRaised(aggregate) ? .other : .order
    case .given(let changes):
      let reads = RuleReading.terms(.aggregate(aggregate), vocabulary)
      return changes.contains { reads.contains($0.reading(vocabulary)) } ? .other : .order
    }
  }

  /// Whether findings can change a count: its set can grow, or it reads a fact that can be raised.
  private func isRaised(_ aggregate: Aggregate) -> Bool {
    if vocabulary.collections[aggregate.binding.collection].isAdverse { return true }
    return RuleReading.terms(.aggregate(aggregate), vocabulary).contains { reading in
      guard reading.domain >= 0 else {
        return Int(reading.name).map { vocabulary.relations[$0].polarity == .adverse } ?? true
      }
      guard let place = vocabulary.termIndex(reading.name, in: reading.domain) else { return true }
      let term = vocabulary.domains[reading.domain].terms[place]
      if case .tree(let name) = term.type {
        return vocabulary.trees[name]?.nodes.contains { $0.polarity == .adverse } ?? true
      }
      return term.polarity == .adverse
    }
  }

  private func name(
    _ aggregate: Aggregate, _ objects: [Int?], _ bindings: [Binding], _ world: World
  ) -> String {
    let chosen = zip(bindings, objects).map { binding, slot in
      "\(binding.variable) = \(slot.map { slots[$0].name } ?? "nobody named")"
    }
    return aggregate.text + (chosen.isEmpty ? "" : " for " + chosen.joined(separator: ", "))
      + (world == .other ? ", in the other order" : "")
  }

  private mutating func total(
    _ aggregate: Aggregate, _ objects: [Int?], _ bindings: [Binding], _ world: World,
    _ vocabulary: Vocabulary, trustsInferred: Bool
  ) -> Total {
    let name =
      name(aggregate, objects, bindings, world) + (trustsInferred ? "" : " beyond inference")
    if let low = memory.atoms["low of \(name)"], let high = memory.atoms["high of \(name)"] {
      return Total(low: low.isTrue, high: high.isTrue, highIsOpen: high.isFalse)
    }
    var lows: [Formula] = []
    var highs: [Formula] = []
    var opens: [Formula] = [isOpen[aggregate.binding.collection]]
    for slot in slots.indices.dropFirst() where slots[slot].domain == aggregate.binding.domain {
      let stands = stands(world, slot, in: aggregate.binding.collection)
      let condition = aggregate.condition.map {
        known($0, objects + [slot], bindings + [aggregate.binding], world, vocabulary)
      }
      let counts = stands.and(condition?.isTrue ?? .yes)
      let mayCount = stands.and(!(condition?.isFalse ?? .no))
      let (low, high, isUnbounded) = contribution(
        aggregate, slot, world, vocabulary, trustsInferred)
      lows.append(counts.then(low, else: .number(0)))
      highs.append(mayCount.then(high, else: .number(0)))
      opens.append(mayCount.and(isUnbounded))
    }
    let total: Total
    if scope == .theseObjects {
      total = Total(
        low: script.define("low of \(name)", .sum(lows), .int),
        high: script.define("high of \(name)", .sum(highs), .int), highIsOpen: .any(opens))
    } else {
      let low = script.declare("low of \(name)", .int)
      let high = script.declare("high of \(name)", .int)
      let isUnbounded = script.declare("no high of \(name)", .bool)
      script.assert(Formula.number(0).isAtMost(low))
      script.assert(isUnbounded.or(low.isAtMost(high)))
      for part in lows { script.assert(part.isAtMost(low)) }
      for part in highs { script.assert(isUnbounded.or(part.isAtMost(high))) }
      for part in opens { script.assert(part.implies(isUnbounded)) }
      total = Total(low: low, high: high, highIsOpen: isUnbounded)
      if world == .other, case .raised = difference, risesWithFindings(aggregate) {
        let before = self.total(
          aggregate, objects, bindings, .order, vocabulary, trustsInferred: trustsInferred)
        script.assert(before.low.isAtMost(low))
      }
    }
    memory.atoms["low of \(name)"] = Ternary(isTrue: total.low, isFalse: .no)
    memory.atoms["high of \(name)"] = Ternary(isTrue: total.high, isFalse: total.highIsOpen)
    return total
  }

  private mutating func contribution(
    _ aggregate: Aggregate, _ slot: Int, _ world: World, _ vocabulary: Vocabulary,
    _ trustsInferred: Bool
  ) -> (low: Formula, high: Formula, isUnbounded: Formula) {
    guard case .sum(let place) = aggregate.measure else {
      return (.number(1_000_000), .number(1_000_000), .no)
    }
    let term = vocabulary.domains[aggregate.binding.domain].terms[place]
    let variables = fact(world, slot, term)
    guard case .number(let low, let lowIsOpen, let high, let highIsOpen, _) = variables.value
    else { return (.number(0), .number(0), .yes) }
    let zero = Formula.number(0)
    let isKnown = variables.isKnown.and(trustsInferred ? .yes : !variables.isInferred)
    let hasLow = .all([isKnown, !lowIsOpen, zero.isLess(than: low)]) as Formula
    return (
      hasLow.then(low, else: zero), zero.isLess(than: high).then(high, else: zero),
      (!isKnown).or(highIsOpen)
    )
  }

  /// Whether a member that counts still counts when more that is adverse is found of it: no
  /// adverse fact stands under `not`.
  private func risesWithFindings(_ aggregate: Aggregate) -> Bool {
    func isSafe(_ condition: Condition, _ isPositive: Bool) -> Bool {
      switch condition {
      case .all(let parts), .any(let parts): parts.allSatisfy { isSafe($0, isPositive) }
      case .negation(let inner): isSafe(inner, !isPositive)
      case .atom(let atom): atom.polarity == .neutral || (atom.polarity == .adverse) == isPositive
      case .aggregate: false
      }
    }
    return aggregate.condition.map { isSafe($0, true) } ?? true
  }

  /// The comparison for what the order turns out to be, which lies between what is known.
  mutating func turnsOut(
    _ aggregate: Aggregate, _ objects: [Int], _ bindings: [Binding], _ vocabulary: Vocabulary
  ) -> Formula {
    let known = total(
      aggregate, objects, bindings, .order, vocabulary, trustsInferred: true)
    let name = name(aggregate, objects, bindings, .order) + " turns out"
    var parts: [Formula] = []
    for slot in slots.indices.dropFirst() where slots[slot].domain == aggregate.binding.domain {
      let condition =
        aggregate.condition.map {
          turnsOut($0, objects + [slot], bindings + [aggregate.binding], vocabulary)
        } ?? .yes
      var value = Formula.number(1_000_000)
      if case .sum(let place) = aggregate.measure {
        let term = vocabulary.domains[aggregate.binding.domain].terms[place]
        if case .number(_, _, _, _, let number) = fact(.order, slot, term).value {
          value = Formula.number(0).isLess(than: number).then(number, else: .number(0))
        }
      }
      let counts = mayStand(.order, slot, in: aggregate.binding.collection).and(condition)
      parts.append(counts.then(value, else: .number(0)))
    }
    let number = script.declare(name, .int)
    script.assert(known.low.isAtMost(number))
    script.assert(known.highIsOpen.or(number.isAtMost(known.high)))
    if scope == .theseObjects {
      script.assert(Formula.sum(parts).equals(number))
    } else {
      for part in parts { script.assert(part.isAtMost(number)) }
    }
    return aggregate.test.compares(number)
  }
}
