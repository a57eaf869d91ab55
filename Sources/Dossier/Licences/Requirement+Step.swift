public import Evidence

extension Authorisation.Requirement {
  /// The step of a worksheet that it is.
  public var step: String {
    switch self {
    case .control: "reasons.licence"
    case .entityList: "end-users.entity-list"
    case .affiliates: "end-users.affiliates"
    case .militaryIntelligence: "end-users.military-intelligence"
    case .part746: "embargoes.licence"
    case .europeanAnnex: "other.eu-article-3"
    }
  }
}
