import Facts

/// Tries the objects of each variable of one rule after another, and remembers what it met.
///
/// An open set is searched as if it held one more object, written -1, of which nothing is known:
/// `any` without a witness and `every` without a counterexample are then unknown, unless the
/// other clauses already decide. The same search decides, explains, asks and runs examples; where
/// it need not remember, it stops as soon as a rule is decided and allocates nothing.
struct RuleSearch {
  let policies: CompiledPolicies
  var sheet: FactSheet
  /// For an example: the one object of each variable.
  let fixed: [Int]?
  /// Object of each variable in scope; the order is the first.
  private(set) var objects: ContiguousArray<Int32>
  /// First cell of each object; of an unnamed one its only cell, as a complement.
  private(set) var bases: ContiguousArray<Int>

  /// The rule in hand.
  private var rule: CompiledRule
  private var remembers = false
  /// Object of each variable, and 1 where the exception is unknown.
  private(set) var witnesses: ContiguousArray<Int32> = []
  private(set) var undecided: ContiguousArray<Int32> = []
  private(set) var nearest: ContiguousArray<Int32> = []
  private(set) var wasLifted = false
  private var nearestDepth = -1
  /// Cells that were met since the last rule, for unknown and remediable facts.
  var marks: ContiguousArray<Bool> = []
  var marked: ContiguousArray<Int32> = []

  init(_ policies: CompiledPolicies, _ sheet: FactSheet, fixed: [Int]? = nil) {
    self.policies = policies
    self.sheet = sheet
    self.fixed = fixed
    rule = .none
    objects = policies.unboundObjects
    bases = policies.unboundBases
  }

  /// The truth of a rule, whatever its dates.
  mutating func truth(of index: Int) -> Truth {
    rule = policies.rules[index]
    return truth(level: 0, clause: Int(rule.firstClause), known: .isTrue)
  }

  /// The truth of a rule, with its witnesses and what came nearest to one.
  mutating func recordedTruth(of index: Int) -> Truth {
    if !witnesses.isEmpty { witnesses.removeAll(keepingCapacity: true) }
    if !undecided.isEmpty { undecided.removeAll(keepingCapacity: true) }
    if !nearest.isEmpty { nearest.removeAll(keepingCapacity: true) }
    (wasLifted, nearestDepth, remembers) = (false, -1, true)
    defer { remembers = false }
    return truth(of: index)
  }

  /// Binds a variable to an object; -1 is the unnamed member of its collection.
  mutating func bind(_ slot: Int, to object: Int32, of collection: Int) {
    objects[slot] = object
    if object < 0 {
      bases[slot] = ~sheet.unnamed[collection]
    } else {
      let domain = policies.layout.domains[collection]
      bases[slot] = sheet.starts[domain] + Int(object) * policies.layout.widths[domain]
    }
  }

  /// The truth with the variables before `level` bound and the clauses before `clause` known.
  private mutating func truth(level: Int, clause: Int, known: Truth) -> Truth {
    var (clause, known) = (clause, known)
    while clause < rule.endOfClauses {
      let next = policies.clauses[clause]
      guard next.level < level else { break }
      known = known.and(
        next.atom >= 0 ? truth(atom: Int(next.atom)) : truth(node: Int(next.node)))
      if known == .isFalse {
        if remembers { remember(level: level, depth: clause - Int(rule.firstClause)) }
        return .isFalse
      }
      clause += 1
    }
    return level < rule.variables
      ? truth(binding: level, clause: clause, known: known) : leaf(known)
  }

  /// Tries every object of a variable.
  private mutating func truth(binding level: Int, clause: Int, known: Truth) -> Truth {
    let binding = policies.bindings[rule.binding(level)]
    let collection = Int(binding.collection)
    if let fixed {
      bind(level + 1, to: Int32(fixed[level]), of: collection)
      return truth(level: level + 1, clause: clause, known: known)
    }
    let members = sheet.memberships[collection]
    let isOpen = sheet.isOpen[collection]
    if remembers, members.isEmpty, !isOpen { remember(level: level, depth: rule.clauses.count) }
    // `every` over an empty closed set is false: nothing was shown.
    var result: Truth = binding.isEvery && (isOpen || !members.isEmpty) ? .isTrue : .isFalse
    let (witnessed, open) = (witnesses.count, undecided.count)
    for place in members.lowerBound..<members.upperBound + (isOpen ? 1 : 0) {
      let member = place < members.upperBound ? sheet.members[place] : -1
      bind(level + 1, to: member, of: collection)
      let inner = truth(level: level + 1, clause: clause, known: known)
      result = binding.isEvery ? result.and(inner) : result.or(inner)
      if !remembers, result == (binding.isEvery ? .isFalse : .isTrue) { return result }
    }
    if binding.isEvery, remembers {
      // One that fails takes away what the others showed; one that is open, what they proved.
      if result != .isTrue { witnesses.removeSubrange(witnessed...) }
      if result == .isFalse { undecided.removeSubrange(open...) }
    }
    return result
  }

  private mutating func leaf(_ known: Truth) -> Truth {
    // That an open set has one more member is itself not known.
    let existence = rule.variables == 0 ? .isTrue : existence()
    if existence == .isFalse { return .isFalse }
    let condition = existence.and(known)
    if remembers {
      remember(
        level: Int(rule.variables), depth: rule.clauses.count + (condition == .isTrue ? 2 : 1))
    }
    let exception = rule.exception < 0 ? .isFalse : truth(node: Int(rule.exception))
    if exception == .isTrue {
      wasLifted = wasLifted || condition == .isTrue
      return .isFalse
    }
    if remembers {
      if condition == .isTrue {
        for slot in 1..<Int(rule.variables) + 1 { witnesses.append(objects[slot]) }
        witnesses.append(exception == .isUnknown ? 1 : 0)
      } else {
        for slot in 1..<Int(rule.variables) + 1 { undecided.append(objects[slot]) }
      }
    }
    return condition
  }

  /// Whether everybody on whom the assignment rests exists: `any` needs the unnamed member of an
  /// open set, and so does `every` where nobody is named.
  private mutating func existence() -> Truth {
    var result = Truth.isTrue
    for variable in 0..<Int(rule.variables) where objects[variable + 1] < 0 {
      let binding = policies.bindings[rule.binding(variable)]
      let collection = Int(binding.collection)
      if binding.isEvery, !sheet.memberships[collection].isEmpty { continue }
      switch sheet.cells[sheet.unnamed[collection]].assumed {
      case .favourable: return .isFalse
      case .unfavourable: continue
      case nil: result = .isUnknown
      }
    }
    return result
  }

  private mutating func remember(level: Int, depth: Int) {
    guard depth > nearestDepth else { return }
    nearestDepth = depth
    if !nearest.isEmpty { nearest.removeAll(keepingCapacity: true) }
    for slot in 1..<level + 1 { nearest.append(objects[slot]) }
  }
}
