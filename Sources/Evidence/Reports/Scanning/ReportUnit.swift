/// A word, a number or a Han character of the sentence that is being read.
struct ReportUnit {
  var start: Int32
  var end: Int32
  var symbols: WordTable.Symbols
  /// Where phrases that begin with it go on.
  var node = PhraseTable.Node()
  /// Where those of them go on that have the next unit in them as a word.
  var second = PhraseTable.Node()
  let clause: Int32
  /// The place of its value among those of the sentence; below zero for what is no number.
  var number: Int32 = -1
  var isCapital = false

  var isNumber: Bool { number >= 0 }

  var isHan: Bool { symbols.exact >= WordTable.han }
}
