/// Finds all phrases of a table among the units of a sentence.
///
/// The table is handed on and not looked up in the scanner at each step, for the walk takes more
/// steps than anything else in reading.
enum PhraseWalk {
  /// Looks up all words of a sentence one after the other, so that memory answers for several at a
  /// time.
  static func resolve(
    _ hashes: borrowing [UInt64], _ words: borrowing WordTable, _ phrases: borrowing PhraseTable,
    _ units: inout [ReportUnit]
  ) {
    for index in units.indices where !units[index].isHan && !units[index].isNumber {
      units[index].symbols.exact = words.exactSymbol(hashes[index])
    }
    for index in units.indices where units[index].symbols.exact != 0 {
      let start = phrases.start(units[index].symbols.exact)
      if start != 0 { units[index].node = phrases[start] }
    }
  }

  /// Takes the second step of all phrases together too: few phrases have a third.
  private static func stepOn(_ phrases: borrowing PhraseTable, _ units: inout [ReportUnit]) {
    for index in units.indices.dropLast() where units[index].node.goesOn {
      let symbol = units[index + 1].symbols.exact
      units[index].second = phrases[symbol == 0 ? 0 : phrases.step(units[index].node, symbol)]
    }
  }

  static func walk(
    _ phrases: borrowing PhraseTable, _ units: inout [ReportUnit],
    into found: inout [ReportScanner.FoundPhrase]
  ) {
    stepOn(phrases, &units)
    for start in units.indices {
      let unit = units[start]
      if unit.node.leads {
        note(unit.node, start, start + 1, phrases, &found)
        if unit.second.leads { reach(unit.second, start, start + 2, phrases, units, &found) }
        if unit.node.goesOn { reachByPrefix(unit.node, start, start + 1, phrases, units, &found) }
      }
      let symbols = unit.symbols
      guard symbols.longPrefix != 0 else { continue }
      let long = phrases.start(symbols.longPrefix)
      if long != 0 { reach(phrases[long], start, start + 1, phrases, units, &found) }
      guard symbols.shortPrefix != 0 else { continue }
      let short = phrases.start(symbols.shortPrefix)
      if short != 0 { reach(phrases[short], start, start + 1, phrases, units, &found) }
    }
  }

  /// Notes what ends here, and goes on with the next unit.
  private static func reach(
    _ node: PhraseTable.Node, _ start: Int, _ end: Int, _ phrases: borrowing PhraseTable,
    _ units: borrowing [ReportUnit], _ found: inout [ReportScanner.FoundPhrase]
  ) {
    note(node, start, end, phrases, &found)
    // A phrase does not reach over a comma, but product names and titles have them.
    guard node.goesOn, end < units.count else { return }
    let symbol = units[end].symbols.exact
    if symbol != 0 {
      let next = phrases.step(node, symbol)
      if next != 0 { reach(phrases[next], start, end + 1, phrases, units, &found) }
    }
    reachByPrefix(node, start, end, phrases, units, &found)
  }

  @inline(__always) private static func note(
    _ node: PhraseTable.Node, _ start: Int, _ end: Int, _ phrases: borrowing PhraseTable,
    _ found: inout [ReportScanner.FoundPhrase]
  ) {
    guard node.isEnd else { return }
    phrases.forEachMeaning(at: node) { meaning in
      found.append(
        ReportScanner.FoundPhrase(
          meaning: meaning, start: Int32(truncatingIfNeeded: start),
          end: Int32(truncatingIfNeeded: end)))
    }
  }

  /// Goes on with the patterns that the next unit meets by its beginning.
  @inline(__always) private static func reachByPrefix(
    _ node: PhraseTable.Node, _ start: Int, _ end: Int, _ phrases: borrowing PhraseTable,
    _ units: borrowing [ReportUnit], _ found: inout [ReportScanner.FoundPhrase]
  ) {
    guard end < units.count else { return }
    let symbols = units[end].symbols
    guard symbols.longPrefix != 0 else { return }
    let long = phrases.step(node, symbols.longPrefix)
    if long != 0 { reach(phrases[long], start, end + 1, phrases, units, &found) }
    guard symbols.shortPrefix != 0 else { return }
    let short = phrases.step(node, symbols.shortPrefix)
    if short != 0 { reach(phrases[short], start, end + 1, phrases, units, &found) }
  }
}
