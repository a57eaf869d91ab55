import Formats
import HookSamples
import Ledger
import Testing

@testable import Hook

/// Orders as a table over HTTP.
struct TableTests {
  private static let headings =
    "order.ref,order.system,order.revision,order.countryOfUltimateDestination,stage,"
    + "transactionKind,endUserKnown,parties.purchaser+endUser.name,lines.lineNo,"
    + "lines.productClass,lines.quantity"

  private static func row(_ reference: String, line: String = "10", quantity: String = "2")
    -> String
  {
    "\(reference),erp,1,DE,order,sale,declared,Musterstadt Hospital,\(line),panel,\(quantity)"
  }

  private static func send(
    _ rows: [String], to service: HookService, mapping: String? = nil,
    headers: [(name: String, value: String)] = []
  ) throws -> HTTPResponse {
    try service.ask(
      "POST", "/v1/screenings" + (mapping.map { "?mapping=" + $0 } ?? ""),
      headers + [("content-type", "text/csv; charset=utf-8")],
      body: rows.joined(separator: "\r\n") + "\r\n")
  }

  private static func lines(_ response: HTTPResponse) throws -> [JSON] {
    try response.text.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
  }

  @Test func everyRowIsAnswered() throws {
    let space = try HookSpace()
    let service = try space.service()
    let response = try Self.send(
      [
        Self.headings, Self.row("allow-1"), Self.row("allow-1", line: "20"), Self.row("block-2"),
        Self.row("hold-3", quantity: "many"), "short,row", Self.row("allow-4"),
        Self.row("allow-5"),
      ], to: service)
    #expect(response.status == 200 && response.header("Content-Type") == "application/x-ndjson")
    let lines = try Self.lines(response)
    #expect(lines.map { $0["line"]?.integer } == [2, 3, 4, 5, 6, 7, 8])
    // The row that cannot be read may be a line of the order behind it.
    #expect(
      lines.map { $0["decision"]?.string }
        == ["allow", "allow", "block", "hold", "hold", "hold", "allow"])
    #expect(lines[1]["answeredOn"]?.integer == 2 && lines[1]["clearance"] == nil)
    #expect(lines[3]["status"]?.integer == 422)
    let fault = try #require(lines[3]["problems"]?.array?.first)
    #expect(fault["line"]?.integer == 5)
    // The quantity, or that a row beside it cannot be read.
    #expect(
      (lines[3]["problems"]?.array ?? []).compactMap { $0["path"]?.string }
        == ["lines[0].quantity"])
    let recorded = try space.ledger().positions(of: .order(system: "erp", reference: "allow-1"))
    let record = try space.ledger().record(at: try #require(recorded.first))
    #expect(record.content["order"]?["lines"]?.array?.count == 2)
    #expect(try space.verification().problems == [])
  }

  @Test func aTableThatIsSentAgainGetsTheSameBytes() throws {
    let space = try HookSpace()
    let rows = [Self.headings, Self.row("allow-1"), Self.row("hold-2")]
    let key = [(name: "idempotency-key", value: "t1")]
    let first = try Self.send(rows, to: space.service(), headers: key)
    let size = try space.ledger().size
    let again = try Self.send(rows, to: space.service(FakeBasis(name: "two")), headers: key)
    #expect(again.body == first.body && first.status == 200)
    #expect(try space.ledger().size == size)
    let other = try Self.send(rows + [Self.row("hold-3")], to: space.service(), headers: key)
    #expect(try Self.lines(other).prefix(2).map { $0["status"]?.integer } == [422, 422])
  }

  @Test func aMappingOfTheServerNamesTheColumns() throws {
    let space = try HookSpace()
    let partners = try Partners(
      JSONReader.read(
        Array(
          #"""
          {"version": 1, "tables": [{"id": "sap", "separator": ";",
            "columns": {"Auftrag": "order.ref", "Rev": "order.revision", "Pos": "lines.lineNo",
             "Ware": "lines.productClass", "Menge": "lines.quantity", "Kunde": "parties.endUser.name"},
            "values": {"order.system": "sap", "order.countryOfUltimateDestination": "DE",
             "stage": "order", "transactionKind": "sale", "endUserKnown": "declared"}}]}
          """#.utf8)), file: "partners.json")
    let service = HookService(
      ledger: try space.ledger(), holder: BasisHolder(FakeBasis()),
      keys: KeyRing([try #require(HookSpace.system).key]), partners: partners,
      clock: { (HookSpace.now, 0) })
    let rows = ["Auftrag;Rev;Pos;Ware;Menge;Kunde", "allow-1;0;1;panel;2;Musterstadt Hospital"]
    let good = try Self.send(rows, to: service, mapping: "sap")
    #expect(try Self.lines(good).map { $0["decision"]?.string } == ["allow"], "\(good.text)")
    for (mapping, status) in [("other", 422), (nil, 422)] {
      let bad = try Self.send(rows, to: service, mapping: mapping)
      #expect((bad.status, bad.decision) == (status, "hold"), "\(bad.text)")
    }
    // Later, and by another process: the mapping is part of what was accepted.
    let taken = try Self.send(
      rows, to: service, mapping: "sap", headers: [("prefer", "respond-async")])
    #expect(QueueWork(service).step())
    let answer = try service.ask("GET", try #require(taken.header("Location")))
    #expect(try Self.lines(answer).map { $0["decision"]?.string } == ["allow"], "\(answer.text)")
  }

  @Test(arguments: [
    #"{"version":1,"tables":[{}]}"#, #"{"version":1,"tables":[{"id":"a b"}]}"#,
    #"{"version":1,"tables":[{"id":"a"},{"id":"a"}]}"#,
    #"{"version":1,"tables":[{"id":"a","columns":{"x":"order.nothing"}}]}"#,
  ])
  func aFileOfPartnersWithAWrongTableIsRefused(_ text: String) throws {
    let json = try JSONReader.read(Array(text.utf8))
    #expect(throws: Diagnostic.self) { try Partners(json, file: "partners.json") }
  }

  @Test func aTableThatIsNoneIsAHold() throws {
    let service = try HookSpace().service()
    for text in ["", "a,b", "\"", "order.ref,order.ref", "order.ref,\u{0}"] {
      let response = try Self.send([text], to: service)
      #expect([400, 422].contains(response.status), "\(text): \(response.text)")
      #expect(response.decision == "hold")
    }
    #expect(try service.ledger.size == 0)
    // So many rows at once, and no more.
    let rows = (0..<2001).map { Self.row("hold-\($0)") }
    #expect(try Self.send([Self.headings] + rows, to: service).status == 413)
  }
}
