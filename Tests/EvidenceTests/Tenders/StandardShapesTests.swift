import Evidence
import Formats
import Testing

@Suite("Shapes of notices that the authors of the standards publish")
struct StandardShapesTests {
  private static func release(_ members: String) throws -> TenderNotice {
    let reading = try Tenders.read(
      """
      {"releases": [{"ocid": "ocds-ex99-1", "id": "r", "date": "2026-03-01T00:00:00Z", \(members)}]}
      """)
    return try #require(reading.notices.first)
  }

  @Test func theEstimateOfATenderIsNotTheBudgetItIsPaidFrom() throws {
    let planning = #""planning": {"budget": {"amount": {"amount": 6700000, "currency": "EUR"}}}"#
    let both = try Self.release(
      #""tag": ["planning"], "tender": {"value": {"amount": 1000000, "currency": "EUR"}}, "#
        + planning)
    #expect(both.budget?.description == "1000000 EUR")
    #expect(both.locator("budget") == "releases[0].tender.value")
    let alone = try Self.release(#""tag": ["planning"], "# + planning)
    #expect(alone.budget?.description == "6700000 EUR")
    #expect(alone.locator("budget") == "releases[0].planning.budget.amount")
  }

  @Test func anAmountThatOnlyTheContractStatesIsRead() throws {
    let notice = try Self.release(
      """
      "tag": ["award", "contract"], "awards": [{"id": "a", "suppliers": [{"name": "Supplier A"}]}],
      "contracts": [{"id": "c", "awardID": "a", "value": {"amount": "623386.00", "currency": "AUD"},
      "dateSigned": "2026-02-11T02:00:00Z",
      "items": [{"id": "1", "classification": {"scheme": "UNSPSC", "id": "41115406"}}]}],
      "parties": [{"id": "e", "name": "Office of Supply", "roles": ["procuringEntity"]}]
      """)
    #expect(notice.awarded?.description == "623386 AUD")
    #expect(notice.locator("awarded") == "releases[0].contracts[0].value")
    #expect(notice.awardedOn?.description == "2026-02-11")
    #expect(notice.agency?.names == ["Office of Supply"], "and never the buyer")
    #expect(notice.buyers.isEmpty)
    #expect(notice.items.map(\.description) == ["UNSPSC 41115406"])
  }

  private static func eForms(
    _ root: String, _ type: String, result: String = "", process: String = ""
  ) throws -> TenderNotice {
    let reading = try Tenders.read(
      """
      <\(root) xmlns="urn:x:\(root)" xmlns:cac="urn:c" xmlns:cbc="urn:b" xmlns:efac="urn:a" \
      xmlns:efext="urn:e" xmlns:ext="urn:t"><ext:UBLExtensions><ext:UBLExtension>\
      <ext:ExtensionContent><efext:EformsExtension>\(result)<efac:Organizations>
      <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID>\
      </cac:PartyIdentification><cac:PartyName><cbc:Name>Assembly of Yunling</cbc:Name></cac:PartyName>
      </efac:Company></efac:Organization>
      <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0002</cbc:ID>\
      </cac:PartyIdentification><cac:PartyName><cbc:Name>Maker A</cbc:Name></cac:PartyName>
      </efac:Company></efac:Organization>
      <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0003</cbc:ID>\
      </cac:PartyIdentification><cac:PartyName><cbc:Name>Maker B</cbc:Name></cac:PartyName>
      </efac:Company></efac:Organization>
      </efac:Organizations></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension>\
      </ext:UBLExtensions><cbc:ID>n</cbc:ID><cbc:NoticeTypeCode listName="\(type)">x</cbc:NoticeTypeCode>
      <cac:ContractingParty><cac:ContractingActivity>\
      <cbc:ActivityTypeCode listName="authority-activity">gen-pub</cbc:ActivityTypeCode>\
      </cac:ContractingActivity><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID>\
      </cac:PartyIdentification></cac:Party></cac:ContractingParty>
      <cac:ProcurementProject><cbc:Name>Kits</cbc:Name></cac:ProcurementProject>
      <cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID>\
      <cac:TenderingProcess>\(process)</cac:TenderingProcess>\
      <cac:ProcurementProject><cbc:Name>Kits</cbc:Name></cac:ProcurementProject>\
      </cac:ProcurementProjectLot></\(root)>
      """)
    return try #require(reading.notices.first, "\(reading.faults.diagnostics)")
  }

  @Test(arguments: [
    "<cac:ParticipationRequestReceptionPeriod><cbc:EndDate>2026-06-09+02:00</cbc:EndDate></cac:ParticipationRequestReceptionPeriod>",
    """
    <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>\
    <efac:InterestExpressionReceptionPeriod><cbc:EndDate>2026-06-09+02:00</cbc:EndDate>\
    </efac:InterestExpressionReceptionPeriod></efext:EformsExtension></ext:ExtensionContent>\
    </ext:UBLExtension></ext:UBLExtensions>
    """,
  ])
  func proceduresOfTwoStepsHaveADeadlineToo(_ process: String) throws {
    let notice = try Self.eForms("ContractNotice", "competition", process: process)
    #expect(notice.deadline?.description == "2026-06-09")
  }

  @Test func generalServicesAreNoLocalGovernment() throws {
    let notice = try Self.eForms("ContractNotice", "competition")
    #expect(notice.buyers.first?.activity == "public-authority")
  }

  @Test func aResultWithoutAWinnerIsNoAward() throws {
    let notice = try Self.eForms(
      "ContractAwardNotice", "result",
      result: """
        <efac:NoticeResult><efac:LotResult><cbc:TenderResultCode>clos-nw</cbc:TenderResultCode>\
        </efac:LotResult></efac:NoticeResult>
        """)
    #expect(notice.stage == .cancellation)
    #expect(notice.awardees.isEmpty)
  }

  @Test func whatSeveralWinTogetherIsNoOnesAlone() throws {
    let notice = try Self.eForms(
      "ContractAwardNotice", "result",
      result: """
        <efac:NoticeResult><efac:LotResult><cbc:TenderResultCode>selec-w</cbc:TenderResultCode>\
        <efac:LotTender><cbc:ID>TEN-1</cbc:ID></efac:LotTender></efac:LotResult>\
        <efac:LotTender><cbc:ID>TEN-1</cbc:ID><cac:LegalMonetaryTotal>\
        <cbc:PayableAmount currencyID="EUR">900</cbc:PayableAmount></cac:LegalMonetaryTotal>\
        <efac:TenderingParty><cbc:ID>TPA-1</cbc:ID></efac:TenderingParty></efac:LotTender>\
        <efac:TenderingParty><cbc:ID>TPA-1</cbc:ID><efac:Tenderer><cbc:ID>ORG-0002</cbc:ID>\
        </efac:Tenderer><efac:Tenderer><cbc:ID>ORG-0003</cbc:ID></efac:Tenderer>\
        </efac:TenderingParty></efac:NoticeResult>
        """)
    #expect(notice.stage == .award)
    #expect(notice.awardees == ["Maker A", "Maker B"])
    #expect(notice.suppliers.allSatisfy { $0.amount == nil })
    #expect(notice.awarded?.description == "900 EUR", "no total is stated: that of the offer")
  }
}

extension TenderNotice {
  func locator(_ field: String) -> String? { locators.first { $0.field == field }?.place }
}
