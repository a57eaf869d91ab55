import Evidence
import Formats
import Names
import Testing

@Suite("Orders are joined to notices field by field")
struct TenderMatchingTests {
  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func notice(
    _ id: String, awardee: String?, quantity: String = "400", pack: String? = nil,
    stage: String = "award", published: String = "2026-10-01", more: String = ""
  ) -> String {
    let packs = pack.map { #","pack":{"count":"\#($0)","unit":"reaction"}"# } ?? ""
    return #"{"id":"\#(id)","stage":"\#(stage)","title":"DNA检验试剂采购","publisher":"p","#
      + #""published":"\#(published)","buyer":{"name":["云岭县公安局"],"country":"CN","#
      + #""address":"新疆维吾尔自治区喀什地区"},"awardees":[\#(awardee.map { "\"\($0)\"" } ?? "")],"#
      + #""items":[{"description":"STR扩增试剂盒","quantity":"\#(quantity)","unit":"盒"\#(packs)}]\#(more)}"#
  }

  private func search(
    _ notices: [String], purchaser: String = "Beijing Guanlan Instruments Co., Ltd.",
    text: String = "", places: [String] = [], pack: PackSize? = nil, namesEndUser: Bool = false,
    quantity: String = "400", order: String = "SO-1"
  ) throws -> TenderSearch {
    let knowledge = try #require(Tenders.knowledge)
    let reading = try Tenders.read(notices.joined(separator: "\n") + "\n")
    #expect(reading.faults.count == 0, "\(reading.faults.diagnostics)")
    let index = TenderIndex(
      reading.notices, knowledge: knowledge, catalogue: try #require(Tenders.catalogue))
    let profile = knowledge.names.profile(
      of: Identity(names: [purchaser], kind: .organisation, countries: ["CN"]))
    return index.search(
      TenderQuery(
        order: order, date: try date("2026-11-22"),
        lines: [
          TenderQuery.Line(
            families: ["autosomal-str-kit"], quantity: try #require(Decimal(quantity)),
            words: "Autosomal STR kit", pack: pack)
        ], parties: [TenderQuery.Party(profile: profile)], places: places, text: text,
        namesEndUser: namesEndUser))
  }

  @Test func theAwardeeUnderItsOtherNameMakesTheMatchStrong() throws {
    let match = try #require(
      try search([notice("T-1", awardee: "北京观澜仪器有限公司")]).matches.first)
    #expect(match.strength == .strong)
    #expect(match.words == "awardee agrees, item agrees, quantity agrees, date agrees")
    #expect(match.citedLine == "items[0]: STR扩增试剂盒, 400 盒")
    #expect(match.reason.contains("52 days after the notice"))
  }

  /// 科贸 is trade in science and technology, and trade names are put into English as trade.
  @Test func aTradeNameInPinyinIsTheAwardee() throws {
    let match = try #require(
      try search(
        [notice("T-1", awardee: "新疆远望科贸有限公司")],
        purchaser: "Xinjiang Yuanwang Trading Co., Ltd."
      ).matches.first)
    #expect(match.agreement.first { $0.field == "awardee" }?.verdict != .differs, "\(match.words)")
  }

  @Test func anotherAwardeeWithOtherQuantityIsWeak() throws {
    let match = try #require(
      try search([notice("T-1", awardee: "广州样板医疗器械有限公司", quantity: "30")]).matches.first)
    #expect(match.strength == .weak)
    #expect(match.words == "awardee differs, item agrees, quantity differs, date agrees")
  }

  @Test func anOpenTenderIsJoinedToADistributorThatNamesNobody() throws {
    let open = notice("T-1", awardee: nil, stage: "tender")
    #expect(try search([open]).matches.first?.strength == .moderate)
    #expect(
      try search([open], namesEndUser: true, quantity: "30").matches.first?.strength == .weak)
  }

  @Test func anotherPackLowersTheMatchUnlessItIsTheSameInAll() throws {
    let pack = PackSize(count: try #require(Decimal("100")), unit: "reaction")
    let other = notice("T-1", awardee: "北京观澜仪器有限公司", pack: "200")
    let lowered = try #require(try search([other], pack: pack).matches.first)
    #expect(lowered.strength == .moderate)
    #expect(lowered.words.contains("pack differs"))
    let same = try #require(try search([other], pack: pack, quantity: "800").matches.first)
    #expect(same.strength == .strong)
    #expect(same.reason.contains("the same in all, packed otherwise"))
  }

  @Test func anOrderThatCitesTheNumberIsCertain() throws {
    let cited = notice(
      "T-1", awardee: nil, quantity: "3", more: #","projectNumber":"[653101]XJYL[GK]2026011""#)
    let match = try #require(
      try search([cited], text: "用于项目[653101]XJYL[GK]2026011").matches.first)
    #expect(match.strength == .certain)
  }

  @Test func aPersonsWordFindsTheNoticeWhateverItSays() throws {
    let served = notice(
      "T-1", awardee: nil, quantity: "3", published: "2020-01-01",
      more: #","serves":{"order":"SO-9","confirmedBy":"u:lim"}"#)
    #expect(try search([served], order: "SO-9").matches.first?.strength == .certain)
    #expect(try search([served], order: "SO-8").matches.isEmpty)
  }

  /// A place that a customer declares never takes from the agreement.
  @Test func placesAddAndNeverTake() throws {
    let award = notice("T-1", awardee: "北京观澜仪器有限公司")
    #expect(try search([award], places: ["CN-51"]).matches.first?.strength == .strong)
    let match = try #require(try search([award], places: ["CN-6531"]).matches.first)
    #expect(match.words.hasSuffix("place agrees"))
  }

  @Test func whatWasPublishedLaterIsNotKnown() throws {
    let late = notice("T-1", awardee: "北京观澜仪器有限公司", published: "2026-11-23")
    #expect(try search([late]).matches.isEmpty)
  }

  @Test func stagesOfOneProcurementAreJoinedAndCompleteEachOther() throws {
    let tender =
      #"{"id":"A","stage":"tender","title":"云岭县公安局DNA试剂采购项目公开招标公告","publisher":"p","published":"2026-08-01","buyer":{"name":["云岭县公安局"]},"items":[{"description":"STR扩增试剂盒","quantity":"400","unit":"盒"}],"processNumbers":["ocds-ex01-77001"]}"#
    let award =
      #"{"id":"B","stage":"award","title":"award","publisher":"p","published":"2026-09-01","buyer":null,"awardees":["北京观澜仪器有限公司"],"processNumbers":["ocds-ex01-77001"]}"#
    let titled =
      #"{"id":"C","stage":"contract","title":"云岭县公安局DNA试剂采购项目合同公告","publisher":"p","published":"2026-09-20","buyer":{"name":["云岭县公安局"]}}"#
    let other =
      #"{"id":"D","stage":"award","title":"云岭县公安局警服采购项目中标公告","publisher":"p","published":"2026-09-20","buyer":{"name":["云岭县公安局"]}}"#
    let notices = try Tenders.read([tender, award, titled, other].joined(separator: "\n")).notices
    let groups = TenderProcesses(notices).groups.map { $0.map { notices[$0].id } }
    #expect(groups.contains(["A", "B", "C"]))
    #expect(groups.contains(["D"]))
    let match = try #require(try search([tender, award]).matches.first { $0.notice.id == "B" })
    #expect(match.strength == .strong)
    #expect(match.notice.buyer == ["云岭县公安局"])
  }
}
