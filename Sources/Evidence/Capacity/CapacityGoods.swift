public import Facts
public import Formats

/// Goods of one kind that one line or one past order holds, counted for capacity.
public struct CapacityGoods: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Reactions, of which controls, ladders and repeats take some.
    case reactions
    /// Cards, swabs, lancets: one for a person.
    case pieces
  }

  /// The product family; goods of several families can serve the same people.
  public let family: String
  public let kind: Kind
  public let tests: Interval
  /// The inputs, such as `line 20: 40 box x 200`.
  public let words: String

  public init(family: String, kind: Kind, tests: Interval, words: String) {
    self.family = family
    self.kind = kind
    // Goods that come back take nothing away from what others hold.
    self.tests = tests.nonNegative
    self.words = words
  }
}

/// Instruments of one model, sold or registered.
public struct CapacityInstruments: Sendable, Hashable {
  public let name: String
  public let count: Interval
  public let perDay: Interval
  /// Line or serial, and where the throughput is from.
  public let words: String
  public let source: String

  public init(
    _ throughput: InstrumentThroughput.Entry, count: Interval, words: String
  ) {
    name = throughput.name
    self.count = count.nonNegative
    perDay = throughput.perDay
    self.words = words
    source = throughput.source
  }

  /// Goods that nobody recognised: they may be instruments of any throughput.
  public init(unrecognised count: Interval, words: String) {
    name = "goods that nobody recognised"
    self.count = count.nonNegative
    perDay = .unknownAmount
    self.words = words
    source = "nobody knows what they are"
  }
}

/// What the capacity of one body is reckoned from. What is possible only (an order without a date
/// or without a named end user, a holder of a similar name) raises no lower bound.
public struct CapacityInputs: Sendable {
  public var body: String
  public var ordered: [CapacityGoods] = []
  public var past: [CapacityGoods] = []
  public var possiblyPast: [CapacityGoods] = []
  public var isHistorySearched = false
  /// Runs that consumables of the order supply to instruments: injections, reactions.
  public var runs: [CapacityGoods] = []
  public var sold: [CapacityInstruments] = []
  /// Instruments of past orders; they may stand in the register as well.
  public var bought: [CapacityInstruments] = []
  public var registered: [CapacityInstruments] = []
  public var isRegisterSearched = false
  public var residents: CapacityResidents?
  /// Samples a year that a named person verified, and who.
  public var caseload: (samples: Decimal, source: String)?

  public init(body: String) { self.body = body }

  public var holdsNothing: Bool {
    ordered.isEmpty && past.isEmpty && possiblyPast.isEmpty && sold.isEmpty && bought.isEmpty
      && registered.isEmpty
  }
}
