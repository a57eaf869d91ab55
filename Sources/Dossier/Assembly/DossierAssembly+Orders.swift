import Evidence
import Facts
import Formats
import Law
import Names
import Taxonomy
import Trade

extension DossierAssembly {
  mutating func orderFacts() -> [Fact] {
    let similar = similarOrders()
    return OrderTerm.allCases.map { orderFact($0, similar) } + declaredOfOrder()
  }

  private mutating func orderFact(
    _ term: OrderTerm, _ similar: (count: Int, reactions: Interval)
  ) -> Fact {
    switch term {
    case .reference: return .text(order.reference)
    case .kind: return word(order.kind.rawValue)
    case .stage: return word(order.stage.rawValue)
    case .destination: return word(order.countryOfUltimateDestination)
    case .exportCountry:
      return order.countryOfExport.map { word($0) } ?? .unknown("no country of export is stated")
    case .endUse: return .text(order.endUse?.declared ?? "not stated")
    case .endUserDeclared:
      return .boolean(
        endUserIsDeclared, .declared, evidence: [orderEvidence("endUserKnown")],
        words: endUserIsDeclared
          ? "an end user is declared" : "endUserKnown is \(order.endUserKnown.rawValue)")
    case .endUseStated:
      let isSpecific = OrderText.isSpecific(order.endUse?.declared, knowledge)
      return .boolean(
        isSpecific, .declared, evidence: [orderEvidence("endUse.declared")],
        words: isSpecific ? "stated in specific words" : "not stated in specific words")
    case .verifiedUnverifiedListStatement:
      let recorded = verified(name(of: term), domain: "order", id: nil, names: [])
      if case .boolean(true)? = recorded.value { return recorded }
      return unverifiedListStatement() ?? recorded
    case .verifiedEndUse, .verifiedConsentReview:
      return verified(name(of: term), domain: "order", id: nil, names: [])
    case .usNexus: return nexus("us-nexus", corpus.company.isUSPerson, ["US"])
    case .euNexus: return nexus("eu-nexus", corpus.company.isEUPerson, EuropeanUnion.members)
    case .ukNexus: return nexus("uk-nexus", corpus.company.isUKPerson, ["GB"])
    case .completeListCoverage:
      return .boolean(
        inputs.coverageIsComplete, .computed,
        words: inputs.coverageIsComplete
          ? "all required lists answered" : "a required list did not answer")
    case .policeRecipient: return policeRecipient()
    case .policeMentioned: return indicated(["police-mention", "police-standard"])
    case .policePartner: return policePartner()
    case .programmeNamed: return programmeNamed()
    case .programmes:
      return .text(programmesNamed.map(\.english).joined(separator: ", "))
    case .collectionForPoliceWording: return indicated(["collection-for-police"])
    case .populationScaleWording: return indicated(CollectionWords.population)
    case .databaseWording: return indicated(CollectionWords.database)
    case .focusPersonnelWording: return indicated(CollectionWords.focus)
    case .collectionWords: return .text(collectionWords)
    case .instructionText: return indicated([OrderText.instruction])
    case .secrecyDemanded: return indicated(["secrecy-demanded"])
    case .resaleWording: return indicated(["stock-or-resale"])
    case .ancestryWording: return indicated(["ancestry-phenotype"])
    case .generalAssuranceOnly: return indicated(["general-assurance"])
    case .thirdPartyPayer: return thirdPartyPayer()
    case .similarOrders:
      return number(similar.count, "\(similar.count) orders with this one within 180 days")
    case .similarOrdersReactions:
      return Fact(
        .number(similar.reactions), .computed,
        words: "\(similar.reactions.words) reactions within 180 days")
    case .transitCountry: return transit()
    case .historySearched:
      let isSearched = corpus.pastOrders != nil
      return .boolean(
        isSearched, .computed,
        words: isSearched ? "past orders were searched" : "the corpus holds no past orders")
    case .installedBaseSearched:
      let isSearched = corpus.installedBase != nil
      return .boolean(
        isSearched, .computed,
        words: isSearched
          ? "the register of instruments was searched"
          : "the corpus holds no register of instruments")
    case .tendersSearched: return searched(corpus.tenders != nil, "procurement notices")
    case .sellThroughSearched:
      return searched(corpus.distributors.hasSales, "sell-through reports")
    case .auditsSearched: return searched(corpus.distributors.hasAudits, "audits")
    case .statementsSearched:
      return searched(corpus.distributors.hasStatements, "end-use statements")
    default: return diligenceFact(term)
    }
  }

  private func searched(_ isSearched: Bool, _ what: String) -> Fact {
    .boolean(
      isSearched, .computed,
      words: isSearched ? "\(what) were searched" : "the corpus holds no \(what)")
  }

  func word(_ text: String) -> Fact {
    Fact(.codes([text], isComplete: true), .declared, words: text)
  }

  func number(_ value: Int, _ words: String) -> Fact {
    guard let decimal = Decimal(exactly: value) else { return .unknown("the number is too large") }
    return Fact(.number(Interval(exactly: decimal)), .computed, words: words)
  }

  mutating func orderEvidence(_ path: String) -> Int {
    shelf.place(
      EvidenceRecord(
        kind: .order, title: "Order \(order.reference), revision \(order.revision)",
        publisher: order.system, locator: path,
        statement: "The order states it in the field \(path)."))
  }

  private mutating func indicated(_ indicators: [String]) -> Fact {
    guard let (phrase, field) = text.first(indicators) else {
      return .boolean(false, .declared, words: "no such words in the order's text")
    }
    return .boolean(
      true, .inferred, evidence: [textEvidence(phrase, field)], words: "\"\(phrase)\" in \(field)")
  }

  /// The words of the text about collecting, each with where it stands.
  private var collectionWords: String {
    var quoted: [String] = []
    for indicators in [CollectionWords.population, CollectionWords.focus, CollectionWords.database]
    {
      guard let (phrase, field) = text.first(indicators) else { continue }
      let words = "\"\(phrase)\" in \(field)"
      if !quoted.contains(words) { quoted.append(words) }
    }
    return quoted.isEmpty ? "no such words" : quoted.joined(separator: ", ")
  }

  mutating func textEvidence(_ phrase: String, _ field: String) -> Int {
    shelf.place(
      EvidenceRecord(
        kind: field.hasPrefix("tender ") ? .tender : .customerStatement,
        title: "Text of order \(order.reference)", publisher: order.system, locator: field,
        statement: "The text in \(field) holds the words \"\(phrase)\"."))
  }

  /// A fact that counts only when a named person verified it.
  mutating func verified(_ term: String, domain: String, id: String?, names: [String]) -> Fact {
    guard let answer = answers.answer(domain, term, about: id, names: names) else {
      return .boolean(false, .computed, words: "nobody verified it")
    }
    let evidence = [shelf.place(answer.evidence)]
    switch (answer.flag, answer.isVerified) {
    case (true?, true):
      return .boolean(true, .verified, evidence: evidence, words: answer.evidence.statement)
    case (false?, _):
      return .boolean(false, .declared, evidence: evidence, words: answer.evidence.statement)
    case (true?, false):
      return .unknown("stated, not verified: \(answer.evidence.statement)", evidence: evidence)
    case (nil, _):
      return .unknown(
        "the answer is neither yes nor no: \(answer.evidence.statement)", evidence: evidence)
    }
  }

  /// Whether a person of a jurisdiction takes part: known from the place of export, from the
  /// exporter, from the company's own statement, or from an answer.
  mutating func nexus(_ term: String, _ company: Bool?, _ countries: Set<String>) -> Fact {
    if let export = order.countryOfExport, countries.contains(export) {
      return .boolean(
        true, .declared, evidence: [orderEvidence("order.countryOfExport")],
        words: "the goods leave from \(export)")
    }
    let active: [PartyRole] = [.exporter, .bank, .broker, .freightForwarder]
    if let party = parties.first(where: { party in
      party.roles.contains(where: active.contains)
        && party.countries.contains(where: countries.contains)
    }) {
      return .boolean(true, .declared, words: "\(party.name) takes part")
    }
    if company == true {
      return .boolean(true, .declared, words: "the seller says so of itself (company.json)")
    }
    if let answer = answers.answer("order", term, about: nil, names: []), let flag = answer.flag,
      flag || answer.isVerified
    {
      return .boolean(
        flag, answer.isVerified ? .verified : .declared,
        evidence: [shelf.place(answer.evidence)], words: answer.evidence.statement)
    }
    if company == false, order.countryOfExport != nil {
      return .boolean(false, .declared, words: "the seller says so of itself (company.json)")
    }
    return .unknown("company.json does not say whether the seller is such a person")
  }

  /// Orders of the same parties for the same families within 180 days, this one among them.
  func similarOrders() -> (count: Int, reactions: Interval) {
    var count = 1
    var reactions = total(lines)
    for past in pastOrders(days: 180) {
      count += 1
      reactions = reactions.adding(total(past))
    }
    return (count, reactions)
  }

  func total(_ lines: [LineReading]) -> Interval {
    lines.compactMap(\.reactions).reduce(Interval(exactly: .zero)) { $0.adding($1) }
  }
}

/// Indicators of words about collecting from people.
private enum CollectionWords {
  static let population = ["population-scale-collection"]
  static let focus = ["focus-personnel", "stability-maintenance"]
  static let database = ["database-building", "male-lineage-database", "identity-linkage"]
}
