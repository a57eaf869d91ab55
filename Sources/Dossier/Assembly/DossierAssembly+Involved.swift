import Evidence
import Facts
import Formats
import Law
import Names
import Taxonomy
import Trade
import WatchLists

/// Who takes part in an order, beside those whom it names as parties, and where it passes.
extension DossierAssembly {
  func policeRecipient() -> Fact {
    let reading = reportReading
    var truth: Truth = endUserIsDeclared ? .isFalse : .isUnknown
    var who = ""
    for party in parties where party.receives || party.roles.contains(.intermediateConsignee) {
      let polices = reading.function(of: party, isWithinOneOf: ["policing"])
      if polices == .isTrue { who = party.name }
      truth = truth.or(polices)
    }
    return fact(truth, [], who.isEmpty ? "a police body receives" : "\(who) receives")
  }

  mutating func policePartner() -> Fact {
    for name in order.endUse?.collaborators ?? [] {
      let parsed = knowledge.names.parse(name)
      if parsed.functions.contains(where: {
        knowledge.taxonomy.functions.isWithin($0.code, "policing")
      }) {
        return .boolean(
          true, .declared, evidence: [orderEvidence("endUse.collaborators")],
          words: "\(name) takes part in the work")
      }
    }
    if let (phrase, field) = text.first(["police-mention"]), field == "endUse.declared",
      let declared = order.endUse?.declared?.lowercased(),
      OrderText.partnerWords.contains(where: { declared.contains($0) })
    {
      return .boolean(
        true, .inferred, evidence: [textEvidence(phrase, field)],
        words: "the end use speaks of a partner and of \"\(phrase)\"")
    }
    return .boolean(false, .declared, words: "no police partner is named")
  }

  mutating func programmeNamed() -> Fact {
    let programmes = programmesNamed
    guard let programme = programmes.first,
      let (phrase, field) = text.first([
        "programme-physicals-for-all", "programme-population-registration",
        "programme-visit-benefit-gather",
      ])
    else { return .boolean(false, .declared, words: "no reported programme is named") }
    return .boolean(
      true, .inferred, evidence: [textEvidence(phrase, field)],
      words: "\"\(phrase)\" in \(field) names \(programme.english)")
  }

  mutating func thirdPartyPayer() -> Fact {
    let involved: [PartyRole] = [.purchaser, .ultimateConsignee, .endUser, .reseller]
    for party in parties
    where party.roles.contains(.payer) && !party.roles.contains(where: involved.contains) {
      return .boolean(
        true, .declared, evidence: [orderEvidence("parties")], words: "\(party.name) only pays")
    }
    return .boolean(false, .declared, words: "no separate payer is named")
  }

  func transit() -> Fact {
    let present = Set(
      parties.flatMap(\.countries) + [order.countryOfUltimateDestination]
        + (order.countryOfExport.map { [$0] } ?? []))
    if let country = order.route.first(where: { !present.contains($0) }) {
      return .boolean(true, .declared, words: "the route passes \(country)")
    }
    return .boolean(false, .declared, words: "every country of the route has a party")
  }
}

extension OrderText {
  /// Words by which a text speaks of people who work together.
  static let partnerWords = [
    "co-pi", "co-investigator", "coinvestigator", "collaborat", "joint", "partner", "together with",
    "cooperation", "合作", "联合", "共同", "zusammen", "kooperation",
  ]
}
