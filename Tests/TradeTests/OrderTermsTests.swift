import Formats
import Testing

@testable import Trade

@Suite("Terms, moments and parties of an order")
struct OrderTermsTests {
  @Test func fourRolesArePartiesToTheTransaction() {
    // 15 CFR 748.5(c) to (f).
    #expect(
      PartyRole.allCases.filter(\.isPartyToTheTransaction)
        == [.purchaser, .intermediateConsignee, .ultimateConsignee, .endUser])
  }

  @Test(arguments: TransactionKind.allCases)
  func onlyAReversalMayHaveANegativeQuantity(kind: TransactionKind) {
    let reverses: Set<TransactionKind> = [.return, .returnOfGoods, .refund]
    let text = SampleOrder.replacing("\"quantity\": \"15\"", with: "\"quantity\": \"-1\"")
      .replacing("\"sale\"", with: "\"\(kind.rawValue)\"")
    #expect((SampleOrder.decode(text).first?.order != nil) == reverses.contains(kind))
  }

  @Test(arguments: [
    ("2026-11-22T01:58:00Z", "2026-11-22", 1_795_312_680),
    ("2026-11-22", "2026-11-22", 1_795_305_600),
    ("2026-11-22T01:58:00+08:00", "2026-11-21", 1_795_283_880),
    ("2026-11-21T23:30:00.25-01:00", "2026-11-22", 1_795_307_400),
    ("1969-12-31t23:59:59z", "1969-12-31", -1),
    ("2016-12-31T23:59:60Z", "2016-12-31", 1_483_228_799),
  ])
  func aMomentFallsOnItsDayInUTC(text: String, day: String, seconds: Int) throws {
    let moment = try Timestamp(text)
    #expect(moment.date.description == day)
    #expect(moment.secondsSinceEpoch == seconds)
    #expect(moment.text == text)
  }

  @Test(arguments: [
    ("", Timestamp.Failure.malformed), ("2026-11-22 01:58:00Z", .malformed),
    ("2026-11-22T01:58Z", .malformed), ("2026-11-22T01:58:00.Z", .malformed),
    ("2026-11-22T01:58:00Zx", .malformed), ("2026-11-22T01:58:00+0800", .malformed),
    ("2026-11-22T", .malformed), ("2026-11-22T٠١:58:00Z", .malformed),
    ("2026-11-22T01:58:00", .zoneMissing), ("2026-11-22T01:60:00Z", .noSuchTime),
    ("2026-11-22T01:58:00+24:00", .noSuchTime),
    (
      "0001-01-01T00:00:00+01:00",
      .noSuchDay(reason: "the day in UTC lies outside the years 0001 to 9999")
    ),
    ("2026-04-31", .noSuchDay(reason: "the last day of that month is 2026-04-30")),
  ])
  func aMomentThatIsNoneSaysWhy(text: String, failure: Timestamp.Failure) {
    #expect(throws: failure) { try Timestamp(text) }
  }

  @Test func anEntityGivesItsPropertiesByMeaning() {
    let entity = Entity(
      schema: .company,
      properties: [
        .init("weakAlias", ["SB"]), .init("name", ["示例"]), .init("alias", ["Shili"]),
        .init("country", ["cn", "HK"]), .init("jurisdiction", ["CN"]),
        .init("taxNumber", ["T1"]), .init("uscCode", ["U1"]), .init("name", ["Second"]),
        .init("incorporationDate", ["2015", "2015-03-31"]), .init("phone", []),
      ])
    #expect(entity.names == ["示例", "Second", "Shili", "SB"])
    #expect(entity.countries == ["CN", "HK"])
    #expect(entity.identifiers.map { "\($0.kind) \($0.value)" } == ["uscCode U1", "taxNumber T1"])
    #expect(entity.unifiedSocialCreditCodes == ["U1"])
    #expect(entity.incorporationDate?.description == "2015-03-31")
    #expect(entity.properties.map(\.name).contains("phone") == false)
  }

  @Test func theSampleIsReadAsItStands() throws {
    let order = try #require(SampleOrder.decode(SampleOrder.text).first?.order)
    #expect(order.parties.map(\.id) == ["p1", "p2"])
    #expect(order.parties(as: .purchaser).map(\.id) == ["p1"])
    #expect(order.parties[0].entity.countries == ["CN"])
    #expect(order.parties[0].declaredBy == .customer)
    #expect(order.isComplete(.purchaser) && !order.isComplete(.endUser))
    #expect(order.ultimateConsigneeType == .reseller)
    #expect(order.value == Decimal("61250"))
    #expect(order.lines[0].installedBase == .init(serial: "GA24-00831", relation: .consumable))
    #expect(order.endUse?.questionnaire.map(\.answer) == [nil, "unknown"])
    #expect(order.endUse?.collaborators == ["Example Institute"])
    #expect(order.asOf?.date.description == "2026-11-22")
    #expect(order.unknownFields == [])
  }
}
