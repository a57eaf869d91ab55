import Formats

/// Gathers the entries of a file and counts what could not be read, with its place.
struct EntryCollector {
  private(set) var entries: [ListEntry] = []
  private(set) var unreadable = 0
  /// Records that only repeat another one, id and all.
  private(set) var repeated = 0
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var file: String
  private var bytes: [UInt8]
  private var seen: [String: (line: Int, index: Int)] = [:]
  /// Whether names may hold the words of a printed list, `a.k.a.`; not those of stored versions.
  var readsPrintedNames = false
  /// A file of nothing but faults would otherwise fill the memory with messages.
  private static let mostTold = 1000
  private var told: [String: Int] = [:]
  // Records come in the order of the file, so lines are counted once, not once a fault.
  private var countedLine = 1
  private var countedOffset = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Goes on with another file of the same list, whose places are then told.
  mutating func turn(to file: ListFile) {
    self.file = file.name
    bytes = file.bytes
    countedLine = 1
    countedOffset = 0
  }

  var sortedEntries: [ListEntry] {
    entries.sorted { ($0.list.id, $0.name, $0.id) < ($1.list.id, $1.name, $1.id) }
  }

  mutating func add(_ entry: ListEntry, path: String, line: Int) {
    var entry = entry
    guard !entry.hasTooManyValues else {
      refuse(
        "`\(entry.id)` has more than \(ListEntry.mostValues) values of one kind", path: path,
        line: line)
      return
    }
    if readsPrintedNames {
      PrintedNames.read(&entry)
      entry.readyForStoring()
      if entry.dropContradictingDays() {
        note(
          "LST046", "the days of `\(entry.id)` contradict each other, so it counts as listed",
          severity: .warning, path: path, line: line)
      }
    }
    let key = entry.list.id + "/" + entry.id
    if let earlier = seen[key] {
      let place = line == earlier.line ? "" : "; it stood before on line \(earlier.line)"
      guard entries[earlier.index] != entry else {
        repeated += 1
        note(
          "LST011", "the entry `\(entry.id)` stands twice with the same content\(place)",
          severity: .warning, path: path, line: line)
        return
      }
      refuse(
        "two different entries have the id `\(entry.id)`\(place)", path: path, line: line)
      return
    }
    seen[key] = (line, entries.count)
    entries.append(entry)
  }

  /// Counts a record that cannot be read, and says why.
  mutating func refuse(_ what: String, path: String? = nil, line: Int, column: Int = 1) {
    unreadable += 1
    note(
      "LST010", "the record cannot be read: \(what)", severity: .error, path: path, line: line,
      column: column)
  }

  /// Counts each line that a faulty record of a table took up: each may have been a record.
  mutating func refuse(_ fault: Diagnostic, lines: Int) {
    let more = lines > 1 ? "; \(lines) lines are lost by it" : ""
    refuse(
      fault.message + more, line: fault.position?.line ?? 1, column: fault.position?.column ?? 1)
    unreadable += lines - 1
  }

  /// Counts something that is known to be missing, so that coverage sees that it is unknown.
  mutating func countMissing(
    _ id: String, _ message: String, count: Int = 1, remedy: String? = nil, line: Int? = nil
  ) {
    unreadable += count
    note(id, message, severity: .warning, remedy: remedy, line: line)
  }

  mutating func note(
    _ id: String, _ message: String, severity: Diagnostic.Severity, remedy: String? = nil,
    path: String? = nil, line: Int? = nil, column: Int = 1
  ) {
    told[id, default: 0] += 1
    guard told[id, default: 0] <= EntryCollector.mostTold else { return }
    diagnostics.append(
      Diagnostic(
        id, message, severity: severity, remedy: remedy, file: file,
        position: line.map { SourcePosition(line: $0, column: column) }, path: path))
  }

  /// Says how many faults of a kind have no message of their own.
  mutating func tellRest() {
    for (id, count) in told.sorted(by: { $0.key < $1.key })
    where count > EntryCollector.mostTold {
      let severity = diagnostics.first { $0.id == id }?.severity ?? .error
      diagnostics.append(
        Diagnostic(
          id, "\(count - EntryCollector.mostTold) more of this kind are not told singly",
          severity: severity, remedy: "fetch the file again", file: file))
    }
  }

  /// The line of a byte offset; offsets must not go back.
  mutating func line(of offset: Int) -> Int {
    if offset > countedOffset {
      for byte in bytes[countedOffset..<offset] where byte == UInt8(ascii: "\n") {
        countedLine += 1
      }
      countedOffset = offset
    }
    return countedLine
  }

  /// Keeps entries listed whose end date had passed on the day on which the publisher still listed
  /// them: that date of a denial order does not delist it.
  mutating func keepListed(on day: CivilDate) {
    for index in entries.indices {
      guard let end = entries[index].removedOn, end <= day else { continue }
      entries[index].removedOn = nil
      let note = "the publisher still lists it after the end date \(end)"
      entries[index].remarks = entries[index].remarks.map { $0 + "; " + note } ?? note
    }
  }
}
