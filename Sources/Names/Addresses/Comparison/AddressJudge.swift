internal import Taxonomy

/// Holds two parsed addresses against each other.
///
/// What one side omits contradicts nothing; numbers and units are hard facts.
struct AddressJudge {
  enum Relation { case missing, agrees, partly, contradicts }

  let left: ParsedAddress
  let right: ParsedAddress
  let tree: CodeTree
  private(set) var agreed: [AddressComparison.Part] = []
  private(set) var partly: [AddressComparison.Part] = []
  private(set) var contradicted: [AddressComparison.Part] = []
  private(set) var reasons: [String] = []

  /// Countries and areas that are one city, where the country tells the place.
  private static let cities: Set<String> = ["HK", "MO", "SG", "MC", "GI", "VA"]

  init(_ left: ParsedAddress, _ right: ParsedAddress, tree: CodeTree) {
    self.left = left
    self.right = right
    self.tree = tree
  }

  mutating func comparison() -> AddressComparison {
    let verdict = judged()
    let order = AddressComparison.Part.allCases
    return AddressComparison(
      verdict: verdict, agreed: order.filter(agreed.contains),
      contradicted: order.filter(contradicted.contains), reasons: reasons)
  }

  private mutating func judged() -> AddressComparison.Verdict {
    let country = note(.country, countryRelation(), left.country ?? "", right.country ?? "")
    let place = note(.place, placeRelation(), placeWords(left), placeWords(right))
    let street = note(.street, streetRelation(), streetWords(left), streetWords(right))
    let number = note(
      .number, relation(left.houseNumbers, right.houseNumbers), words(left.houseNumbers),
      words(right.houseNumbers))
    let lane = note(.lane, left.lane, right.lane)
    let yard = note(.courtyard, left.yard, right.yard)
    let box = note(.box, left.poBox, right.poBox)
    let postcode = note(.postcode, postcodeRelation(), left.postcode ?? "", right.postcode ?? "")
    let named = namedRelation(left.buildings, right.buildings)
    let zone = note(
      .zone, namedRelation(left.zones, right.zones), self.named(left.zones),
      self.named(right.zones))
    let numbered = relation(left.buildingNumbers, right.buildingNumbers)
    _ = note(
      .building, numbered == .missing ? named : numbered,
      numbered == .missing ? self.named(left.buildings) : words(left.buildingNumbers),
      numbered == .missing ? self.named(right.buildings) : words(right.buildingNumbers))
    if numbered != .missing, named == .agrees {
      reasons.append("name of the building agrees: \(self.named(left.buildings))")
    }
    let entrance = note(.entrance, left.entrance, right.entrance)
    let floor = note(.floor, left.floor, right.floor)
    let room = note(.room, roomRelation(), words(left.rooms), words(right.rooms))

    let hard = [country, place, street, number, lane, yard]
    if hard.contains(.contradicts) { return .contradicted }
    if box == .contradicts, street == .missing { return .contradicted }
    if left.bare == right.bare, left.isPinned, agreed.count > 2 {
      reasons.append("the addresses are written alike")
      return .same
    }

    let isPlaced =
      place == .agrees || postcode == .agrees
      || country == .agrees && Self.cities.contains(left.country ?? "") || sharesLocality()
    let isNumbered = number == .agrees || number == .missing && yard == .agrees
    let hasNumbers = street == .agrees && isNumbered && lane != .partly
    let isNamed =
      named == .agrees
      && left.buildings.contains { building in
        building.forms.contains { $0.utf8.count >= 5 }
      }
    let isByName =
      isNamed && (number == .missing || street == .missing || number == .agrees)
      && (street != .partly)
    let isByBox = box == .agrees && street != .contradicts
    // A box number is given out once in a country such as the Emirates.
    let isPlacedByBox =
      isByBox && country == .agrees && (left.remainder + left.localities).isEmpty
      && (right.remainder + right.localities).isEmpty
    let isInZone = zone == .agrees && numbered == .agrees && street != .partly
    guard hasNumbers || isByName || isByBox || isInZone else {
      if street == .agrees, number == .missing, isPlaced { return .sameStreet }
      if number == .partly, street == .agrees { return .possible }
      if street == .partly, number == .agrees, isPlaced { return .possible }
      if street == .missing, box == .missing, writtenAlike() { return .same }
      // Hundreds of firms sit in one park.
      if zone == .agrees, isPlaced { return numbered == .partly ? .possible : .sameStreet }
      return .unknown
    }
    // Different towns may each have a Main Street 5.
    guard isPlaced || isPlacedByBox else { return .possible }
    // A name alone, in another street or without any, is weaker than street and number.
    if numbered == .contradicts { return hasNumbers ? .sameStreet : .possible }
    if numbered == .partly { return .possible }
    let units = [entrance, floor, room]
    if units.contains(.contradicts) { return .sameBuilding }
    if hasNumbers, named == .contradicts, room != .agrees { return .sameBuilding }
    if room == .missing, left.rooms.isEmpty != right.rooms.isEmpty { return .sameBuilding }
    if room == .missing, left.rooms.isEmpty, (left.floor == nil) != (right.floor == nil) {
      return .sameBuilding
    }
    if units.contains(.partly) { return .sameBuilding }
    if (left.buildingNumbers.isEmpty) != (right.buildingNumbers.isEmpty), !isNamed {
      return .sameBuilding
    }
    return .same
  }

  // MARK: - Parts

  private mutating func note(
    _ part: AddressComparison.Part, _ relation: Relation, _ first: String, _ second: String
  ) -> Relation {
    let both = first == second ? first : "\(first) / \(second)"
    switch relation {
    case .missing: break
    case .agrees:
      agreed.append(part)
      reasons.append("\(part.rawValue) agrees: \(both)")
    case .partly:
      partly.append(part)
      reasons.append("\(part.rawValue) is written differently: \(both)")
    case .contradicts:
      contradicted.append(part)
      reasons.append("\(part.rawValue) contradicts: \(both)")
    }
    return relation
  }

  private mutating func note(
    _ part: AddressComparison.Part, _ first: AddressNumber?, _ second: AddressNumber?
  ) -> Relation {
    note(
      part, relation(first.map { [$0] } ?? [], second.map { [$0] } ?? []), first?.text ?? "",
      second?.text ?? "")
  }

  private func relation(_ first: [AddressNumber], _ second: [AddressNumber]) -> Relation {
    guard !first.isEmpty, !second.isEmpty else { return .missing }
    var isPartly = false
    for number in first {
      for other in second {
        switch number.relation(to: other) {
        case .agrees: return .agrees
        case .partly: isPartly = true
        case .contradicts: break
        }
      }
    }
    return isPartly ? .partly : .contradicts
  }

  /// Every room of the side that names fewer has its like on the other.
  private func roomRelation() -> Relation {
    let (few, many) =
      left.rooms.count <= right.rooms.count ? (left.rooms, right.rooms) : (right.rooms, left.rooms)
    guard !few.isEmpty else { return .missing }
    let relations = few.map { relation([$0], many) }
    if relations.allSatisfy({ $0 == .agrees }) { return .agrees }
    return relations.contains(.contradicts) ? .contradicts : .partly
  }

  private func countryRelation() -> Relation {
    guard let first = left.country, let second = right.country else { return .missing }
    if first == second { return .agrees }
    let china: Set<String> = ["CN", "HK", "MO"]
    // Lists give Hong Kong addresses under China; two stated ones contradict.
    if china.contains(first), china.contains(second), !(left.statesCountry && right.statesCountry) {
      return .missing
    }
    return .contradicts
  }

  private func placeRelation() -> Relation {
    guard !left.places.isEmpty, !right.places.isEmpty else { return .missing }
    var isAgreed = false
    for first in left.places {
      for second in right.places
      where first == second || tree.isWithin(first, second) || tree.isWithin(second, first) {
        isAgreed = true
      }
    }
    return isAgreed ? .agrees : .contradicts
  }

  private func postcodeRelation() -> Relation {
    guard let first = left.postcode, let second = right.postcode else { return .missing }
    // Postcodes are often wrong; another one decides nothing.
    return first == second ? .agrees : .partly
  }

  private func streetRelation() -> Relation {
    guard !left.streets.isEmpty, !right.streets.isEmpty else { return .missing }
    var isSimilar = false
    for street in left.streets {
      for other in right.streets {
        switch street.relation(to: other) {
        case .agrees: return .agrees
        case .similar: isSimilar = true
        case .contradicts: break
        }
      }
    }
    return isSimilar ? .partly : .contradicts
  }

  private func namedRelation(
    _ first: [ParsedAddress.Building], _ second: [ParsedAddress.Building]
  ) -> Relation {
    guard !first.isEmpty, !second.isEmpty else { return .missing }
    for building in first {
      for other in second
      where building.forms.contains(where: { form in
        other.forms.contains { theirs in
          form == theirs
            || min(form.utf8.count, theirs.utf8.count) >= 8
              && EditDistance.isWithin(1, Array(form.utf8), Array(theirs.utf8))
        }
      }) { return .agrees }
    }
    return .contradicts
  }

  /// Whether a town, district or other free words stand in both.
  private func sharesLocality() -> Bool {
    let mine = Set(left.localities + left.remainder.map(Self.joined)).filter { $0.utf8.count >= 4 }
    return (right.localities + right.remainder.map(Self.joined)).contains { mine.contains($0) }
  }

  /// Nothing was told but words and a number, and they are the same on both sides.
  private func writtenAlike() -> Bool {
    var (mine, theirs) = (left.bare, right.bare)
    mine.postcode = nil
    theirs.postcode = nil
    return mine == theirs && left.hasLooseNumber
      && left.remainder.contains { $0.utf8.count >= 8 }
  }

  private static func joined(_ words: String) -> String { words.replacing(" ", with: "") }

  private func words(_ numbers: [AddressNumber]) -> String {
    numbers.map(\.text).joined(separator: ", ")
  }

  private func streetWords(_ address: ParsedAddress) -> String {
    address.streets.map { $0.type.isEmpty ? $0.written : "\($0.written) \($0.type)" }
      .joined(separator: ", ")
  }

  private func named(_ buildings: [ParsedAddress.Building]) -> String {
    buildings.map(\.written).joined(separator: ", ")
  }

  private func placeWords(_ address: ParsedAddress) -> String {
    address.places.map { code in tree[code].map { "\($0.name) (\(code))" } ?? code }
      .joined(separator: ", ")
  }
}
