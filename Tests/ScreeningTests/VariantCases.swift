import Testing

/// Orders under `Tests/Fixtures/variants`, decided by the design before the program was asked.
enum VariantCases {
  static let all: [CaseExpectation] =
    bureaus + elsewhere + users + trade + ownership + listings + texts

  private static let underListed = [
    "police-under-compulsory-collection", "body-below-a-listed-body", "part-of-a-blocked-body",
  ]

  /// Police bodies of the region that no list names, by how they are written.
  private static let bureaus = [
    CaseExpectation(
      "V01", "County bureau in Chinese only", "refusePolicy", fired: underListed,
      silent: ["entity-list-licence"], words: ["Aksu District Public Security Bureau"]),
    CaseExpectation(
      "V02", "County bureau in English only", "refusePolicy", fired: underListed,
      silent: ["entity-list-licence"], words: ["Hetian Prefecture Public Security Bureau"]),
    CaseExpectation(
      "V03", "County bureau as PSB", "refusePolicy", fired: underListed,
      silent: ["entity-list-licence"], words: ["Changji Hui Autonomous Prefecture"]),
    CaseExpectation(
      "V04", "County bureau in traditional characters", "refusePolicy", fired: underListed,
      silent: ["entity-list-licence"], words: ["Tacheng Prefecture"]),
    CaseExpectation(
      "V05", "Township police station", "refusePolicy", fired: underListed,
      words: ["Yili Kazakh Autonomous Prefecture"]),
    CaseExpectation(
      "V06", "Listed bureau with a placeholder for the end user", "refusePolicy",
      fired: [
        "entity-list-licence", "police-under-compulsory-collection", "end-user-not-named",
      ]),
    CaseExpectation(
      "V07", "Police bureau of a division of the Corps", "refusePolicy",
      fired: ["corps-bodies", "corps-affiliation", "body-below-a-listed-body"],
      words: ["Production and Construction Corps"]),
    CaseExpectation(
      "V12", "Tibetan county police by the old English name of its prefecture", "refusePolicy",
      fired: ["police-under-compulsory-collection"], silent: ["entity-list-licence"],
      words: ["Tibet"]),
    CaseExpectation(
      "V54", "Centrifuge for a county bureau", "escalate",
      fired: ["body-below-a-listed-body", "part-of-a-blocked-body"],
      silent: ["police-under-compulsory-collection"]),
  ]

  /// Police laboratories in other countries, alike in each.
  private static let elsewhere = [
    CaseExpectation(
      "V17", "Gendarmerie laboratory, nothing verified", "escalate",
      fired: ["police-laboratory"]),
    CaseExpectation(
      "V18", "Gendarmerie laboratory, all verified", "release", silent: ["police-laboratory"]),
    CaseExpectation(
      "V19", "Sheriff's laboratory in the United States, nothing verified", "escalate",
      fired: ["police-laboratory"]),
    CaseExpectation(
      "V25", "Remote access for a police laboratory", "escalate", fired: ["police-laboratory"]),
    CaseExpectation(
      "V28", "Police kits just below the routine volume", "escalate",
      fired: ["police-laboratory"], silent: ["police-volume-beyond-routine"]),
    CaseExpectation(
      "V29", "Police kits at the limit of the routine volume", "escalate",
      fired: ["police-laboratory", "police-volume-beyond-routine"]),
    CaseExpectation(
      "V52", "What a customer only states lifts nothing", "escalate",
      fired: ["police-laboratory"]),
    CaseExpectation(
      "V53", "Mobile DNA laboratory declared EAR99", "escalate",
      fired: ["mobile-laboratory-classification", "police-laboratory"]),
    CaseExpectation(
      "V58", "Mobile DNA laboratory declared 9A980", "escalate", fired: ["police-laboratory"],
      silent: ["mobile-laboratory-classification"]),
  ]

  /// Hospitals, universities, offices: what they are decides, and the words near them do not.
  private static let users = [
    CaseExpectation(
      "V08", "Oncology in Kashgar, end use verified", "releaseWithConditions",
      fired: ["other-users-where-collection-is-reported"],
      silent: ["health-body-buying-collection-goods"]),
    CaseExpectation(
      "V09", "Oncology in Kashgar, end use not verified", "hold",
      fired: ["end-use-unverified-where-collection-is-reported"],
      silent: ["health-body-buying-collection-goods"]),
    CaseExpectation(
      "V10", "Plant panel for an agricultural university in Urumqi", "release",
      "releaseWithConditions", silent: ["corps-affiliation"]),
    CaseExpectation(
      "V11", "Vocational skills education and training centre, iris terminals", "escalate",
      fired: ["detention-facilities"]),
    CaseExpectation(
      "V13", "Office for students from the region at a university elsewhere", "release",
      "releaseWithConditions", "hold",
      silent: ["population-control-office", "population-control-anywhere"]),
    CaseExpectation(
      "V14", "Priority groups in vaccination", "release", silent: ["population-scale-wording"]),
    CaseExpectation(
      "V15", "Animal disease control, everything to be sampled", "release",
      silent: ["population-scale-wording", "health-body-buying-collection-goods"]),
    CaseExpectation("V16", "German hospital", "release"),
    CaseExpectation(
      "V26", "Blood cards just below a tenth of the residents", "release",
      silent: ["volume-at-population-scale"]),
    CaseExpectation(
      "V27", "Blood cards for a tenth of the residents", "escalate",
      fired: ["volume-at-population-scale"], words: ["tenth of the population"]),
    CaseExpectation(
      "V44", "County health commission buys a cancer panel", "release",
      "releaseWithConditions", silent: ["health-body-buying-collection-goods"]),
    CaseExpectation(
      "V45", "Blood centre buys blood-grouping reagent", "release",
      silent: ["volume-at-population-scale"]),
    CaseExpectation(
      "V46", "University in a city of the Corps, end use verified", "hold",
      fired: ["corps-affiliation"],
      silent: ["end-use-unverified-where-collection-is-reported"]),
    CaseExpectation(
      "V55", "Forensic appraisal centre, paternity tests", "hold",
      fired: ["forensic-service-laboratory"]),
    CaseExpectation(
      "V56", "Hospital in a street that is named after Urumqi", "release",
      silent: ["other-users-where-collection-is-reported"]),
    CaseExpectation(
      "V57", "Vocational college", "release", silent: ["detention-facilities"]),
  ]

  /// Distributors, service, spares, refunds.
  private static let trade = [
    CaseExpectation(
      "V20", "Distributor, end user a hospital", "release",
      silent: ["reseller-without-end-user", "end-user-not-named"]),
    CaseExpectation(
      "V21", "Distributor in Hong Kong, for stock", "hold",
      fired: ["reseller-without-end-user", "end-user-not-named", "hong-kong-is-china"]),
    CaseExpectation(
      "V22", "Service for a serial that the register does not know", "hold",
      words: ["Who holds the instrument"]),
    CaseExpectation(
      "V61", "The same, holder seen on site", "release", silent: ["instrument-of-somebody-else"]),
    CaseExpectation(
      "V23", "Spare part to a listed bureau", "refusePolicy",
      fired: ["entity-list-licence", "police-under-compulsory-collection"], words: ["spares"]),
    CaseExpectation(
      "V24", "Refund to a blocked party", "refuseProhibited", fired: ["ofac-blocked-party"],
      words: ["prohibited unless OFAC authorises"]),
    CaseExpectation(
      "V39", "End user inferred, not declared", "hold", fired: ["end-user-not-named"]),
    CaseExpectation(
      "V40", "Listed police as consignee, end user unknown", "refusePolicy",
      fired: ["entity-list-licence", "police-under-compulsory-collection"]),
    CaseExpectation(
      "V47", "Link to a notice that a second person confirmed", "refusePolicy",
      fired: ["entity-list-licence", "tender-behind-the-order"],
      words: ["confirmed by a person"]),
    CaseExpectation("V49", "Third order within half a year", "hold", fired: ["split-orders"]),
    CaseExpectation("V50", "Open investigation", "hold", fired: ["under-investigation"]),
    CaseExpectation(
      "V59", "Listed police pays for a hospital's instrument", "hold", "escalate",
      fired: ["third-party-payer"], silent: ["entity-list-licence", "entity-list-denial-presumed"]
    ),
    CaseExpectation(
      "V60", "Listed company holds the goods on their way", "licenceRequired",
      fired: ["entity-list-licence"]),
  ]

  private static let ownership = [
    CaseExpectation(
      "V30", "49 percent held by a listed company", "hold", fired: ["listed-owner"],
      silent: ["affiliates-rule"]),
    CaseExpectation(
      "V31", "Exactly 50 percent", "licenceRequired", fired: ["affiliates-rule"]),
    CaseExpectation(
      "V32", "A share that is not known", "hold", silent: ["affiliates-rule"],
      words: ["Who owns this company"]),
    CaseExpectation(
      "V33", "Blocked owner through layers, no American or European takes part", "hold",
      "escalate", fired: ["blocked-owner"], silent: ["ofac-fifty-percent"]),
    CaseExpectation(
      "V48", "60 percent, rule confirmed", "licenceRequired", fired: ["affiliates-rule"]),
  ]

  private static let listings = [
    CaseExpectation(
      "V34", "Company under section 1260H", "hold", fired: ["listed-as-risk"],
      words: ["no bar to this sale by itself"]),
    CaseExpectation(
      "V35", "Medical university of the armed forces", "escalate",
      fired: ["military-end-user"]),
    CaseExpectation(
      "V36", "Listed academy of military medicine", "licenceRequired",
      fired: ["entity-list-licence", "military-end-user"]),
    CaseExpectation(
      "V37", "Institute of Forensic Science while it was listed", "licenceRequired",
      "refusePolicy", fired: ["entity-list-licence"], silent: ["former-listing"]),
    CaseExpectation(
      "V38", "The institute by another listed name, today", "escalate",
      fired: ["former-listing"], silent: ["entity-list-licence"]),
    CaseExpectation(
      "V51", "Recorded false positive whose time is over", "hold",
      words: ["Is BGI Group Oy the body"]),
  ]

  private static let texts = [
    CaseExpectation(
      "V41", "Instruction to the screening in Chinese", "hold",
      fired: ["text-addresses-the-screening"]),
    CaseExpectation(
      "V42", "Direction override inside the name of a listed bureau", "refusePolicy",
      fired: ["entity-list-licence", "hidden-characters"]),
    CaseExpectation(
      "V43", "Cyrillic letters inside the name of a listed bureau", "refusePolicy",
      fired: ["entity-list-licence", "hidden-characters"]),
  ]
}
