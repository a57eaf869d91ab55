/// Finds all phrases of a table among the units of a sentence.
///
/// The table is handed on and not looked up in the scanner at each step, for the walk takes more
/// steps than anything else in reading.
enum PhraseWalk {
  static func walk(
    _ phrases: borrowing PhraseTable, _ units: borrowing [ReportUnit],
    into found: inout [ReportScanner.FoundPhrase]
  ) {
    for start in units.indices {
      let symbols = units[start].symbols
      if symbols.isEmpty { continue }
      begin(symbols.exact, start, phrases, units, &found)
      begin(symbols.longPrefix, start, phrases, units, &found)
      begin(symbols.shortPrefix, start, phrases, units, &found)
    }
  }

  @inline(__always) private static func begin(
    _ symbol: UInt32, _ start: Int, _ phrases: borrowing PhraseTable,
    _ units: borrowing [ReportUnit], _ found: inout [ReportScanner.FoundPhrase]
  ) {
    guard symbol != 0 else { return }
    let node = phrases.start(symbol)
    if node != 0 { reach(node, start, start + 1, phrases, units, &found) }
  }

  /// Notes what ends here, and goes on with the next unit.
  private static func reach(
    _ node: Int32, _ start: Int, _ end: Int, _ phrases: borrowing PhraseTable,
    _ units: borrowing [ReportUnit], _ found: inout [ReportScanner.FoundPhrase]
  ) {
    phrases.forEachValue(at: node) { value in
      found.append(
        ReportScanner.FoundPhrase(
          meaning: Int32(truncatingIfNeeded: value), start: Int32(truncatingIfNeeded: start),
          end: Int32(truncatingIfNeeded: end)))
    }
    // A phrase does not reach over a comma, but product names and titles have them.
    guard end < units.count, phrases.goesOn(node) else { return }
    let symbols = units[end].symbols
    if symbols.exact != 0, let next = phrases.step(node, symbols.exact) {
      reach(next, start, end + 1, phrases, units, &found)
    }
    if symbols.longPrefix != 0, let next = phrases.step(node, symbols.longPrefix) {
      reach(next, start, end + 1, phrases, units, &found)
    }
    if symbols.shortPrefix != 0, let next = phrases.step(node, symbols.shortPrefix) {
      reach(next, start, end + 1, phrases, units, &found)
    }
  }
}
