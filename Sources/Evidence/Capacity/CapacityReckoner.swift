public import Facts
public import Formats

/// Reckons capacity against need. Holds the tables; decides nothing.
public struct CapacityReckoner: Sendable {
  public let norms: CapacityNorms
  public let comparators: [CapacityComparator]
  public let throughput: InstrumentThroughput

  /// Loads the tables of the `Data` folder.
  public init(folder: String, catalogue: ProductCatalogue) throws(Diagnostic) {
    norms = try CapacityNorms(file: folder + "/capacity-norms.tsv")
    comparators = try CapacityComparator.read(file: folder + "/capacity-comparators.tsv")
    throughput = try InstrumentThroughput(
      file: folder + "/instrument-throughput.tsv", catalogue: catalogue)
  }

  public func account(of inputs: CapacityInputs) -> CapacityAccount {
    var reckoning = CapacityReckoning(reckoner: self, inputs: inputs)
    return reckoning.account()
  }

  /// People whom goods of one family can test.
  public func people(_ tests: Interval, _ kind: CapacityGoods.Kind) -> Interval {
    switch kind {
    case .pieces: tests
    case .reactions:
      tests.multiplied(by: yield).divided(by: effort)
    }
  }

  /// Percent of the reactions that are left for people.
  var yield: Interval {
    let controls = norms.controls.range
    return Interval(
      low: controls.high.flatMap { Interval.hundred.adding($0.negated) },
      high: controls.low.flatMap { Interval.hundred.adding($0.negated) }
    ).nonNegative
  }

  /// Reactions for a hundred people, repeats among them.
  var effort: Interval { Interval(exactly: Interval.hundred).adding(norms.repeats.range) }
}

extension Interval {
  static let hundred = Decimal(millionths: 100_000_000)

  /// The words for a reader: outward to so many places, an exact number as it is.
  func words(places: Int) -> String { rounded(toPlaces: places).words }

  /// The words as a part of a formula: a range in brackets.
  func factor(places: Int = 6) -> String {
    low == high ? words(places: places) : "(\(words(places: places)))"
  }
}

extension Decimal {
  fileprivate var negated: Decimal { Decimal(millionths: 0 &- millionths) }
}
