/// Gathers entries that a publisher spreads over several records with one id.
struct EntryGroups {
  private var entries: [ListEntry] = []
  private var lines: [Int] = []
  private var indices: [String: Int] = [:]

  /// Adds what one record says to the entry of its list and id, which the first record makes.
  mutating func add(
    _ id: String, list: ListCode, line: Int, _ change: (inout ListEntry) -> Void
  ) {
    let key = list.id + "/" + id
    let index: Int
    if let known = indices[key] {
      index = known
    } else {
      index = entries.count
      indices[key] = index
      entries.append(ListEntry(id: id, list: list, name: ""))
      lines.append(line)
    }
    change(&entries[index])
  }

  /// Hands the entries over; one that no record named is counted as unreadable.
  func hand(to collector: inout EntryCollector, finish: (inout ListEntry) -> Void = { _ in }) {
    for (entry, line) in zip(entries, lines) {
      guard !entry.name.isEmpty else {
        collector.refuse("no record of `\(entry.id)` holds a name", line: line)
        continue
      }
      var entry = entry
      // A name in Latin letters stands first where there is one, so that reports can be read.
      if !entry.name.isLatin, let latin = entry.aliases.firstIndex(where: \.isLatin) {
        let name = entry.aliases[latin]
        entry.aliases[latin] = entry.name
        entry.name = name
      }
      finish(&entry)
      collector.add(entry, path: "line \(line)", line: line)
    }
  }
}
