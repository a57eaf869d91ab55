import Formats
import Names
import Taxonomy

/// What a search of notices found.
public struct TenderSearch: Sendable {
  /// Strongest first; never one of no strength.
  public let matches: [TenderMatch]
  /// Weak matches beyond those listed; nothing stronger is ever left out.
  public let left: Int
  /// Whether there were more that are not weak than a search lists.
  public let isTruncated: Bool
}

extension TenderIndex {
  /// Matches that are more than weak, at most; beyond it the search says that it is truncated.
  static let mostMatches = 64
  /// Weak matches that are listed.
  static let mostWeak = 12
  /// Lines of each line of an order, and notices of each body, that are compared in full.
  static let compared = 48

  /// The notices that an order may serve.
  ///
  /// Complexity: linear in the lines of the order's families within the days around it, some
  /// nanoseconds each; then a bounded number of full comparisons.
  public func search(_ query: TenderQuery) -> TenderSearch {
    let lines = query.lines.map { line in
      var features = reader.features(
        words: line.words, families: line.families, pack: line.pack)
      features.quantity = line.quantity
      features.price = line.unitPrice
      return features
    }
    let parties = parties(of: query)
    let hits = Dictionary(uniqueKeysWithValues: parties)
    let cited = cited(query)
    var chosen: [Int32: Int] = [:]
    var seen = 0
    let day = Int32(clamping: query.date.dayNumber)
    let first = day - Int32(TenderComparison.window.before)
    // Goods may be ordered before the notice comes out; one of a day to come is not known.
    let known = Int32(clamping: query.knownOn.dayNumber)
    let last = min(known, day + Int32(TenderComparison.window.after))
    for (body, hit) in parties {
      for notice in recent(noticesOfBody[body], first, last).prefix(Self.compared)
      where hit.verdict != .different {
        chosen[notice] = 1000
      }
    }
    for line in lines {
      var best = BestLines(Self.compared)
      for family in families(of: line) {
        for range in columns.ranges(of: family, from: first, to: last) {
          seen += range.count
          scan(family, range, line, day, !query.namesEndUser, &best)
        }
      }
      for entry in best.entries {
        let notice = columns.noticeOfLine[Int(entry.line)]
        chosen[notice] = max(chosen[notice] ?? 0, entry.score)
      }
    }
    for notice in cited.keys { chosen[notice] = 2000 }
    for notice in noticesOfOrder[query.order] ?? [] { chosen[notice] = 2000 }
    var looks: [Look] = []
    for notice in chosen.keys.sorted() where isKnown(notice, on: known) {
      let match = compare(Int(notice), query, lines, hits, cited[notice], explains: false)
      guard match.strength != .none else { continue }
      looks.append(
        Look(
          notice: Int(notice), strength: match.strength, score: match.score,
          buyer: columns.buyers[Int(notice)]))
    }
    return ranked(looks, seen: seen) { [self] look in
      var match = compare(
        look.notice, query, lines, hits, cited[Int32(look.notice)], explains: true)
      match.strength = look.strength
      match.outdoneBy = look.outdoneBy.map { notices[$0].id }
      return match
    }
  }

  /// What a first look says of a notice.
  private struct Look {
    let notice: Int
    var strength: TenderMatch.Strength
    let score: Int
    /// As in the columns: the more adverse the body, the higher.
    let buyer: UInt8
    var outdoneBy: Int?
  }

  /// By how much the score of a moderate match must be higher for another to count for less.
  private static let clearlyBetter = 8

  /// What was published later than the day of the search is not known yet.
  private func isKnown(_ notice: Int32, on day: Int32) -> Bool { columns.days[Int(notice)] <= day }

  /// A moderate match counts as weak where another agrees clearly better, but never because of a
  /// notice of a less adverse buyer: a hospital's notice does not hide that of a police body.
  private static func settled(_ looks: [Look]) -> [Look] {
    looks.map { look in
      guard look.strength == .moderate else { return look }
      let better = looks.filter { other in
        other.buyer >= look.buyer
          && (other.strength > .moderate
            || other.strength == .moderate && other.score >= look.score + clearlyBetter)
      }.max { ($0.strength, $0.score, $1.notice) < ($1.strength, $1.score, $0.notice) }
      guard let better else { return look }
      var lowered = look
      lowered.strength = .weak
      lowered.outdoneBy = better.notice
      return lowered
    }
  }

  private func ranked(
    _ looks: [Look], seen: Int, _ explain: (Look) -> TenderMatch
  ) -> TenderSearch {
    let sorted = Self.settled(looks).sorted { left, right in
      if left.strength != right.strength { return left.strength > right.strength }
      if left.score != right.score { return left.score > right.score }
      return left.notice < right.notice
    }
    let strong = sorted.filter { $0.strength > .weak }
    let listed =
      strong.prefix(Self.mostMatches)
      + sorted.filter { $0.strength == .weak }.prefix(Self.mostWeak)
    return TenderSearch(
      matches: listed.map(explain), left: max(0, max(seen, looks.count) - listed.count),
      isTruncated: strong.count > Self.mostMatches)
  }

  // MARK: - Candidates

  struct Hit {
    let verdict: IdentityComparison.Verdict
    let relation: String
  }

  /// Bodies of notices that are or may be parties of the order, each with the closest.
  private func parties(of query: TenderQuery) -> [(Int, Hit)] {
    var hits: [Int: Hit] = [:]
    for party in query.parties {
      for (body, verdict) in bodies.bodies(like: party.profile)
      where verdict > (hits[body]?.verdict ?? .different) {
        hits[body] = Hit(verdict: verdict, relation: party.relation)
      }
    }
    return hits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func cited(_ query: TenderQuery) -> [Int32: String] {
    guard !query.text.isEmpty else { return [:] }
    var cited: [Int32: String] = [:]
    for key in TenderNumber.keys(in: query.text) {
      // A number of very many notices is none of a procurement.
      guard let notices = noticesOfNumber[key], notices.count <= 64 else { continue }
      for notice in notices { cited[notice] = key }
    }
    return cited
  }

  /// The latest notices of a body within the days, and those without a day.
  private func recent(
    _ list: [(notice: Int32, buys: Bool)], _ first: Int32, _ last: Int32
  ) -> [Int32] {
    list.reversed().lazy.map(\.notice).filter { [columns] notice in
      let day = columns.days[Int(notice)]
      return day == TenderColumns.unknownDay || (day >= first && day <= last)
    }
  }

  /// The line's families with those that they enclose and that enclose them, without the roots.
  private func families(of line: TenderFeatures) -> [Int] {
    let tree = reader.products
    var found = Set(line.families)
    for family in line.families {
      var current = tree.parent(ofNodeAt: family)
      while let parent = current {
        let next = tree.parent(ofNodeAt: parent)
        if next != nil { found.insert(parent) }
        current = next
      }
    }
    for index in tree.nodes.indices where !found.contains(index) {
      var current = tree.parent(ofNodeAt: index)
      while let parent = current {
        if line.families.contains(parent), tree.parent(ofNodeAt: parent) != nil {
          found.insert(index)
          break
        }
        current = tree.parent(ofNodeAt: parent)
      }
    }
    return found.sorted()
  }

  private func scan(
    _ family: Int, _ range: Range<Int>, _ line: TenderFeatures, _ day: Int32, _ isOpen: Bool,
    _ best: inout BestLines
  ) {
    let quantity = TenderColumns.mark(line.quantity)
    let pack = TenderColumns.mark(line.pack?.count)
    let filed = columns.families[family]
    let lines = filed.lines.span
    let days = filed.days.span
    let quantities = filed.quantities.span
    let packs = filed.packs.span
    let buyers = filed.buyers.span
    for place in range {
      var score = 0
      if quantities[place] == quantity { score += 40 }
      if packs[place] == pack, pack != 0 { score += 10 }
      let age = day &- days[place]
      if age >= 0, age < 540 { score += 20 - Int(age) / 27 }
      if score + 6 <= best.least { continue }
      if isOpen { score += Int(buyers[place]) * 3 }
      best.offer(lines[place], score)
    }
  }
}
