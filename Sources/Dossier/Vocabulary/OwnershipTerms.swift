import Facts
import Taxonomy

/// Terms of a party that the ownership rules of each regime answer.
extension PartyTerm {
  var ownershipTerm: Term {
    switch self {
    case .ofacOwned:
      Term(
        "ofac-owned", .boolean, .adverse,
        "Persons whom OFAC blocks own it by 50 percent or more, directly or indirectly and in the "
          + "aggregate (guidance of 2014-08-13)",
        question: PartyTerm.ownersQuestion)
    case .europeanOwned:
      Term(
        "eu-owned-or-controlled", .boolean, .adverse,
        "Persons listed by the EU own it, in the aggregate, by the share of the guidance of the "
          + "day, or control it (Council best practices)",
        question: PartyTerm.ownersQuestion)
    case .britishOwned:
      Term(
        "uk-owned-or-controlled", .boolean, .adverse,
        "One person listed by the UK, or several jointly, hold more than 50 percent of it or "
          + "control it (SI 2020/680, regulation 7)",
        question: PartyTerm.ownersQuestion)
    case .listedAbove:
      Term(
        "listed-owner-above", .boolean, .adverse,
        "A listed or blocked party stands above it in its ownership, directly or through layers, "
          + "with any share",
        question: PartyTerm.ownersQuestion)
    case .listedAboveWords:
      Term(
        "listed-owners", .text, .neutral,
        "Listed and blocked parties above it, and through whom, in words")
    case .verifiedOwnership:
      Term(
        "verified-ownership", .boolean, .mitigating,
        "A named person verified with documents who owns it up to the last owners, each below the "
          + "threshold of every rule, and that listed owners do not direct it",
        question: LocalisedText(
          "Which documents show who owns this company up to the last owners, and that no listed "
            + "owner directs it or receives the goods?",
          "有哪些文件可证明该公司的全部股权结构,且受限制的股东既不控制公司也不取得货物?",
          "Welche Dokumente zeigen alle Eigentümer dieses Unternehmens und dass kein gelisteter "
            + "Eigentümer es lenkt oder die Ware erhält?"))
    default:
      Term(
        "possible-control", .boolean, .adverse,
        "Listed persons may direct it otherwise than by owning it, or several may hold jointly",
        question: LocalisedText(
          "Who appoints the board of this company and directs its affairs, by which right?",
          "谁任命该公司的董事会并支配其事务?依据何种权利?",
          "Wer bestellt die Leitung dieses Unternehmens und bestimmt seine Geschäfte, und mit "
            + "welchem Recht?"))
    }
  }

  static let ownersQuestion = LocalisedText(
    "Who owns this company, with which percentages, up to the last owners?",
    "该公司的股东及持股比例(直至最终所有人)是什么?",
    "Wem gehört dieses Unternehmen, mit welchen Anteilen, bis zu den letzten Eigentümern?")
}
