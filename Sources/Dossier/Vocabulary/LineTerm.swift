import Facts
import Taxonomy

/// Facts about a line of the order.
public enum LineTerm: Int, CaseIterable, Sendable {
  case number, description, product, productRecognised, subjectToEar, classification
  case classificationDeclared, crimeControl, mobileLaboratoryConflict, serial, serialMissing
  case serialHolder, serialHolderDiffers, reactions
  // What the licence worksheet answers (`LicenceTerms.swift`).
  case chartLicence, chartWords, classificationUnknown, classificationConflict
  case classificationWords, usContent, directProduct, exceedsDeMinimis, embargoLicence
  case embargoWords, annexOne, militaryEndUseItem
  case serialRegistered, serialInOtherProvince, serialRetired, serialProductDiffers
  case serviceSiteUnknown, relocationOutsideRegister, instrumentReagentShare
  case instrumentNotKnown, instrumentRegister
  // What the registers of licences and items answer (`AuthorisationTerms.swift`).
  case controlLicensed, entityListLicensed, affiliatesLicensed, militaryIntelligenceLicensed
  case embargoLicensed, europeanAuthorised, licenceUsed, licenceConditions, licenceMisfit
  case licenceWords, masterDiffers, masterWords

  var term: Term {
    switch self {
    case .number: Term("number", .text, .neutral, "The line's number")
    case .description: Term("description", .text, .neutral, "What is sold, as written")
    case .product:
      Term(
        "product", .tree("products"), .neutral,
        "The product family, from class code and description together",
        question: LocalisedText(
          "What is this product: maker, model, and what is it made for?",
          "该产品是什么:制造商、型号及用途?",
          "Was ist dieses Produkt: Hersteller, Modell und Zweck?"))
    case .productRecognised:
      Term(
        "product-recognised", .boolean, .mitigating, "The product family could be told",
        question: LocalisedText(
          "What is this product: maker, model, and what is it made for?",
          "该产品是什么:制造商、型号及用途?",
          "Was ist dieses Produkt: Hersteller, Modell und Zweck?"))
    case .subjectToEar:
      Term(
        "subject-to-ear", .boolean, .adverse,
        "US origin or shipped from the US; for other goods unknown until it is verified "
          + "(15 CFR 734.3)",
        question: LocalisedText(
          "Where was this item made, and what share of US content does it have?",
          "该产品在哪里制造?美国成分比例是多少?",
          "Wo wurde die Ware hergestellt, und wie hoch ist ihr US-Anteil?"))
    case .classification: Term("classification", .text, .neutral, "The declared ECCN")
    case .classificationDeclared:
      Term(
        "classification-declared", .boolean, .mitigating, "An ECCN or EAR99 is declared",
        question: LocalisedText(
          "What is the export classification of this item, on what basis and of what date?",
          "该产品的出口管制分类编码(ECCN)、依据和日期是什么?",
          "Wie ist die Ware exportkontrollrechtlich eingestuft, auf welcher Grundlage und wann?"))
    case .crimeControl:
      Term(
        "crime-control", .boolean, .adverse,
        "The declared ECCN is controlled for crime control (15 CFR 742.7)")
    case .mobileLaboratoryConflict:
      Term(
        "mobile-laboratory-conflict", .boolean, .adverse,
        "A mobile crime laboratory is declared under another ECCN than 9A980")
    case .serial: Term("serial", .text, .neutral, "The serial number that the line is for")
    case .serialMissing:
      Term(
        "serial-missing", .boolean, .adverse,
        "Service, spares or software for an instrument that the line does not name")
    case .serialHolder:
      Term("serial-holder", .text, .neutral, "The registered holder of the instrument")
    case .serialHolderDiffers:
      Term(
        "serial-holder-differs", .boolean, .adverse,
        "The registered holder of the instrument is no party of the order",
        question: LocalisedText(
          "Who holds the instrument with this serial number, and is it somebody other than the "
            + "parties of the order?",
          "该序列号的仪器由谁持有?是否为订单各方以外的单位?",
          "Wer besitzt das Gerät mit dieser Seriennummer, und ist es jemand anderes als die "
            + "Beteiligten des Auftrags?"))
    case .reactions:
      Term(
        "reactions", .number(unit: "reactions"), .adverse,
        "Human identification reactions or collection cards that the line holds")
    case .chartLicence, .chartWords, .classificationUnknown, .classificationConflict,
      .classificationWords, .usContent, .directProduct, .exceedsDeMinimis, .embargoLicence,
      .embargoWords, .annexOne, .militaryEndUseItem:
      licenceTerm
    case .controlLicensed, .entityListLicensed, .affiliatesLicensed,
      .militaryIntelligenceLicensed, .embargoLicensed, .europeanAuthorised, .licenceUsed,
      .licenceConditions, .licenceMisfit, .licenceWords, .masterDiffers, .masterWords:
      authorisationTerm
    case .serialRegistered:
      Term(
        "serial-registered", .boolean, .adverse,
        "The serial number is in the register of instruments, so that the line can be held "
          + "against it; one that is not there is a matter of `serial-holder-differs`")
    case .serialInOtherProvince:
      Term(
        "serial-in-other-province", .boolean, .adverse,
        "The register has the instrument in another province than those who use it here, or, where the "
          + "provinces of a country are not known, in another country",
        question: LocalisedText(
          "Where does the instrument with this serial number stand today, and since when?",
          "该序列号的仪器现在位于何处?自何时起?",
          "Wo steht das Gerät mit dieser Seriennummer heute, und seit wann?"))
    case .serialRetired:
      Term(
        "serial-retired", .boolean, .adverse,
        "The register has the instrument as retired",
        question: LocalisedText(
          "Is the instrument with this serial number in use, and who confirmed it on site?",
          "该序列号的仪器是否仍在使用?由谁现场确认?",
          "Ist das Gerät mit dieser Seriennummer in Betrieb, und wer hat es vor Ort bestätigt?"))
    case .serialProductDiffers:
      Term(
        "serial-product-differs", .boolean, .adverse,
        "The register has another product under the serial number than the line says",
        question: LocalisedText(
          "Which model is the instrument with this serial number?",
          "该序列号的仪器是什么型号?",
          "Welches Modell ist das Gerät mit dieser Seriennummer?"))
    case .serviceSiteUnknown:
      Term(
        "service-site-unknown", .boolean, .adverse,
        "Service, software or training at a site that the register does not have for the holder",
        question: LocalisedText(
          "At which address is the work done, and who holds the instrument there?",
          "服务在哪个地址进行?该处仪器由谁持有?",
          "An welcher Anschrift wird gearbeitet, und wer besitzt dort das Gerät?"))
    case .relocationOutsideRegister:
      Term(
        "relocation-outside-register", .boolean, .adverse,
        "The instrument is moved to a site that the register does not have for its holder or for a "
          + "party of the order",
        question: LocalisedText(
          "To which body and address does the instrument move, and why?",
          "该仪器迁往哪个单位和地址?原因是什么?",
          "Zu welcher Stelle und Anschrift wird das Gerät verlegt, und warum?"))
    case .instrumentReagentShare:
      Term(
        "instrument-reagent-share", .number(unit: "percent"), .adverse,
        "Reactions and injections for the serial in this order and the past twelve months as a share "
          + "of what the instrument runs in a year; zero without a serial",
        question: LocalisedText(
          "Why does this instrument need so many reagents, and which other instruments use them?",
          "该仪器为何需要这么多试剂?还有哪些仪器使用这些试剂?",
          "Warum braucht dieses Gerät so viele Reagenzien, und welche anderen Geräte verwenden sie?"
        ))
    case .instrumentNotKnown:
      Term(
        "instrument-not-known", .boolean, .adverse,
        "Consumables or parts for a kind of instrument that the register knows of nobody who receives",
        question: LocalisedText(
          "For which instrument, with which serial number, are these goods, and who holds it?",
          "这些产品用于哪台仪器(序列号)?由谁持有?",
          "Für welches Gerät mit welcher Seriennummer sind diese Waren, und wer besitzt es?"))
    case .instrumentRegister:
      Term(
        "instrument-register", .text, .neutral,
        "What the register says of the instrument, with its history")
    }
  }
}
