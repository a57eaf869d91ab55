internal import Formats

/// A word, a number or a Han character of the sentence that is being read.
struct ReportUnit {
  var start: Int32
  var end: Int32
  var symbols: WordTable.Symbols
  var isCapital = false
  /// The value of digits; `isNumber` without one is a number beyond all counting.
  var number: Decimal?
  var isNumber = false
  var clause: Int32

  var isHan: Bool { symbols.exact >= WordTable.han }
}
