public import Facts
public import Formats

/// Evaluates a policy set over a table of facts: total, deterministic, three-valued.
///
/// Rules are compiled once, when it is made. There is one implementation: explanations, questions
/// and examples call it again rather than reason about rules in a second way. Rules are
/// independent: their order never matters.
public struct Evaluator: Sendable {
  public let policies: PolicySet
  /// The day at which the law is read.
  public let asOf: CivilDate
  /// Operators' confirmations: true where the interval is confirmed to be in force.
  public let confirmations: [String: Bool]
  /// The shape of facts; pass it on to other evaluators of the same vocabulary and day.
  public let layout: FactLayout
  let compiled: CompiledPolicies

  /// `layout` must be that of the policies' vocabulary; one of another day is not used.
  public init(
    policies: PolicySet, asOf: CivilDate, confirmations: [String: Bool], layout: FactLayout? = nil
  ) {
    let given = layout.flatMap { $0.asOf == asOf ? $0 : nil }
    let layout = given ?? FactLayout(policies.vocabulary, asOf: asOf)
    self.policies = policies
    self.asOf = asOf
    self.confirmations = confirmations
    self.layout = layout
    var compiler = RuleCompiler(layout, asOf: asOf)
    for rule in policies.rules {
      compiler.add(rule, RuleStanding(of: rule, asOf: asOf, confirmations: confirmations))
    }
    compiled = CompiledPolicies(compiler)
  }

  /// The facts of a table in the form that rules are evaluated over.
  public func sheet(of table: FactTable) -> FactSheet {
    FactSheet(table, layout, reads: compiled.reads)
  }

  /// Results for all rules, or for those at `indices`.
  public func evaluate(
    _ table: FactTable, rules indices: [Int]? = nil, assuming: [FactKey: Assumption] = [:]
  ) -> Evaluation {
    evaluate(sheet(of: table), rules: indices, assuming: assuming)
  }

  /// Results for all rules, or for those at `indices`, over a sheet of this evaluator's layout.
  public func evaluate(
    _ sheet: FactSheet, rules indices: [Int]? = nil, assuming: [FactKey: Assumption] = [:]
  ) -> Evaluation {
    var recorder = EvaluationRecorder(compiled, sheet, assuming)
    if let indices {
      for index in indices { recorder.add(index) }
    } else {
      for index in compiled.rules.indices { recorder.add(index) }
    }
    return recorder.evaluation()
  }

  /// The decision alone, without lists: what fired, what waits, and what follows.
  ///
  /// Takes a few microseconds for sixty rules over an order's own facts, and allocates nothing
  /// for a rule. The buffer is made for this evaluator and can be used again.
  public func decide(_ sheet: FactSheet, into decision: inout PolicyDecision) {
    decision.clear()
    var search = RuleSearch(compiled, sheet)
    for index in compiled.rules.indices where compiled.rules[index].isInForce {
      let truth = search.truth(of: index)
      if truth != .isFalse { decision.add(index, truth, compiled.rules[index].effect) }
    }
  }
}

/// Gathers the results of one evaluation and the lists that they share.
private struct EvaluationRecorder {
  private let sheet: FactSheet
  private var search: RuleSearch
  private var rows: [(rule: Int, state: RuleResult.State, places: RecordPlaces)] = []
  private var objects: [Int32] = []
  private var cells: [Int32] = []

  init(_ policies: CompiledPolicies, _ sheet: FactSheet, _ assuming: [FactKey: Assumption]) {
    self.sheet = sheet
    search = RuleSearch(policies, sheet)
    for (key, assumption) in assuming {
      guard let cell = sheet.index(key) else { continue }
      search.sheet.cells[cell].assumed = assumption
    }
    rows.reserveCapacity(policies.rules.count)
  }

  mutating func add(_ index: Int) {
    guard search.policies.rules[index].isInForce else {
      rows.append((index, .notInForce, RecordPlaces()))
      return
    }
    let truth = search.recordedTruth(of: index)
    var places = RecordPlaces()
    places.nearest = append(search.nearest)
    switch truth {
    case .isTrue:
      places.witnesses = append(search.witnesses)
      places.unknown = append(cells: search.unknownCells(of: index, truth))
      places.remediable = append(cells: search.remediableCells(of: index))
      rows.append((index, .fired, places))
    case .isUnknown:
      places.unknown = append(cells: search.unknownCells(of: index, truth))
      rows.append((index, .undetermined, places))
    case .isFalse:
      rows.append((index, search.wasLifted ? .lifted : .notFired, places))
    }
  }

  private mutating func append(_ list: ContiguousArray<Int32>) -> Range<Int> {
    let start = objects.count
    for object in list { objects.append(object) }
    return start..<objects.count
  }

  private mutating func append(cells list: ContiguousArray<Int32>) -> Range<Int> {
    let start = cells.count
    for cell in list { cells.append(cell) }
    return start..<cells.count
  }

  func evaluation() -> Evaluation {
    let record = EvaluationRecord(search.policies, sheet, objects: objects, cells: cells)
    let results = rows.map { row in
      RuleResult(
        rule: row.rule, state: row.state, effect: search.policies.rules[row.rule].effect,
        record: record, places: row.places)
    }
    return Evaluation(results, record)
  }
}
