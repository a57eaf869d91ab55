import Facts
import Taxonomy

/// A red flag that people observe, with what resolves it.
struct ObservedRedFlag: Sendable {
  let observed: OrderTerm
  let resolution: OrderTerm
  /// The flag's term and, where free text can give it away, its indicator in the lexicon.
  let name: String
  let meaning: String
  let resolutionName: String
  let resolutionMeaning: String
  let question: LocalisedText
}

/// Red flags of supplement no. 3 to 15 CFR part 732, paragraph (b), and of the guidance of the
/// Department of State of 2020-09-30, that no field of an order shows.
extension OrderTerm {
  /// The definition of a flag or of what resolves one.
  var redFlagTerm: Term {
    guard let flag = OrderTerm.redFlag(of: self) else {
      return Term("not-defined", .text, .neutral, "Not defined")
    }
    return flag.observed == self
      ? Term(flag.name, .boolean, .adverse, flag.meaning)
      : Term(
        flag.resolutionName, .boolean, .mitigating, flag.resolutionMeaning,
        question: flag.question)
  }

  static func redFlag(of term: OrderTerm) -> ObservedRedFlag? {
    redFlags.first { $0.observed == term || $0.resolution == term }
  }

  static let redFlags: [ObservedRedFlag] = [
    ObservedRedFlag(
      observed: .endUseWithheld, resolution: .verifiedEndUseAnswer, name: "end-use-withheld",
      meaning: "The customer or its agent was reluctant to say what the goods are for",
      resolutionName: "verified-end-use-answer",
      resolutionMeaning:
        "A named person verified for what the goods are used, on which samples and by whom",
      question: LocalisedText(
        "For which work, on which samples and by which department are the goods used, and which document shows it?",
        "产品由哪个部门用于何种工作、检测哪些样本?有何文件证明?",
        "Für welche Arbeit, an welchen Proben und von welcher Abteilung werden die Waren verwendet, und welches Dokument belegt das?"
      )),
    ObservedRedFlag(
      observed: .outsideLineOfBusiness, resolution: .verifiedLineOfBusiness,
      name: "outside-line-of-business",
      meaning: "The goods do not fit what the buyer does",
      resolutionName: "verified-line-of-business",
      resolutionMeaning: "A named person verified why a body of this business needs the goods",
      question: LocalisedText(
        "Which work of this buyer needs goods of this kind, since when, and which staff and rooms are there for it?",
        "该买方的哪项业务需要此类产品?何时开始?有哪些人员和场所?",
        "Für welche Tätigkeit braucht dieser Käufer solche Waren, seit wann, und welches Personal und welche Räume gibt es dafür?"
      )),
    ObservedRedFlag(
      observed: .beyondTechnicalLevel, resolution: .verifiedInfrastructure,
      name: "beyond-technical-level",
      meaning: "The goods are beyond what the place of use can run",
      resolutionName: "verified-infrastructure",
      resolutionMeaning:
        "A named person verified that the place of use can run the goods: power, rooms, staff, data systems",
      question: LocalisedText(
        "Which laboratory runs the goods, with which power, rooms, staff and data systems?",
        "由哪个实验室运行该产品?电力、场地、人员和数据系统如何?",
        "Welches Labor betreibt die Waren, mit welcher Stromversorgung, welchen Räumen, welchem Personal und welchen Datensystemen?"
      )),
    ObservedRedFlag(
      observed: .littleBusinessBackground, resolution: .verifiedBusinessBackground,
      name: "little-business-background",
      meaning: "The customer has little or no business background",
      resolutionName: "verified-business-background",
      resolutionMeaning:
        "A named person verified registration, premises, staff and earlier business of the customer",
      question: LocalisedText(
        "Which register entry, premises, staff and references from the past three years does the customer have?",
        "客户的登记信息、经营场所、人员以及近三年的业务证明是什么?",
        "Welchen Registereintrag, welche Räume, welches Personal und welche Referenzen aus drei Jahren hat der Kunde?"
      )),
    ObservedRedFlag(
      observed: .cashOffered, resolution: .verifiedPaymentTerms, name: "cash-offered",
      meaning: "Cash or another unusual payment was offered for goods that are usually financed",
      resolutionName: "verified-payment-terms",
      resolutionMeaning: "A named person verified who pays, from which account and why in this way",
      question: LocalisedText(
        "Who pays, from which account at which bank, and why not on the usual terms?",
        "由谁付款?从哪家银行的哪个账户?为何不采用通常的付款条件?",
        "Wer zahlt, von welchem Konto bei welcher Bank, und warum nicht zu den üblichen Bedingungen?"
      )),
    ObservedRedFlag(
      observed: .unfamiliarWithProduct, resolution: .verifiedOperator,
      name: "unfamiliar-with-product",
      meaning: "The customer does not know what the goods can do and wants them all the same",
      resolutionName: "verified-operator",
      resolutionMeaning:
        "A named person verified who will operate the goods and with which training",
      question: LocalisedText(
        "Who will operate the goods, with which training and experience?",
        "由谁操作该产品?具备何种培训和经验?",
        "Wer wird die Waren bedienen, mit welcher Ausbildung und Erfahrung?"
      )),
    ObservedRedFlag(
      observed: .servicesDeclined, resolution: .verifiedInstallation, name: "services-declined",
      meaning: "Installation, training or maintenance that is usual was declined",
      resolutionName: "verified-installation",
      resolutionMeaning:
        "A named person verified who installs, trains and maintains instead, and where",
      question: LocalisedText(
        "Who installs and maintains the goods, at which address, and why are installation or training not wanted?",
        "由谁、在何地址安装和维护该产品?为何不需要安装或培训?",
        "Wer installiert und wartet die Waren, an welcher Anschrift, und warum werden Installation oder Schulung nicht gewünscht?"
      )),
    ObservedRedFlag(
      observed: .deliveryVague, resolution: .verifiedDelivery, name: "delivery-vague",
      meaning: "Delivery dates are vague, or delivery goes to an out-of-the-way place",
      resolutionName: "verified-delivery",
      resolutionMeaning:
        "A named person verified date and place of delivery, and who receives there",
      question: LocalisedText(
        "On which date and at which address are the goods delivered, and who receives them there?",
        "产品将于何日交付至何地址?由谁接收?",
        "An welchem Tag und an welche Anschrift wird geliefert, und wer nimmt dort an?"
      )),
    ObservedRedFlag(
      observed: .routeAbnormal, resolution: .verifiedRoute, name: "route-abnormal",
      meaning: "The shipping route is abnormal for goods and destination",
      resolutionName: "verified-route",
      resolutionMeaning:
        "A named person verified why the goods take this route and who holds them on the way",
      question: LocalisedText(
        "Why do the goods take this route, and who holds them at each stop?",
        "货物为何采用此运输路线?各中转地由谁保管?",
        "Warum nehmen die Waren diesen Weg, und wer hat sie an jeder Station?"
      )),
    ObservedRedFlag(
      observed: .packagingInconsistent, resolution: .verifiedPackaging,
      name: "packaging-inconsistent",
      meaning: "Packaging or marking does not fit the way of shipment or the destination",
      resolutionName: "verified-packaging",
      resolutionMeaning:
        "A named person verified why packaging and marking were asked for in this way",
      question: LocalisedText(
        "Which packaging and marking are asked for, by whom, and for which means of transport?",
        "要求何种包装和标记?由谁提出?用于何种运输方式?",
        "Welche Verpackung und Kennzeichnung wird verlangt, von wem und für welches Transportmittel?"
      )),
    ObservedRedFlag(
      observed: .evasiveOnReexport, resolution: .verifiedFinalCountry, name: "evasive-on-reexport",
      meaning: "The buyer was evasive on whether the goods stay, are exported or re-exported",
      resolutionName: "verified-final-country",
      resolutionMeaning: "A named person verified in which country the goods stay",
      question: LocalisedText(
        "In which country do the goods stay, and are they passed on to another country or another body?",
        "产品最终留在哪个国家?是否会转运至其他国家或其他单位?",
        "In welchem Land bleiben die Waren, und werden sie in ein anderes Land oder an eine andere Stelle weitergegeben?"
      )),
    ObservedRedFlag(
      observed: .capabilityExceedsUse, resolution: .verifiedCapabilityNeed,
      name: "capability-exceeds-use",
      meaning:
        "What the goods can do exceeds the use that is stated, or the mandate of the end user",
      resolutionName: "verified-capability-need",
      resolutionMeaning:
        "A named person verified why the stated use needs goods of this capability",
      question: LocalisedText(
        "Which part of the stated work needs this capability, and under which mandate of the end user?",
        "所述工作的哪一部分需要此种性能?依据最终用户的哪项职权?",
        "Welcher Teil der genannten Arbeit braucht diese Leistung, und nach welchem Auftrag des Endverwenders?"
      )),
    ObservedRedFlag(
      observed: .safeguardsRefused, resolution: .verifiedSafeguards, name: "safeguards-refused",
      meaning:
        "Safeguards were refused: end-use clause, training, audit, remote disablement, complaints",
      resolutionName: "verified-safeguards",
      resolutionMeaning: "A named person verified which safeguards the contract holds now",
      question: LocalisedText(
        "Which end-use clause, audit right, remote disablement and way of complaint does the contract hold?",
        "合同中有哪些最终用途条款、审计权、远程停用和投诉渠道?",
        "Welche Endverbleibsklausel, welches Prüfrecht, welche Fernabschaltung und welchen Beschwerdeweg enthält der Vertrag?"
      )),
    ObservedRedFlag(
      observed: .expansionRequested, resolution: .verifiedExpansion, name: "expansion-requested",
      meaning: "After the sale more users, sites or other uses were asked for than was agreed",
      resolutionName: "verified-expansion",
      resolutionMeaning: "A named person verified the further users, sites and uses",
      question: LocalisedText(
        "Which further users, sites and uses are meant, and under which agreement?",
        "涉及哪些新增用户、场所和用途?依据何协议?",
        "Welche weiteren Nutzer, Standorte und Zwecke sind gemeint, und nach welcher Vereinbarung?"
      )),
    ObservedRedFlag(
      observed: .licenceHistoryUncertain, resolution: .verifiedLicenceHistory,
      name: "licence-history-uncertain",
      meaning:
        "Whether a licence that the item needed was obtained is uncertain, at first export or since",
      resolutionName: "verified-licence-history",
      resolutionMeaning:
        "A named person verified under which licence, or why without one, the item left and came to its holder",
      question: LocalisedText(
        "Under which licence or exception did the item leave and come to its present holder, and which document shows it?",
        "该产品依据何许可证或例外出口并到达现持有人?有何文件证明?",
        "Unter welcher Genehmigung oder Ausnahme wurde die Ware ausgeführt und kam sie zu ihrem heutigen Besitzer, und welches Dokument belegt das?"
      )),
    ObservedRedFlag(
      observed: .alteredAfterExport, resolution: .verifiedAlteration, name: "altered-after-export",
      meaning:
        "Service, installation, upgrade or maintenance is asked for an item that was altered after its export",
      resolutionName: "verified-alteration",
      resolutionMeaning:
        "A named person verified what was altered, by whom, and for which use",
      question: LocalisedText(
        "What was altered on the item since it was exported, by whom, and for which use?",
        "该产品出口后做过哪些改动?由谁改动?用于何种用途?",
        "Was wurde seit der Ausfuhr an der Ware verändert, von wem und für welche Verwendung?"
      )),
    ObservedRedFlag(
      observed: .managementOverlap, resolution: .verifiedManagement, name: "management-overlap",
      meaning: "Management or technical leadership of the customer is that of a listed party",
      resolutionName: "verified-management",
      resolutionMeaning:
        "A named person verified who leads the customer and what ties its leaders to a listed party",
      question: LocalisedText(
        "Who leads the customer, which of them serve or served a listed party, and what became of that tie?",
        "该客户的管理层和技术负责人是谁?其中谁在或曾在受限制单位任职?该关系现状如何?",
        "Wer leitet den Kunden, wer davon dient oder diente einer gelisteten Stelle, und was wurde aus dieser Verbindung?"
      )),
    ObservedRedFlag(
      observed: .assumedOperations, resolution: .verifiedOperations, name: "assumed-operations",
      meaning: "A new customer asks for what was made or fitted for a customer that is listed now",
      resolutionName: "verified-operations",
      resolutionMeaning:
        "A named person verified that the customer does not go on with the work of the listed party",
      question: LocalisedText(
        "For whom was this item or service made or fitted first, and does the customer go on with work, staff or premises of that body?",
        "该产品或服务最初为谁制造或改装?该客户是否延续了该单位的业务、人员或场所?",
        "Für wen wurde diese Ware oder Leistung zuerst hergestellt oder angepasst, und führt der Kunde Arbeit, Personal oder Räume dieser Stelle fort?"
      )),
  ]
}
