import Formats
import Testing

@testable import Trade

/// Orders out of tables: nothing is guessed, and what cannot be read holds all that it may touch.
struct OrderTableTests {
  static let headings =
    "order.ref,order.system,order.revision,order.countryOfUltimateDestination,stage,"
    + "transactionKind,endUserKnown,parties.purchaser+endUser.name,"
    + "parties.purchaser+endUser.country,lines.lineNo,lines.productClass,lines.quantity"

  static func row(
    _ reference: String, line: String = "10", quantity: String = "2", destination: String = "DE"
  ) -> String {
    "\(reference),erp,1,\(destination),order,sale,declared,Musterstadt Hospital,de,\(line),"
      + "oncology-panel,\(quantity)"
  }

  static func table(
    _ rows: [String], _ columns: OrderColumns = .byName, headings: String = headings
  ) throws -> [OrderTable.Entry] {
    try OrderTable(
      Array(([headings] + rows).joined(separator: "\n").utf8), columns,
      knownCountries: ["DE", "CN"]
    ).entries
  }

  @Test func rowsOfOneOrderAreItsLines() throws {
    let entries = try Self.table([
      Self.row("SO-1"), Self.row("SO-1", line: "20", quantity: "3.5"), Self.row("SO-2"), "",
    ])
    #expect(entries.map(\.rows) == [[2, 3], [4]])
    let order = try #require(entries[0].decoded.order, "\(entries[0].decoded.diagnostics)")
    #expect(order.lines.map(\.quantity) == [Decimal("2"), Decimal("3.5")])
    #expect(order.parties.map(\.roles) == [[.purchaser, .endUser]])
    #expect(order.parties[0].entity.names == ["Musterstadt Hospital"])
    #expect(order.revision == 1 && order.countryOfUltimateDestination == "DE")
    // The same request as JSON is the same order.
    let json = """
      {"schemaVersion":"1.0","stage":"order","transactionKind":"sale","endUserKnown":"declared",
      "order":{"ref":"SO-2","system":"erp","revision":1,"countryOfUltimateDestination":"DE"},
      "parties":[{"id":"p1","role":["purchaser","endUser"],"entity":{"schema":"LegalEntity",
      "properties":{"name":["Musterstadt Hospital"],"country":["de"]}}}],
      "lines":[{"lineNo":"10","productClass":"oncology-panel","quantity":"2"}]}
      """
    let same = OrderDecoder.decode(Array(json.utf8), knownCountries: ["DE"]).first?.order
    #expect(entries[1].decoded.order?.digest == same?.digest && same != nil)
  }

  @Test func aMappingNamesColumnsAndWhatHoldsForAll() throws {
    let columns = try OrderColumns(
      JSONReader.read(
        Array(
          #"""
          {"id": "erp", "separator": ";",
           "columns": {"Auftrag": "order.ref", "Rev": "order.revision", "Pos": "lines.lineNo",
            "Ware": "lines.productClass", "Menge": "lines.quantity", "Kunde": "parties.endUser.name",
            "Weg": "order.route", "Notiz": null},
           "values": {"order.system": "sap", "order.countryOfUltimateDestination": "CN",
            "stage": "order", "transactionKind": "sale", "endUserKnown": "declared"}}
          """#.utf8)), path: "tables[0]")
    let entries = try Self.table(
      ["A-1;0;1;panel;\"1\";Musterstadt; Hospital;DE|CN;geheim", "A-1;0;2;panel;x;;;", ";;;;;;;"],
      columns, headings: "Auftrag;Rev;Pos;Ware;Menge;Kunde;Weg;Notiz")
    // An unquoted separator in a name is one cell too many, and the row may be of the order beside.
    #expect(entries.map { $0.decoded.order == nil } == [true, true])
    #expect(entries[0].decoded.diagnostics.map(\.id) == ["TRD052"])
    let good = try Self.table(
      ["A-1;0;1;panel;1;\"Musterstadt; Hospital\";DE|CN;geheim"], columns,
      headings: "Auftrag;Rev;Pos;Ware;Menge;Kunde;Weg;Notiz")
    let order = try #require(good[0].decoded.order, "\(good[0].decoded.diagnostics)")
    #expect(order.system == "sap" && order.route == ["DE", "CN"])
    #expect(order.parties[0].entity.names == ["Musterstadt; Hospital"])
    #expect(order.unknownFields.isEmpty)
    let bad = try Self.table(
      ["A-1;0;1;panel;zwei;Musterstadt;;"], columns,
      headings: "Auftrag;Rev;Pos;Ware;Menge;Kunde;Weg;Notiz")
    let fault = try #require(bad[0].decoded.diagnostics.first)
    #expect(fault.path == "lines[0].quantity" && fault.position?.line == 2)
    #expect(fault.message.contains("(column `Menge`)"), "\(fault.message)")
  }

  @Test func aFaultIsToldOnItsRowWithItsField() throws {
    let entries = try Self.table([
      Self.row("SO-1"), Self.row("SO-1", line: "20", quantity: "many"),
      Self.row("SO-2", destination: "Germany"),
    ])
    #expect(entries.allSatisfy { $0.decoded.order == nil })
    let first = try #require(entries[0].decoded.diagnostics.first)
    #expect((first.path, first.position?.line) == ("lines[1].quantity", 3))
    let second = try #require(entries[1].decoded.diagnostics.first)
    #expect(second.path == "order.countryOfUltimateDestination" && second.position?.line == 4)
  }

  /// A row that cannot be read may be a line of the order before it or behind it.
  @Test func anUnreadableRowHoldsItsNeighbours() throws {
    let entries = try Self.table([
      Self.row("SO-1"), Self.row("SO-2"), "SO-2,erp", Self.row("SO-3"), Self.row("SO-4"),
    ])
    #expect(entries.map { $0.decoded.order == nil } == [false, true, true, true, false])
    #expect(entries.map(\.rows) == [[2], [3], [4], [5], [6]])
    #expect(entries[1].decoded.diagnostics.map(\.id) == ["TRD053"])
    // Cells that an office program joined: the second row may be a line of either order.
    let joined = try Self.table([
      Self.row("SO-1"), Self.row("", line: "20", quantity: "500"), Self.row("SO-2"),
      Self.row("SO-3"),
    ])
    #expect(joined.map { $0.decoded.order == nil } == [true, true, true, false])
    #expect(joined[1].decoded.diagnostics.map(\.id) == ["TRD055"])
    let nameless = try Self.table([
      Self.row("SO-1"), Self.row("SO-1", line: "20").replacing(",erp,", with: ",,"),
    ])
    #expect(nameless.allSatisfy { $0.decoded.order == nil })
    // A quotation mark that is never closed swallows the rest.
    let broken = try Self.table([
      Self.row("SO-1"), Self.row("SO-2"), "\"SO-3,erp", Self.row("SO-4"),
    ])
    #expect(broken.map { $0.decoded.order == nil } == [false, true, true])
  }

  @Test func rowsThatStandApartOrDifferHoldTheirOrder() throws {
    let apart = try Self.table([
      Self.row("SO-1"), Self.row("SO-2"), Self.row("SO-1", line: "20"),
    ])
    #expect(apart.map { $0.decoded.order == nil } == [true, false, true])
    #expect(apart[0].decoded.diagnostics.map(\.id) == ["TRD054"])
    let differing = try Self.table([
      Self.row("SO-1"), Self.row("SO-1", line: "20", destination: "CN"),
    ])
    #expect(differing[0].decoded.order == nil)
    #expect(
      differing[0].decoded.diagnostics.first?.path == "order.countryOfUltimateDestination")
  }

  @Test func aColumnThatNobodyKnowsIsKeptAndTold() throws {
    let entries = try Self.table(
      [Self.row("SO-1") + ",for the ministry"],
      headings: Self.headings + ",Remark")
    let order = try #require(entries[0].decoded.order)
    #expect(order.unknownFields.map(\.path) == ["lines[0].Remark"])
    #expect(entries[0].decoded.diagnostics.map(\.id) == ["TRD014"])
  }

  @Test(arguments: [
    ("", "TRD001"), ("a,b\n1,2", "TRD051"), ("order.ref,order.ref\n1,2", "TRD051"),
    ("quantity,order.ref\n1,2", "TRD051"), ("order.ref,\"x\n", "FMT017"),
    ((["order.ref"] + (0..<512).map { "c\($0)" }).joined(separator: ","), "TRD051"),
  ])
  func aTableWithoutSoundHeadingsIsRefused(_ text: String, _ id: String) {
    let fault = #expect(throws: Diagnostic.self) {
      try OrderTable(Array(text.utf8), .byName, knownCountries: [])
    }
    #expect(fault?.id == id)
  }

  @Test(arguments: [
    "{}", #"{"id":"a","columns":{"x":"order.reff"}}"#, #"{"id":"a","separator":"x"}"#,
    #"{"id":"a","values":{"lines.quantity":"1"}}"#, #"{"id":"a","colums":{}}"#,
    #"{"id":"a","columns":{"x":"parties.friend.name"}}"#, #"{"id":"a","columns":{"x":7}}"#,
  ])
  func aMappingThatIsWrongIsRefused(_ text: String) throws {
    let json = try JSONReader.read(Array(text.utf8))
    #expect(throws: Diagnostic.self) { try OrderColumns(json, path: "tables[0]") }
  }
}
