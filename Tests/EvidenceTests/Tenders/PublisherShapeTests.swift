import Evidence
import Formats
import Testing

/// Releases and eForms as their publishers write them; all names are made up.
@Suite("Releases are read as their publishers write them")
struct PublisherShapeTests {
  private func words(_ items: [TenderItem]) -> [String] {
    items.map { item in
      "\(item.description) \(item.quantity.map { "\($0)" } ?? "?") \(item.unit ?? "?")"
        + (item.pack.map { " of \($0.count)" } ?? "")
    }
  }

  /// OCDS 1.1: lists with ids are merged by id.
  @Test func anUpdateTellsWhatChangedAlone() throws {
    let reading = try Tenders.read(
      """
      {"releases": [
      {"ocid": "ocds-x-5", "id": "5a", "date": "2026-03-10T00:00:00Z", "tag": ["tender"],
       "buyer": {"name": "Sample Hospital"}, "tender": {"id": "5", "title": "Sequencer", "items": [
        {"id": "1", "description": "NGS sequencer", "quantity": 1, "unit": {"name": "unit"}},
        {"id": "2", "description": "Flow cell", "quantity": 60, "unit": {"name": "box"}}]}},
      {"ocid": "ocds-x-5", "id": "5b", "date": "2026-04-01T00:00:00Z", "tag": ["tenderUpdate"],
       "tender": {"id": "5", "items": [{"id": "2", "quantity": 80}]}},
      {"ocid": "ocds-x-5", "id": "5c", "date": "2026-06-01T00:00:00Z", "tag": ["award"],
       "awards": [{"id": "w", "suppliers": [{"name": "Heron Sample GmbH"}]}]}]}
      """)
    #expect(words(reading.notices[1].items) == ["NGS sequencer 1 unit", "Flow cell 80 box"])
    #expect(
      reading.notices[1].items.map(\.place) == [
        "releases[0].tender.items[0]", "releases[1].tender.items[0]",
      ])
    #expect(!reading.faults.diagnostics.contains { $0.id == "EVD058" })
    let alone = try Tenders.read(
      """
      {"ocid": "ocds-x-5", "id": "5b", "date": "2026-04-01T00:00:00Z", "tag": ["tenderUpdate"],
       "buyer": {"name": "Sample Hospital"}, "tender": {"id": "5", "items": [{"id": "2", "quantity": 80}]}}
      """)
    #expect(alone.faults.diagnostics.contains { $0.message.contains("quantity 80") })
  }

  @Test func whereItemsSayNothingTheirLotsDo() throws {
    let reading = try Tenders.read(
      """
      {"releases": [{"ocid": "ocds-h6-05", "id": "1", "date": "2026-05-12T00:00:00Z",
      "tag": ["award", "contract"], "buyer": {"name": "Northshire Sample Police"},
      "tender": {"id": "t", "title": "Forensic consumables", "lots": [
       {"id": "1", "description": "Lot 1 STR multiplex kits, 200 reactions per kit"},
       {"id": "2", "title": "Polymer", "status": "cancelled"}],
      "items": [{"id": "1", "relatedLot": "1",
        "additionalClassifications": [{"scheme": "CPV", "id": "33696500", "description": "Laboratory reagents"}]},
       {"id": "2", "relatedLot": "2"}]},
      "awards": [{"id": "1", "status": "active", "suppliers": [{"name": "Example Limited"}],
       "items": [{"id": "1", "relatedLot": "1"}]}]}]}
      """)
    #expect(
      words(try #require(reading.notices.first).items) == [
        "Lot 1 STR multiplex kits, 200 reactions per kit ? ? of 200"
      ])
    #expect(reading.faults.count == 0, "\(reading.faults.diagnostics)")
    let lots = try Tenders.read(
      """
      {"releases": [{"ocid": "ocds-h6-06", "id": "1", "date": "2026-05-12T00:00:00Z", "tag": ["tender"],
      "buyer": {"name": "Northshire Sample Police"}, "tender": {"id": "t", "title": "Consumables",
      "lots": [{"id": "1", "title": "STR kits", "description": "STR kits, 100 reactions each"}]}}]}
      """)
    #expect(words(try #require(lots.notices.first).items) == ["STR kits ? ? of 100"])
  }

  @Test func whatAUnitHoldsIsNoNameOfOne() throws {
    let reading = try Tenders.read(
      """
      {"ocid": "p5", "id": "p5", "date": "2026-03-10T09:30:00Z", "tag": ["tender"],
      "buyer": {"name": "Sample Police"}, "tender": {"id": "5", "title": "STR reagents", "items": [
      {"id": "1", "description": "STR amplification kit", "quantity": 100, "unit": {"name": "100 reactions"}},
      {"id": "2", "description": "Swab", "quantity": 7, "unit": "box"}]}}
      """)
    #expect(
      words(try #require(reading.notices.first).items) == [
        "STR amplification kit 100 ? of 100", "Swab 7 box",
      ])
  }

  @Test func aPackageWithoutReleasesSaysSo() throws {
    for key in ["releases", "records"] {
      let reading = try Tenders.read(
        "{\"uri\": \"x\", \"version\": \"1.1\", \"\(key)\": [], \"publisher\": {\"name\": \"n\"}}")
      #expect(reading.faults.diagnostics.map(\.id) == ["EVD060"])
    }
  }

  @Test func atenderOfProzorroIsRead() throws {
    let reading = try Tenders.read(
      """
      {"data": {"id": "0a1b", "tenderID": "UA-2026-03-11-000123-a", "title": "Набори реагентів",
      "status": "complete", "dateModified": "2026-04-30T10:00:00+03:00",
      "procuringEntity": {"name": "Прикладське управління", "address": {"countryName": "Україна"}},
      "items": [{"id": "x1", "description": "Набір STR, 200 реакцій", "quantity": 10,
        "unit": {"name": "набір", "code": "KT"}}],
      "awards": [{"id": "w1", "status": "active", "value": {"amount": 1399000, "currency": "UAH"},
        "suppliers": [{"name": "ТОВ Приклад"}]}]}}
      """)
    let notice = try #require(reading.notices.first, "\(reading.faults.diagnostics)")
    #expect(notice.buyer == ["Прикладське управління"])
    #expect(notice.buyerCountry == "UA")
    #expect(notice.agency == nil)
    #expect(notice.awardees == ["ТОВ Приклад"])
    #expect(notice.awarded?.description == "1399000 UAH")
    #expect(words(notice.items) == ["Набір STR, 200 реакцій 10 набір of 200"])
    #expect(notice.items.first?.place == "data.items[0]")
  }
}
