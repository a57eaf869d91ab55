import Formats

/// A feed with its entries sorted out by list once, for all requirements.
struct SearchedFeed {
  let feed: LoadedFeed
  /// Places of the entries that are listed on the day, by list.
  private(set) var listed: [String: [Int]] = [:]
  private(set) var allListed: [Int] = []
  /// How many entries each list has, past ones among them.
  private(set) var held: [String: Int] = [:]

  init(_ feed: LoadedFeed, asOf date: CivilDate) {
    self.feed = feed
    // Entries of a list mostly stand together, so that a list is looked up once.
    var lists: [String: Int] = [:]
    var counts: [Int] = []
    var places: [[Int]] = []
    var last: (list: ListCode, slot: Int)?
    for index in feed.entries.indices {
      let list = feed.entries.list(at: index)
      let slot: Int
      if let last, last.list == list {
        slot = last.slot
      } else {
        slot = lists[list.id] ?? counts.count
        if slot == counts.count {
          lists[list.id] = slot
          counts.append(0)
          places.append([])
        }
        last = (list, slot)
      }
      counts[slot] += 1
      guard feed.entries.standing(at: index, asOf: date) == .listed else { continue }
      places[slot].append(index)
      allListed.append(index)
    }
    for (list, slot) in lists {
      held[list] = counts[slot]
      if !places[slot].isEmpty { listed[list] = places[slot] }
    }
  }

  /// Whether a damaged version may have held the list.
  func mayHold(_ id: String) -> Bool {
    guard feed.feed != id, let lists = feed.damagedLists else { return true }
    return lists.contains { $0.id == id }
  }
}
