internal import Taxonomy

/// What the codes of places say of their level and province, by the places of the tree.
struct PlaceCodes: Sendable {
  /// The first five characters of codes: provinces, and countries where a code has no more.
  private(set) var provinces: [String] = []
  /// By place: its province among `provinces`.
  private(set) var province: [Int] = []
  /// By place: the length of its code. Countries have 2, provinces 5, prefectures 7.
  private(set) var length: [Int] = []

  init(_ tree: CodeTree) {
    var known: [String: Int] = [:]
    for node in tree.nodes {
      let code = PlaceCodes.province(of: node.code)
      let number = known[code] ?? provinces.count
      if number == provinces.count {
        known[code] = number
        provinces.append(code)
      }
      province.append(number)
      length.append(node.code.utf8.count)
    }
  }

  /// Whether a code is the other or one of what lies in it: `CN-65` is in `CN`.
  static func isIn(_ code: String, _ outer: String) -> Bool {
    code == outer || code.hasPrefix(outer + "-")
  }

  static func province(of code: String) -> String { String(code.prefix(5)) }
}
