import Formats

/// What earlier versions held and the version in force does not.
struct ListHistory {
  var removed: [ListEntry] = []
  var faults: [Diagnostic] = []
}

extension ListStore {
  /// The entries that were removed between earlier versions and this one.
  ///
  /// Publishers give a changed entry a new id, and an id that was given back to another body, so
  /// an entry counts as removed where its list has no entry of its number or its name any more,
  /// and none of its id with a name like its own.
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
        for line in EntryLines(try bytes(of: earlier)) where !known.has(line) {
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
  private var words: [String: Set<Substring>] = [:]

  init(_ entries: [ListEntry]) {
    for entry in entries { insert(entry) }
  }

  /// Whether the line begins as that of a known entry: with its id, its list and its name, which
  /// `ListEntry.line` puts before the schema.
  func has(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = KnownEntries.start(of: line) else { return false }
    return starts.contains(start)
  }

  /// Adds it; true where no entry of its list was known by its number, by a name of it, or by its
  /// id under a name that has half its words.
  @discardableResult mutating func insert(_ entry: ListEntry) -> Bool {
    let name = FoldedName(entry.name)
    let isNamed = names.contains(key(entry, name.text))
    let isNumbered = entry.number.map { names.contains(key(entry, "#" + $0)) } ?? false
    let ownWords = Set(name.words)
    let id = key(entry, entry.id)
    let shared = words[id].map { $0.intersection(ownWords).count * 2 >= ownWords.count } ?? false
    if let start = KnownEntries.start(of: ArraySlice(entry.line.utf8)) { starts.insert(start) }
    for name in entry.names { names.insert(key(entry, FoldedName(name).text)) }
    if let number = entry.number { names.insert(key(entry, "#" + number)) }
    words[id, default: []].formUnion(ownWords)
    return !isNamed && !isNumbered && !shared
  }

  private static func start(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    line.firstRange(of: Array(",\"schema\":".utf8)).map { line[..<$0.lowerBound] }
  }

  private func key(_ entry: ListEntry, _ name: String) -> String { entry.list.id + "/" + name }
}
