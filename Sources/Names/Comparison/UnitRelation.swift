/// Whether one name speaks of a unit of the body that the other names.
enum UnitRelation: Sendable, Hashable {
  case none
  /// The parent before the unit is left out on one side.
  case parentOmitted(String)
  case isUnit(String)

  init(_ alignment: MeaningAlignment) {
    let sides = [alignment.left, alignment.right]
    guard let index = sides.firstIndex(where: { !$0.bodies.isEmpty }) else {
      self = .none
      return
    }
    let side = sides[index]
    let met = alignment.pairs.flatMap { index == 0 ? $0.left : $0.right }
      .filter { $0.kind == .body || $0.kind == .named }
    guard let rest = side.bodies.last, let last = met.map(\.units.upperBound).max() else {
      self = .none
      return
    }
    let isParent: Bool
    if side.isHan {
      // The unit stands last.
      isParent = rest.units.upperBound <= last
    } else {
      let rank = met.map(Self.rank).min() ?? 0
      isParent = Self.rank(rest) > rank
    }
    self = isParent ? .parentOmitted(rest.shown) : .isUnit(rest.shown)
  }

  /// English puts either first; an academy has institutes, an institute has laboratories.
  private static func rank(_ token: NameToken) -> Int {
    if token.kind == .named { return 5 }
    switch token.text {
    case "university", "univ", "academy", "acad", "ministry": return 5
    case "college", "school", "faculty": return 4
    case "laboratory", "lab", "department", "division", "branch", "section", "office": return 2
    default: return 3
    }
  }
}
