import Formats

/// What earlier versions held and the version in force does not.
struct ListHistory {
  var removed: [ListEntry] = []
  var faults: [Diagnostic] = []
}

extension ListStore {
  /// The entries that were removed between earlier versions and this one.
  ///
  /// Publishers give a changed entry a new id, so an entry counts as removed only where its list
  /// has no entry of its id, its number or its name any more.
  func removedEntries(before version: ListVersion, present: [ListEntry]) -> ListHistory {
    let newestFirst = versions(of: version.feed)
    guard let position = newestFirst.firstIndex(where: { $0.stem == version.stem }),
      position + 1 < newestFirst.count
    else { return ListHistory() }
    var history = ListHistory()
    var known = KnownEntries(present)
    var firstWithout = version.retrieved
    for earlier in newestFirst[(position + 1)...] {
      do throws(Diagnostic) {
        if let fault = earlier.fault { throw fault }
        for line in EntryLines(try bytes(of: earlier)) where !known.hasID(ofLine: line) {
          guard let entry = EntryLineScanner.entry(ofLine: Array(line)) else { continue }
          if known.insert(entry) {
            var removed = entry
            removed.removedOn = entry.removedOn ?? firstWithout
            history.removed.append(removed)
          }
        }
        firstWithout = earlier.retrieved
      } catch {
        history.faults.append(error)
      }
    }
    return history
  }
}

/// The lines of an entries file as slices, without their line feeds.
private struct EntryLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> ArraySlice<UInt8>? {
    guard at < bytes.count else { return nil }
    let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    defer { at = end + 1 }
    return bytes[at..<end]
  }
}

/// By what an entry of an earlier version is recognised as still listed.
private struct KnownEntries {
  private var starts: Set<ArraySlice<UInt8>> = []
  private var names: Set<String> = []

  init(_ entries: [ListEntry]) {
    for entry in entries { insert(entry) }
  }

  /// Whether the line begins with the id of a known entry; `ListEntry.line` puts it first.
  func hasID(ofLine line: ArraySlice<UInt8>) -> Bool {
    guard let comma = line.firstIndex(of: UInt8(ascii: ",")) else { return false }
    return starts.contains(line[..<comma])
  }

  /// Adds it; true where no entry of its list was known by its number or a name of it.
  @discardableResult mutating func insert(_ entry: ListEntry) -> Bool {
    starts.insert(ArraySlice("{\"id\":\(JSON.string(entry.id).text())".utf8))
    let isNamed = names.contains(key(entry, FoldedName(entry.name).text))
    let isNumbered = entry.number.map { names.contains(key(entry, "#" + $0)) } ?? false
    for name in entry.names { names.insert(key(entry, FoldedName(name).text)) }
    if let number = entry.number { names.insert(key(entry, "#" + number)) }
    return !isNamed && !isNumbered
  }

  private func key(_ entry: ListEntry, _ name: String) -> String { entry.list.id + "/" + name }
}
