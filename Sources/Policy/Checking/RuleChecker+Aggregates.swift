import Facts
import Formats

extension RuleChecker {
  /// Looks up a count or a sum: its set, its own variable, which members count, and the bound.
  mutating func check(
    _ syntax: AggregateSyntax, _ bindings: [Binding], raises: Bool
  ) -> Aggregate? {
    let place = Located(text: syntax.text, position: syntax.position)
    guard allowsAggregates(at: place) else { return nil }
    let inner = check(
      binding: BindingSyntax(
        isEvery: false, collection: syntax.collection, variable: syntax.variable),
      after: bindings)
    guard let inner else { return nil }
    let scope = bindings + [inner]
    guard let measure = measure(syntax, scope), let test = bound(syntax, inner, measure) else {
      return nil
    }
    // Fewer members than a bound is milder news than more: such a comparison turns things round.
    let growsWithMembers = test.growsWithValue
    let isRaisedByMembers = raises == growsWithMembers
    checkSet(inner, isRaisedByMembers, at: syntax.collection)
    if case .sum(let term) = measure {
      let definition = vocabulary.domains[inner.domain].terms[term]
      let polarity = PolarityOfAtom(definition.polarity)
      checkMonotone(
        growsWithMembers ? polarity : polarity.reversed, raises: raises,
        name: "\(vocabulary.domains[inner.domain].name).\(definition.name)",
        isReversed: !growsWithMembers, at: syntax.collection)
    }
    isWithinAggregate = true
    defer { isWithinAggregate = false }
    var condition: Condition?
    if let written = syntax.condition {
      guard let checked = check(written, scope, raises: isRaisedByMembers) else { return nil }
      condition = checked
    }
    return Aggregate(
      measure: measure, binding: inner, condition: condition, test: test, raises: raises,
      level: condition.map { ConditionText.level($0, below: bindings.count) } ?? -1,
      text: syntax.text, position: syntax.position)
  }

  private mutating func allowsAggregates(at place: Located) -> Bool {
    if isWithinAggregate {
      report(
        "POL015", "a count or a sum cannot stand within another", "write two conditions",
        at: place)
      return false
    }
    if isException {
      // A second, benign member must not lift what the first one draws.
      report(
        "POL014", "a count or a sum cannot stand in an exception",
        "an exception sees only the variables of its rule", at: place)
      return false
    }
    return true
  }

  private mutating func measure(
    _ syntax: AggregateSyntax, _ scope: [Binding]
  ) -> Aggregate.Measure? {
    guard let (subject, name) = syntax.summed else { return .count }
    guard let (index, domain) = variable(subject, scope), let term = termIndex(name, domain) else {
      return nil
    }
    guard index == scope.count - 1 else {
      report(
        "POL017", "`\(subject.text)` is not the variable of the set that is added up",
        "write `sum of \(syntax.variable.text).\(name.text) over …`", at: subject)
      return nil
    }
    guard case .number = vocabulary.domains[domain].terms[term].type else {
      report(
        "POL036",
        "`\(name.text)` is \(vocabulary.domains[domain].terms[term].type.words) and "
          + "cannot be added up", "add up a number", at: name)
      return nil
    }
    return .sum(term: term)
  }

  /// The comparison and its bound, in the unit of what is added up; members have no unit.
  private mutating func bound(
    _ syntax: AggregateSyntax, _ inner: Binding, _ measure: Aggregate.Measure
  ) -> Atom.Test? {
    var units = [""]
    switch measure {
    case .count:
      let noun = vocabulary.domains[inner.domain].name
      units += [noun, noun + "s", noun.dropLast().description + "ies"]
    case .sum(let term):
      if case .number(let unit) = vocabulary.domains[inner.domain].terms[term].type {
        units = [unit]
      }
    }
    func check(_ number: Located, _ unit: Located?) -> Decimal? {
      let expected = units.contains(unit?.text ?? "") ? unit?.text ?? "" : units[0]
      return checkNumber(number, unit, expected)
    }
    switch syntax.predicate {
    case .atLeast(let number, let unit): return check(number, unit).map { .atLeast($0) }
    case .atMost(let number, let unit): return check(number, unit).map { .atMost($0) }
    case .moreThan(let number, let unit): return check(number, unit).map { .moreThan($0) }
    case .lessThan(let number, let unit): return check(number, unit).map { .lessThan($0) }
    default:
      report(
        "POL018", "a count or a sum is compared with a number",
        "write at least, at most, more than or less than",
        at: Located(text: syntax.text, position: syntax.position))
      return nil
    }
  }

  /// More findings must never make an outcome milder.
  private mutating func checkSet(_ inner: Binding, _ isRaised: Bool, at place: Located) {
    guard !isNote, !isRaised, vocabulary.collections[inner.collection].isAdverse else { return }
    report(
      "POL054", "fewer of `\(place.text)` would make the outcome stricter, so more of them milder",
      "turn the comparison round", at: place)
  }
}

extension Atom.Test {
  /// Whether the comparison can become true, and not false, as the value grows.
  var growsWithValue: Bool {
    switch self {
    case .atMost, .lessThan: false
    default: true
    }
  }
}
