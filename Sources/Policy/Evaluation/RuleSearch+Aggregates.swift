import Facts

/// What was counted or added up: the bounds in millionths, `max` where open, and how many members.
struct AggregateValue: Sendable {
  var low: Int64 = 0
  var high: Int64 = 0
  /// Members of which the condition is true, and those of which it may be.
  var counted = 0
  var possible = 0
  var isOpen = false

  mutating func add(_ value: (low: Int64, high: Int64), counts: Truth) {
    possible += 1
    if counts == .isTrue {
      counted += 1
      low = AggregateValue.sum(low, value.low)
    }
    high = AggregateValue.sum(high, value.high)
  }

  /// Sums that do not fit are open.
  private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }
}

extension RuleSearch {
  mutating func truth(_ aggregate: CompiledAggregate) -> Truth {
    let plain = comparison(aggregate, trustsInferred: true)
    // What is only inferred does not lift a rule.
    guard plain == .isTrue, !aggregate.raises, aggregate.term >= 0 else { return plain }
    return comparison(aggregate, trustsInferred: false)
  }

  private mutating func comparison(
    _ aggregate: CompiledAggregate, trustsInferred: Bool
  ) -> Truth {
    var value = value(of: aggregate, trustsInferred: trustsInferred)
    if value.isOpen {
      let unnamed = sheet.cells[sheet.unnamed[Int(aggregate.collection)]]
      guard let assumed = unnamed.assumed else {
        value.high = .max
        return test(aggregate, value)
      }
      // Of a set that nobody closed, an answer adds nothing, or as much as it takes.
      if growth(aggregate, assumed) { return Truth(aggregate.grows) }
    }
    return test(aggregate, value)
  }

  /// Whether the assumed answer makes the value as great as it can be, rather than as small.
  private func growth(_ aggregate: CompiledAggregate, _ assumed: Assumption) -> Bool {
    ((assumed == .unfavourable) == aggregate.raises) == aggregate.grows
  }

  private func test(_ aggregate: CompiledAggregate, _ value: AggregateValue) -> Truth {
    switch aggregate.test {
    case .atLeast: RuleSearch.isAtLeast(value.low, value.high, aggregate.bound)
    case .moreThan: RuleSearch.isMore(value.low, value.high, than: aggregate.bound)
    case .atMost: !RuleSearch.isMore(value.low, value.high, than: aggregate.bound)
    case .lessThan: !RuleSearch.isAtLeast(value.low, value.high, aggregate.bound)
    default: .isUnknown
    }
  }

  /// What the named members come to.
  mutating func value(of aggregate: CompiledAggregate, trustsInferred: Bool) -> AggregateValue {
    let collection = Int(aggregate.collection)
    var value = AggregateValue()
    value.isOpen = sheet.isOpen[collection]
    for place in sheet.memberships[collection] {
      let counts = counts(place, in: aggregate)
      if counts == .isFalse { continue }
      value.add(measure(aggregate, trustsInferred: trustsInferred), counts: counts)
    }
    return value
  }

  /// Binds the variable of a count to a member, and tells whether it counts.
  mutating func counts(_ place: Int, in aggregate: CompiledAggregate) -> Truth {
    bind(Int(aggregate.slot), to: sheet.members[place], of: Int(aggregate.collection))
    return aggregate.condition < 0 ? .isTrue : truth(node: Int(aggregate.condition))
  }

  /// What the member that is bound adds: one, or its number with no less than zero.
  private func measure(
    _ aggregate: CompiledAggregate, trustsInferred: Bool
  ) -> (low: Int64, high: Int64) {
    guard aggregate.term >= 0 else { return (1_000_000, 1_000_000) }
    let cell = sheet.cells[bases[Int(aggregate.slot)] + Int(aggregate.term)]
    var (low, high) = (Int64(0), Int64.max)
    if isTrusted(cell, trustsInferred) { (low, high) = (max(0, cell.low), max(0, cell.high)) }
    guard low != high, let assumed = cell.assumed else { return (low, high) }
    return growth(aggregate, assumed) ? (high, high) : (low, low)
  }

  private func isTrusted(_ cell: FactCell, _ trustsInferred: Bool) -> Bool {
    cell.flags.contains(.isKnown) && (trustsInferred || !cell.flags.contains(.isInferred))
  }

  /// The cell of the number that the bound member adds, where an answer could still change it.
  func openMeasure(_ aggregate: CompiledAggregate) -> Int? {
    guard aggregate.term >= 0 else { return nil }
    let index = bases[Int(aggregate.slot)] + Int(aggregate.term)
    let cell = sheet.cells[index]
    if isTrusted(cell, aggregate.raises), max(0, cell.low) == max(0, cell.high) { return nil }
    return index
  }
}
