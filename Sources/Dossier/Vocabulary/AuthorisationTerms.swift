import Facts
import Taxonomy

/// Terms of a line that authorisations on record and the item master answer.
extension LineTerm {
  var authorisationTerm: Term {
    func lifting(_ name: String, _ what: String) -> Term {
      Term(
        name, .boolean, .mitigating,
        "A verified licence on record, with balance, for item, destination and every party, covers "
          + what, question: LineTerm.licenceQuestion)
    }
    return switch self {
    case .controlLicensed:
      lifting(
        "licensed-for-control",
        "the reasons for control (15 CFR 738.4), or a reviewed record that a licence exception is "
          + "relied on stands")
    case .entityListLicensed:
      lifting("licensed-for-entity-list", "the requirement of the Entity List (15 CFR 744.11)")
    case .affiliatesLicensed:
      lifting("licensed-for-affiliates", "the requirement of the BIS 50 percent rule")
    case .militaryIntelligenceLicensed:
      lifting("licensed-for-military-intelligence", "the requirement of 15 CFR 744.22")
    case .embargoLicensed: lifting("licensed-for-part-746", "the requirement of part 746")
    case .europeanAuthorised:
      lifting(
        "authorised-for-eu-annex", "the export of an item of annex I (Regulation (EU) 2021/821)")
    case .licenceUsed:
      Term(
        "licence-used", .boolean, .adverse,
        "A licence, or a licence exception, on record is used, so that its conditions bind")
    case .licenceConditions:
      Term("licence-conditions", .text, .neutral, "Conditions of the licences that are used")
    case .licenceMisfit:
      Term(
        "licence-misfit", .boolean, .adverse,
        "A licence on record names an item or a party of the order, or a licence exception is "
          + "recorded for it, and lifts nothing")
    case .licenceWords:
      Term("licence-words", .text, .neutral, "What the licences on record cover, and why not")
    case .masterDiffers:
      Term(
        "classification-differs-from-master", .boolean, .adverse,
        "The declared code contradicts how the company classified the article")
    default: Term("master-words", .text, .neutral, "What the item master says of the article")
    }
  }

  private static let licenceQuestion = LocalisedText(
    "Which licence covers this item for this destination and every party, and how much of it is "
      + "left?",
    "哪份许可证涵盖该产品、目的地及所有各方?尚余多少数量或金额?",
    "Welche Genehmigung deckt diese Ware für dieses Bestimmungsland und alle Beteiligten, und wie "
      + "viel ist davon übrig?")
}
