import Facts
import Taxonomy

/// Terms of a line that the licence worksheet answers.
extension LineTerm {
  var licenceTerm: Term {
    switch self {
    case .chartLicence:
      Term(
        "chart-licence", .boolean, .adverse,
        "A reason for control of the declared ECCN meets an X of the Country Chart, or another "
          + "requirement of its entry, for the destination (15 CFR 738.4)",
        question: LineTerm.classificationQuestion)
    case .chartWords:
      Term("chart-words", .text, .neutral, "Which reasons for control meet the destination")
    case .classificationUnknown:
      Term(
        "classification-unknown", .boolean, .adverse,
        "The declared code is no entry of the Commerce Control List, or is retired",
        question: LineTerm.classificationQuestion)
    case .classificationConflict:
      Term(
        "classification-conflict", .boolean, .adverse,
        "The declared classification contradicts what the product family points to",
        question: LineTerm.classificationQuestion)
    case .classificationWords:
      Term("classification-words", .text, .neutral, "What is wrong with the classification")
    case .usContent:
      Term(
        "us-content", .number(unit: "percent"), .adverse,
        "Controlled US content as a share of the value of a foreign-made item (15 CFR 734.4)",
        question: LineTerm.contentQuestion)
    case .directProduct:
      Term(
        "foreign-direct-product", .boolean, .adverse,
        "A foreign-made item that is the direct product of US technology, software or plant "
          + "(15 CFR 734.9)",
        question: LocalisedText(
          "Is this item made with US technology, software or major plant equipment?",
          "该产品是否使用美国技术、软件或主要生产设备制造?",
          "Wird die Ware mit US-Technologie, US-Software oder US-Anlagen hergestellt?"))
    case .exceedsDeMinimis:
      Term(
        "de-minimis", .boolean, .adverse,
        "Controlled US content exceeds the share for the destination: 25 percent, or 10 percent "
          + "to Country Groups E:1 and E:2 (15 CFR 734.4)",
        question: LineTerm.contentQuestion)
    case .embargoLicence:
      Term(
        "embargo-licence", .boolean, .adverse,
        "Part 746 requires a licence for the item to the destination, as the table held here says",
        question: LocalisedText(
          "What is the customs heading (HS code) of this item?", "该产品的海关编码(HS)是什么?",
          "Welche Zolltarifnummer (HS) hat die Ware?"))
    case .embargoWords: Term("embargo-words", .text, .neutral, "What part 746 says of it")
    case .militaryEndUseItem:
      Term(
        "military-end-use-item", .boolean, .adverse,
        "15 CFR 744.21 reaches the item for the destination: any item for Russia and Belarus, an "
          + "entry of supplement no. 2 to part 744 for the other countries that it names",
        question: LineTerm.classificationQuestion)
    default:
      Term(
        "eu-annex-item", .boolean, .adverse,
        "An EU exporter sells an item that is declared as listed in annex I of Regulation (EU) "
          + "2021/821",
        question: LocalisedText(
          "Under which code of annex I to Regulation (EU) 2021/821 is this item listed, or is it "
            + "not listed?",
          "该产品列入欧盟第2021/821号条例附件一的哪个编码?还是未列入?",
          "Unter welcher Nummer des Anhangs I der Verordnung (EU) 2021/821 ist die Ware gelistet, "
            + "oder ist sie nicht gelistet?"))
    }
  }

  static let classificationQuestion = LocalisedText(
    "What is the full export classification of this item with its paragraph, on what basis and "
      + "of what date?",
    "该产品完整的出口管制分类编码(含子项)、依据和日期是什么?",
    "Wie ist die Ware mit Unterposition exportkontrollrechtlich eingestuft, auf welcher Grundlage "
      + "und wann?")

  static let contentQuestion = LocalisedText(
    "What share of the value of this item is controlled US content, in percent?",
    "该产品中受管制的美国成分占价值的百分比是多少?",
    "Welchen Wertanteil in Prozent haben kontrollierte US-Bestandteile an der Ware?")
}
