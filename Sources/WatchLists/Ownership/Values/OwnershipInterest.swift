/// In what way one party is bound to a body: the interests of BODS 0.4 (`interestType`), and the
/// edges of FollowTheMoney that say something of ownership or control.
public enum OwnershipInterest: String, Sendable, Hashable, CaseIterable {
  case shareholding, votingRights, appointmentOfBoard, otherInfluenceOrControl
  case seniorManagingOfficial, settlor, trustee, protector, beneficiaryOfLegalArrangement
  case rightsToSurplusAssetsOnDissolution, rightsToProfitOrIncome, rightsGrantedByContract
  case conditionalRightsGrantedByContract, controlViaCompanyRulesOrArticles
  case controlByLegalFramework, boardMember, boardChair, unknownInterest, unpublishedInterest
  case enjoymentAndUseOfAssets, rightToProfitOrIncomeFromAssets, nominee, nominator
  /// FollowTheMoney `Directorship`.
  case directorship
  /// FollowTheMoney `Control`.
  case control
  /// FollowTheMoney `UnknownLink`.
  case unknownLink

  /// Reads a code of the BODS codelist `interestType`.
  init?(code: String) {
    self.init(rawValue: code)
    switch self {
    case .directorship, .control, .unknownLink: return nil
    default: break
    }
  }

  /// What is measured: shares and votes as stated. An economic interest, or one whose nature is
  /// not told, may be ownership, up to its share; what lets somebody direct a body may be
  /// control. `share` is nil where the source states none.
  func measured(_ share: ShareRange?) -> (measure: OwnershipMeasure, range: ShareRange) {
    let stated = share ?? .unknown
    return switch self {
    case .shareholding: (.shares, stated)
    case .votingRights: (.votes, stated)
    case .appointmentOfBoard: (.control, stated)
    case .settlor, .beneficiaryOfLegalArrangement, .rightsToSurplusAssetsOnDissolution,
      .rightsToProfitOrIncome, .unknownInterest, .unpublishedInterest, .nominator, .unknownLink:
      (.shares, stated.perhaps)
    case .otherInfluenceOrControl, .seniorManagingOfficial, .trustee, .protector,
      .rightsGrantedByContract, .conditionalRightsGrantedByContract,
      .controlViaCompanyRulesOrArticles, .controlByLegalFramework, .boardMember, .boardChair,
      .enjoymentAndUseOfAssets, .rightToProfitOrIncomeFromAssets, .nominee, .directorship,
      .control:
      (.control, .unknown)
    }
  }

  /// Follows a share or begins a clause: `held`, `of the votes held`, `a seat on the board held`.
  var words: String {
    switch self {
    case .shareholding: "held"
    case .votingRights: "of the votes held"
    case .appointmentOfBoard: "of the right to appoint the board held"
    case .otherInfluenceOrControl: "influence or control held"
    case .seniorManagingOfficial: "the senior management held"
    case .settlor: "the settlement of it held"
    case .trustee: "its trusteeship held"
    case .protector: "its protectorship held"
    case .beneficiaryOfLegalArrangement: "the benefit of it held"
    case .rightsToSurplusAssetsOnDissolution: "rights to its surplus assets held"
    case .rightsToProfitOrIncome: "rights to its profit or income held"
    case .rightsGrantedByContract: "rights by contract held"
    case .conditionalRightsGrantedByContract: "conditional rights by contract held"
    case .controlViaCompanyRulesOrArticles: "control by its articles held"
    case .controlByLegalFramework: "control by law held"
    case .boardMember, .directorship: "a seat on its board held"
    case .boardChair: "the chair of its board held"
    case .unknownInterest, .unpublishedInterest: "an interest of a kind that is not told held"
    case .enjoymentAndUseOfAssets: "the use of its assets held"
    case .rightToProfitOrIncomeFromAssets: "rights to the income of its assets held"
    case .nominee: "a nomineeship held"
    case .nominator: "a nomination held"
    case .control: "control held"
    case .unknownLink: "a link of a kind that is not told held"
    }
  }
}

/// What the thresholds of the rules are compared with.
public enum OwnershipMeasure: Int, Sendable, Hashable, CaseIterable {
  case shares, votes
  /// The right to appoint the board, or another way to direct a body; 0 to 100 where it may be.
  case control
}
