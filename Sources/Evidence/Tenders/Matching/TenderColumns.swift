import Formats
import Taxonomy

/// The lines of all notices as columns of numbers, and the lines of each family by day.
struct TenderColumns: Sendable {
  static let unknownDay = Int32.min
  static let unknownQuantity = Int64.min

  /// By notice; days since 1970-01-01.
  let days: [Int32]
  /// By notice: 2 police and the like, 1 health, 0 others.
  let buyers: [UInt8]
  /// By line.
  let noticeOfLine: [Int32]
  let quantities: [Int64]
  let packs: [Int64]
  /// Lines of each family of the tree, sorted by day; those without one first.
  let linesOfFamily: [[Int32]]
  /// The days of these lines, side by side.
  let daysOfFamily: [[Int32]]

  init(
    _ notices: [TenderNotice], starts: [Int32], features: [TenderFeatures],
    knowledge: TenderKnowledge
  ) {
    days = notices.map { $0.published.map { Int32(clamping: $0.dayNumber) } ?? Self.unknownDay }
    let tree = knowledge.taxonomy.functions
    buyers = Threads.map(notices) { notice in
      var kind: UInt8 = 0
      for buyer in notice.buyers {
        for function in knowledge.reading(of: buyer).functions {
          if Self.forces.contains(where: { tree.isWithin(function, $0) }) { kind = 2 }
          if kind == 0, tree.isWithin(function, "health") { kind = 1 }
        }
      }
      return kind
    }
    var noticeOfLine: [Int32] = []
    noticeOfLine.reserveCapacity(features.count)
    for notice in notices.indices {
      for _ in starts[notice]..<starts[notice + 1] { noticeOfLine.append(Int32(notice)) }
    }
    self.noticeOfLine = noticeOfLine
    quantities = features.map { $0.quantity?.millionths ?? Self.unknownQuantity }
    packs = features.map { $0.pack?.count.millionths ?? Self.unknownQuantity }
    var families = [[Int32]](repeating: [], count: knowledge.taxonomy.products.nodes.count)
    for (line, feature) in features.enumerated() {
      for family in feature.families { families[family].append(Int32(line)) }
    }
    let days = self.days
    linesOfFamily = families.map { lines in
      lines.sorted { left, right in
        (days[Int(noticeOfLine[Int(left)])], left) < (days[Int(noticeOfLine[Int(right)])], right)
      }
    }
    daysOfFamily = linesOfFamily.map { lines in lines.map { days[Int(noticeOfLine[Int($0)])] } }
  }

  private static let forces = [
    "policing", "population-control", "detention", "xpcc", "military", "state-security",
  ]

  /// The places in a family's list between two days, and those without a day.
  func ranges(of family: Int, from first: Int32, to last: Int32) -> [Range<Int>] {
    let days = daysOfFamily[family]
    func position(_ day: Int32) -> Int {
      var low = 0
      var high = days.count
      while low < high {
        let middle = (low + high) / 2
        if days[middle] < day { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let dated = position(Self.unknownDay + 1)
    let found = [0..<dated, max(dated, position(first))..<max(dated, position(last + 1))]
    return found.filter { !$0.isEmpty }
  }
}
