public import Formats

/// Entries of lists, some of them read only when they are asked for.
///
/// Reading one entry of a compiled snapshot costs about a microsecond each time; `list`, `standing` and
/// the searches by name and id do not read it.
public struct EntryTable: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private enum Storage: Sendable {
    case read([ListEntry])
    /// So many entries from a place on.
    case stored(MappedLists, from: Int, count: Int)
    /// Those at these places, ascending.
    case chosen(MappedLists, [Int32])
  }

  private let storage: Storage

  public init(_ entries: [ListEntry]) { storage = .read(entries) }
  public init(arrayLiteral entries: ListEntry...) { storage = .read(entries) }

  init(_ lists: MappedLists, _ range: Range<Int>) {
    storage = .stored(lists, from: range.lowerBound, count: range.count)
  }

  private init(_ lists: MappedLists, at places: [Int32]) { storage = .chosen(lists, places) }

  /// The parts one behind the other; kept stored where they are all of the same compiled snapshot.
  init(joining parts: [EntryTable]) {
    var lists: MappedLists?
    var end = 0
    for part in parts where !part.isEmpty {
      guard case .stored(let own, let from, let count) = part.storage, from == end,
        lists == nil || lists === own
      else {
        storage = .read(parts.flatMap(\.whole))
        return
      }
      lists = own
      end += count
    }
    guard let lists, end == lists.entries.count else {
      storage = .read(parts.flatMap(\.whole))
      return
    }
    storage = .stored(lists, from: 0, count: end)
  }

  /// All of them, read.
  var whole: [ListEntry] {
    if case .read(let entries) = storage { return entries }
    return indices.map { self[$0] }
  }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .read(let entries): entries.count
    case .stored(_, _, let count): count
    case .chosen(_, let places): places.count
    }
  }

  public subscript(position: Int) -> ListEntry {
    switch storage {
    case .read(let entries): return entries[position]
    case .stored(let lists, let from, let count):
      precondition(position >= 0 && position < count)
      return lists.entries.entry(from + position)
    case .chosen(let lists, let places): return lists.entries.entry(Int(places[position]))
    }
  }

  /// The compiled snapshot of which these are all entries, save some that are left out.
  var compiled: MappedLists? {
    switch storage {
    case .read: nil
    case .stored(let lists, 0, let count): count == lists.entries.count ? lists : nil
    case .stored: nil
    case .chosen(let lists, _): lists
    }
  }

  /// The position of an entry of the compiled snapshot; nil for one that is left out.
  func position(ofStored entry: Int) -> Int? {
    switch storage {
    case .read: return nil
    case .stored(_, let from, let count):
      return entry >= from && entry < from + count ? entry - from : nil
    case .chosen(_, let places):
      var low = 0
      var high = places.count
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < entry { low = middle + 1 } else { high = middle }
      }
      return low < places.count && places[low] == entry ? low : nil
    }
  }

  public func list(at position: Int) -> ListCode {
    switch storage {
    case .read(let entries): entries[position].list
    case .stored(let lists, let from, _): lists.entries.list(from + position)
    case .chosen(let lists, let places): lists.entries.list(Int(places[position]))
    }
  }

  /// Whether the entry is listed on a day, by its own dates.
  public func standing(at position: Int, asOf date: CivilDate) -> ListStanding {
    switch storage {
    case .read(let entries): entries[position].standing(asOf: date)
    case .stored(let lists, let from, _):
      lists.entries.record(from + position).standing(asOf: date)
    case .chosen(let lists, let places):
      lists.entries.record(Int(places[position])).standing(asOf: date)
    }
  }

  /// How many entries have one of these ids; entries of different lists may share one.
  func count(withIDs ids: Set<String>) -> Int {
    guard !ids.isEmpty else { return 0 }
    guard case .read(let entries) = storage else {
      let hashes = Set(ids.map { StableHash.of($0) })
      return indices.count { hashes.contains(idHash(at: $0)) && ids.contains(self[$0].id) }
    }
    return entries.count { ids.contains($0.id) }
  }

  private func idHash(at position: Int) -> UInt64 {
    switch storage {
    case .read(let entries): StableHash.of(entries[position].id)
    case .stored(let lists, let from, _): lists.entries.record(from + position).idHash
    case .chosen(let lists, let places): lists.entries.record(Int(places[position])).idHash
    }
  }

  /// The positions of entries that may have this name, found without reading the others; nil
  /// where all have to be read.
  func positions(mayBeNamed name: FoldedName) -> [Int]? {
    switch storage {
    case .read: nil
    case .stored(let lists, _, _), .chosen(let lists, _):
      lists.entries(mayBeNamed: name).compactMap { position(ofStored: $0) }
    }
  }

  /// Only those that are or were listed on a day, with their standings, and apart those whose
  /// listing begins later.
  func sorted(
    asOf date: CivilDate
  ) -> (entries: EntryTable, standings: [ListStanding], upcoming: [ListEntry]) {
    var standings: [ListStanding] = []
    var kept: [Int32] = []
    var upcoming: [ListEntry] = []
    standings.reserveCapacity(count)
    kept.reserveCapacity(count)
    for position in indices {
      let standing = standing(at: position, asOf: date)
      if case .notYetListed = standing {
        upcoming.append(self[position])
      } else {
        standings.append(standing)
        kept.append(Int32(clamping: position))
      }
    }
    guard !upcoming.isEmpty else { return (self, standings, []) }
    switch storage {
    case .read(let entries):
      return (EntryTable(kept.map { entries[Int($0)] }), standings, upcoming)
    case .stored(let lists, let from, _):
      let places = kept.map { $0 + Int32(clamping: from) }
      return (EntryTable(lists, at: places), standings, upcoming)
    case .chosen(let lists, let places):
      return (EntryTable(lists, at: kept.map { places[Int($0)] }), standings, upcoming)
    }
  }
}

extension EntryTable: Equatable {
  public static func == (left: EntryTable, right: EntryTable) -> Bool {
    left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
  }
}
