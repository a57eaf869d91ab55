import Facts
import Formats

/// One fact as rules test it: integers only, so that a test touches no string and counts no
/// reference.
struct FactCell: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// There is a value that rules can test.
    static let isKnown = Flags(rawValue: 1)
    /// Something is stated, even if only in part.
    static let isStated = Flags(rawValue: 2)
    static let isInferred = Flags(rawValue: 4)
    /// A set of codes holds no more than is known.
    static let isComplete = Flags(rawValue: 8)
    /// A code that the tree or the list does not know: an error in data, and errors are unknown.
    static let hasFaults = Flags(rawValue: 16)
    /// The codes stand in the sheet's list: `low` is the first, `high` their number.
    static let isListed = Flags(rawValue: 32)
  }

  /// A number's bounds in millionths, `min` and `max` where open; a date's day; true or false; the
  /// interval of a code; of a short list, a bit for each word that is stated.
  var low: Int64 = 0
  var high: Int64 = 0
  var flags: Flags = []
  var assumed: Assumption?

  static let unknown = FactCell()

  init() {}

  init(_ value: Bool) {
    (low, flags) = (value ? 1 : 0, [.isKnown, .isStated])
  }

  init(_ number: Interval) {
    (low, high) = (number.low?.millionths ?? .min, number.high?.millionths ?? .max)
    flags = low == .min && high == .max ? .isKnown : [.isKnown, .isStated]
  }

  init(_ date: CivilDate) {
    (low, flags) = (Int64(date.dayNumber), [.isKnown, .isStated])
  }

  /// A set of one code, which is all that it holds.
  init(_ code: FactCode) {
    (low, high) = (Int64(code.first), Int64(code.last))
    flags = [.isKnown, .isStated, .isComplete]
  }

  /// A set of words of a short list that holds none yet.
  static func words(isComplete: Bool) -> FactCell {
    var cell = FactCell()
    cell.flags = isComplete ? [.isKnown, .isStated, .isComplete] : .isKnown
    return cell
  }

  /// Adds a word of a short list; nil for one that the list does not know.
  mutating func add(word code: FactCode?) {
    guard let code else {
      flags.insert(.hasFaults)
      // What holds nothing but errors states nothing.
      if low == 0 { flags.remove(.isStated) }
      return
    }
    low |= code.bit
    flags.insert(.isStated)
  }

  /// A set that holds no code yet.
  static func codes(isComplete: Bool) -> FactCell {
    var cell = FactCell()
    cell.flags =
      isComplete ? [.isKnown, .isListed, .isStated, .isComplete] : [.isKnown, .isListed]
    return cell
  }

  /// Free text: rules may ask only whether it is stated.
  static var text: FactCell {
    var cell = FactCell()
    cell.flags = .isStated
    return cell
  }
}
