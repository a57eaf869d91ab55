/// The places of two names, China itself aside, which names leave out at will.
struct LocalPlaces {
  /// Whether both names state a place and it is the same.
  private(set) var agree = false
  /// Whether the place of one lies within that of the other.
  private(set) var encloses = false
  private(set) var reason: String?
  /// What speaks against certainty, or nil.
  private(set) var doubt: String?
  /// Places that only one of the names states.
  private(set) var onlyLeft: [String] = []
  private(set) var onlyRight: [String] = []

  /// `isExplained` where the other name has the place inside a short form, which then agrees.
  /// Without `explains`, the reasons are left empty.
  init(
    _ left: ParsedName, _ right: ParsedName, knowledge: NameKnowledge, isExplained: Bool,
    explains: Bool
  ) {
    let local = (left.heads.filter(Self.isLocal), right.heads.filter(Self.isLocal))
    switch PlaceRelation(local.0, local.1, knowledge: knowledge, explains: explains) {
    case .agrees(let isFirm, let text):
      agree = true
      reason = text
      if !isFirm { doubt = "a name leaves open which such place it means" }
    case .encloses(let broader, let narrower, _):
      if explains {
        reason = "\(knowledge.placeName(narrower)) lies within \(knowledge.placeName(broader))"
      }
      doubt = "one name omits the lower place"
      encloses = true
    case .omitted:
      agree = isExplained
      guard !isExplained, local.0.isEmpty != local.1.isEmpty else { break }
      doubt = "only one name states a place"
      onlyLeft = local.0.map(\.text)
      onlyRight = local.1.map(\.text)
    case .contradicts: break
    }
  }

  private static func isLocal(_ place: PlaceMention) -> Bool { place.candidates != ["CN"] }
}
