import Facts
import Formats
import Taxonomy

/// What is assumed of a fact while asking what its answer would change: of an unknown one, or of
/// one that could still be shown, such as an end user that is not named yet.
public enum Assumption: Sendable, Hashable {
  /// The answer that makes rules fire less.
  case favourable
  /// The answer that makes rules fire more.
  case unfavourable
}

/// Tests atoms against a table of facts; what is open may be assumed, what is known stays.
struct AtomEvaluator {
  let vocabulary: Vocabulary
  let table: FactTable
  let assumptions: [FactKey: Assumption]
  /// The day against which lengths of time are counted; nil where there is none.
  let asOf: CivilDate?

  /// The fact that an atom reads; nil for the unnamed member of an open set.
  func fact(_ atom: Atom, _ objects: [Int]) -> Fact? {
    let object = atom.subject < 0 ? 0 : objects[atom.subject]
    if case .relation(let relation, let second) = atom.test {
      let other = second < 0 ? 0 : objects[second]
      guard object >= 0, other >= 0 else { return nil }
      let count = table.objects[vocabulary.relations[relation].to].count
      return table.relations[relation][object * count + other]
    }
    guard object >= 0 else { return nil }
    return table.objects[atom.domain][object].facts[atom.term]
  }

  /// The name of the fact that an atom reads.
  ///
  /// Whatever is asked of the unnamed member of an open set has one name: who it is.
  func key(_ atom: Atom, _ objects: [Int], _ bindings: [Binding]) -> FactKey {
    let object = atom.subject < 0 ? 0 : objects[atom.subject]
    if object < 0 { return unnamed(bindings[atom.subject]) }
    if case .relation(let relation, let second) = atom.test {
      let other = second < 0 ? 0 : objects[second]
      if other < 0 { return unnamed(bindings[second]) }
      return FactKey(
        subject: relation, isRelation: true, object: object, term: other, collection: -1)
    }
    return FactKey(
      subject: atom.domain, isRelation: false, object: object, term: atom.term, collection: -1)
  }

  func unnamed(_ binding: Binding) -> FactKey {
    FactKey(
      subject: binding.domain, isRelation: false, object: -1, term: -1,
      collection: binding.collection)
  }

  func truth(_ condition: Condition, _ objects: [Int], _ bindings: [Binding]) -> Truth {
    switch condition {
    case .all(let parts):
      var result = Truth.isTrue
      for part in parts {
        result = result.and(truth(part, objects, bindings))
        if result == .isFalse { return result }
      }
      return result
    case .any(let parts):
      var result = Truth.isFalse
      for part in parts {
        result = result.or(truth(part, objects, bindings))
        if result == .isTrue { return result }
      }
      return result
    case .negation(let inner): return !truth(inner, objects, bindings)
    case .atom(let atom): return truth(atom, objects, bindings)
    case .aggregate(let aggregate): return truth(aggregate, objects, bindings)
    }
  }

  func truth(_ atom: Atom, _ objects: [Int], _ bindings: [Binding]) -> Truth {
    let known = knownTruth(atom, objects)
    guard !assumptions.isEmpty, isOpen(atom, known),
      let assumption = assumptions[key(atom, objects, bindings)]
    else { return known }
    return Truth((assumption == .unfavourable) == atom.raises)
  }

  /// Whether an answer can still change what an atom says: it is unknown, or nobody has shown it.
  ///
  /// A fact may be known in part, as one function of several: that part stays as it is.
  private func isOpen(_ atom: Atom, _ known: Truth) -> Bool {
    known == .isUnknown || (known == .isFalse && atom.polarity == .mitigating)
  }

  private func knownTruth(_ atom: Atom, _ objects: [Int]) -> Truth {
    guard let fact = fact(atom, objects), let value = fact.value else {
      return atom.test == .stated ? .isFalse : .isUnknown
    }
    if atom.test == .stated { return Truth(isStated(value, of: atom)) }
    let truth = test(atom.test, value)
    // What is only inferred does not mitigate until somebody has confirmed it; a neutral fact
    // that would lift a rule mitigates.
    if truth == .isTrue, fact.basis == .inferred,
      atom.polarity == .mitigating || (atom.polarity == .neutral && !atom.raises)
    {
      return .isUnknown
    }
    if truth == .isFalse, case .equals = atom.test, !isWord(value, of: atom) { return .isUnknown }
    return truth
  }

  /// Whether all words of a value are words of the term: another one is an error in data.
  private func isWord(_ value: FactValue, of atom: Atom) -> Bool {
    guard case .codes(let known, _) = value,
      case .word(let words) = vocabulary.domains[atom.domain].terms[atom.term].type
    else { return false }
    return known.allSatisfy { words.contains($0) }
  }

  private func test(_ test: Atom.Test, _ value: FactValue) -> Truth {
    switch (test, value) {
    case (.truth, .boolean(let flag)), (.relation, .boolean(let flag)): return Truth(flag)
    case (.within(let tree, let asked), .codes(let known, let isComplete)):
      guard let tree = vocabulary.trees[tree] else { return .isUnknown }
      var result: Truth = isComplete ? .isFalse : .isUnknown
      for code in known {
        // A code that the tree does not know is an error in data, and errors are unknown.
        if !tree.contains(code) { result = .isUnknown }
        for target in asked {
          switch tree.containment(of: code, in: target) {
          case .inside: return .isTrue
          case .undetermined: result = .isUnknown
          case .outside: break
          }
        }
      }
      return result
    case (.equals(let asked), .codes(let known, let isComplete)):
      if known.contains(where: { asked.contains($0) }) { return .isTrue }
      return isComplete ? .isFalse : .isUnknown
    case (.atLeast(let bound), .number(let interval)): return interval.isAtLeast(bound)
    case (.moreThan(let bound), .number(let interval)): return interval.isMore(than: bound)
    case (.atMost(let bound), .number(let interval)): return !interval.isMore(than: bound)
    case (.lessThan(let bound), .number(let interval)): return !interval.isAtLeast(bound)
    case (.before(let date), .date(let known)): return Truth(known < date)
    case (.after(let date), .date(let known)): return Truth(known > date)
    case (.lessAgo(let span), .date(let known)):
      guard let asOf else { return .isUnknown }
      return Truth(known > span.before(asOf))
    case (.moreAgo(let span), .date(let known)):
      guard let asOf else { return .isUnknown }
      return Truth(known < span.before(asOf))
    // A value of another type than the term's is an error in data, and errors are unknown.
    default: return .isUnknown
    }
  }

  private func isStated(_ value: FactValue, of atom: Atom) -> Bool {
    let type = vocabulary.domains[atom.domain].terms[atom.term].type
    switch (value, type) {
    case (.boolean, .boolean), (.date, .date), (.text, .text): return true
    case (.number(let interval), .number): return interval.low != nil || interval.high != nil
    case (.codes(let codes, let isComplete), .tree(let name)):
      if codes.isEmpty { return isComplete }
      return codes.contains { vocabulary.trees[name]?.contains($0) ?? false }
    case (.codes(let codes, let isComplete), .word(let words)):
      if codes.isEmpty { return isComplete }
      return codes.contains { words.contains($0) }
    default: return false
    }
  }

  // MARK: - Aggregates

  func truth(_ aggregate: Aggregate, _ objects: [Int], _ bindings: [Binding]) -> Truth {
    let plain = comparison(aggregate, objects, bindings, trustsInferred: true)
    guard plain == .isTrue, !aggregate.raises else { return plain }
    return comparison(aggregate, objects, bindings, trustsInferred: false)
  }

  private func comparison(
    _ aggregate: Aggregate, _ objects: [Int], _ bindings: [Binding], trustsInferred: Bool
  ) -> Truth {
    let membership = table.memberships[aggregate.binding.collection]
    let one = Decimal(millionths: 1_000_000)
    var grows = true
    switch aggregate.test {
    case .atMost, .lessThan: grows = false
    default: break
    }
    var total = Interval(exactly: .zero)
    for member in membership.members {
      let inner = objects + [member]
      let counts =
        aggregate.condition.map { truth($0, inner, bindings + [aggregate.binding]) } ?? .isTrue
      if counts == .isFalse { continue }
      var value = Interval(exactly: one)
      if case .sum(let term) = aggregate.measure {
        let fact = table.objects[aggregate.binding.domain][member].facts[term]
        if case .number(let known)? = fact.value, trustsInferred || fact.basis != .inferred {
          value = Interval(
            low: max(.zero, known.low ?? .zero), high: known.high.map { max(.zero, $0) })
        } else {
          value = Interval(low: .zero, high: nil)
        }
        let key = FactKey(
          subject: aggregate.binding.domain, isRelation: false, object: member, term: term,
          collection: -1)
        if value.low != value.high, let assumption = assumptions[key] {
          if ((assumption == .unfavourable) == aggregate.raises) == grows {
            value = Interval(low: value.high, high: value.high)
          } else {
            value = Interval(low: value.low, high: value.low)
          }
          // Nothing bounds it: more than any number.
          if value.low == nil { value = Interval(low: Decimal(millionths: .max), high: nil) }
        }
      }
      total = Interval(
        low: (total.low ?? .zero).adding(
          counts == .isTrue ? value.low ?? .zero : .zero) ?? Decimal(millionths: .max),
        high: total.high.flatMap { sum in value.high.flatMap { sum.adding($0) } })
    }
    if membership.isOpen {
      switch assumptions[unnamed(aggregate.binding)] {
      case nil: total = Interval(low: total.low, high: nil)
      case let assumption?:
        if ((assumption == .unfavourable) == aggregate.raises) == grows { return Truth(grows) }
      }
    }
    switch aggregate.test {
    case .atLeast(let bound): return total.isAtLeast(bound)
    case .moreThan(let bound): return total.isMore(than: bound)
    case .atMost(let bound): return !total.isMore(than: bound)
    case .lessThan(let bound): return !total.isAtLeast(bound)
    default: return .isUnknown
    }
  }

  /// Facts on which an undecided aggregate depends.
  func collect(
    _ aggregate: Aggregate, _ objects: [Int], _ bindings: [Binding], into keys: inout Set<FactKey>
  ) {
    let membership = table.memberships[aggregate.binding.collection]
    if membership.isOpen { keys.insert(unnamed(aggregate.binding)) }
    let all = bindings + [aggregate.binding]
    for member in membership.members {
      let inner = objects + [member]
      let counts = aggregate.condition.map { truth($0, inner, all) } ?? .isTrue
      if counts == .isFalse { continue }
      if counts == .isUnknown, let condition = aggregate.condition {
        collect(condition, inner, all, into: &keys)
      }
      guard case .sum(let term) = aggregate.measure else { continue }
      let fact = table.objects[aggregate.binding.domain][member].facts[term]
      if case .number(let known)? = fact.value, known.low != nil, known.low == known.high,
        aggregate.raises || fact.basis != .inferred
      {
        continue
      }
      if case .number(let known)? = fact.value, let high = known.high, high <= .zero,
        aggregate.raises || fact.basis != .inferred
      {
        continue
      }
      keys.insert(
        FactKey(
          subject: aggregate.binding.domain, isRelation: false, object: member, term: term,
          collection: -1))
    }
  }

  func collect(
    _ condition: Condition, _ objects: [Int], _ bindings: [Binding], into keys: inout Set<FactKey>
  ) {
    guard truth(condition, objects, bindings) == .isUnknown else { return }
    switch condition {
    case .all(let parts), .any(let parts):
      for part in parts { collect(part, objects, bindings, into: &keys) }
    case .negation(let inner): collect(inner, objects, bindings, into: &keys)
    case .atom(let atom): keys.insert(key(atom, objects, bindings))
    case .aggregate(let aggregate): collect(aggregate, objects, bindings, into: &keys)
    }
  }
}
