/// What holding one address against another gave, with the reasons in words.
public struct AddressComparison: Sendable, Hashable {
  /// From nothing in common to the same room.
  public enum Verdict: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// A hard fact differs: country, place, street, number or box.
    case contradicted
    /// Nothing that both state tells.
    case unknown
    /// They may be one, but a fact that would settle it is missing or written differently.
    case possible
    /// Street or park and place agree; at least one states no number there.
    case sameStreet
    /// House or building agrees; floor or room are missing or others.
    case sameBuilding
    /// Everything that both state agrees, and neither states a room that the other lacks.
    case same

    public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
  }

  /// A part of an address on which two can differ.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case country, place, street, number, lane, courtyard, building, entrance, floor, room, box
    case postcode, zone
  }

  public let verdict: Verdict
  public let agreed: [Part]
  /// In the order of `Part`.
  public let contradicted: [Part]
  /// `number agrees: 2-16`, `room contradicts: 2309 / 1605`.
  public let reasons: [String]

  /// Whether floor, room or staircase of the same building are others.
  public var isAnotherUnit: Bool {
    verdict == .sameBuilding
      && contradicted.contains { [.floor, .room, .entrance].contains($0) }
  }
}
