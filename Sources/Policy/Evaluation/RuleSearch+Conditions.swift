import Facts

extension RuleSearch {
  /// The truth of the condition that begins at a node, for the objects that are bound.
  mutating func truth(node index: Int) -> Truth {
    let node = policies.nodes[index]
    switch node.kind {
    case .atom: return truth(atom: Int(node.index))
    case .negation: return !truth(node: index + 1)
    case .aggregate: return truth(policies.aggregates[Int(node.index)])
    case .all, .any:
      // What decides a conjunction is false, what decides a disjunction true.
      let deciding: Truth = node.kind == .all ? .isFalse : .isTrue
      var result = !deciding
      var part = index + 1
      while part < node.end {
        let next = policies.nodes[part]
        let truth = next.kind == .atom ? truth(atom: Int(next.index)) : truth(node: part)
        if truth == deciding { return deciding }
        if truth == .isUnknown { result = .isUnknown }
        part = Int(next.end)
      }
      return result
    }
  }

  /// The cell that an atom reads; that of the unnamed member where one stands for a variable.
  @inline(__always)
  func cell(_ atom: CompiledAtom) -> Int {
    let base = bases[Int(atom.slot)]
    guard base >= 0 else { return ~base }
    guard atom.test == .relation else { return base + Int(atom.term) }
    let second = Int(atom.second)
    guard bases[second] >= 0 else { return ~bases[second] }
    let relation = Int(atom.term)
    return sheet.relationStarts[relation]
      + Int(objects[Int(atom.slot)]) * sheet.relationWidths[relation] + Int(objects[second])
  }

  // Mutating, so that the search is passed by its place and never copied.
  mutating func truth(atom index: Int) -> Truth {
    let atom = policies.atoms[index]
    let cell = sheet.cells[cell(atom)]
    var truth = test(atom, cell)
    if truth == .isTrue, atom.needsConfirmation, cell.flags.contains(.isInferred),
      atom.test != .stated
    {
      truth = .isUnknown
    }
    // An answer can change what is unknown, and what mitigates and nobody has shown. A fact may be
    // known in part, as one function of several: that part stays as it is.
    guard let assumed = cell.assumed,
      truth == .isUnknown || (truth == .isFalse && atom.isMitigating)
    else { return truth }
    return Truth((assumed == .unfavourable) == atom.raises)
  }

  @inline(__always)
  private func test(_ atom: CompiledAtom, _ cell: FactCell) -> Truth {
    if atom.test == .stated { return Truth(cell.flags.contains(.isStated)) }
    guard cell.flags.contains(.isKnown) else { return .isUnknown }
    switch atom.test {
    case .truth, .relation: return Truth(cell.low != 0)
    case .among: return cell.low & atom.bound != 0 ? .isTrue : cell.flags.otherwise
    case .within: return within(atom, cell)
    case .atLeast: return RuleSearch.isAtLeast(cell.low, cell.high, atom.bound)
    case .moreThan: return RuleSearch.isMore(cell.low, cell.high, than: atom.bound)
    case .atMost: return !RuleSearch.isMore(cell.low, cell.high, than: atom.bound)
    case .lessThan: return !RuleSearch.isAtLeast(cell.low, cell.high, atom.bound)
    case .before: return Truth(cell.low < atom.bound)
    case .after: return Truth(cell.low > atom.bound)
    case .never, .stated: return .isUnknown
    }
  }

  @inline(__always)
  static func isAtLeast(_ low: Int64, _ high: Int64, _ bound: Int64) -> Truth {
    if low >= bound { return .isTrue }
    return high < bound ? .isFalse : .isUnknown
  }

  @inline(__always)
  static func isMore(_ low: Int64, _ high: Int64, than bound: Int64) -> Truth {
    if low > bound { return .isTrue }
    // The greatest number stands for an open bound.
    return high <= bound && high != .max ? .isFalse : .isUnknown
  }

  @inline(__always)
  private func within(_ atom: CompiledAtom, _ cell: FactCell) -> Truth {
    let otherwise = cell.flags.otherwise
    guard cell.flags.contains(.isListed) else {
      let code = FactCode(
        first: Int32(truncatingIfNeeded: cell.low), last: Int32(truncatingIfNeeded: cell.high))
      return within(atom, code, otherwise: otherwise)
    }
    var result = otherwise
    for place in Int(cell.low)..<Int(cell.low + cell.high) {
      result = within(atom, sheet.codes[place], otherwise: result)
      if result == .isTrue { return result }
    }
    return result
  }

  /// Whether a code lies within what is asked; unknown where what is asked may lie below it.
  @inline(__always)
  private func within(_ atom: CompiledAtom, _ code: FactCode, otherwise: Truth) -> Truth {
    var result = otherwise
    var place = Int(atom.firstAsked)
    while place < atom.endOfAsked {
      let asked = policies.asked[place]
      if code.isWithin(asked) { return .isTrue }
      if asked.isWithin(code) { result = .isUnknown }
      place += 1
    }
    return result
  }
}

extension FactCell.Flags {
  /// What a set of codes says where none of them lies within what is asked.
  fileprivate var otherwise: Truth {
    contains(.isComplete) && !contains(.hasFaults) ? .isFalse : .isUnknown
  }
}
