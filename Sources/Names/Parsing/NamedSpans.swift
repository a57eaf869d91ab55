/// Stretches of a name that must not be read as places or legal forms.
struct NamedSpans {
  struct Spans {
    private(set) var ranges: [Range<Int>] = []

    func overlaps(_ range: Range<Int>) -> Bool { ranges.contains { $0.overlaps(range) } }

    var starts: Set<Int> { Set(ranges.map(\.lowerBound)) }

    fileprivate mutating func add(_ range: Range<Int>) { ranges.append(range) }
  }

  /// Bodies known by name: the `China` of `CETC` in full is no place of its own.
  private(set) var bodies = Spans()
  /// Words inside which a place is none: 中山 in 中山大学, `China` in `East China`.
  private(set) var words = Spans()
  /// Where a phrase of known meaning ends, after which a place may stand: 国家超级计算天津中心.
  private(set) var ends: Set<Int> = []

  init(units: [TextUnit], tables: NameTables) {
    var index = 0
    while index < units.count {
      let matches = tables.meanings.matches(in: units, at: index).filter { match in
        !(index + 1..<index + match.length).contains { units[$0].breakBefore }
      }
      if let body = matches.last(where: { $0.entries.contains { $0.kind == .named } }),
        !Self.followsPlace(index, units, tables)
      {
        bodies.add(index..<index + body.length)
        index += body.length
      } else {
        addWord(matches, at: index, units, tables)
        for match in matches where match.length > 1 { ends.insert(index + match.length) }
        index += 1
      }
    }
  }

  /// 杭州电子科技大学 is another body than 电子科技大学.
  private static func followsPlace(
    _ index: Int, _ units: [TextUnit], _ tables: NameTables
  ) -> Bool {
    guard index > 0, units[index].isHan, units[index - 1].isHan, !units[index].breakBefore else {
      return false
    }
    return (max(0, index - 6)..<index).contains { start in
      tables.places.longest(in: units, at: start).map { start + $0.length == index } ?? false
    }
  }

  private mutating func addWord(
    _ matches: [Meanings.Match], at index: Int, _ units: [TextUnit], _ tables: NameTables
  ) {
    for match in matches
    where match.entries.contains(where: { $0.kind == .word || $0.kind == .brand }) {
      for start in index..<index + match.length {
        guard let place = tables.places.longest(in: units, at: start) else { continue }
        let isInside = start > index || place.length < match.length
        let isContextual = match.entries.contains(where: \.isContextual)
        if isInside || isContextual, start + place.length <= match.reach {
          words.add(index..<index + match.length)
          return
        }
      }
    }
  }
}
