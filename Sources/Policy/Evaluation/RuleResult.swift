public import Facts

/// One assignment of objects to the variables of a rule for which it fired.
public struct Witness: Sendable, Hashable {
  /// Object index for each binding; -1 for the unnamed member of an open set.
  public let objects: [Int]
  /// The exception is unknown: the rule fires and asks.
  public let exceptionIsUnknown: Bool
}

/// What one rule did with one table of facts.
///
/// Lists are made when they are asked for: a rule that neither fired nor waits holds none.
public struct RuleResult: Sendable {
  public enum State: String, Sendable {
    case fired, notFired, undetermined, lifted, notInForce
  }

  /// Index of the rule in its set.
  public let rule: Int
  public let state: State
  /// The rule's effect, or hold where an operator has not confirmed that it is in force.
  public let effect: Outcome?
  let record: EvaluationRecord
  /// Where its lists stand in the record.
  let places: RecordPlaces

  /// The key that an operator must confirm.
  public var unconfirmed: String? {
    state == .notInForce ? nil : record.policies.unconfirmed[rule]
  }

  public var witnesses: [Witness] {
    let width = Int(record.policies.rules[rule].variables) + 1
    return stride(from: places.witnesses.lowerBound, to: places.witnesses.upperBound, by: width)
      .map { start in
        Witness(
          objects: record.objects[start..<start + width - 1].map { Int($0) },
          exceptionIsUnknown: record.objects[start + width - 1] == 1)
      }
  }

  /// The assignment that came nearest to firing, for explanation; empty where there is none.
  public var nearest: [Int] { record.objects[places.nearest].map { Int($0) } }

  /// Unknown facts that keep the rule from being decided, or its exception from lifting it.
  public var unknown: [FactKey] { unknownCells.map { record.sheet.key(Int($0)) } }

  /// For a rule that fired: mitigating facts that do not hold and that somebody could still show.
  public var remediable: [FactKey] { remediableCells.map { record.sheet.key(Int($0)) } }

  var unknownCells: ArraySlice<Int32> { record.cells[places.unknown] }
  var remediableCells: ArraySlice<Int32> { record.cells[places.remediable] }
}

/// Where the lists of one result stand in the record of its evaluation.
struct RecordPlaces: Sendable {
  var witnesses = 0..<0
  var nearest = 0..<0
  var unknown = 0..<0
  var remediable = 0..<0
}

/// What the results of one evaluation share.
final class EvaluationRecord: Sendable {
  let policies: CompiledPolicies
  /// The facts without assumptions.
  let sheet: FactSheet
  let objects: [Int32]
  let cells: [Int32]

  init(_ policies: CompiledPolicies, _ sheet: FactSheet, objects: [Int32], cells: [Int32]) {
    self.policies = policies
    self.sheet = sheet
    self.objects = objects
    self.cells = cells
  }
}
