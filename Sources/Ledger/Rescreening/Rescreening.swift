public import Formats

/// A going-over of the orders on record, begun at one place in the log and perhaps not yet ended.
///
/// Its state is in the log: whoever goes on with it after an interruption needs nothing else.
public struct Rescreening: Sendable, Hashable {
  /// How many records the log had when it was begun: orders recorded later are not of it.
  public let start: Int
  /// The orders are those whose newest determination then was recorded on this day or later.
  public let since: CivilDate
  /// Orders that were gone over before, by the position of their determinations; nil of none.
  public internal(set) var through: Int?
  public internal(set) var tally = Tally()
  /// How many records of rescreenings the log has when this one is the only one that is at work:
  /// with another number somebody else has begun or gone on.
  var claim: Int

  /// What came of the orders so far.
  public struct Tally: Sendable, Hashable {
    public var screened = 0
    /// Those with another outcome or other findings than before.
    public var changed = 0
    /// Those that could not be read or screened, or were erased.
    public var failed = 0

    public init() {}

    var members: [(String, JSON)] {
      [
        ("screened", .integer(screened)), ("changed", .integer(changed)),
        ("failed", .integer(failed)),
      ]
    }
  }

  /// One order to be screened again.
  public struct Subject: Sendable, Hashable {
    /// Of its newest determination when the rescreening was begun.
    public let position: Int
    public let system: String
    public let reference: String
    /// Whether its goods have left: it is then part of the installed base.
    public let isShipped: Bool
  }

  /// An order whose result is another than before.
  public struct Change: Sendable {
    /// Of the determination that changed it.
    public let position: Int
    public let system: String
    public let reference: String
    public let isShipped: Bool
    /// As they are recorded.
    public let before: JSON
    public let after: JSON
  }

  /// What whoever screens orders again is recorded to do.
  public static let act = "scruple rescreen"

  enum Act: String { case begun, progress, ended }

  /// What the log says to everybody: no order is named.
  func record(_ act: Act, by asker: LedgerAsker) -> LedgerRecord {
    LedgerRecord(
      .rescreening,
      open: [
        ("act", .string(act.rawValue)), ("start", .integer(start)),
        ("since", .string(since.description)), ("through", through.map(JSON.integer) ?? .null),
      ] + tally.members, content: .object([("asker", asker.json)]), subjects: [],
      condition: LedgerRecord.Condition(.kind(.rescreening), count: claim))
  }

  /// Nil for a header that is none of a rescreening.
  static func read(_ header: JSON, claim: Int) -> (act: Act, run: Rescreening)? {
    guard let act = header["act"]?.string.flatMap(Act.init),
      let start = header["start"]?.integer,
      let since = header["since"]?.string.flatMap({ CivilDate($0) })
    else { return nil }
    var run = Rescreening(start: start, since: since, claim: claim)
    run.through = header["through"]?.integer
    run.tally.screened = header["screened"]?.integer ?? 0
    run.tally.changed = header["changed"]?.integer ?? 0
    run.tally.failed = header["failed"]?.integer ?? 0
    return (act, run)
  }
}
