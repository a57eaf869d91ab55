import Formats

/// What came of reading text as a day: the day, or why there is none.
enum DateReading: Equatable {
  case date(CivilDate)
  case malformed
  case noSuchDay(reason: String)

  /// Reads `YYYY-MM-DD`, telling a wrong form from a day that the calendar does not have.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 else {
      self = .malformed
      return
    }
    let isRight = bytes.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
    guard isRight else {
      self = .malformed
      return
    }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    if let date = CivilDate(year: year, month: month, day: day) {
      self = .date(date)
    } else if year == 0 {
      self = .noSuchDay(reason: "the calendar has no year 0000")
    } else if !(1...12).contains(month) {
      self = .noSuchDay(reason: "the months run from 01 to 12")
    } else if day == 0 {
      self = .noSuchDay(reason: "the days of a month start at 01")
    } else {
      let last = CivilDate.days(inMonth: month, of: year)
      self = .noSuchDay(reason: "the last day of that month is \(text.prefix(8))\(last)")
    }
  }
}
