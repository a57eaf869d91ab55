import Facts
import Formats
import Law
import SeededNumbers
import Testing

@Suite struct WorksheetDateTests {
  private func owned(by rule: String, met: Truth = .isTrue) -> WorksheetCase {
    var item = Bundle.item()
    item.actors = .init(us: .isTrue, eu: .isTrue, uk: .isTrue)
    item.parties = [
      WorksheetParty(
        name: "Fictional venture", roles: ["purchaser"],
        owned: [.init(rule: rule, met: met, words: "60 percent")], isMilitary: .isFalse,
        isMilitaryIntelligence: .isFalse, isPolice: .isFalse)
    ]
    return item
  }

  /// Both sides of each date: in force, suspended, and by its text in force again.
  @Test(arguments: [
    ("2025-09-28", Bool?.none, Truth.isFalse), ("2025-09-29", nil, .isTrue),
    ("2025-10-01", nil, .isTrue), ("2025-11-09", nil, .isTrue), ("2025-11-10", nil, .isFalse),
    ("2025-11-15", nil, .isFalse), ("2026-11-09", nil, .isFalse), ("2026-11-09", true, .isFalse),
    ("2026-11-10", nil, .isUnknown), ("2026-11-22", nil, .isUnknown),
    ("2026-11-22", true, .isTrue), ("2026-11-22", false, .isFalse),
  ])
  func theRuleOnAffiliatesHasItsIntervals(date: String, confirmed: Bool?, expected: Truth) {
    let confirmations = confirmed.map { ["us.ear.affiliates": $0] } ?? [:]
    let sheet = Bundle.worksheet(
      owned(by: "us.ear.affiliates"), on: date, confirmations: confirmations)
    #expect(
      sheet.answer("end-users.affiliates") == expected,
      "\(sheet["end-users.affiliates"]?.words ?? "")")
  }

  @Test func theFiftyPercentRuleOfTheTreasuryIsNeverSuspended() {
    for date in ["2025-09-28", "2025-11-15", "2026-11-09", "2026-11-22"] {
      let sheet = Bundle.worksheet(owned(by: "us.ofac.50"), on: date)
      #expect(sheet.answer("other.ofac-owned") == .isTrue, "\(date)")
      #expect(sheet.answer("end-users.affiliates") == .isFalse)
    }
  }

  /// The regime of the EU ends on 2026-12-08 unless somebody confirms its renewal.
  @Test(arguments: [
    ("2026-12-08", Bool?.none, Truth.isTrue), ("2026-12-09", nil, .isUnknown),
    ("2026-12-09", true, .isTrue), ("2026-12-09", false, .isFalse), ("2021-03-21", nil, .isFalse),
  ])
  func theEuropeanRegimeHasItsEnd(date: String, confirmed: Bool?, expected: Truth) {
    let confirmations = confirmed.map { ["eu.hr1998": $0] } ?? [:]
    let sheet = Bundle.worksheet(
      owned(by: "eu.ownership"), on: date, confirmations: confirmations)
    #expect(sheet.answer("other.eu-owned") == expected)
  }

  @Test func whatIsNotKnownOfOwnersIsUnknown() {
    let sheet = Bundle.worksheet(owned(by: "us.ofac.50", met: .isUnknown))
    #expect(sheet.answer("other.ofac-owned") == .isUnknown)
    var item = owned(by: "us.ofac.50")
    item.actors.us = .isUnknown
    #expect(Bundle.worksheet(item).answer("other.ofac-owned") == .isUnknown)
    item.actors.us = .isFalse
    #expect(Bundle.worksheet(item).answer("other.ofac-owned") == .isFalse)
  }

  @Test func theCalendarTellsBothSidesOfADate() {
    func calendar(_ date: String, _ confirmations: [String: Bool] = [:]) -> LawCalendar {
      LawCalendar(
        Bundle.registry, asOf: Bundle.date(date), confirmations: confirmations)
    }
    func force(_ date: String, _ confirmations: [String: Bool] = [:]) -> LegalRegistry.Force? {
      calendar(date, confirmations).entries.first { $0.basis.id == "us.ear.affiliates" }?.force
    }
    #expect(force("2025-09-28") == .notYet)
    #expect(force("2025-09-29") == .inForce)
    #expect(force("2025-11-15") == .suspended)
    #expect(force("2026-11-22") == .unconfirmed)
    #expect(force("2026-11-22", ["us.ear.affiliates": true]) == .inForce)
    #expect(force("2026-11-22", ["us.ear.affiliates": false]) == .notInForce)
    // Ninety days ahead, and not ninety-one.
    func tells(_ date: String) -> Bool {
      calendar(date).changes.contains { $0.basis.id == "us.ear.affiliates" && $0.begins }
    }
    #expect(tells("2026-08-12"))
    #expect(!tells("2026-08-11"))
    #expect(!tells("2026-11-10"))
    let november = calendar("2026-11-22").changes
    #expect(november.contains { $0.basis.id == "eu.hr1998" && !$0.begins })
    #expect(november.contains { $0.basis.id == "eu.hr1998" && $0.begins && $0.needsConfirmation })
  }
}

@Suite struct WorksheetEndUserTests {
  private func party(
    _ role: String = "endUser", listedCertainly: Bool = true, policy: String? = nil,
    carvesOut: Truth = .isFalse
  ) -> WorksheetParty {
    WorksheetParty(
      name: "Fictional bureau", roles: [role],
      matches: [
        .init(
          list: "us-bis-entity-list", listName: "Entity List", name: "Fictional Bureau",
          effect: "licenceRequirement", isCertain: listedCertainly, citation: "85 FR 1",
          policy: policy, carvesOut: carvesOut)
      ], isMilitary: .isFalse, isMilitaryIntelligence: .isFalse, isPolice: .isFalse)
  }

  private func listed(
    certain: Bool, family: String = "ngs-sequencer", carvesOut: Truth = .isFalse,
    complete: Bool = true
  ) -> Worksheet {
    var item = Bundle.item(families: [family])
    item.partiesAreComplete = complete
    item.parties = [
      party(listedCertainly: certain, policy: "presumption of denial", carvesOut: carvesOut)
    ]
    return Bundle.worksheet(item)
  }

  @Test func aListedPartyBringsTheRequirementAndShutsTheExceptions() throws {
    let sheet = listed(certain: true)
    #expect(sheet.answer("end-users.entity-list") == .isTrue)
    #expect(sheet.answer("end-users.review-policy") == .isFalse)
    #expect(sheet.answer("exceptions.left") == .isFalse)
    #expect(try #require(sheet["exceptions.ruled-out"]).words.contains("15 CFR 744.16(b)"))
  }

  @Test func aPossiblePartyLeavesBothOpen() {
    let sheet = listed(certain: false)
    #expect(sheet.answer("end-users.entity-list") == .isUnknown)
    #expect(sheet.answer("exceptions.left") == .isUnknown)
  }

  @Test func aCarveOutChangesTheReviewNotTheRequirement() throws {
    let sheet = listed(certain: true, family: "infectious-disease-test", carvesOut: .isTrue)
    #expect(sheet.answer("end-users.entity-list") == .isTrue)
    let review = try #require(sheet["end-users.review-policy"])
    #expect(review.answer == .isTrue)
    #expect(review.nature == .context)
    #expect(review.words.contains("a licence is required all the same"))
  }

  @Test func whoIsNotNamedMayBeListed() {
    var item = Bundle.item()
    item.parties = []
    #expect(Bundle.worksheet(item).answer("end-users.entity-list") == .isFalse)
    item.partiesAreComplete = false
    #expect(Bundle.worksheet(item).answer("end-users.entity-list") == .isUnknown)
    #expect(Bundle.worksheet(item).answer("end-users.denied") == .isUnknown)
  }

  @Test func aForwarderIsNoPartyToTheTransaction() {
    var item = Bundle.item()
    item.parties = [party("freightForwarder")]
    #expect(Bundle.worksheet(item).answer("end-users.entity-list") == .isFalse)
  }

  @Test(arguments: [
    (["SDGT"], Truth.isTrue), (["GLOMAG"], .isFalse), ([], .isUnknown),
  ])
  func aProgrammeDecidesWhetherTheEARNameIt(programmes: [String], expected: Truth) {
    var item = Bundle.item()
    item.parties = [
      WorksheetParty(
        name: "Fictional body", roles: ["endUser"],
        matches: [
          .init(
            list: "us-ofac-sdn", listName: "SDN", name: "Fictional Body", effect: "blocking",
            isCertain: true, citation: "fictional", programmes: programmes)
        ])
    ]
    #expect(Bundle.worksheet(item).answer("end-users.blocked") == expected)
  }

  @Test func militaryEndUsersAreAskedForTheCountriesThatTheSectionNames() {
    func answer(_ eccn: String, _ country: String) -> Truth {
      var item = Bundle.item(eccn, to: country)
      item.parties = [
        WorksheetParty(
          name: "Fictional academy", roles: ["endUser"], isMilitary: .isTrue,
          isMilitaryIntelligence: .isFalse, isPolice: .isFalse)
      ]
      return Bundle.worksheet(item).answer("end-users.military")
    }
    #expect(answer("4A994", "CN") == .isUnknown)
    #expect(answer("EAR99", "CN") == .isFalse)
    #expect(answer("EAR99", "RU") == .isTrue)
    #expect(answer("4A994", "DE") == .isFalse)
  }

  @Test func embargoesReachByCountryAndHeading() {
    func answer(_ country: String, hs: String?) -> Truth {
      var item = Bundle.item(to: country)
      item.hsCode = hs
      return Bundle.worksheet(item).answer("embargoes.licence")
    }
    #expect(answer("IR", hs: nil) == .isTrue)
    #expect(answer("RU", hs: "9027.20") == .isTrue)
    #expect(answer("RU", hs: nil) == .isUnknown)
    #expect(answer("BY", hs: "4823.20") == .isUnknown)
    #expect(answer("CN", hs: "9027.20") == .isFalse)
  }

  @Test func aSequencerIsNoSurveillanceItemAndNoDutyIsDrawn() throws {
    var item = Bundle.item(origin: "DE")
    item.actors.eu = .isTrue
    let step = try #require(Bundle.worksheet(item)["other.eu-article-5"])
    #expect(step.answer == .isFalse)
    #expect(step.nature == .context)
    item.families = ["face-recognition"]
    #expect(Bundle.worksheet(item).answer("other.eu-article-5") == .isUnknown)
  }

  @Test func annexOneIsAskedOfExportersOfTheUnion() {
    var item = Bundle.item(origin: "DE")
    item.actors.eu = .isTrue
    #expect(Bundle.worksheet(item).answer("other.eu-article-3") == .isUnknown)
    item.europeanCode = "2B352"
    #expect(Bundle.worksheet(item).answer("other.eu-article-3") == .isTrue)
    item.europeanCode = "not listed"
    #expect(Bundle.worksheet(item).answer("other.eu-article-3") == .isFalse)
    item.actors.eu = .isFalse
    item.exportCountry = nil
    item.europeanCode = "2B352"
    #expect(Bundle.worksheet(item).answer("other.eu-article-3") == .isFalse)
  }

  @Test func annexOneIsAboutWhatLeavesTheUnion() {
    var item = Bundle.item(origin: "DE")
    item.europeanCode = "2B352"
    item.actors.eu = .isTrue
    func answer(from export: String?, to destination: String) -> Truth? {
      item.exportCountry = export
      item.destination = destination
      return Bundle.worksheet(item).answer("other.eu-article-3")
    }
    #expect(answer(from: "DE", to: "CN") == .isTrue)
    #expect(answer(from: "DE", to: "AT") == .isFalse)
    #expect(answer(from: "US", to: "DE") == .isFalse)
    #expect(answer(from: "US", to: "CN") == .isFalse)
    item.actors.eu = .isUnknown
    #expect(answer(from: nil, to: "CN") == .isUnknown)
    #expect(answer(from: nil, to: "FR") == .isFalse)
  }

  /// Raising what is adverse never turns a yes of a licence or prohibition into a no.
  @Test func moreThatIsAdverseLowersNothing() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var item = Bundle.item(
        ["EAR99", "3A981", "4A003", "1A004.d"].randomElement(using: &random),
        to: ["CN", "RU", "DE", "IR"].randomElement(using: &random) ?? "CN")
      item.origin = ["US", "DE", nil].randomElement(using: &random) ?? nil
      item.exportCountry = ["US", "DE", nil].randomElement(using: &random) ?? nil
      item.parties = []
      let before = Bundle.worksheet(item)
      var adverse = party(listedCertainly: .random(using: &random))
      adverse.isMilitary = .isTrue
      adverse.isMilitaryIntelligence = .isTrue
      adverse.isPolice = .isTrue
      item.parties = [adverse]
      let after = Bundle.worksheet(item)
      for step in before.steps where step.nature == .licence || step.nature == .prohibition {
        #expect(after.answer(step.id) >= step.answer, "\(step.id), seed \(seed)")
      }
    }
  }
}
