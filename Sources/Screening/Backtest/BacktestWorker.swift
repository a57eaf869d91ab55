import Facts
import Formats
import Policy

/// One thread's share of a backtest.
struct BacktestWorker {
  /// Under what a set is evaluated; few differ in one file.
  private struct Circumstances: Hashable {
    let asOf: CivilDate
    let confirmations: [String: Bool]
  }

  private struct Evaluators {
    let new: Evaluator
    let old: Evaluator?
  }

  let reader: BacktestRecordReader
  private(set) var result: BacktestResult
  private var evaluators: [Circumstances: Evaluators] = [:]

  init(reader: BacktestRecordReader, result: BacktestResult) {
    self.reader = reader
    self.result = result
  }

  mutating func add(_ batch: LineBatch) {
    guard !batch.isTooLong else {
      result.addFault(
        Diagnostic("REC006", "the line has more than \(Backtest.lineLimit) bytes"),
        line: batch.firstLine)
      return
    }
    for (offset, range) in batch.lines.enumerated() {
      let line = Array(batch.bytes[range])
      // A blank line is no record.
      if line.contains(where: { $0 > 0x20 }) { add(line, number: batch.firstLine + offset) }
    }
  }

  private mutating func add(_ line: [UInt8], number: Int) {
    do throws(JSONFailure) {
      var dropped: Set<String> = []
      let record = try reader.read(line, dropped: &dropped)
      try compare(record, number: number)
      for name in dropped { result.addDropped(name) }
    } catch {
      let isRefused = if case .refused = error.reason { true } else { false }
      result.addFault(
        Diagnostic(
          isRefused ? "REC006" : "REC000", error.message,
          position: SourcePosition(line: number, column: error.position.column)), line: number)
    }
  }

  private mutating func compare(_ record: BacktestRecord, number: Int) throws(JSONFailure) {
    let evaluators = evaluators(for: record.facts)
    let new = evaluators.new.evaluate(record.facts.table)
    let outcome = record.outcome(of: new)
    let example = BacktestComparison.Example(line: number, reference: record.reference)
    // What a record says of its rules is read before anything is counted: it may be at fault.
    var recorded: [String: RuleStanding] = [:]
    let old = evaluators.old?.evaluate((record.oldFacts ?? record.facts).table)
    let before = old.map { record.outcome(of: $0) }
    if outcome != record.outcome || (before.map { $0 != record.outcome } ?? false) {
      recorded = try record.standings()
    }
    result.records += 1
    result.total.add(from: record.outcome, to: outcome, example: example) {
      (recorded, evaluators.new.standings(new))
    }
    guard let old, let before, let evaluator = evaluators.old else { return }
    result.policy?.add(from: before, to: outcome, example: example) {
      (evaluator.standings(old), evaluators.new.standings(new))
    }
    result.others?.add(from: record.outcome, to: before, example: example) {
      (recorded, evaluator.standings(old))
    }
  }

  private mutating func evaluators(for facts: RecordedFacts) -> Evaluators {
    let key = Circumstances(asOf: facts.asOf, confirmations: facts.confirmations)
    if let known = evaluators[key] { return known }
    func evaluator(_ policies: PolicySet) -> Evaluator {
      Evaluator(policies: policies, asOf: facts.asOf, confirmations: facts.confirmations)
    }
    let made = Evaluators(new: evaluator(result.new), old: result.old.map(evaluator))
    // Records of many years do not pile up evaluators.
    if evaluators.count >= 64 { evaluators.removeAll() }
    evaluators[key] = made
    return made
  }
}

extension Evaluator {
  /// What each rule adds to an outcome; those that add nothing are left out.
  func standings(_ evaluation: Evaluation) -> [String: RuleStanding] {
    var standings: [String: RuleStanding] = [:]
    for result in evaluation.results where result.state == .fired {
      standings[policies.rules[result.rule].name] = .fired(result.effect)
    }
    for result in evaluation.raising {
      standings[policies.rules[result.rule].name] = .undetermined
    }
    return standings
  }
}
