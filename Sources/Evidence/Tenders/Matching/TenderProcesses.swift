import Formats

/// Joins the notices of one procurement: by its numbers, or by buyer, title and days.
public struct TenderProcesses: Sendable {
  /// Places of the notices of each procurement, in the order of their days.
  public let groups: [[Int]]
  /// Of each notice the group it stands in, and why it was joined to it.
  public let membership: [(group: Int, reason: String)]

  /// Titles that share this much, in percent, and the same numbers are of one procurement.
  static let similar = 80
  /// Days between notices of one procurement that only titles join.
  static let longest = 540

  public init(_ notices: [TenderNotice]) {
    var parents = Array(notices.indices)
    var reasons = [String](repeating: "alone", count: notices.count)
    func root(_ index: Int) -> Int {
      var current = index
      while parents[current] != current {
        parents[current] = parents[parents[current]]
        current = parents[current]
      }
      return current
    }
    func join(_ left: Int, _ right: Int, _ reason: String) {
      let (first, second) = (root(left), root(right))
      guard first != second else { return }
      parents[max(first, second)] = min(first, second)
      if reasons[left] == "alone" { reasons[left] = reason }
      if reasons[right] == "alone" { reasons[right] = reason }
    }
    var byNumber: [String: Int] = [:]
    var byBuyer: [String: [(index: Int, hasNumbers: Bool)]] = [:]
    var titles: [Int: TitleForm] = [:]
    func title(_ index: Int) -> TitleForm {
      if let known = titles[index] { return known }
      let form = TitleForm(notices[index].title)
      titles[index] = form
      return form
    }
    for (index, notice) in notices.enumerated() {
      for number in Self.joining(notice) {
        let key = TenderNumber.key(number)
        // A short number such as 1 is one of a buyer's own.
        let scoped = TenderNumber.tells(key) ? key : key + "\u{0}" + (notice.buyer.first ?? "")
        guard !key.isEmpty, TenderNumber.tells(key) || notice.buyer.first != nil else { continue }
        if let other = byNumber[scoped] {
          join(other, index, "number \(number)")
        } else {
          byNumber[scoped] = index
        }
      }
      guard let buyer = notice.buyer.first else { continue }
      let hasNumbers = !notice.numbers.isEmpty
      for other in byBuyer[buyer]?.suffix(64) ?? []
      // Titles join where numbers cannot.
      where !(hasNumbers && other.hasNumbers) && root(other.index) != root(index) {
        let days = notice.published.flatMap { day in
          notices[other.index].published.map { abs(day - $0) }
        }
        guard notice.stage != notices[other.index].stage, (days ?? 0) <= Self.longest,
          title(index).isLike(title(other.index))
        else { continue }
        join(other.index, index, "buyer and title")
      }
      byBuyer[buyer, default: []].append((index, hasNumbers))
    }
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    var membership: [(group: Int, reason: String)] = []
    for index in notices.indices {
      let top = root(index)
      let group = places[top] ?? groups.count
      if group == groups.count {
        places[top] = group
        groups.append([])
      }
      groups[group].append(index)
      membership.append((group, reasons[index]))
    }
    self.groups = groups.map { group in
      group.sorted { left, right in
        let days = (notices[left].published, notices[right].published)
        if days.0 == days.1 { return left < right }
        return days.0.map { first in days.1.map { first < $0 } ?? true } ?? false
      }
    }
    self.membership = membership
  }

  /// The numbers by which a notice is joined to others.
  ///
  /// OCDS 1.1: `ocid` alone joins releases; `tender.id` is an id within its contracting process.
  private static func joining(_ notice: TenderNotice) -> [String] {
    let isRelease = notice.processNumbers.contains { $0.hasPrefix("ocds-") }
    return isRelease ? notice.processNumbers : notice.numbers
  }

  /// The notices with buyers and items that only other notices of their procurement state.
  static func completed(_ notices: [TenderNotice]) -> [TenderNotice] {
    guard notices.contains(where: { $0.buyers.isEmpty || $0.items.isEmpty }) else { return notices }
    var completed = notices
    for group in TenderProcesses(notices).groups where group.count > 1 {
      let buyer = group.first { !notices[$0].buyers.isEmpty }
      // A correction may list what it changes alone.
      let listing = group.filter { !notices[$0].items.isEmpty }
      let most = listing.filter { notices[$0].stage != .correction }
        .map { notices[$0].items.count }.max()
      let items = listing.last {
        notices[$0].stage != .correction || notices[$0].items.count >= most ?? 0
      }
      for index in group {
        if let buyer, notices[index].buyers.isEmpty {
          completed[index].buyers = notices[buyer].buyers
          completed[index].places += notices[buyer].places
          completed[index].locate("buyer", "notice \(notices[buyer].id)")
        }
        if let items, notices[index].items.isEmpty {
          completed[index].items = inherited(from: notices[items], by: group.map { notices[$0] })
          completed[index].locate("items", "notice \(notices[items].id)")
        }
      }
    }
    return completed
  }

  /// Items of another notice, as corrections changed them, each with the notice where it stands.
  private static func inherited(
    from source: TenderNotice, by group: [TenderNotice]
  ) -> [TenderItem] {
    var items = source.items
    for notice in group where notice.stage == .correction {
      for correction in notice.corrections { correction.apply(to: &items) }
    }
    let place = source.id + (source.origin.map { $0 == source.id ? "" : " (\($0))" } ?? "")
    for index in items.indices {
      let own = items[index].place
      items[index].place = own.isEmpty ? place : "\(place), \(own)"
    }
    return items
  }
}

extension TenderNotice.Correction {
  /// Sets the quantity of the one item that had the number before: 80盒 to 800盒.
  fileprivate func apply(to items: inout [TenderItem]) {
    guard let old = count(before), let new = count(after), old.unit == new.unit else { return }
    var fitting = items.indices.filter { place in
      items[place].quantity == old.value
        && (items[place].unit.map { NoticeText.folded($0) == old.unit } ?? true)
    }
    let named = fitting.filter { field.contains(items[$0].description) }
    if !named.isEmpty { fitting = named }
    guard fitting.count == 1 else { return }
    items[fitting[0]].quantity = new.value
  }

  private func count(_ text: String) -> (value: Decimal, unit: String)? {
    let scalars = Array(NoticeText.folded(NoticeText.trimmed(text)).unicodeScalars)
    let numbers = NumberScan.numbers(in: scalars)
    guard numbers.count == 1, let value = numbers[0].value, !numbers[0].isNegative else {
      return nil
    }
    let unit = String(String.UnicodeScalarView(scalars[numbers[0].range.upperBound...]))
    return unit.isEmpty ? nil : (value, NoticeText.trimmed(unit))
  }
}

/// A title without the words for its stage, as pairs of characters and numbers.
struct TitleForm {
  let pairs: Set<UInt64>
  let numbers: [String]

  private static let stageWords = [
    "公开招标", "竞争性磋商", "竞争性谈判", "询价", "中标", "成交", "结果", "更正", "变更", "废标", "终止",
    "合同", "验收", "采购意向", "意向", "招标", "公告", "公示", "项目", "采购", "award notice",
    "contract notice", "tender",
  ]

  init(_ title: String) {
    var text = NoticeText.folded(title)
    for word in Self.stageWords {
      while let range = text.firstRange(of: word) { text.removeSubrange(range) }
    }
    let scalars = text.unicodeScalars.filter {
      $0.properties.isAlphabetic || NoticeText.isDigit($0)
    }
    var pairs: Set<UInt64> = []
    for (left, right) in zip(scalars, scalars.dropFirst()) {
      pairs.insert(UInt64(left.value) << 32 | UInt64(right.value))
    }
    self.pairs = pairs
    numbers = text.split { !$0.isNumber }.map(String.init)
  }

  func isLike(_ other: TitleForm) -> Bool {
    guard numbers == other.numbers, pairs.count >= 4 else { return false }
    let common = pairs.intersection(other.pairs).count
    return common * 100 >= TenderProcesses.similar * (pairs.count + other.pairs.count - common)
  }
}
