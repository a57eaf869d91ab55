import Formats
import Policy
import Screening

extension Samples {
  static let release = determination(
    "01RELEASE0000000000000000A", .release,
    order: order(
      "SO-1003", value: "129000.00", destination: ("DE", "Germany"), parties: [hospital],
      lines: [sequencer], endUserKnown: "declared"),
    trace: [trace("tender-match", .notFired, truth: "false")])

  static let conditions = determination(
    "01CONDITIONS00000000000000", .releaseWithConditions,
    order: order(
      "SO-1004", destination: ("DE", "Germany"), parties: [hospital], lines: [sequencer],
      endUserKnown: "declared"),
    findings: [
      finding(
        "f1", "service-undertaking", "Service needs an undertaking", .rights, .policy,
        .releaseWithConditions, "The instrument can be used for identification of people",
        strength: .moderate)
    ],
    obligations: [Obligation(rule: "service-undertaking", text: "Obtain an end-use undertaking")])

  static let hold = determination(
    "01HOLD00000000000000000000", .hold, order: order("SO-1002", revision: 3),
    lanes: lanes(redFlag: .open, rights: .severe, data: .insufficient),
    findings: [tenderFinding, resellerFinding], evidence: [tenderNotice],
    suppressed: ["sup_77"], questions: [question],
    counterfactuals: [
      Counterfactual(
        outcome: .release,
        conditions: ["the end user is named", "the end user has no policing function"]),
      Counterfactual(outcome: .refusePolicy, conditions: ["the end user has a policing function"]),
    ],
    obligations: [Obligation(rule: "tender-match", text: "Keep the notice with the order")],
    counterEvidence: [
      CounterEvidence(text: "The awardee of the notice is another company", evidence: ["ev_1"])
    ],
    scheduled: [
      ScheduledChange(
        date: "2026-11-10", subject: "Affiliates rule", text: "Suspension ends unless prolonged")
    ],
    trace: [
      trace("tender-match", .fired), trace("reseller-without-end-user", .fired),
      trace(
        "police-collection", .undetermined, .refusePolicy, truth: "unknown",
        unknown: ["function of the end user"]), trace("uvl", .notFired, truth: "false"),
      trace("affiliates", .notInForce, .refuseProhibited),
    ],
    notices: [
      Diagnostic(
        "TRD031", "the name `Example\u{202E}oC` holds invisible characters", severity: .warning,
        path: "parties[0].entity.properties.name")
    ], demonstration: "Fictional parties and an illustrative corpus.")

  static let escalate = determination(
    "01ESCALATE0000000000000000", .escalate,
    order: order("SO-1005", value: "9000", currency: "USD", parties: [reseller, bureau]),
    lanes: lanes(redFlag: .open, rights: .severe, data: .thin),
    findings: [
      finding(
        "f1", "collection-in-place", "Reported collection in the place", .rights, .policy,
        .escalate, "Collection is reported of the place, not of the body", evidence: ["ev_2"],
        strength: .moderate)
    ], evidence: [report])

  static let licence = determination(
    "01LICENCE00000000000000000", .licenceRequired,
    order: order("SO-1006", parties: [reseller, bureau]),
    lanes: lanes(legal: .licenceRequired),
    findings: [
      finding(
        "f1", "entity-list-licence", "Listed end user", .legal, .licenceRequirement,
        .licenceRequired, "示例地区公安局 is on the Entity List with a presumption of denial",
        evidence: ["ev_3"], law: ["15 CFR 744.11", "supp. no. 4 to part 744"], strength: .certain,
        actor: "seller (US person)")
    ], evidence: [entry])

  static let policyRefusal = determination(
    "01POLICY000000000000000000", .refusePolicy,
    order: order("SO-1007", parties: [reseller, bureau], endUserKnown: "declared"),
    lanes: lanes(legal: .licenceRequired, rights: .severe),
    findings: [
      finding(
        "f1", "police-under-compulsory-collection", "Genetic products for police", .rights,
        .policy, .refusePolicy, "示例地区公安局 has a policing function and collection is reported",
        evidence: ["ev_1", "ev_2"], law: ["UN Guiding Principles 13, 19"], strength: .certain)
    ], evidence: [tenderNotice, report])

  static let prohibited = determination(
    "01PROHIBITED00000000000000", .refuseProhibited,
    order: order("SO-1008", parties: [reseller, bureau], endUserKnown: "declared"),
    lanes: lanes(legal: .prohibited, rights: .severe),
    findings: [
      finding(
        "f1", "embargo", "Embargoed item and user", .legal, .legalProhibition,
        .refuseProhibited, "The item may not be supplied to the body without authorisation",
        evidence: ["ev_3"], law: ["Council Regulation 0000/0000 art. 2"], strength: .certain,
        actor: "seller (EU person)")
    ], evidence: [entry])

  static let failClosed = determination(
    "01FAILED000000000000000000", nil, order: order("SO-1009", value: nil, currency: nil),
    lanes: lanes(legal: .undetermined, data: .insufficient),
    lists: Array(lists.dropFirst())
      + [list("us-entity-list", "US Entity List", 3921, faults: ["2 of 3 canaries found"])],
    notSearched: ["tenders of 2026 (the folder could not be read)"])

  static let hostile = determination(
    "01HOSTILE00000000000000000", .hold,
    order: order(
      "SO-<script>alert(1)</script>",
      parties: [
        OrderSummary.Party(
          id: "p1", roles: ["purchaser"],
          names: ["Clean \"Safe\" & <b>Co</b>\u{202E}\u{200B}", "\u{1B}[2J|`x`|*y*"], place: nil,
          placeCode: nil, functions: [], identifiers: ["</style><script>"], country: nil,
          basis: "declared")
      ]),
    lanes: lanes(redFlag: .open, data: .insufficient),
    findings: [
      finding(
        "f1", "odd-name", "Odd name", .redFlag, .dataGap, .hold,
        "The name Clean \"Safe\" & <b>Co</b>\u{202E}\u{200B} could not be read",
        strength: .moderate)
    ], demonstration: "</style><script>alert(2)</script>")

  /// Eight findings with long reasons: page 1 must still fit one page.
  static let crowded: Determination = {
    var crowded = hold
    crowded.id = "det_01CROWDED0000000000000000"
    crowded.findings = (1...8).map { number in
      finding(
        "f\(number)", "rule-number-\(number)", "A finding with a title of some length",
        Lane.allCases[number % 4], number.isMultiple(of: 2) ? .policy : .regulatoryRedFlag, .hold,
        String(
          repeating: "The purchaser 示例生物科技有限公司 resells what it buys and the order agrees with "
            + "an award notice in item, quantity, month and province. ", count: 3),
        evidence: ["ev_1", "ev_2"], law: ["15 CFR part 732 supp. no. 3", "UN Guiding Principle 13"])
    }
    crowded.evidence = [tenderNotice, report]
    crowded.questions = (1...6).map {
      var next = question
      next.id = "Q\($0)"
      next.rules = ["rule-number-\($0)"]
      return next
    }
    crowded.counterfactuals += [
      Counterfactual(
        outcome: .escalate,
        conditions: Array(
          repeating: "an answer that takes a number of words to write down", count: 5)),
      Counterfactual(outcome: .licenceRequired, conditions: ["the end user is listed"]),
    ]
    return crowded
  }()
}
