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
    for (index, entry) in feed.entries.enumerated() {
      held[entry.list.id, default: 0] += 1
      guard entry.standing(asOf: date) == .listed else { continue }
      listed[entry.list.id, default: []].append(index)
      allListed.append(index)
    }
  }

  /// Whether a damaged version may have held the list.
  func mayHold(_ id: String) -> Bool {
    guard feed.feed != id, let lists = feed.damagedLists else { return true }
    return lists.contains { $0.id == id }
  }
}
