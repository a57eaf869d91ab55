import Facts

/// Tries the objects of each variable of one rule and remembers what it met.
///
/// An open set is searched as if it held one more object, written -1, of which nothing is known:
/// `any` without a witness and `every` without a counterexample are then unknown, unless the
/// other clauses already decide.
struct RuleSearch {
  let rule: Rule
  let atoms: AtomEvaluator
  /// An exception past its date lifts nothing.
  let exceptionExpired: Bool
  /// For an example: the one object of each variable.
  let fixed: [Int]?

  private(set) var witnesses: [Witness] = []
  private(set) var undecided: [[Int]] = []
  private(set) var wasLifted = false
  private(set) var nearest: [Int] = []
  private var nearestDepth = -1
  private var objects: [Int] = []

  init(rule: Rule, atoms: AtomEvaluator, exceptionExpired: Bool, fixed: [Int]? = nil) {
    self.rule = rule
    self.atoms = atoms
    self.exceptionExpired = exceptionExpired
    self.fixed = fixed
  }

  /// The truth of the rule with the variables before `level` bound.
  mutating func truth(level: Int) -> Truth {
    var clauses = Truth.isTrue
    for (depth, clause) in rule.clauses.enumerated() where clause.level == level - 1 {
      clauses = clauses.and(atoms.truth(clause.condition, objects, rule.bindings))
      if clauses == .isFalse {
        remember(depth: depth)
        return .isFalse
      }
    }
    guard level < rule.bindings.count else { return leaf() }
    let binding = rule.bindings[level]
    let membership = atoms.table.memberships[binding.collection]
    let candidates =
      fixed.map { [$0[level]] } ?? membership.members + (membership.isOpen ? [-1] : [])
    if candidates.isEmpty { remember(depth: rule.clauses.count) }
    // `every` over an empty closed set is false: nothing was shown.
    var result: Truth = binding.isEvery && !candidates.isEmpty ? .isTrue : .isFalse
    let (witnessed, open) = (witnesses.count, undecided.count)
    for candidate in candidates {
      objects.append(candidate)
      let inner = truth(level: level + 1)
      objects.removeLast()
      result = binding.isEvery ? result.and(inner) : result.or(inner)
    }
    if binding.isEvery {
      // One that fails takes away what the others showed; one that is open, what they proved.
      if result != .isTrue { witnesses.removeSubrange(witnessed...) }
      if result == .isFalse { undecided.removeSubrange(open...) }
    }
    return result
  }

  private mutating func leaf() -> Truth {
    // That an open set has one more member is itself not known.
    var condition = existence
    if condition == .isFalse { return .isFalse }
    for clause in rule.clauses {
      condition = condition.and(atoms.truth(clause.condition, objects, rule.bindings))
    }
    remember(depth: rule.clauses.count + (condition == .isTrue ? 2 : 1))
    guard condition != .isFalse else { return .isFalse }
    let exception = exceptionTruth(objects)
    switch (condition, exception) {
    case (_, .isTrue):
      wasLifted = wasLifted || condition == .isTrue
      return .isFalse
    case (.isTrue, _):
      witnesses.append(Witness(objects: objects, exceptionIsUnknown: exception == .isUnknown))
      return .isTrue
    default:
      undecided.append(objects)
      return .isUnknown
    }
  }

  /// Whether everybody on whom the assignment rests exists: `any` needs the unnamed member of an
  /// open set, and so does `every` where nobody is named.
  private var existence: Truth {
    var result = Truth.isTrue
    for (binding, object) in zip(rule.bindings, objects) where object < 0 {
      if binding.isEvery, !atoms.table.memberships[binding.collection].members.isEmpty { continue }
      switch atoms.assumptions[atoms.unnamed(binding)] {
      case .favourable: return .isFalse
      case .unfavourable: continue
      case nil: result = .isUnknown
      }
    }
    return result
  }

  private func exceptionTruth(_ objects: [Int]) -> Truth {
    guard let exception = rule.exception, !exceptionExpired else { return .isFalse }
    return atoms.truth(exception, objects, rule.bindings)
  }

  private mutating func remember(depth: Int) {
    guard depth > nearestDepth else { return }
    nearestDepth = depth
    nearest = objects
  }

  /// The unknown facts that keep the rule open, or keep its exception from lifting it.
  func unknownFacts(for truth: Truth) -> [FactKey] {
    var keys: Set<FactKey> = []
    if truth == .isUnknown {
      for objects in undecided {
        for (binding, object) in zip(rule.bindings, objects) where object < 0 {
          keys.insert(atoms.unnamed(binding))
        }
        for clause in rule.clauses { collect(clause.condition, objects, into: &keys) }
        // An unknown exception can settle the rule as well.
        if let exception = rule.exception, !exceptionExpired {
          collect(exception, objects, into: &keys)
        }
      }
    } else if let exception = rule.exception {
      for witness in witnesses where witness.exceptionIsUnknown {
        collect(exception, witness.objects, into: &keys)
      }
    }
    return keys.sorted()
  }

  /// Mitigating facts that do not hold in a witness, for which there is a question.
  func remediableFacts() -> [FactKey] {
    var keys: Set<FactKey> = []
    for witness in witnesses {
      for clause in rule.clauses {
        remediable(clause.condition, witness.objects, rule.bindings, into: &keys)
      }
      if let exception = rule.exception, !exceptionExpired {
        remediable(exception, witness.objects, rule.bindings, into: &keys)
      }
    }
    return keys.sorted()
  }

  private func collect(_ condition: Condition, _ objects: [Int], into keys: inout Set<FactKey>) {
    atoms.collect(condition, objects, rule.bindings, into: &keys)
  }

  private func remediable(
    _ condition: Condition, _ objects: [Int], _ bindings: [Binding], into keys: inout Set<FactKey>
  ) {
    switch condition {
    case .all(let parts), .any(let parts):
      for part in parts { remediable(part, objects, bindings, into: &keys) }
    case .negation(let inner): remediable(inner, objects, bindings, into: &keys)
    case .atom(let atom):
      guard atom.polarity == .mitigating else { return }
      if case .relation = atom.test { return }
      let object = atom.subject < 0 ? 0 : objects[atom.subject]
      guard object >= 0,
        atoms.vocabulary.domains[atom.domain].terms[atom.term].question != nil,
        atoms.truth(atom, objects, bindings) == .isFalse
      else { return }
      keys.insert(atoms.key(atom, objects, bindings))
    case .aggregate(let aggregate):
      guard let inner = aggregate.condition else { return }
      for member in atoms.table.memberships[aggregate.binding.collection].members {
        remediable(inner, objects + [member], bindings + [aggregate.binding], into: &keys)
      }
    }
  }
}
