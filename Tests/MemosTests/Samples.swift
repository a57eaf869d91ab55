import Formats
import Policy

@testable import Screening

/// Determinations of fictional parties, one for each outcome and some at the edges.
enum Samples {
  static let all: [Determination] = [
    release, conditions, hold, escalate, licence, policyRefusal, prohibited, failClosed, hostile,
  ]

  static func order(
    _ reference: String, value: String? = "48200.00", currency: String? = "EUR",
    destination: (String, String) = ("CN", "China"), parties: [OrderSummary.Party] = [reseller],
    lines: [OrderSummary.Line] = [kits], revision: Int = 1, endUserKnown: String = "notDeclared"
  ) -> OrderSummary {
    OrderSummary(
      reference: reference, system: "sap-prd-100", revision: revision,
      digest: "sha256:" + String(repeating: "5d", count: 32), stage: "order", kind: "sale",
      value: value, currency: currency, destination: destination.0,
      destinationName: destination.1, route: ["DE", "HK", destination.0],
      endUserKnown: endUserKnown, endUse: "resale; laboratory use", parties: parties,
      lines: lines)
  }

  static let reseller = OrderSummary.Party(
    id: "p1", roles: ["purchaser", "reseller"], names: ["示例生物科技有限公司", "Example Biotech Co Ltd"],
    place: "Guangzhou", placeCode: "CN-44-01", functions: ["trading company (from the name)"],
    identifiers: ["91440101EXAMPLE000"], country: "CN", basis: "declared")

  static let bureau = OrderSummary.Party(
    id: "p2", roles: ["endUser", "ultimateConsignee"], names: ["示例地区公安局"],
    place: "Example Prefecture", placeCode: "CN-65", functions: ["policing (公安局)"],
    identifiers: [], country: "CN", basis: "declared")

  static let hospital = OrderSummary.Party(
    id: "p1", roles: ["purchaser", "endUser", "ultimateConsignee"],
    names: ["Beispiel-Klinikum Musterstadt"], place: "Musterstadt", placeCode: "DE-BW",
    functions: ["hospital (Klinikum)"], identifiers: ["DE000000000"], country: "DE",
    basis: "declared")

  static let kits = OrderSummary.Line(
    number: "10", description: "21-locus STR kit, 200 rxn", family: "autosomal-str-kit",
    familyName: "Autosomal STR kit", quantity: "15", unit: "box", classification: nil,
    capability: "15 boxes of 200 reactions can profile 3,000 samples", serial: nil)

  static let sequencer = OrderSummary.Line(
    number: "10", description: "Benchtop sequencer", family: "ngs-sequencer",
    familyName: "High-throughput sequencer", quantity: "1", unit: "piece",
    classification: "EAR99", capability: nil, serial: "SQ24-00017")

  static let lists = [
    list("us-entity-list", "US Entity List", 3921), list("us-sdn", "US SDN List", 18_211),
    list("eu-fsf", "EU consolidated list", 5400), list("uk-sanctions", "UK Sanctions List", 4102),
    list("un-sc", "UN Security Council list", 1022), list("us-uvl", "US Unverified List", 240),
  ]

  static func list(
    _ id: String, _ name: String, _ entries: Int, faults: [String] = [], required: Bool = true
  ) -> Coverage.List {
    Coverage.List(
      id: id, name: name, retrieved: CivilDate("2026-09-20"), entries: entries, unreadable: 0,
      ageDays: 1, canariesFound: faults.isEmpty ? 3 : 2, canariesExpected: 3,
      isRequired: required, faults: faults,
      digest: "sha256:" + String(repeating: "1b2c", count: 16))
  }

  static let tenderNotice = EvidenceItem(
    id: "ev_1", kind: .tender, title: "示例市公安局2026年度DNA实验室试剂耗材采购项目-中标公告",
    publisher: "procurement portal", language: "zh", publishedOn: "2026-08-20",
    url: "https://example.invalid/notice/41", sha256: String(repeating: "1b2c", count: 16),
    locator: "item 1", statement: "A public-security bureau awarded 15 boxes of 21-locus kits",
    grade: "A", verification: "stored", root: "notice-41")

  static let report = EvidenceItem(
    id: "ev_2", kind: .ngo, title: "Report on collection of DNA samples",
    publisher: "Example Rights Watch", language: "en", publishedOn: "2017-12-13",
    url: "https://example.invalid/report", sha256: nil, locator: "paragraph 4",
    statement: "Example Rights Watch reported that residents gave samples without a choice",
    grade: "B", verification: "partly stored", root: "erw-2017")

  static let entry = EvidenceItem(
    id: "ev_3", kind: .officialList, title: "Entity List, entry 示例地区公安局",
    publisher: "Bureau of Industry and Security", language: "en", publishedOn: nil, url: nil,
    sha256: nil, locator: "supplement no. 4 to part 744, entry 1", statement: "The body is listed",
    grade: nil, verification: "stored", root: nil)

  static func finding(
    _ id: String, _ rule: String, _ title: String, _ lane: Lane, _ kind: FindingKind,
    _ effect: Outcome?, _ reason: String, evidence: [String] = [], law: [String] = [],
    strength: Strength = .strong, actor: String? = nil
  ) -> Finding {
    Finding(
      id: id, rule: rule, title: title, lane: lane, kind: kind, effect: effect,
      strength: strength, legalBasis: law, parties: ["p1"], lines: ["10"], reason: reason,
      evidence: evidence, actor: actor)
  }

  static let tenderFinding = finding(
    "f1", "tender-match", "Order resembles a public tender", .redFlag, .policy, .hold,
    "Item, quantity, month and province agree with an award notice of a public-security bureau. "
      + "The awardee differs from the purchaser 示例生物科技有限公司.", evidence: ["ev_1"])

  static let resellerFinding = finding(
    "f2", "reseller-without-end-user", "Reseller order without a named end user", .redFlag,
    .regulatoryRedFlag, .hold, "The purchaser resells and names no end user",
    law: ["15 CFR part 732 supp. no. 3"], strength: .certain)

  static let question = Question(
    id: "Q1", term: "order.endUser", about: "p1",
    english: "Who will use the kits, where and for what?", chinese: "谁将在何处使用这些试剂盒，用于什么目的？",
    german: "Wer wird die Kits wo und wofür verwenden?",
    rules: ["tender-match", "reseller-without-end-user"], isOpenRedFlag: true)

  static func lanes(
    legal: Lanes.Legal.State = .noBarFoundWithinCoverage, redFlag: Lanes.RedFlag.State = .none,
    rights: Lanes.Rights.State = .none, data: Lanes.Data.State = .sufficient
  ) -> Lanes {
    Lanes(
      legal: .init(
        state: legal, summary: "Six of six lists were searched as of the date named."),
      redFlag: .init(state: redFlag, summary: "Red flags of the regulation and of policy."),
      rights: .init(
        state: rights, scale: "high", scope: "unknown", remediability: "irremediable",
        linkage: "directlyLinked",
        summary: "If the end user is a public-security body, harm would be severe."),
      data: .init(state: data, summary: "The end user is not declared."))
  }

  static func trace(
    _ rule: String, _ state: RuleTrace.State, _ effect: Outcome? = .hold, truth: String = "true",
    unknown: [String] = []
  ) -> RuleTrace {
    RuleTrace(
      rule: rule, title: "Rule \(rule)", policy: "human-rights-genetics", lane: .redFlag,
      effect: effect, state: state,
      clauses: [
        .init(text: "E.function is within policing", truth: truth, observed: "示例地区公安局: policing")
      ], unknown: unknown, explanation: "The clauses hold as listed")
  }

  static func determination(
    _ id: String, _ outcome: Outcome?, order: OrderSummary, lanes: Lanes = lanes(),
    findings: [Finding] = [], evidence: [EvidenceItem] = [], lists: [Coverage.List] = lists,
    notSearched: [String] = ["past orders of the same end user (no corpus)"],
    suppressed: [String] = [], questions: [Question] = [], counterfactuals: [Counterfactual] = [],
    obligations: [Obligation] = [], counterEvidence: [CounterEvidence] = [],
    scheduled: [ScheduledChange] = [], trace: [RuleTrace] = [], notices: [Diagnostic] = [],
    demonstration: String? = nil, asOf: String = "2026-09-21"
  ) -> Determination {
    Determination(
      id: "det_" + id, outcome: outcome, asOf: CivilDate(asOf) ?? CivilDate(dayNumber: 0),
      order: order,
      policy: PolicyIdentity(
        name: "human-rights-genetics", revision: "2026.11",
        digest: "sha256:" + String(repeating: "7c1e", count: 16),
        dataDigest: "sha256:" + String(repeating: "9a0f", count: 16)), lanes: lanes,
      findings: findings,
      lineOutcomes: order.lines.map {
        LineOutcome(line: $0.number, outcome: outcome, findings: findings.map(\.id))
      }, evidence: evidence,
      coverage: Coverage(lists: lists, notSearched: notSearched, suppressed: suppressed),
      questions: questions, counterfactuals: counterfactuals, obligations: obligations,
      counterEvidence: counterEvidence, scheduledChanges: scheduled, trace: trace,
      notices: notices, demonstration: demonstration)
  }
}
