import Facts

/// By what an answer about a term settles the fact.
public enum AnswerRoute: Sendable, Hashable {
  /// The answer itself, where it is adverse or a named person verified it.
  case answer
  /// The name of a body: it becomes the end user of the order, as declared.
  case endUser
  /// The words of the end use of the order, as declared.
  case endUse
  /// A record, in words; an answer is kept as evidence beside it.
  case record(String)
}

extension ScreeningVocabulary {
  /// What settles the fact that a question asks for, by the id of the question's term.
  ///
  /// No answer settles a listing, a share of ownership, a classification or a date of law.
  public static func route(of term: String) -> AnswerRoute {
    switch term {
    case "order.end-user-declared": return .endUser
    case "order.end-use-stated": return .endUse
    case "order.past-orders": return .record("past orders in the folder orders of the corpus")
    case "listing.names":
      return .record("a suppression with maker and approver in register/suppressions.ndjson")
    case "party.function", "party.place", "line.product", "line.subject-to-ear", "line.us-content",
      "line.foreign-direct-product", "order.us-nexus", "order.eu-nexus", "order.uk-nexus",
      "order.german-resident":
      return .answer
    case "party.blocked-ownership", "party.listed-ownership", "party.ofac-owned",
      "party.european-owned", "party.british-owned", "party.possible-control":
      return .record("owners with percentages in the folder ownership of the corpus")
    case "party.recently-incorporated":
      return .record("the date of incorporation in the order's party")
    case "party.at-listed-address":
      return .record("a suppression of the address in register/suppressions.ndjson")
    case "party.unnamed-end-user-share", "party.unreported-units", "party.unreported-share":
      return .record("sell-through reports in the folder distributors of the corpus")
    case "party.days-since-audit", "party.open-audit-findings":
      return .record("audits in the folder distributors of the corpus")
    case "party.end-use-statement-missing", "party.end-use-statement-expired":
      return .record("statements in the folder distributors of the corpus")
    default: break
    }
    if term.hasPrefix("confirm:") {
      return .record("an operator's confirmation in register/confirmations.ndjson")
    }
    guard let dot = term.firstIndex(of: ".") else { return .record("a record of the corpus") }
    let name = term[term.index(after: dot)...]
    if name.hasPrefix("verified-") { return .answer }
    if term.hasPrefix("order."), OrderTerm.redFlags.contains(where: { $0.name == name }) {
      return .answer
    }
    if name.hasPrefix("serial-") || name.hasPrefix("service-site-") || name.hasPrefix("relocation-")
      || name.hasPrefix("instrument-") && term.hasPrefix("line.")
    {
      return .answer
    }
    if term.hasPrefix("party.") {
      return .record("residents or a verified caseload in the folder register of the corpus")
    }
    if term.hasPrefix("line.") {
      return .record("the classification of the line in the order, with its basis and date")
    }
    return .answer
  }
}
