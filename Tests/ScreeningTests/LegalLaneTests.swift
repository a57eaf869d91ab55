import Facts
import Formats
import Law
import Policy
import Screening
import Testing
import Trade

/// What an outside examiner asked of the legal lane, each as a test of its own.
@Suite struct LegalLaneTests {
  private func order(_ reference: String) throws -> Order {
    try #require(OrderBook.all.first { $0.reference == reference })
  }

  private func answer(_ question: String, _ text: String, verified: Bool = false) -> Answer {
    Answer(
      question: question, answer: text, answeredBy: "c:wei", answeredOn: OrderBook.asOf,
      verifiedBy: verified ? "u:lim" : nil, verifiedOn: verified ? OrderBook.asOf : nil,
      evidence: verified ? "file 31" : nil)
  }

  private func rules(_ determination: Determination) -> Set<String> {
    Set(determination.findings.map(\.rule))
  }

  // MARK: - 15 CFR 744.21

  private func workstation(_ name: String, eccn: String, to country: String) -> Order {
    OrderBook.order(
      "workstation",
      [
        OrderBook.party(
          "p1", [.purchaser, .ultimateConsignee, .endUser], [name], country, "1 Example street",
          schema: .publicBody)
      ],
      [OrderBook.line("10", "computer", "Data analysis workstation", eccn: eccn)], to: country,
      use: "Data analysis of casework", answers: ["order.verified-end-use"])
  }

  @Test(arguments: [
    ("公安部物证鉴定中心", "4A994.b", "CN", true), ("云岭县公安局", "4A994.b", "CN", true),
    ("云岭县公安局", "EAR99", "CN", false), ("清湾市中心医院", "4A994.b", "CN", false),
    ("Landeskriminalamt Musterland", "4A994.b", "DE", false),
  ])
  func policeWithAnItemOfSupplementTwoGoToCounsel(
    name: String, eccn: String, country: String, expected: Bool
  ) throws {
    let order = workstation(name, eccn: eccn, to: country)
    let determination = try OrderBook.screener.get().screen(order)
    let rule = "national-police-and-items-of-supplement-2"
    #expect(rules(determination).contains(rule) == expected, "\(rules(determination))")
    if expected {
      #expect(determination.decision == .hold)
      let finding = try #require(determination.findings.first { $0.rule == rule })
      #expect(finding.kind == .regulatoryRedFlag)
      #expect(finding.reason.contains("a question for counsel"))
    }
  }

  @Test func counselSettlesWhetherABodyIsNationalPolice() throws {
    var order = workstation("云岭县公安局", eccn: "4A994.b", to: "CN")
    order.endUse?.questionnaire.append(
      answer("party.verified-not-national-police@p1", "yes", verified: true))
    let determination = try OrderBook.screener.get().screen(order)
    #expect(!rules(determination).contains("national-police-and-items-of-supplement-2"))
  }

  // MARK: - Ownership

  private static func company(_ id: String, _ name: String) -> String {
    #"{"id":"\#(id)","schema":"Company","properties":{"name":["\#(name)"],"country":["cn"]}}"#
  }

  private static func owns(_ owner: String, _ asset: String, _ percent: String) -> String {
    #"{"schema":"Ownership","properties":{"owner":["\#(owner)"],"asset":["\#(asset)"],"percentage":["\#(percent)"]}}"#
  }

  private func screen(owners lines: [String], answers: [Answer] = []) throws -> Determination {
    var order = try order("hospital-zhejiang")
    order.parties = [
      OrderBook.party(
        "p1", [.purchaser, .ultimateConsignee, .endUser],
        ["Ningbo Qingshan Gene Technology Co., Ltd."], "CN", "浙江省宁波市示例路18号",
        schema: .company)
    ]
    order.endUse?.questionnaire += answers
    let holders =
      [Self.company("b", "Ningbo Qingshan Gene Technology Co., Ltd.")]
      + [
        Self.company("a", "Anhe Holding Ltd."),
        Self.company("x", "Xinjiang Production and Construction Corps"),
      ] + lines
    return try OrderBook.makeScreener(
      files: ["ownership/holders.ndjson": holders.joined(separator: "\n") + "\n"]
    ).screen(order)
  }

  /// A layer below the threshold blocks nothing and is a red flag all the same.
  @Test func aListedOwnerBehindALayerIsARedFlag() throws {
    let layers = [Self.owns("x", "a", "49"), Self.owns("a", "b", "100")]
    let determination = try screen(owners: layers)
    #expect(!rules(determination).contains("ofac-fifty-percent"))
    #expect(determination.decision == .hold)
    let finding = try #require(
      determination.findings.first { $0.rule == "listed-owner-through-layers" })
    #expect(
      finding.reason.contains(
        "49 percent of Anhe Holding Ltd., which has 100 percent of it"), "\(finding.reason)")
    #expect(determination.obligations.contains { $0.text.hasPrefix("Ask: Which documents show") })
    let stated = try screen(
      owners: layers, answers: [answer("party.verified-ownership@p1", "yes")])
    #expect(rules(stated).contains("listed-owner-through-layers"))
    let verified = try screen(
      owners: layers, answers: [answer("party.verified-ownership@p1", "yes", verified: true)])
    #expect(!rules(verified).contains("listed-owner-through-layers"))
  }

  @Test func verifyingOwnersLiftsNoProhibition() throws {
    let determination = try screen(
      owners: [Self.owns("x", "a", "50"), Self.owns("a", "b", "50")],
      answers: [answer("party.verified-ownership@p1", "yes", verified: true)])
    #expect(rules(determination).contains("ofac-fifty-percent"))
    #expect(determination.decision == .block)
  }

  @Test func nobodyListedAboveIsNoFlag() throws {
    #expect(try screen(owners: [Self.owns("a", "b", "100")]).decision == .allow)
  }

  /// Shares beyond the whole are named, and nobody is said not to own it.
  @Test func sharesBeyondTheWholeAreNamedAndUnknown() throws {
    let other = Self.company("o", "Ouhai Example Fund")
    let determination = try screen(
      owners: [other, Self.owns("a", "b", "60"), Self.owns("o", "b", "70")])
    #expect(determination.decision == .hold)
    let sheet = determination.worksheets[0]
    let step = try #require(sheet["other.ofac-owned"])
    #expect(step.answer == .isUnknown)
    #expect(step.words.contains("add to 130 percent"), "\(step.words)")
    // A record that says that a blocked person owns it counts as it stands.
    let blocked = try screen(owners: [other, Self.owns("x", "b", "60"), Self.owns("o", "b", "70")])
    #expect(blocked.decision == .block)
    #expect(blocked.worksheets[0]["other.ofac-owned"]?.words.contains("130 percent") == true)
    // What rounding adds is let pass.
    let rounded = try screen(
      owners: [other, Self.owns("a", "b", "50.2"), Self.owns("o", "b", "50.2")])
    #expect(rounded.decision == .allow)
  }

  // MARK: - Words of findings

  @Test func macauIsNotSaidToBeHongKong() throws {
    var order = try order("university-japan")
    order.countryOfUltimateDestination = "MO"
    let determination = try OrderBook.screener.get().screen(order)
    let finding = try #require(
      determination.findings.first { $0.rule == "hong-kong-is-china" })
    #expect(finding.reason.contains("Macau has a row of its own"))
  }

  /// A basis that is not law on the day says so where it is cited.
  @Test func aBasisThatIsNotInForceSaysSo() throws {
    let determination = try CaseLoading.determination("cases", "C23")
    let finding = try #require(determination.findings.first { $0.rule == "listed-owner" })
    let flag = try #require(finding.legalBasis.first { $0.contains("red flag 29") })
    #expect(flag.hasSuffix("(suspended on 2026-06-01)"), "\(flag)")
    let unconfirmed = try CaseLoading.determination("cases", "C24")
    let later = try #require(unconfirmed.findings.first { $0.rule == "listed-owner" })
    #expect(later.legalBasis.contains { $0.hasSuffix("(in force by its text, to be confirmed)") })
  }

  // MARK: - Red flags 22 to 25

  @Test(arguments: [
    ("order.licence-history-uncertain", "order.verified-licence-history", "red flag 22"),
    ("order.altered-after-export", "order.verified-alteration", "red flag 23"),
    ("order.management-overlap", "order.verified-management", "red flag 24"),
    ("order.assumed-operations", "order.verified-operations", "red flag 25"),
  ])
  func whatWasAddedInDecember2024HoldsUntilSomebodyVerifies(
    flag: String, resolution: String, cited: String
  ) throws {
    var order = try order("university-japan")
    #expect(try OrderBook.screener.get().screen(order).decision == .allow)
    order.endUse?.questionnaire.append(answer(flag, "yes"))
    let held = try OrderBook.screener.get().screen(order)
    #expect(held.decision == .hold)
    let finding = try #require(
      held.findings.first { finding in finding.legalBasis.contains { $0.hasSuffix(cited) } })
    #expect(finding.kind == .regulatoryRedFlag)
    order.endUse?.questionnaire.append(answer(resolution, "yes"))
    #expect(try OrderBook.screener.get().screen(order).decision == .hold)
    order.endUse?.questionnaire.removeLast()
    order.endUse?.questionnaire.append(answer(resolution, "yes", verified: true))
    #expect(try OrderBook.screener.get().screen(order).decision == .allow)
  }

  // MARK: - Cause

  @Test func whatTheSellerDoesItselfIsCaused() throws {
    var order = try order("county-police")
    order.endUse?.questionnaire.append(answer("order.seller-operates", "yes"))
    let determination = try OrderBook.screener.get().screen(order)
    let block = try #require(determination.diligence)
    #expect(block.connection == .cause)
    #expect(block.connectionReasons.contains { $0.text.contains("the seller's own act") })
    #expect(rules(determination).contains("causes-by-its-own-acts"))
    var hospital = try self.order("university-japan")
    hospital.endUse?.questionnaire.append(answer("order.seller-operates", "yes"))
    #expect(try OrderBook.screener.get().screen(hospital).decision == .allow)
  }

  // MARK: - Answers by name

  @Test(arguments: ["hospital", "Hospital", "医院"])
  func aCodeIsAnsweredByItsNameToo(text: String) throws {
    var order = try order("university-japan")
    order.endUse?.questionnaire.append(answer("party.function@p1", text, verified: true))
    let record = try #require(try OrderBook.screener.get().screen(order).answers.last)
    #expect(record.standing != "open", "\(record.reason)")
    order.endUse?.questionnaire.removeLast()
    order.endUse?.questionnaire.append(answer("party.function@p1", "police", verified: true))
    let adverse = try OrderBook.screener.get().screen(order)
    order.endUse?.questionnaire.removeLast()
    order.endUse?.questionnaire.append(answer("party.function@p1", "Police", verified: true))
    let named = try OrderBook.screener.get().screen(order)
    #expect(named.outcome == adverse.outcome && adverse.decision != .allow)
  }

  @Test func aNameThatIsNoneStaysOpen() throws {
    var order = try order("university-japan")
    order.endUse?.questionnaire.append(answer("party.function@p1", "a friendly body"))
    let record = try #require(try OrderBook.screener.get().screen(order).answers.last)
    #expect(record.standing == "open")
  }

  // MARK: - 15 CFR 760.3

  @Test(arguments: [
    ("The goods are not of Israeli origin.", "760.3(a), (c)"),
    ("The vessel is eligible to enter Arab ports.", "760.3(b)"),
    ("We confirm that we keep the boycott of Israel.", "no paragraph is known to speak of it"),
  ])
  func theParagraphsOfTheExceptionsAreNamedAndNoneIsApplied(term: String, told: String) throws {
    var order = try order("university-japan")
    let use = order.endUse?.declared ?? ""
    order.endUse?.declared = "\(use). \(term)"
    let determination = try OrderBook.screener.get().screen(order)
    #expect(determination.decision == .hold)
    let obligation = try #require(
      determination.obligations.first {
        $0.rule == "boycott-request-of-a-us-person" && $0.text.contains("760.3")
      })
    #expect(obligation.text.contains(told), "\(obligation.text)")
    #expect(obligation.text.contains("exempts nothing from the report"))
  }
}
