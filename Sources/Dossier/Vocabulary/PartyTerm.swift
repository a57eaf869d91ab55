public import Facts
import Taxonomy

/// Facts about a party.
public enum PartyTerm: Int, CaseIterable, Sendable {
  case name, role, function, functionWords, place, placeWords, country, placeholderName
  case recentlyIncorporated, hiddenCharacters, commandingBody, commandingBodyListed
  case blockedBodyAbove, commandingBodyBlocked, isForwarder
  case blockedOwnership, listedOwnership, ownershipWords, reactionsPerThousand
  case shareOfPopulation, underInvestigation, investigation, isReseller, isJoined, joinedFrom
  case verifiedStatutoryBasis, verifiedJudicialOversight, verifiedRoutineCaseload
  case verifiedNotCorpsOwned, verifiedIdentity, capacityWords
  case isAtListedAddress, listedAddressWords, contactLinks
  // What the ownership rules of each regime find (`OwnershipTerms.swift`).
  case ofacOwned, europeanOwned, britishOwned, possibleControl, listedAbove, listedAboveWords
  case verifiedOwnership, verifiedNotNationalPolice
  case peopleTestable, peoplePerThousand, exceedsRoutine, isPopulationScale
  case instrumentPeoplePerThousand, throughputShare, capacityArithmetic
  case verifiedQuantityExplanation, verifiedYearlyCaseload
  // Distributors.
  case unnamedEndUserShare, daysSinceAudit, openAuditFindings, unreportedUnits, unreportedShare
  case statementMissing, statementExpired, distributorWords, auditWords, statementWords

  var term: Term {
    switch self {
    case .name: Term("name", .text, .neutral, "The name as written")
    case .role:
      Term(
        "role",
        .word([
          "exporter", "purchaser", "intermediateConsignee", "ultimateConsignee", "endUser",
          "reseller", "freightForwarder", "payer", "broker", "bank", "serviceSite", "trainee",
        ]), .neutral, "The party's roles in the transaction (15 CFR 748.5, 772.1)",
        holdsSeveral: true)
    case .function:
      Term(
        "function", .tree("functions"), .neutral, "What the body does",
        question: LocalisedText(
          "What is the function of this body, and to which authority does it answer?",
          "该单位的职能是什么?隶属于哪个机关?",
          "Welche Aufgabe hat diese Stelle, und welcher Behörde untersteht sie?"))
    case .functionWords: Term("function-words", .text, .neutral, "The functions in words")
    case .place:
      Term(
        "place", .tree("places"), .neutral, "Where the body is, or for where it is responsible",
        question: LocalisedText(
          "Where is this body, down to the county or district?", "该单位位于哪个省、市、县?",
          "Wo hat diese Stelle ihren Sitz, bis zum Kreis?"))
    case .placeWords: Term("place-words", .text, .neutral, "The place in words")
    case .country: Term("country", .tree("places"), .neutral, "Its country as declared")
    case .placeholderName:
      Term("placeholder-name", .boolean, .adverse, "The name says that nobody is named")
    case .recentlyIncorporated:
      Term(
        "recently-incorporated", .boolean, .adverse,
        "It was incorporated less than twelve months before the as-of date",
        question: LocalisedText(
          "When was this company incorporated, and under which number is it registered?",
          "该公司何时成立?登记号是什么?",
          "Wann wurde dieses Unternehmen gegründet, und unter welcher Nummer ist es eingetragen?"))
    case .hiddenCharacters:
      Term(
        "hidden-characters", .boolean, .adverse,
        "The name holds invisible characters or letters of another script that look alike")
    case .commandingBody:
      Term("commanding-body", .text, .neutral, "The listed body that stands above it")
    case .commandingBodyListed:
      Term(
        "commanding-body-listed", .boolean, .adverse,
        "A body of the same function for its place or one above it is listed")
    case .blockedBodyAbove:
      Term("blocked-body-above", .text, .neutral, "The blocked body that stands above it")
    case .commandingBodyBlocked:
      Term(
        "commanding-body-blocked", .boolean, .adverse,
        "A body of the same function for its place or one above it is blocked by sanctions")
    case .isForwarder:
      Term(
        "forwarder", .boolean, .adverse, "It forwards or stores goods for others",
        question: PartyTerm.function.term.question)
    case .blockedOwnership:
      Term(
        "blocked-ownership", .number(unit: "percent"), .adverse,
        "Aggregate share owned by blocked persons, layers counted whole (OFAC, 13 August 2014)",
        question: LocalisedText(
          "Who owns this company, with which percentages, up to the last owners?",
          "该公司的股东及持股比例(直至最终所有人)是什么?",
          "Wem gehört dieses Unternehmen, mit welchen Anteilen, bis zu den letzten Eigentümern?"))
    case .listedOwnership:
      Term(
        "listed-ownership", .number(unit: "percent"), .adverse,
        "Aggregate share owned by Entity List or Military End User List parties",
        question: LocalisedText(
          "Who owns this company, with which percentages, up to the last owners?",
          "该公司的股东及持股比例(直至最终所有人)是什么?",
          "Wem gehört dieses Unternehmen, mit welchen Anteilen, bis zu den letzten Eigentümern?"))
    case .ownershipWords: Term("ownership", .text, .neutral, "The chain of ownership in words")
    case .underInvestigation:
      Term(
        "under-investigation", .boolean, .adverse,
        "An open investigation into misuse has it in scope")
    case .investigation: Term("investigation", .text, .neutral, "The open investigation")
    case .isReseller: Term("reseller", .boolean, .adverse, "It buys to sell on")
    case .isJoined:
      Term("joined", .boolean, .adverse, "It was joined to the order from a tender or a register")
    case .joinedFrom: Term("joined-from", .text, .neutral, "What it was joined from")
    case .verifiedStatutoryBasis:
      Term(
        "verified-statutory-basis", .boolean, .mitigating,
        "Its DNA work rests on a statute that limits it to suspects, convicts or consent; verified",
        question: LocalisedText(
          "Under which statute does this body take and keep DNA profiles, and of whom?",
          "该单位依据哪部法律采集和保存DNA?对象是谁?",
          "Nach welchem Gesetz erhebt und speichert diese Stelle DNA-Profile, und von wem?"))
    case .verifiedJudicialOversight:
      Term(
        "verified-judicial-oversight", .boolean, .mitigating,
        "A court or an independent authority oversees its DNA work; verified",
        question: LocalisedText(
          "Which court or independent authority oversees the DNA work of this body?",
          "由哪个法院或独立机构监督该单位的DNA工作?",
          "Welches Gericht oder welche unabhängige Stelle beaufsichtigt die DNA-Arbeit?"))
    case .verifiedRoutineCaseload:
      Term(
        "verified-routine-caseload", .boolean, .mitigating,
        "The quantity fits its yearly casework; verified",
        question: LocalisedText(
          "How many cases a year does this laboratory work, and how does the quantity fit?",
          "该实验室每年处理多少案件?采购数量如何与之相符?",
          "Wie viele Fälle bearbeitet dieses Labor im Jahr, und wie passt die Menge dazu?"))
    case .verifiedNotCorpsOwned:
      Term(
        "verified-not-blocked-property", .boolean, .mitigating,
        "Legal counsel verified that it is not owned by half or more by a blocked person",
        question: LocalisedText(
          "To whom does this body belong, and who appoints and pays its management?",
          "该单位归谁所有?由谁任命和支付管理层?",
          "Wem gehört diese Stelle, und wer bestellt und bezahlt ihre Leitung?"))
    case .verifiedIdentity:
      Term(
        "verified-identity", .boolean, .mitigating,
        "A named person verified who it is, with registration and premises",
        question: LocalisedText(
          "Which register entry, premises and staff does this company have?",
          "该公司的注册信息、经营场所和人员情况如何?",
          "Welchen Registereintrag, welche Räume und welches Personal hat dieses Unternehmen?"))
    case .capacityWords: Term("capacity", .text, .neutral, "Volume against need, as arithmetic")
    case .isAtListedAddress:
      Term(
        "at-listed-address", .boolean, .adverse,
        "Its address, phone or e-mail is that of a listed body of another name",
        question: LocalisedText(
          "Which floor and room does this company use, since when, and who else is there?",
          "该公司使用哪一层、哪一室?何时开始使用?该处还有哪些单位?",
          "Welche Etage und welchen Raum nutzt dieses Unternehmen, seit wann, und wer sitzt dort "
            + "noch?"))
    case .listedAddressWords:
      Term(
        "listed-address", .text, .neutral, "Listed bodies that are reached where it is, in words")
    case .contactLinks:
      Term(
        "shared-contacts", .text, .neutral,
        "Other parties of the order with its address, phone, e-mail domain or person, in words")
    case .ofacOwned, .europeanOwned, .britishOwned, .possibleControl, .listedAbove,
      .listedAboveWords, .verifiedOwnership:
      ownershipTerm
    case .verifiedNotNationalPolice:
      Term(
        "verified-not-national-police", .boolean, .mitigating,
        "Legal counsel verified that it is no national police of 15 CFR 744.21(g)",
        question: LocalisedText(
          "Is this body part of the national police, by which law and to which ministry does it "
            + "answer, and what will it do with the item?",
          "该单位是否属于国家警察?依据何法律?隶属于哪个部委?将如何使用该产品?",
          "Gehört diese Stelle zur nationalen Polizei, nach welchem Gesetz und welchem Ministerium "
            + "unterstellt, und was macht sie mit der Ware?"))
    case .reactionsPerThousand, .shareOfPopulation, .peopleTestable, .peoplePerThousand,
      .exceedsRoutine, .isPopulationScale, .instrumentPeoplePerThousand, .throughputShare,
      .capacityArithmetic, .verifiedQuantityExplanation, .verifiedYearlyCaseload:
      capacityTerm
    case .unnamedEndUserShare, .daysSinceAudit, .openAuditFindings, .unreportedUnits,
      .unreportedShare, .statementMissing, .statementExpired, .distributorWords, .auditWords,
      .statementWords:
      distributorTerm
    }
  }
}

extension PartyTerm {
  /// The definition of one of these terms, with its question.
  public static func definition(_ term: PartyTerm) -> Term { term.term }
}
