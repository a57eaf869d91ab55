/// Which list an entry stands on, by the stable code that policies and memos use.
///
/// A code that is not in `known`, such as one of a company's own lists, is valid too: it is its
/// own name, and its entries count as red flags unless they say otherwise.
public struct ListCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let id: String

  /// Fails for anything but lower-case letters, digits and single hyphens.
  public init?(_ id: some StringProtocol) {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard id.utf8.count <= 64, parts.allSatisfy({ ListCode.isWord($0) }) else { return nil }
    self.id = String(id)
  }

  private static func isWord(_ part: some StringProtocol) -> Bool {
    !part.isEmpty
      && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  private init(known id: String) { self.id = id }

  public static let specialDesignations = ListCode(known: "us-ofac-sdn")
  public static let entityList = ListCode(known: "us-bis-entity-list")
  public static let deniedPersons = ListCode(known: "us-bis-dpl")
  public static let unverified = ListCode(known: "us-bis-uvl")
  public static let militaryEndUsers = ListCode(known: "us-bis-meu")
  public static let militaryIntelligence = ListCode(known: "us-bis-mieu")
  public static let nonproliferation = ListCode(known: "us-state-isn")
  public static let itarDebarred = ListCode(known: "us-state-itar-debarred")
  public static let sectoralSanctions = ListCode(known: "us-ofac-ssi")
  public static let legislativeCouncil = ListCode(known: "us-ofac-plc")
  public static let militaryIndustrial = ListCode(known: "us-ofac-ns-cmic")
  public static let menuBased = ListCode(known: "us-ofac-ns-mbs")
  public static let correspondentAccounts = ListCode(known: "us-ofac-capta")
  public static let section1260H = ListCode(known: "us-dod-1260h")
  public static let globalHumanRights = ListCode(known: "eu-global-human-rights")
  public static let company = ListCode(known: "company-list")
  public static let sanctionsEvaders = ListCode(known: "us-ofac-fse")
  public static let executiveOrder14032 = ListCode(known: "us-ofac-eo14032")
  public static let section1286 = ListCode(known: "us-dod-1286")
  public static let coveredEquipment = ListCode(known: "us-fcc-covered")
  public static let forcedLabour = ListCode(known: "us-dhs-uflpa")
  public static let withholdRelease = ListCode(known: "us-cbp-wro")
  public static let euFinancialSanctions = ListCode(known: "eu-fsf")
  public static let euAssetFreezes = ListCode(known: "eu-oj-asset-freeze")
  public static let euExportControl = ListCode(known: "eu-oj-export-control")
  public static let euFinancialRestrictions = ListCode(known: "eu-oj-financial")
  public static let euTransportRestrictions = ListCode(known: "eu-oj-transport")
  public static let euInvestmentBan = ListCode(known: "eu-oj-investment")
  public static let euServicesBan = ListCode(known: "eu-oj-services")
  public static let ukSanctionsList = ListCode(known: "uk-sanctions-list")
  public static let unSecurityCouncil = ListCode(known: "un-sc-consolidated")
  public static let openSanctions = ListCode(known: "opensanctions")

  /// The codes that come with a name and an effect, in the order of status reports.
  public static let known: [ListCode] = [
    specialDesignations, entityList, deniedPersons, unverified, militaryEndUsers,
    militaryIntelligence, nonproliferation, itarDebarred, sectoralSanctions, legislativeCouncil,
    militaryIndustrial, menuBased, correspondentAccounts, section1260H, globalHumanRights, company,
    sanctionsEvaders, executiveOrder14032, section1286, coveredEquipment, forcedLabour,
    withholdRelease, euFinancialSanctions, euAssetFreezes, euExportControl,
    euFinancialRestrictions, euTransportRestrictions, euInvestmentBan, euServicesBan,
    ukSanctionsList, unSecurityCouncil, openSanctions,
  ]

  /// The name for people, as the publisher uses it.
  public var name: String {
    switch self {
    case .specialDesignations: "Specially Designated Nationals List (OFAC)"
    case .entityList: "Entity List (BIS, EAR part 744 supplement 4)"
    case .deniedPersons: "Denied Persons List (BIS)"
    case .unverified: "Unverified List (BIS, EAR part 744 supplement 6)"
    case .militaryEndUsers: "Military End User List (BIS, EAR part 744 supplement 7)"
    case .militaryIntelligence: "Military-Intelligence End Users (BIS, EAR § 744.22)"
    case .nonproliferation: "Nonproliferation Sanctions (Department of State)"
    case .itarDebarred: "AECA Debarred Parties (Department of State)"
    case .sectoralSanctions: "Sectoral Sanctions Identifications List (OFAC)"
    case .legislativeCouncil: "Palestinian Legislative Council List (OFAC)"
    case .militaryIndustrial:
      "Non-SDN Chinese Military-Industrial Complex Companies List (OFAC)"
    case .menuBased: "Non-SDN Menu-Based Sanctions List (OFAC)"
    case .correspondentAccounts:
      "Correspondent and Payable-Through Account Sanctions List (OFAC)"
    case .section1260H: "Chinese military companies (Department of Defense, section 1260H)"
    case .globalHumanRights: "EU global human rights sanctions (Regulation (EU) 2020/1998)"
    case .company: "The company's own list"
    case .sanctionsEvaders: "Foreign Sanctions Evaders List (OFAC)"
    case .executiveOrder14032: "Annex to Executive Order 14032 (Chinese military companies)"
    case .section1286: "Institutions of concern (Department of Defense, section 1286)"
    case .coveredEquipment: "Covered List (FCC, Secure Networks Act section 2)"
    case .forcedLabour: "UFLPA Entity List (Department of Homeland Security)"
    case .withholdRelease: "Withhold Release Orders and Findings (CBP)"
    case .euFinancialSanctions: "Consolidated list of financial sanctions (EU)"
    case .euAssetFreezes: "EU asset freezes, annexes as printed in the Official Journal"
    case .euExportControl: "EU export restrictions, annexes as printed in the Official Journal"
    case .euFinancialRestrictions:
      "EU financial restrictions, annexes as printed in the Official Journal"
    case .euTransportRestrictions:
      "EU transport restrictions, annexes as printed in the Official Journal"
    case .euInvestmentBan: "EU investment bans, annexes as printed in the Official Journal"
    case .euServicesBan: "EU bans on services, annexes as printed in the Official Journal"
    case .ukSanctionsList: "UK Sanctions List (FCDO)"
    case .unSecurityCouncil: "Consolidated list of the UN Security Council"
    case .openSanctions: "OpenSanctions"
    default: id
    }
  }

  /// The effect of the list as a whole; an entry may carry its own.
  public var effect: ListEffect {
    switch self {
    case .specialDesignations, .globalHumanRights: .blocking
    case .euFinancialSanctions, .euAssetFreezes, .ukSanctionsList, .unSecurityCouncil: .blocking
    // Regulation (EU) 833/2014 article 2(7): authorisation only in narrow cases.
    case .entityList, .militaryEndUsers, .militaryIntelligence, .euExportControl:
      .licenceRequirement
    case .deniedPersons: .denialOrder
    case .nonproliferation, .itarDebarred: .debarment
    case .sectoralSanctions, .legislativeCouncil, .menuBased, .correspondentAccounts: .sectoral
    case .sanctionsEvaders, .euFinancialRestrictions, .euTransportRestrictions, .euInvestmentBan,
      .euServicesBan:
      .sectoral
    case .militaryIndustrial, .executiveOrder14032: .securitiesOnly
    default: .redFlag
    }
  }

  public var description: String { id }

  public static func < (left: ListCode, right: ListCode) -> Bool { left.id < right.id }
}
