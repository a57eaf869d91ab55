/// Names that are a family name and initials.
extension PersonMeasure {
  /// Whether one name is a family name and initials that fit the other: `Belozerov O.V.`
  ///
  /// - Parameters:
  ///   - loose: Words of that name that found no partner, as in `others` for the other one.
  ///   - own: The word of that name in a pair, as `other` is the one of the other name.
  func givesInitials(
    _ words: Span<PersonWord>, _ loose: [Int], _ others: Span<PersonWord>, _ othersLoose: [Int],
    _ own: (Pair) -> Int, _ other: (Pair) -> Int
  ) -> Bool {
    guard loose.allSatisfy({ words[$0].flags.contains(.isInitial) }) else { return false }
    let first = others.indices.first { !others[$0].isReading } ?? 0
    let final = others.indices.last { !others[$0].isReading } ?? 0
    var (initials, names, last) = (0, 0, -1)
    var isVeryCommon = false
    for pair in pairs.sorted(by: { own($0) < own($1) }) {
      let (word, partner) = (words[own(pair)], others[other(pair)])
      if pair.ground == .initial {
        // In their order: `O.V.` is no Valentin Olegovich.
        guard word.flags.contains(.isInitial), other(pair) > last else { return false }
        last = other(pair)
        initials += 1
      } else {
        // What stands beside initials is no given name, nor in the midst of a name.
        guard other(pair) == first || other(pair) == final, pair.likeness >= 92,
          pair.ground != .joined, pair.ground != .family,
          word.length >= 4, word.families.0 == 0, partner.families.0 == 0
        else { return false }
        isVeryCommon = word.flags.contains(.isVeryCommon)
        names += 1
      }
    }
    guard names == 1, initials > 0 else { return false }
    // Beside a name that half a people bears one initial says nothing.
    if isVeryCommon, initials + loose.count < 2 { return false }
    // A second initial may stand for what the other name leaves out, or the other way round.
    return loose.isEmpty && othersLoose.count <= 1 || loose.count == 1 && othersLoose.isEmpty
  }
}
