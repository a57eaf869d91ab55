import Formats

/// Gathers the entries of a file and counts what could not be read, with its place.
struct EntryCollector {
  private(set) var entries: [ListEntry] = []
  private(set) var unreadable = 0
  private(set) var diagnostics: [Diagnostic] = []
  let file: String
  private let bytes: [UInt8]
  private var seen: [String: (line: Int, index: Int)] = [:]
  // Records come in the order of the file, so lines are counted once, not once a fault.
  private var countedLine = 1
  private var countedOffset = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  var sortedEntries: [ListEntry] {
    entries.sorted { ($0.list.id, $0.name, $0.id) < ($1.list.id, $1.name, $1.id) }
  }

  mutating func add(_ entry: ListEntry, path: String, line: Int) {
    let key = entry.list.id + "/" + entry.id
    if let earlier = seen[key] {
      let place = line == earlier.line ? "" : "; it stood before on line \(earlier.line)"
      guard entries[earlier.index] != entry else {
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
  mutating func refuse(_ what: String, path: String, line: Int) {
    unreadable += 1
    note("LST010", "the record cannot be read: \(what)", severity: .error, path: path, line: line)
  }

  mutating func note(
    _ id: String, _ message: String, severity: Diagnostic.Severity, remedy: String? = nil,
    path: String? = nil, line: Int? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        id, message, severity: severity, remedy: remedy, file: file,
        position: line.map { SourcePosition(line: $0, column: 1) }, path: path))
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

  /// Changes every entry once all are read.
  mutating func update(_ change: (inout ListEntry) -> Void) {
    for index in entries.indices { change(&entries[index]) }
  }
}
