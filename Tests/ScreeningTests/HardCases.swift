/// The 27 hard cases, as orders under `Tests/Fixtures/cases`; C36 once for each of its two days.
enum HardCases {
  static let all: [CaseExpectation] = lists + flows + benign + ownership

  /// Listed bodies, bodies below them, and the state of the lists.
  private static let lists = [
    CaseExpectation(
      "C01", "Listed prefecture police buys analyser direct", "refusePolicy",
      fired: [
        "entity-list-licence", "entity-list-denial-presumed", "part-of-a-blocked-body",
        "police-under-compulsory-collection",
      ],
      words: ["Kashgar Prefecture Public Security Bureau", "presumption of denial", "is blocked"]),
    CaseExpectation(
      "C02", "County police under a listed prefecture, itself unnamed", "refusePolicy",
      fired: ["police-under-compulsory-collection", "body-below-a-listed-body"],
      silent: ["entity-list-licence"],
      words: ["Kashgar Prefecture Public Security Bureau", "legally distinct body"]),
    CaseExpectation(
      "C31", "Institute of Forensic Science today", "escalate",
      fired: ["former-listing", "police-laboratory"], silent: ["entity-list-licence"],
      words: ["removed on 2023-11-16", "no licence requirement follows"]),
    CaseExpectation(
      "C33", "Infectious-disease carve-out", "licenceRequired",
      fired: ["entity-list-licence", "entity-list-case-by-case"],
      silent: ["entity-list-denial-presumed"], words: ["case-by-case"]),
    CaseExpectation(
      "C40", "List data stale", "errorFailClosed", fired: ["lists-did-not-answer"],
      words: ["45 days old"]),
    CaseExpectation(
      "C47", "Assurance offered as mitigation", "refusePolicy",
      fired: ["entity-list-licence", "police-under-compulsory-collection", "general-assurance"],
      words: ["resolves no red flag"]),
  ]

  /// Bodies that are no police, distributors, service, and texts.
  private static let flows = [
    CaseExpectation(
      "C04", "Health bureau buys blood cards", "refusePolicy",
      fired: [
        "health-body-collecting-for-police", "collection-programme-named",
        "volume-at-population-scale",
      ], words: ["Physicals for All", "121000 residents"]),
    CaseExpectation(
      "C12", "Distributor, undisclosed end user", "hold",
      fired: ["end-user-not-named", "reseller-without-end-user"],
      words: ["is not an end user", "who will use"]),
    CaseExpectation(
      "C13", "Distributor won a Xinjiang tender", "refusePolicy", "hold",
      fired: ["tender-behind-the-order", "entity-list-licence"],
      words: ["awardee agrees", "quantity agrees", "second person"]),
    CaseExpectation(
      "C15", "Mainland committee for Xinjiang hukou holders", "refusePolicy",
      fired: ["population-control-office"], words: ["in the region and outside it"]),
    CaseExpectation(
      "C16", "Male-population Y database in Inner Mongolia", "refusePolicy", "escalate",
      fired: ["male-lineage-at-population-scale"], silent: ["entity-list-licence"],
      words: ["183000 residents", "not the casework"]),
    CaseExpectation(
      "C18", "Service contract on the installed base", "refusePolicy", "refuseProhibited",
      fired: [
        "entity-list-licence", "police-under-compulsory-collection",
        "instrument-of-somebody-else", "ofac-blocked-party",
      ], words: ["GA24-00417", "service are treated alike"]),
    CaseExpectation(
      "C19", "Replacement capillary array to Tibet", "refusePolicy",
      fired: ["police-under-compulsory-collection"], silent: ["entity-list-licence"],
      words: ["Tibet", "spares"]),
    CaseExpectation(
      "C36", "National DNA law, annulled since", "escalate", fired: ["past-compulsion"],
      silent: ["police-under-compulsory-collection"], words: ["holds no longer"]),
    CaseExpectation(
      "C36-2016", "National DNA law while it was in force", "refusePolicy", "escalate",
      fired: ["police-under-compulsory-collection"], words: ["Kuwait"]),
    CaseExpectation(
      "C39", "Prompt-injected end-use statement", "refusePolicy", "hold", "escalate",
      fired: ["text-addresses-the-screening", "police-laboratory"], words: ["was not followed"]),
    CaseExpectation(
      "C42", "Research collaboration", "refusePolicy", "escalate",
      fired: ["police-partner-in-research"], words: ["consent is not verified"]),
    CaseExpectation(
      "C45", "County government buys blood-grouping reagents", "escalate", "hold",
      fired: ["local-government-collecting"], words: ["neither police nor health body"]),
    CaseExpectation(
      "C46", "Lead office in Xinjiang ships to an eastern city", "refusePolicy", "escalate",
      fired: ["population-control-office"], words: ["place of delivery changes nothing"]),
  ]

  /// What must not be held for the trap.
  private static let benign = [
    CaseExpectation(
      "C06", "Xinjiang university, agronomy sequencing", "releaseWithConditions",
      fired: ["other-users-where-collection-is-reported"],
      silent: ["end-use-unverified-where-collection-is-reported", "corps-affiliation"],
      words: ["place alone is no bar"]),
    CaseExpectation(
      "C10", "German state criminal police laboratory", "release",
      silent: ["police-laboratory", "police-volume-beyond-routine", "tender-behind-the-order"]),
    CaseExpectation(
      "C28", "Acronym of a listed company", "release", "releaseWithConditions",
      silent: ["listed-as-risk", "entity-list-licence"]),
    CaseExpectation(
      "C38", "Priority groups for screening", "release",
      silent: ["population-scale-wording", "collection-programme-named"]),
  ]

  /// Ownership, affiliation, shells.
  private static let ownership = [
    CaseExpectation(
      "C07", "University in a city of the Corps", "hold", fired: ["corps-affiliation"],
      words: ["legal question", "benign use does not answer"]),
    CaseExpectation(
      "C21", "Shell consignee in Hong Kong", "hold",
      fired: ["young-company", "third-party-payer", "end-user-not-named", "hong-kong-is-china"],
      words: ["85 FR 83788"]),
    CaseExpectation(
      "C23", "60 percent owned by a listed company, rule suspended", "hold",
      fired: ["listed-owner"], silent: ["affiliates-rule"], words: ["60 percent held by"]),
    CaseExpectation(
      "C24", "The same after the suspension", "hold", "licenceRequired",
      fired: ["listed-owner", "affiliates-rule"], words: ["has not been confirmed"]),
    CaseExpectation(
      "C26", "Half owned by a blocked person through layers", "refuseProhibited",
      fired: ["ofac-fifty-percent"], words: ["layers are not multiplied"]),
  ]
}
