/// Looks for names that must be found, letter for letter save case and punctuation.
enum CanarySearch {
  /// The canaries that no entry at these places, which ascend, has among its names, in the given
  /// order.
  ///
  /// Folding is dear and few names have as many letters as a canary, so they are counted first.
  static func missing(
    _ canaries: [String], in entries: EntryTable, at places: [Int]
  ) -> [String] {
    var open = Set(canaries.map { FoldedName($0) })
    if let first = open.first, entries.positions(mayBeNamed: first) != nil {
      open = open.filter { name in
        !(entries.positions(mayBeNamed: name) ?? []).contains { position in
          places.holdsAscending(position)
            && entries[position].names.contains { FoldedName($0) == name }
        }
      }
      return canaries.filter { open.contains(FoldedName($0)) }
    }
    let lengths = Set(open.map { letters(of: $0.text) ?? -1 })
    for place in places {
      if open.isEmpty { break }
      let entry = entries[place]
      if mayBe(entry.name, lengths) { open.remove(FoldedName(entry.name)) }
      for alias in entry.aliases where mayBe(alias, lengths) { open.remove(FoldedName(alias)) }
    }
    return canaries.filter { open.contains(FoldedName($0)) }
  }

  private static func mayBe(_ name: String, _ lengths: Set<Int>) -> Bool {
    guard let count = letters(of: name) else { return true }
    return lengths.contains(count)
  }

  /// How many letters and digits an ASCII text has; nil for any other text.
  private static func letters(of text: String) -> Int? {
    var count = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: count += 1
      case 0x80...: return nil
      default: break
      }
    }
    return count
  }
}

extension [Int] {
  /// Whether a number is among these, which ascend.
  fileprivate func holdsAscending(_ number: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
