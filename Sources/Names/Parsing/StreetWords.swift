/// Words that make a street of the name before them: 西藏中路, `Kashgar Street`.
enum StreetWords {
  private static let han: [[String]] = [
    ["路"], ["街"], ["大", "街"], ["大", "道"], ["巷"], ["胡", "同"], ["弄"],
  ]
  private static let hanBetween: Set<String> = [
    "东", "西", "南", "北", "中", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "环", "支", "新",
  ]
  private static let latin: Set<String> = [
    "road", "rd", "street", "avenue", "ave", "lane", "boulevard", "blvd", "lu", "jie", "dajie",
    "strasse", "str", "gasse", "weg", "allee",
  ]
  private static let latinBetween: Set<String> = [
    "north", "south", "east", "west", "middle", "central", "zhong", "bei", "nan", "dong", "xi",
  ]
  /// `Xinjiang Road and Bridge Construction` builds roads, and so does a `Road Bureau`.
  private static let trades: Set<String> = [
    "and", "bridge", "bridges", "construction", "engineering", "bureau", "administration",
    "transport", "transportation", "network", "traffic", "maintenance", "works", "materials",
  ]

  /// Whether the units from here on make a street of the name before them.
  static func follow(_ start: Int, in units: [TextUnit]) -> Bool {
    guard start < units.count, !units[start].breakBefore else { return false }
    return units[start].isHan ? hanFollows(start, units) : latinFollows(start, units)
  }

  private static func hanFollows(_ start: Int, _ units: [TextUnit]) -> Bool {
    var index = start
    while index < units.count, index - start < 2, hanBetween.contains(units[index].text) {
      index += 1
    }
    return [start, index].contains { place in
      han.contains { word in
        place + word.count <= units.count
          && zip(word, units[place...]).allSatisfy { $0 == $1.text && $1.isHan }
      }
    }
  }

  private static func latinFollows(_ start: Int, _ units: [TextUnit]) -> Bool {
    var index = start
    if latinBetween.contains(units[index].text) { index += 1 }
    guard index < units.count, !units[index].breakBefore, latin.contains(units[index].text) else {
      return false
    }
    let next = index + 1
    return next == units.count || units[next].breakBefore || !trades.contains(units[next].text)
  }
}
