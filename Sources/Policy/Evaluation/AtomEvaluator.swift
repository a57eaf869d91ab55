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
    case .aggregate: return .isUnknown
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
    guard let fact = fact(atom, objects), let value = fact.value else { return .isUnknown }
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
    // A value of another type than the term's is an error in data, and errors are unknown.
    default: return .isUnknown
    }
  }
}
