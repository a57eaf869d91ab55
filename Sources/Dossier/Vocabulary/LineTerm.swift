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
  case embargoWords, annexOne

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
      .embargoWords, .annexOne:
      licenceTerm
    }
  }
}
