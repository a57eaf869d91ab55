internal import Taxonomy

/// How the places of two names stand to each other.
enum PlaceRelation: Sendable, Hashable {
  /// At least one of the names states no place.
  case omitted
  /// `firm` is false where a name leaves open which of several places it means.
  case agrees(firm: Bool, reason: String)
  /// The place of one lies within that of the other.
  case encloses(broader: String, narrower: String, broaderIsCountry: Bool)
  case contradicts(reason: String)

  /// Without `explains`, the reasons are left empty: most comparisons are never read.
  init(
    _ left: [PlaceMention], _ right: [PlaceMention], knowledge: NameKnowledge,
    explains: Bool = true
  ) {
    guard !left.isEmpty, !right.isEmpty else {
      self = .omitted
      return
    }
    var agreement: (firm: Bool, reason: String)?
    var enclosure: (broader: String, narrower: String)?
    var unmatched = (left: [PlaceMention](), right: [PlaceMention]())
    for place in left {
      var isMatched = false
      for other in right {
        if let common = Self.common(place, other) {
          isMatched = true
          let firm = Self.isFirm(place, other)
          if firm || agreement == nil {
            agreement = (
              firm,
              explains
                ? "place agrees: \(knowledge.placeName(common)) (\(place.text) / \(other.text))"
                : ""
            )
          }
        } else if let pair = Self.enclosure(place, other, tree: knowledge.tables.places.tree) {
          isMatched = true
          enclosure = enclosure ?? pair
        }
      }
      if !isMatched { unmatched.left.append(place) }
    }
    for other in right
    where !left.contains(where: {
      Self.common($0, other) != nil
        || Self.enclosure($0, other, tree: knowledge.tables.places.tree) != nil
    }) {
      unmatched.right.append(other)
    }
    if let first = unmatched.left.first, let second = unmatched.right.first {
      self = .contradicts(
        reason: explains
          ? "place contradicts: \(knowledge.placeName(first.code)) / "
            + knowledge.placeName(second.code) : "")
    } else if let agreement {
      let isWhole = unmatched.left.isEmpty && unmatched.right.isEmpty
      self = .agrees(firm: agreement.firm && isWhole, reason: agreement.reason)
    } else if let enclosure {
      self = .encloses(
        broader: enclosure.broader, narrower: enclosure.narrower,
        broaderIsCountry: enclosure.broader.utf8.count == 2)
    } else {
      self = .omitted
    }
  }

  /// The places that a mention may mean once the likeliest is taken where nothing is open.
  private static func meant(_ place: PlaceMention) -> [String] {
    place.code == place.candidates.first && !place.isLevelOpen
      ? Array(place.candidates.prefix(1)) : place.candidates
  }

  private static func common(_ left: PlaceMention, _ right: PlaceMention) -> String? {
    let others = meant(right)
    return meant(left).first { others.contains($0) }
  }

  private static func isFirm(_ left: PlaceMention, _ right: PlaceMention) -> Bool {
    let both = (meant(left), meant(right))
    return both.0 == both.1
  }

  private static func enclosure(
    _ left: PlaceMention, _ right: PlaceMention, tree: CodeTree
  ) -> (broader: String, narrower: String)? {
    for first in meant(left) {
      for second in meant(right) where first != second {
        if tree.isWithin(first, second) { return (second, first) }
        if tree.isWithin(second, first) { return (first, second) }
      }
    }
    return nil
  }
}
