public import Formats

/// A moment as it was written (RFC 3339, or a bare date) and the UTC day it falls on.
///
/// Legal dates compare with the UTC day. A bare date is midnight UTC at its start.
public struct Timestamp: Sendable, Hashable, CustomStringConvertible {
  /// Why text is not a timestamp.
  public enum Failure: Error, Sendable, Hashable {
    case malformed
    case zoneMissing
    case noSuchDay(reason: String)
    case noSuchTime
  }

  /// As written.
  public let text: String
  /// The day in UTC.
  public let date: CivilDate
  /// Whole seconds since 1970-01-01T00:00:00Z; fractions are cut off and a leap second counts
  /// as the second before it.
  public let secondsSinceEpoch: Int

  /// Reads `2026-11-22T01:58:00Z`, an offset such as `+08:00` in place of `Z`, or `2026-11-22`.
  public init(_ text: String) throws(Failure) {
    let bytes = Array(text.utf8)
    let isDateAlone = bytes.count == 10
    guard isDateAlone || (bytes.count > 10 && bytes[10] | 0x20 == UInt8(ascii: "t")) else {
      throw .malformed
    }
    let day: CivilDate
    switch DateReading(String(decoding: bytes.prefix(10), as: UTF8.self)) {
    case .date(let date): day = date
    case .malformed: throw .malformed
    case .noSuchDay(let reason): throw .noSuchDay(reason: reason)
    }
    var seconds = day.dayNumber * 86_400
    if !isDateAlone { seconds += try Timestamp.secondsOfDay(bytes.dropFirst(11)) }
    // Rounds toward the past, so that moments before 1970 fall on the right day.
    let utc = CivilDate(dayNumber: (seconds - ((seconds % 86_400) + 86_400) % 86_400) / 86_400)
    guard (1...9999).contains(utc.year) else {
      throw .noSuchDay(reason: "the day in UTC lies outside the years 0001 to 9999")
    }
    self.text = text
    self.date = utc
    self.secondsSinceEpoch = seconds
  }

  public var description: String { text }

  /// Seconds after midnight UTC, which may lie on the day before or after.
  private static func secondsOfDay(_ time: ArraySlice<UInt8>) throws(Failure) -> Int {
    var rest = time
    func number(_ separator: Character?) -> Int? {
      if let separator {
        guard rest.first == separator.asciiValue else { return nil }
        rest = rest.dropFirst()
      }
      guard rest.count >= 2, rest.prefix(2).allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      defer { rest = rest.dropFirst(2) }
      return rest.prefix(2).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let hour = number(nil), let minute = number(":"), let second = number(":") else {
      throw .malformed
    }
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { throw .malformed }
      rest = rest.dropFirst(digits.count + 1)
    }
    guard hour < 24, minute < 60, second <= 60 else { throw .noSuchTime }
    var offset = 0
    switch rest.first {
    case nil: throw .zoneMissing
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): rest = rest.dropFirst()
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
      rest = rest.dropFirst()
      guard let hours = number(nil), let minutes = number(":") else { throw .malformed }
      guard hours < 24, minutes < 60 else { throw .noSuchTime }
      offset = sign * (hours * 3600 + minutes * 60)
    default: throw .malformed
    }
    guard rest.isEmpty else { throw .malformed }
    return hour * 3600 + minute * 60 + min(second, 59) - offset
  }
}
