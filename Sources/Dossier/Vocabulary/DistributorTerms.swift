import Facts
import Taxonomy

/// Facts of a party that sells on, and of the statements of those who use what it sells.
extension PartyTerm {
  var distributorTerm: Term {
    switch self {
    case .unnamedEndUserShare:
      Term(
        "unnamed-end-user-share", .number(unit: "percent"), .adverse,
        "Share of what it ordered within twelve months for which it named no end user but itself",
        question: LocalisedText(
          "For whom were the orders of the past twelve months that name no end user?",
          "过去十二个月未注明最终用户的订单分别供给谁?",
          "Für wen waren die Aufträge der letzten zwölf Monate ohne Endverwender?"))
    case .daysSinceAudit:
      Term(
        "days-since-audit", .number(unit: "days"), .adverse,
        "Days since it was last audited; not known where no audit is on record",
        question: LocalisedText(
          "When was this distributor last audited, by whom, and with which scope?",
          "该经销商上次接受审计是什么时候?由谁审计?范围如何?",
          "Wann wurde dieser Händler zuletzt geprüft, von wem und in welchem Umfang?"))
    case .openAuditFindings:
      Term(
        "open-audit-findings", .number(unit: "findings"), .adverse,
        "Findings of its audits that nobody closed",
        question: LocalisedText(
          "Which findings of the audits of this distributor are closed, and on what evidence?",
          "该经销商的哪些审计发现已经整改?依据是什么?",
          "Welche Feststellungen aus Prüfungen dieses Händlers sind erledigt, und was belegt das?"))
    case .unreportedUnits:
      Term(
        "unreported-units", .number(unit: "units"), .adverse,
        "Units of the goods of this order that it bought within twelve months and does not report "
          + "as sold on to anybody", question: PartyTerm.whereGoodsAre)
    case .unreportedShare:
      Term(
        "unreported-share", .number(unit: "percent"), .adverse,
        "The same as a share of what it bought", question: PartyTerm.whereGoodsAre)
    case .statementMissing:
      Term(
        "end-use-statement-missing", .boolean, .adverse,
        "No end-use statement of it for goods of the order is on record",
        question: LocalisedText(
          "Has this end user signed an end-use statement for these goods, and who verified it?",
          "该最终用户是否已就这些产品签署最终用途声明?由谁核实?",
          "Hat dieser Endverwender für diese Waren eine Endverbleibserklärung unterschrieben, und "
            + "wer hat sie geprüft?"))
    case .statementExpired:
      Term(
        "end-use-statement-expired", .boolean, .adverse,
        "Its end-use statement for goods of the order is on record and has expired",
        question: LocalisedText(
          "Is there a newer end-use statement of this end user, and until when does it hold?",
          "该最终用户是否有更新的最终用途声明?有效期至何时?",
          "Gibt es eine neuere Endverbleibserklärung dieses Endverwenders, und bis wann gilt sie?"))
    case .distributorWords:
      Term(
        "sell-through", .text, .neutral, "What it bought and reports as sold on, as arithmetic")
    case .auditWords: Term("audits", .text, .neutral, "Its audits and their open findings in words")
    default:
      Term("end-use-statement", .text, .neutral, "Its end-use statements in words")
    }
  }

  private static let whereGoodsAre = LocalisedText(
    "Where are the goods that this distributor bought and has not reported as sold on?",
    "该经销商购入但未报告转售的产品目前在哪里?",
    "Wo sind die Waren, die dieser Händler gekauft und nicht als weiterverkauft gemeldet hat?")
}

extension OrderTerm {
  /// Whether something was searched, for rules that are not to hold up orders where nothing was.
  var searchTerm: Term {
    let rest =
      "; where it holds none, this is not known and a rule that asks for this is not held up by it"
    return switch self {
    case .tendersSearched:
      Term("tenders-searched", .boolean, .adverse, "The corpus holds procurement notices" + rest)
    case .sellThroughSearched:
      Term(
        "sell-through-searched", .boolean, .adverse,
        "The corpus holds what distributors report as sold on" + rest)
    case .auditsSearched:
      Term("audits-searched", .boolean, .adverse, "The corpus holds audits of distributors" + rest)
    default:
      Term(
        "end-use-statements-searched", .boolean, .adverse,
        "The corpus holds end-use statements" + rest)
    }
  }
}

/// Facts about goods that a distributor of the order reports to have sold on to one body.
public enum ResaleTerm: Int, CaseIterable, Sendable {
  case endUser, function, place, placeWords, product, quantity, sold, namesNobody, cite

  var term: Term {
    switch self {
    case .endUser: Term("end-user", .text, .neutral, "To whom it sold them, as written")
    case .function:
      Term(
        "function", .tree("functions"), .neutral, "What that body does",
        question: LocalisedText(
          "What is the function of the body to which these goods were sold on?",
          "这些产品转售给的单位是什么性质?",
          "Welche Aufgabe hat die Stelle, an die diese Waren weiterverkauft wurden?"))
    case .place:
      Term(
        "place", .tree("places"), .neutral, "Where that body is",
        question: LocalisedText(
          "Where is the body to which these goods were sold on?", "这些产品转售给的单位位于哪里?",
          "Wo sitzt die Stelle, an die diese Waren weiterverkauft wurden?"))
    case .placeWords: Term("place-words", .text, .neutral, "The place in words")
    case .product:
      Term("product", .tree("products"), .neutral, "The product family that was sold on")
    case .quantity:
      Term("quantity", .number(unit: "units"), .adverse, "How many units, in all its reports")
    case .sold:
      Term("sold", .date, .adverse, "The last day of the last period in which they were sold on")
    case .namesNobody:
      Term("names-nobody", .boolean, .adverse, "The report does not say to whom they were sold on")
    case .cite: Term("cite", .text, .neutral, "Where the report says so")
    }
  }
}
