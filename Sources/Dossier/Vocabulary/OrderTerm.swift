import Facts
import Taxonomy

/// Facts about the order as a whole.
public enum OrderTerm: Int, CaseIterable, Sendable {
  case reference, kind, stage, destination, exportCountry, endUse
  case endUserDeclared, endUseStated, verifiedEndUse, usNexus, euNexus, ukNexus
  case completeListCoverage, policeRecipient, policeMentioned, policePartner, programmeNamed
  case collectionForPoliceWording, populationScaleWording, databaseWording, focusPersonnelWording
  case instructionText, secrecyDemanded, resaleWording, ancestryWording
  case verifiedConsentReview, verifiedUnverifiedListStatement, thirdPartyPayer, similarOrders
  case similarOrdersReactions, transitCountry, generalAssuranceOnly, programmes
  case historySearched
  case installedBaseSearched
  // What else was searched.
  case tendersSearched, sellThroughSearched, auditsSearched, statementsSearched
  // Red flags that people observe, and what resolves each (`RedFlagTerms.swift`).
  case endUseWithheld, outsideLineOfBusiness, beyondTechnicalLevel, littleBusinessBackground
  case cashOffered, unfamiliarWithProduct, servicesDeclined, deliveryVague, routeAbnormal
  case packagingInconsistent, evasiveOnReexport, capabilityExceedsUse, safeguardsRefused
  case expansionRequested, licenceHistoryUncertain, alteredAfterExport, managementOverlap
  case assumedOperations
  case verifiedEndUseAnswer, verifiedLineOfBusiness, verifiedInfrastructure
  case verifiedBusinessBackground, verifiedPaymentTerms, verifiedOperator, verifiedInstallation
  case verifiedDelivery, verifiedRoute, verifiedPackaging, verifiedFinalCountry
  case verifiedCapabilityNeed, verifiedSafeguards, verifiedExpansion, verifiedLicenceHistory
  case verifiedAlteration, verifiedManagement, verifiedOperations
  case redFlagWords
  // Answers and boycotts (`DiligenceTerms.swift`).
  case answerContradicts, contradictionWords, evasiveAnswer, evasiveWords
  case boycottRequest, boycottWords, boycottDeadline, germanResident, sanctionsUndertaking
  case undertakingWords, verifiedBoycottReview, unverifiedDeclaration, boycottExceptions
  // Whether the harm would be the seller's own act.
  case sellerOperates
  case collectionWords

  var term: Term {
    switch self {
    case .reference: Term("reference", .text, .neutral, "The order's reference")
    case .kind:
      Term(
        "kind",
        .word([
          "sale", "lease", "loan", "trial", "service", "spares", "consumable", "softwareUpdate",
          "training", "relocation", "return", "donation", "refund", "returnOfGoods",
          "remoteAccess", "technologyTransfer",
        ]), .neutral, "What kind of transaction it is")
    case .stage:
      Term(
        "stage", .word(["lead", "quotation", "order", "preShipment", "postShipment"]), .neutral,
        "How far the transaction has come")
    case .destination:
      Term(
        "destination", .tree("places"), .neutral, "Country of ultimate destination",
        holdsSeveral: false)
    case .exportCountry:
      Term(
        "export-country", .tree("places"), .neutral, "Country of export", holdsSeveral: false)
    case .endUse: Term("end-use", .text, .neutral, "The stated end use, as written")
    case .endUserDeclared:
      Term(
        "end-user-declared", .boolean, .mitigating,
        "The order names its end user; a placeholder is not a name",
        question: LocalisedText(
          "Who is the end user? Please give the legal name in its own script, the address and the "
            + "registration number.",
          "最终用户是谁?请提供法定名称、地址和统一社会信用代码。",
          "Wer ist der Endverwender? Bitte den amtlichen Namen in eigener Schrift, Anschrift und "
            + "Registernummer angeben."))
    case .endUseStated:
      Term(
        "end-use-stated", .boolean, .mitigating,
        "The order states what the goods are for, in specific words",
        question: LocalisedText(
          "What will the goods be used for, and on which samples?",
          "产品的具体用途是什么?检测哪些样本?",
          "Wofür werden die Waren verwendet, und an welchen Proben?"))
    case .verifiedEndUse:
      Term(
        "verified-end-use", .boolean, .mitigating,
        "A signed end-use statement is on file and a named person verified it",
        question: LocalisedText(
          "Is a signed end-use statement on file, and who verified it?",
          "是否有签署的最终用途声明?由谁核实?",
          "Liegt eine unterschriebene Endverbleibserklärung vor, und wer hat sie geprüft?"))
    case .usNexus:
      Term(
        "us-nexus", .boolean, .adverse,
        "A US person takes part: seller, shipper, approver, servicer or bank",
        question: LocalisedText(
          "Does a US person take part as seller, shipper, approver, servicer or bank?",
          "是否有美国人员参与销售、运输、批准、服务或付款?",
          "Wirkt eine US-Person als Verkäufer, Versender, Genehmiger, Servicetechniker oder Bank mit?"
        ))
    case .euNexus:
      Term(
        "eu-nexus", .boolean, .adverse, "An EU person takes part, or the goods leave from the EU",
        question: LocalisedText(
          "Does a person or establishment of the European Union take part?",
          "是否有欧盟人员或机构参与?",
          "Wirkt eine Person oder Niederlassung der Europäischen Union mit?"))
    case .ukNexus:
      Term(
        "uk-nexus", .boolean, .adverse, "A UK person takes part, or the goods leave from the UK",
        question: LocalisedText(
          "Does a person or establishment of the United Kingdom take part?",
          "是否有英国人员或机构参与?",
          "Wirkt eine Person oder Niederlassung des Vereinigten Königreichs mit?"))
    case .completeListCoverage:
      Term(
        "complete-list-coverage", .boolean, .mitigating,
        "Every required list answered: present, fresh, large enough, canaries found")
    case .policeRecipient:
      Term(
        "police-recipient", .boolean, .adverse,
        "A body with a policing function receives the goods or the results")
    case .policeMentioned:
      Term(
        "police-mentioned", .boolean, .adverse,
        "The order's own text speaks of police or police "
          + "standards")
    case .policePartner:
      Term(
        "police-partner", .boolean, .adverse,
        "A police body takes part in the work for which the goods are bought")
    case .programmeNamed:
      Term(
        "programme-named", .boolean, .adverse,
        "Text of the order or of its tender names a reported collection programme")
    case .collectionForPoliceWording:
      Term(
        "collection-for-police-wording", .boolean, .adverse,
        "The text says that samples or cards go to police")
    case .populationScaleWording:
      Term(
        "population-scale-wording", .boolean, .adverse,
        "The text speaks of collecting from everybody")
    case .databaseWording:
      Term(
        "database-wording", .boolean, .adverse,
        "The text speaks of building a DNA or lineage database, or of linking it to identity")
    case .focusPersonnelWording:
      Term(
        "focus-personnel-wording", .boolean, .adverse,
        "The text speaks of people singled out as a risk to stability")
    case .instructionText:
      Term(
        "instruction-text", .boolean, .adverse,
        "A text field addresses the screening itself")
    case .collectionWords:
      Term(
        "collection-words", .text, .neutral,
        "The words about collecting, about people singled out and about databases, and where each "
          + "stands")
    case .secrecyDemanded:
      Term("secrecy-demanded", .boolean, .adverse, "The text demands secrecy about the use")
    case .resaleWording:
      Term("resale-wording", .boolean, .adverse, "The text speaks of stock or resale")
    case .ancestryWording:
      Term(
        "ancestry-wording", .boolean, .adverse,
        "The text speaks of inferring ancestry or appearance")
    case .verifiedConsentReview:
      Term(
        "verified-consent-review", .boolean, .mitigating,
        "An ethics review verified free and informed consent for the samples",
        question: LocalisedText(
          "Which independent review verified the donors' free and informed consent, and when?",
          "哪个独立机构审查并确认了样本提供者的知情同意?何时?",
          "Welche unabhängige Prüfung hat die freie Einwilligung der Spender bestätigt, und wann?"))
    case .verifiedUnverifiedListStatement:
      Term(
        "verified-uvl-statement", .boolean, .mitigating,
        "A statement under 15 CFR 744.15(b) is on file",
        question: LocalisedText(
          "Is a statement under 15 CFR 744.15(b) on file?", "是否有15 CFR 744.15(b)要求的声明?",
          "Liegt eine Erklärung nach 15 CFR 744.15(b) vor?"))
    case .thirdPartyPayer:
      Term(
        "third-party-payer", .boolean, .adverse,
        "Somebody pays who is neither purchaser nor consignee")
    case .similarOrders:
      Term(
        "similar-orders", .number(unit: "orders"), .adverse,
        "Orders of the same party, site or payer for the same family within 180 days")
    case .similarOrdersReactions:
      Term(
        "reactions-in-window", .number(unit: "reactions"), .adverse,
        "Reactions of this order and of similar ones within 180 days")
    case .transitCountry:
      Term(
        "transit-without-consignee", .boolean, .adverse,
        "The route passes a country in which no party of the order is")
    case .generalAssuranceOnly:
      Term(
        "general-assurance", .boolean, .adverse,
        "The text offers a general assurance, which resolves nothing")
    case .programmes: Term("programmes", .text, .neutral, "The programmes that the text names")
    case .historySearched:
      Term(
        "order-history-searched", .boolean, .adverse,
        "The corpus holds past orders; where it holds none, what was ordered before is not known "
          + "and a rule that asks for this is not held up by it")
    case .installedBaseSearched:
      Term(
        "installed-base-searched", .boolean, .adverse,
        "The corpus holds a register of instruments; where it holds none, who has which "
          + "instrument is not known and a rule that asks for this is not held up by it")
    case .tendersSearched, .sellThroughSearched, .auditsSearched, .statementsSearched: searchTerm
    case .answerContradicts, .contradictionWords, .evasiveAnswer, .evasiveWords, .boycottRequest,
      .boycottWords, .boycottDeadline, .germanResident, .sanctionsUndertaking, .undertakingWords,
      .verifiedBoycottReview, .redFlagWords, .unverifiedDeclaration, .boycottExceptions,
      .sellerOperates:
      diligenceTerm
    default: redFlagTerm
    }
  }
}
