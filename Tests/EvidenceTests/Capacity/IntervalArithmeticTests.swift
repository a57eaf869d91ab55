import Facts
import Formats
import SeededNumbers
import Testing

@Suite("Arithmetic with intervals holds every exact result")
struct IntervalArithmeticTests {
  private static func interval(
    _ range: ClosedRange<Int64>, _ generator: inout SeededGenerator
  ) -> Interval {
    let bounds = [
      Int64.random(in: range, using: &generator), .random(in: range, using: &generator),
    ]
    .sorted()
    return Interval(
      low: Decimal(millionths: bounds[0]), high: Decimal(millionths: bounds[1]))
  }

  /// A value between the bounds.
  private static func value(
    in interval: Interval, _ generator: inout SeededGenerator
  ) throws -> Int128 {
    let (low, high) = (try #require(interval.low), try #require(interval.high))
    return Int128(Int64.random(in: low.millionths...high.millionths, using: &generator))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func productsAndQuotientsContainTheExactOnes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let wide: ClosedRange<Int64> = -3_000_000_000...3_000_000_000
    for round in 0..<500 {
      let left = Self.interval(wide, &generator)
      let right = Self.interval(wide, &generator)
      let divisor = Self.interval(1...900_000_000, &generator)
      let product = left.multiplied(by: right)
      let quotient = left.divided(by: divisor)
      for _ in 0..<5 {
        let comment: Comment = "seed \(seed), round \(round)"
        let first = try Self.value(in: left, &generator)
        let second = try Self.value(in: right, &generator)
        let below = try Self.value(in: divisor, &generator)
        let exact = first * second
        #expect(Int128(try #require(product.low).millionths) * 1_000_000 <= exact, comment)
        #expect(Int128(try #require(product.high).millionths) * 1_000_000 >= exact, comment)
        let dividend = first * 1_000_000
        #expect(Int128(try #require(quotient.low).millionths) * below <= dividend, comment)
        #expect(Int128(try #require(quotient.high).millionths) * below >= dividend, comment)
        let rounded = product.rounded(toPlaces: 2)
        #expect(try #require(rounded.low) <= #require(product.low), comment)
        #expect(try #require(rounded.high) >= #require(product.high), comment)
      }
    }
  }

  @Test func whatDoesNotFitOrIsNotKnownIsOpen() throws {
    let huge = Interval(exactly: Decimal(millionths: .max))
    #expect(huge.multiplied(by: huge).high == nil)
    let open = Interval(low: Decimal("2"), high: nil)
    #expect(open.multiplied(by: open) == Interval(low: Decimal("4"), high: nil))
    #expect(open.divided(by: open) == Interval(low: .zero, high: nil))
    #expect(
      open.divided(by: Interval(low: .zero, high: Decimal("1"))) == open)
    #expect(Interval(exactly: Decimal(millionths: -5_000_000)).nonNegative.low == .zero)
    let third = Interval(exactly: Decimal("1") ?? .zero)
      .divided(by: Interval(exactly: Decimal("3") ?? .zero))
    #expect(third.words == "0.333333 to 0.333334")
  }
}
