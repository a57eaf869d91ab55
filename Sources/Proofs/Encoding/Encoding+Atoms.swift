import Facts
import Formats
import Policy

extension Encoding {
  /// What a condition comes to in the order as it is known. A missing slot is the unnamed member
  /// of an open set.
  mutating func known(
    _ condition: Condition, _ objects: [Int?], _ bindings: [Binding], _ world: World,
    _ vocabulary: Vocabulary
  ) -> Ternary {
    switch condition {
    case .all(let parts):
      return .all(parts.map { known($0, objects, bindings, world, vocabulary) })
    case .any(let parts):
      return .any(parts.map { known($0, objects, bindings, world, vocabulary) })
    case .negation(let inner): return !known(inner, objects, bindings, world, vocabulary)
    case .atom(let atom): return known(atom, objects, world, vocabulary)
    case .aggregate(let aggregate):
      return known(aggregate, objects, bindings, world, vocabulary)
    }
  }

  private mutating func known(
    _ atom: Atom, _ objects: [Int?], _ world: World, _ vocabulary: Vocabulary
  ) -> Ternary {
    guard let slot = atom.subject < 0 ? 0 : objects[atom.subject] else {
      // Of somebody whom nobody names, nothing is stated.
      return atom.test == .stated ? Ternary(isTrue: .no, isFalse: .yes) : .unknown
    }
    let variables: FactVariables
    var name: String
    if case .relation(let relation, let second) = atom.test {
      guard let other = second < 0 ? 0 : objects[second] else { return .unknown }
      variables = self.relation(world, relation, slot, other)
      name = "\(slots[slot].name) \(vocabulary.relations[relation].phrase) \(slots[other].name)"
    } else {
      let term = vocabulary.domains[atom.domain].terms[atom.term]
      variables = fact(world, slot, term)
      name = "\(slots[slot].name).\(term.name)\(atom.test.words)"
    }
    let lifts =
      atom.test != .stated
      && (atom.polarity == .mitigating || (atom.polarity == .neutral && !atom.raises))
    if lifts { name += " beyond inference" }
    if world == .other { name += ", in the other order" }
    if let known = memory.atoms[name] { return known }
    let (isTrue, isFalse) = test(atom, variables, slot, vocabulary)
    let result = Ternary(
      isTrue: script.define(
        "\(name) is known to hold", isTrue.and(lifts ? !variables.isInferred : .yes)),
      isFalse: script.define("\(name) is known not to hold", isFalse))
    memory.atoms[name] = result
    return result
  }

  private mutating func test(
    _ atom: Atom, _ variables: FactVariables, _ slot: Int, _ vocabulary: Vocabulary
  ) -> (isTrue: Formula, isFalse: Formula) {
    let isKnown = variables.isKnown
    func both(_ holds: Formula) -> (Formula, Formula) { (isKnown.and(holds), isKnown.and(!holds)) }
    switch (atom.test, variables.value) {
    case (.stated, _): return (variables.isStated, !variables.isStated)
    case (.truth, .flag(let flag)), (.relation, .flag(let flag)): return both(flag)
    case (.within(_, let asked), .codes(let has, let isComplete, _, _)),
      (.equals(let asked), .codes(let has, let isComplete, _, _)):
      let term = vocabulary.domains[atom.domain].terms[atom.term]
      guard let classes = classes(of: atom.domain, term) else { return (.no, .no) }
      return (
        isKnown.and(.any(classes.within(asked).map { has[$0] })),
        .all([isKnown, isComplete] + classes.touching(asked).map { !has[$0] })
      )
    case (.atLeast(let bound), .number(let low, let lowIsOpen, let high, let highIsOpen, _)):
      let bound = Formula.number(bound.millionths)
      return (
        .all([isKnown, !lowIsOpen, bound.isAtMost(low)]),
        .all([isKnown, !highIsOpen, high.isLess(than: bound)])
      )
    case (.moreThan(let bound), .number(let low, let lowIsOpen, let high, let highIsOpen, _)):
      let bound = Formula.number(bound.millionths)
      return (
        .all([isKnown, !lowIsOpen, bound.isLess(than: low)]),
        .all([isKnown, !highIsOpen, high.isAtMost(bound)])
      )
    case (.atMost(let bound), .number(let low, let lowIsOpen, let high, let highIsOpen, _)):
      let bound = Formula.number(bound.millionths)
      return (
        .all([isKnown, !highIsOpen, high.isAtMost(bound)]),
        .all([isKnown, !lowIsOpen, bound.isLess(than: low)])
      )
    case (.lessThan(let bound), .number(let low, let lowIsOpen, let high, let highIsOpen, _)):
      let bound = Formula.number(bound.millionths)
      return (
        .all([isKnown, !highIsOpen, high.isLess(than: bound)]),
        .all([isKnown, !lowIsOpen, bound.isAtMost(low)])
      )
    case (_, .day(let day)): return holds(atom.test, on: day).map { both($0) } ?? (.no, .no)
    default: return (.no, .no)
    }
  }

  private mutating func holds(_ test: Atom.Test, on day: Formula) -> Formula? {
    switch test {
    case .before(let date): day.isLess(than: .number(Int64(date.dayNumber)))
    case .after(let date): Formula.number(Int64(date.dayNumber)).isLess(than: day)
    case .lessAgo(let span): cutoff(span).isLess(than: day)
    case .moreAgo(let span): day.isLess(than: cutoff(span))
    default: nil
    }
  }

  /// The day that lies a span before the as-of day: exact for days and weeks, and for months and
  /// years any day that it could be, longer spans reaching no later.
  mutating func cutoff(_ span: Span) -> Formula {
    if let known = cutoffs[span] { return known }
    let name = "the day \(span.words) before"
    func before(_ days: Int) -> Formula { Formula(text: "(- \(asOf.text) \(days))") }
    let made: Formula
    switch span.unit {
    case .days: made = script.define(name, before(span.count), .int)
    case .weeks: made = script.define(name, before(7 * span.count), .int)
    case .months, .years:
      made = script.declare(name, .int)
      let months = span.months
      script.assert(before(31 * months).isAtMost(made))
      script.assert(made.isAtMost(before(365 * (months / 12) + 28 * (months % 12))))
      let others = cutoffs.filter { $0.key.months > 0 }.sorted { $0.key.months < $1.key.months }
      for (other, day) in others {
        script.assert(other.months <= months ? made.isAtMost(day) : day.isAtMost(made))
      }
    }
    cutoffs[span] = made
    return made
  }

  // MARK: - Completions

  /// Whether a condition holds of what the order turns out to be.
  mutating func turnsOut(
    _ condition: Condition, _ objects: [Int], _ bindings: [Binding], _ vocabulary: Vocabulary
  ) -> Formula {
    switch condition {
    case .all(let parts): return .all(parts.map { turnsOut($0, objects, bindings, vocabulary) })
    case .any(let parts): return .any(parts.map { turnsOut($0, objects, bindings, vocabulary) })
    case .negation(let inner): return !turnsOut(inner, objects, bindings, vocabulary)
    case .atom(let atom): return turnsOut(atom, objects, vocabulary)
    case .aggregate(let aggregate): return turnsOut(aggregate, objects, bindings, vocabulary)
    }
  }

  private mutating func turnsOut(
    _ atom: Atom, _ objects: [Int], _ vocabulary: Vocabulary
  ) -> Formula {
    let slot = atom.subject < 0 ? 0 : objects[atom.subject]
    if case .relation(let relation, let second) = atom.test {
      let other = second < 0 ? 0 : objects[second]
      if case .flag(let flag) = self.relation(.order, relation, slot, other).value { return flag }
      return .no
    }
    let term = vocabulary.domains[atom.domain].terms[atom.term]
    switch (atom.test, fact(.order, slot, term).value) {
    case (.stated, _): return .yes
    case (.truth, .flag(let flag)): return flag
    case (.within(_, let asked), .codes(_, _, _, let turnsOut)),
      (.equals(let asked), .codes(_, _, _, let turnsOut)):
      let places = classes(of: atom.domain, term)?.within(asked) ?? []
      return .any(places.compactMap { turnsOut[$0] })
    case (let test, .number(_, _, _, _, let number)): return test.compares(number)
    case (let test, .day(let day)): return holds(test, on: day) ?? .no
    default: return .no
    }
  }
}

extension Atom.Test {
  /// The comparison of an exact number of millionths.
  func compares(_ number: Formula) -> Formula {
    switch self {
    case .atLeast(let bound): Formula.number(bound.millionths).isAtMost(number)
    case .atMost(let bound): number.isAtMost(.number(bound.millionths))
    case .moreThan(let bound): Formula.number(bound.millionths).isLess(than: number)
    case .lessThan(let bound): number.isLess(than: .number(bound.millionths))
    default: .no
    }
  }

  /// The test as words after the name of a fact.
  var words: String {
    switch self {
    case .truth, .relation: ""
    case .within(_, let codes): " within " + codes.joined(separator: ", ")
    case .equals(let words): " is " + words.joined(separator: ", ")
    case .atLeast(let bound): " at least \(bound)"
    case .atMost(let bound): " at most \(bound)"
    case .moreThan(let bound): " more than \(bound)"
    case .lessThan(let bound): " less than \(bound)"
    case .before(let date): " before \(date)"
    case .after(let date): " after \(date)"
    case .lessAgo(let span): " less than \(span.words) ago"
    case .moreAgo(let span): " more than \(span.words) ago"
    case .stated: " is stated"
    }
  }
}

extension Span {
  /// Whole months, for spans that are counted in them.
  var months: Int {
    switch unit {
    case .days, .weeks: 0
    case .months: count
    case .years: 12 * count
    }
  }
}
