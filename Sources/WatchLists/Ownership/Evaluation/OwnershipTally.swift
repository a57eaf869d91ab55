import Formats

/// What restricted parties hold of one body, added up by measure and directness, in millionths
/// of a percent.
struct OwnershipTally {
  private var sums = InlineArray<9, Int64>(repeating: 0)

  /// Sets an amount that is larger than what is there.
  mutating func raise(
    _ amount: Int64, _ measure: OwnershipMeasure, _ directness: OwnershipTie.Directness
  ) {
    let index = measure.rawValue * 3 + directness.rawValue
    sums[index] = max(sums[index], min(amount, 100_000_000))
  }

  mutating func add(_ other: OwnershipTally) {
    // 100 percent is all there is, so that no sum can overflow.
    for index in 0..<9 { sums[index] = min(sums[index] + other.sums[index], 100_000_000) }
  }

  /// What is certain: an indirect holding may be the direct ones of others told again.
  func low(_ measure: OwnershipMeasure) -> Decimal {
    let (direct, indirect, explained) = parts(measure)
    return Decimal(millionths: min(max(direct, indirect + explained), 100_000_000))
  }

  /// What is possible: only what its own components explain is surely told twice.
  func high(_ measure: OwnershipMeasure) -> Decimal {
    let (direct, indirect, explained) = parts(measure)
    return Decimal(millionths: min(indirect + max(direct, explained), 100_000_000))
  }

  private func parts(_ measure: OwnershipMeasure) -> (Int64, Int64, Int64) {
    let first = measure.rawValue * 3
    return (sums[first], sums[first + 1], sums[first + 2])
  }
}

/// Which end of each interval is added up.
enum OwnershipBound: Sendable {
  case low, high

  func value(_ tally: OwnershipTally, _ measure: OwnershipMeasure) -> Decimal {
    self == .low ? tally.low(measure) : tally.high(measure)
  }

  /// Whether what was added up passes a threshold of the rule.
  func isPassed(_ tally: OwnershipTally, _ rule: OwnershipRule, withControl: Bool) -> Bool {
    OwnershipMeasure.allCases.contains { measure in
      let threshold =
        rule.threshold(measure) ?? (withControl ? .moreThan(Decimal(millionths: 50_000_000)) : nil)
      return threshold?.isMet(by: value(tally, measure)) ?? false
    }
  }
}
