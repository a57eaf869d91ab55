/// The best so many lines of a scan.
struct BestLines {
  private(set) var entries: [(line: Int32, score: Int)] = []
  private let capacity: Int
  /// A line with no higher score cannot enter; below every score while there is room.
  private(set) var least = Int.min

  init(_ capacity: Int) {
    self.capacity = capacity
    entries.reserveCapacity(capacity + 1)
  }

  mutating func offer(_ line: Int32, _ score: Int) {
    guard score > least || entries.count < capacity else { return }
    if entries.count < capacity {
      entries.append((line, score))
    } else if let place = entries.indices.min(by: { entries[$0].score < entries[$1].score }) {
      entries[place] = (line, score)
    }
    if entries.count == capacity { least = entries.lazy.map(\.score).min() ?? Int.min }
  }
}
