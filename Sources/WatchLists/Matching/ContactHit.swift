import Names

/// One entry of another name that shares an address, a number or a domain with a party.
struct ContactHit {
  let kind: ContactLink.Kind
  let isCertain: Bool
  /// Another unit of the building in which an address is listed.
  let isAnotherUnit: Bool
  let entry: Int
  /// In words, the finding first.
  let reasons: [String]
  let queryText: String
  let entryText: String

  /// What a suppression has to speak of to hide it.
  var rung: Suppression.Rung {
    switch kind {
    case .address, .building: .address
    case .phone: .phone
    case .email: .email
    case .domain: .domain
    case .person: .name
    }
  }

  /// Hits of one group are told as one finding.
  struct Group: Hashable {
    let kind: ContactLink.Kind
    let isCertain: Bool
    let isAnotherUnit: Bool
    /// The number or domain; addresses are written in too many ways to part them by it.
    let text: String
  }

  var group: Group {
    let isAddress = kind == .address || kind == .building
    return Group(
      kind: kind, isCertain: isCertain, isAnotherUnit: isAnotherUnit,
      text: isAddress ? "" : queryText)
  }
}
