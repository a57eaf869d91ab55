import Taxonomy

/// Whether a body serves only a part of the place that is known of it.
enum PartOfPlace {
  /// Whether the names speak of a smaller unit than the place is: a county, district, town or
  /// police station in a prefecture of which the unit itself is not known.
  static func isNamed(by names: [String], in place: TreeNode) -> Bool {
    guard let units = smallerUnits[place.kind] else { return false }
    return names.contains { name in
      let words = Set(name.lowercased().split { !$0.isLetter }.map(String.init))
      if !words.isDisjoint(with: units.words) { return true }
      // The signs are Chinese characters.
      guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
      var rest = name
      for larger in largerUnits + place.chinese { rest = rest.replacing(larger, with: " ") }
      return units.signs.contains { rest.contains($0) }
    }
  }

  private typealias Units = (words: Set<String>, signs: [String])

  private static let parts: Units = (
    [
      "township", "town", "village", "neighbourhood", "neighborhood", "subdistrict", "substation",
      "branch",
    ],
    ["乡", "镇", "街道", "村", "社区", "派出所", "分局"]
  )
  private static let counties: Units = (
    parts.words.union(["county", "banner"]), parts.signs + ["县", "縣", "区", "區", "旗"]
  )
  private static let cities: Units = (counties.words.union(["district"]), counties.signs)

  /// `District` renders 地区 too, which is a prefecture.
  private static let smallerUnits: [String: Units] = [
    "province": cities, "autonomous-region": cities, "municipality": cities,
    "autonomous-prefecture": cities, "prefecture-level-city": cities, "league": cities,
    "prefecture": counties, "county": parts, "autonomous-county": parts, "district": parts,
    "county-level-city": parts, "banner": parts,
  ]

  /// Units that hold the sign of a smaller one.
  private static let largerUnits = ["地区", "地區", "自治区", "自治區", "特别行政区", "特別行政區"]
}
