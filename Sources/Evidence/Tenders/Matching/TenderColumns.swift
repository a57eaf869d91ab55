import Formats
import Taxonomy

/// The lines of all notices as columns of numbers, and the lines of each family by day.
struct TenderColumns: Sendable {
  static let unknownDay = Int32.min

  /// The lines of one family, side by side in the order of days, those without one first, so that a
  /// search reads them from one end to the other.
  struct Family: Sendable {
    let lines: [Int32]
    let days: [Int32]
    /// Marks of quantities and of packs; equal ones have equal marks.
    let quantities: [UInt32]
    let packs: [UInt32]
    let buyers: [UInt8]
  }

  /// By notice; days since 1970-01-01.
  let days: [Int32]
  /// By notice: 2 police and the like, 1 health, 0 others.
  let buyers: [UInt8]
  /// By line.
  let noticeOfLine: [Int32]
  /// By family of the tree.
  let families: [Family]

  init(
    _ notices: [TenderNotice], starts: [Int32], readings: LineReadings, knowledge: TenderKnowledge
  ) {
    days = notices.map { $0.published.map { Int32(clamping: $0.dayNumber) } ?? Self.unknownDay }
    let tree = knowledge.taxonomy.functions
    let buyers = Threads.map(notices) { notice in
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
    noticeOfLine.reserveCapacity(readings.count)
    for notice in notices.indices {
      for _ in starts[notice]..<starts[notice + 1] { noticeOfLine.append(Int32(notice)) }
    }
    self.noticeOfLine = noticeOfLine
    self.buyers = buyers
    var lines = [[Int32]](repeating: [], count: knowledge.taxonomy.products.nodes.count)
    var marks: [(quantity: UInt32, pack: UInt32)] = []
    marks.reserveCapacity(readings.count)
    for (line, notice) in noticeOfLine.enumerated() {
      let features = readings.features(
        ofLine: line, at: line - Int(starts[Int(notice)]), in: notices[Int(notice)])
      marks.append((Self.mark(features.quantity), Self.mark(features.pack?.count)))
      for family in features.families { lines[family].append(Int32(line)) }
    }
    let days = self.days
    families = lines.map { lines in
      let sorted = lines.sorted { left, right in
        (days[Int(noticeOfLine[Int(left)])], left) < (days[Int(noticeOfLine[Int(right)])], right)
      }
      return Family(
        lines: sorted, days: sorted.map { days[Int(noticeOfLine[Int($0)])] },
        quantities: sorted.map { marks[Int($0)].quantity },
        packs: sorted.map { marks[Int($0)].pack },
        buyers: sorted.map { buyers[Int(noticeOfLine[Int($0)])] })
    }
  }

  /// Zero where a number is not stated.
  static func mark(_ number: Decimal?) -> UInt32 {
    guard let number else { return 0 }
    let mixed = UInt64(bitPattern: number.millionths) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32) | 1
  }

  private static let forces = [
    "policing", "population-control", "detention", "xpcc", "military", "state-security",
  ]

  /// The places in a family's list between two days, and those without a day.
  func ranges(of family: Int, from first: Int32, to last: Int32) -> [Range<Int>] {
    let days = families[family].days
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
