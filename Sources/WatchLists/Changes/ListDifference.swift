import Formats

/// What changed between two versions of a list, entry by entry.
///
/// An entry that only got another id is no change of the list; it is counted as renumbered.
/// `added` and `changed` are what has to be held against customers again, and so is `removed`,
/// whose findings may fall away.
public struct ListDifference: Sendable {
  /// One entry before and after.
  public struct Change: Sendable, Hashable {
    public let before: ListEntry
    public let after: ListEntry
    /// Names of the members that differ, as `ListEntry.json` writes them, in its order.
    public let fields: [String]
  }

  /// How many entries of one list came to what.
  public struct Count: Sendable, Hashable {
    public let list: ListCode
    public var added = 0
    public var removed = 0
    public var changed = 0
    public var renumbered = 0
    public var unchanged = 0
  }

  /// Only in the later version, by list, name and id.
  public let added: [ListEntry]
  /// Only in the earlier version, in the same order.
  public let removed: [ListEntry]
  /// In both and different in more than the id, in the order of the later entries.
  public let changed: [Change]
  /// Every list that either version has, by code.
  public let counts: [Count]

  /// Compares entries; each is matched with one at most, so that nothing is hidden.
  ///
  /// Linear in the entries.
  public init(from earlier: [ListEntry], to later: [ListEntry]) {
    var counts: [ListCode: Count] = [:]
    func count(_ list: ListCode, _ part: WritableKeyPath<Count, Int>) {
      counts[list, default: Count(list: list)][keyPath: part] += 1
    }
    let pairs = EntryPairing(earlier, later)
    var added: [ListEntry] = []
    var changed: [Change] = []
    for (index, entry) in later.enumerated() {
      guard let partner = pairs.partners[index] else {
        added.append(entry)
        count(entry.list, \.added)
        continue
      }
      let before = earlier[partner]
      guard before != entry else {
        count(entry.list, \.unchanged)
        continue
      }
      let fields = ListDifference.fields(before, entry)
      if fields.allSatisfy({ $0 == "id" }) {
        count(entry.list, fields.isEmpty ? \.unchanged : \.renumbered)
      } else {
        changed.append(Change(before: before, after: entry, fields: fields))
        count(entry.list, \.changed)
      }
    }
    let removed = pairs.unpaired.map { earlier[$0] }
    for entry in removed { count(entry.list, \.removed) }
    self.added = added.sorted(by: ListDifference.isBefore)
    self.removed = removed.sorted(by: ListDifference.isBefore)
    self.changed = changed.sorted { ListDifference.isBefore($0.after, $1.after) }
    self.counts = counts.values.sorted { $0.list < $1.list }
  }

  /// Whether anything but ids differs.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// The members in which two entries differ; the order of texts within a member says nothing.
  static func fields(_ before: ListEntry, _ after: ListEntry) -> [String] {
    let (old, new) = (before.json.members ?? [], after.json.members ?? [])
    let keys = new.map(\.key) + old.map(\.key).filter { key in !new.contains { $0.key == key } }
    return keys.filter { key in
      let (left, right) = (before.json[key], after.json[key])
      if let left = left?.strings, let right = right?.strings {
        return left.sorted() != right.sorted()
      }
      return left?.text() != right?.text()
    }
  }

  private static func isBefore(_ left: ListEntry, _ right: ListEntry) -> Bool {
    (left.list.id, left.name, left.id) < (right.list.id, right.name, right.id)
  }
}
