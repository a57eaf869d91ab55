public import Facts
import Formats

/// The people whom a body serves: so many, or, where only a larger place is known, from none to as
/// many as live there.
public struct CapacityResidents: Sendable, Hashable {
  public let count: Interval
  /// Who says so, for a reader.
  public let source: String

  public init(exactly count: Int, source: String) {
    self.count = .exactly(count)
    self.source = source
  }

  /// Residents of a part of a place of which only the whole is known.
  public init(within count: Int, source: String) {
    self.count = Interval(low: .zero, high: Decimal(exactly: max(0, count)))
    self.source = source
  }

  /// `121000 residents`, `0 to 2600000 residents`.
  public var words: String { "\(count.words) residents" }
}
