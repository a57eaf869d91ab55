public import Facts
public import Taxonomy

/// The terms that policies may use about an order and what is known of it.
///
/// Domains and collections are named by constants, so that the dossier that fills them and the
/// rules that read them cannot drift apart.
public enum ScreeningVocabulary {
  public enum Domain: Int, CaseIterable, Sendable {
    case order, party, line, listing, report, tender, pastOrder, resale
  }

  public enum Collection: Int, CaseIterable, Sendable {
    case party, receivingParty, endUser, purchaser, reseller, ultimateConsignee
    case intermediateConsignee, serviceSite, payer, freightForwarder
    case line, listing, formerListing, report, tender, pastOrder, resale
  }

  public enum Relation: Int, CaseIterable, Sendable {
    case listingNamesParty, listingCarvesOutLine, reportIsAboutParty, reportCoversPlaceOfParty
    case resaleWasByParty
  }

  public static func vocabulary(_ taxonomy: Taxonomy) -> Vocabulary {
    Vocabulary(
      domains: [
        Facts.Domain(name: "order", terms: OrderTerm.allCases.map(\.term)),
        Facts.Domain(name: "party", terms: PartyTerm.allCases.map(\.term)),
        Facts.Domain(name: "line", terms: LineTerm.allCases.map(\.term)),
        Facts.Domain(name: "listing", terms: ListingTerm.allCases.map(\.term)),
        Facts.Domain(name: "report", terms: ReportTerm.allCases.map(\.term)),
        Facts.Domain(name: "tender", terms: TenderTerm.allCases.map(\.term)),
        Facts.Domain(name: "past-order", terms: PastOrderTerm.allCases.map(\.term)),
        Facts.Domain(name: "resale", terms: ResaleTerm.allCases.map(\.term)),
      ],
      collections: Collection.allCases.map(\.definition),
      relations: [
        Facts.Relation(
          phrase: "names", from: Domain.listing.rawValue, to: Domain.party.rawValue,
          polarity: .adverse,
          meaning: "The list entry is this party; possible matches are unknown"),
        Facts.Relation(
          phrase: "carves out", from: Domain.listing.rawValue, to: Domain.line.rawValue,
          polarity: .mitigating,
          meaning: "The entry reviews licences for goods like this line case by case"),
        Facts.Relation(
          phrase: "is about", from: Domain.report.rawValue, to: Domain.party.rawValue,
          polarity: .adverse,
          meaning: "The report speaks of this body, its class, its commanding body or its programme"
        ),
        Facts.Relation(
          phrase: "covers the place of", from: Domain.report.rawValue,
          to: Domain.party.rawValue, polarity: .adverse,
          meaning: "The report speaks of the place where this body is"),
        Facts.Relation(
          phrase: "was sold on by", from: Domain.resale.rawValue, to: Domain.party.rawValue,
          polarity: .adverse, meaning: "This party reports that it sold them on"),
      ],
      trees: [
        "places": taxonomy.places, "functions": taxonomy.functions,
        "products": taxonomy.products,
      ], axioms: ScreeningVocabulary.axioms)
  }
}

extension ScreeningVocabulary.Collection {
  var definition: Facts.Collection {
    typealias Domain = ScreeningVocabulary.Domain
    let whoUses = LocalisedText(
      "Who will use the goods, at which address, and what does that body do?",
      "谁将使用这些产品?其地址和业务是什么?",
      "Wer wird die Waren verwenden, an welcher Anschrift, und welche Aufgabe hat diese Stelle?")
    func parties(_ phrase: String, _ meaning: String, asks: Bool = false) -> Facts.Collection {
      Facts.Collection(
        phrase: phrase, domain: Domain.party.rawValue, meaning: meaning,
        question: asks ? whoUses : nil, isPartOf: holders.map(\.rawValue),
        opens: openWith.map(\.rawValue))
    }
    return switch self {
    case .party:
      parties(
        "party",
        "Every party that the order names or that was joined to it; open until the end user is "
          + "declared", asks: true)
    case .receivingParty:
      parties(
        "receiving party",
        "Purchaser, reseller, consignees, end user, service site and trainee: those who get the "
          + "goods or the service; open while the end user is not declared", asks: true)
    case .endUser:
      parties("end user", "Those who use the goods; open until declared", asks: true)
    case .purchaser: parties("purchaser", "Those who buy")
    case .reseller: parties("reseller", "Those who buy to sell on")
    case .ultimateConsignee: parties("ultimate consignee", "Those to whom the goods go last")
    case .intermediateConsignee:
      parties("intermediate consignee", "Those who hold the goods on their way")
    case .serviceSite: parties("service site", "Where a service is done")
    case .payer: parties("payer", "Those who pay")
    case .freightForwarder: parties("freight forwarder", "Those who forward")
    case .line:
      Facts.Collection(phrase: "line", domain: Domain.line.rawValue, meaning: "Lines of the order")
    case .listing:
      Facts.Collection(
        phrase: "listing", domain: Domain.listing.rawValue,
        meaning: "List entries in force that match or may match a party", question: whoUses,
        isAdverse: true)
    case .formerListing:
      Facts.Collection(
        phrase: "former listing", domain: Domain.listing.rawValue,
        meaning: "List entries that were removed before the as-of date", isAdverse: true)
    case .report:
      Facts.Collection(
        phrase: "report", domain: Domain.report.rawValue,
        meaning: "Claims of one kind about one subject, counted by independent roots",
        isAdverse: true)
    case .tender:
      Facts.Collection(
        phrase: "tender", domain: Domain.tender.rawValue,
        meaning: "Public procurement notices that the order may serve", isAdverse: true)
    case .pastOrder:
      Facts.Collection(
        phrase: "past order", domain: Domain.pastOrder.rawValue,
        meaning:
          "Orders that the history knows of those who receive or pay, whenever they were placed; "
          + "open without a history, and until the end user is declared",
        question: LocalisedText(
          "Which orders did the parties of this order place before, when, and for which quantities?",
          "该订单各方此前下过哪些订单?时间和数量是多少?",
          "Welche Aufträge haben die Beteiligten früher erteilt, wann und über welche Mengen?"))
    case .resale:
      Facts.Collection(
        phrase: "resale", domain: Domain.resale.rawValue,
        meaning:
          "What those who sell on report to have sold, by end user and product; open where one of "
          + "them has reported nothing within twelve months",
        question: LocalisedText(
          "To whom did the distributor sell our products in the past twelve months, and how many?",
          "该经销商过去十二个月将我方产品售给了谁?数量多少?",
          "An wen hat der Händler unsere Produkte in den letzten zwölf Monaten verkauft, und wie "
            + "viele?"), isAdverse: true)
    }
  }
}
