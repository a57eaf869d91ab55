import Evidence
import Formats
import Testing

/// Pages of tenders in English; all bodies are made up.
@Suite("English pages of tenders are read, and are not taken for Chinese ones")
struct EnglishPageTests {
  private func words(_ items: [TenderItem]) -> [String] {
    items.map { item in
      "\(item.description) \(item.quantity.map { "\($0)" } ?? "?") \(item.unit ?? "?")"
        + (item.pack.map { " of \($0.count)" } ?? "")
        + (item.totalPrice.map { " in all \($0)" } ?? "")
    }
  }

  @Test func theProcuringEntityBuysWhereNobodyElseIsNamed() throws {
    let notice = try Tenders.notice(
      """
      SAMPLELAND POLICE SERVICE
      TENDER NOTICE
      TENDER NO: SPS/DCI/OT/07/2025-2026
      TENDER NAME: SUPPLY OF DNA REAGENTS FOR THE FORENSIC LABORATORY
      CLOSING DATE: 12th May, 2026 at 10.00 a.m.
      Procuring Entity: Sampleland Police Forensic Laboratory, P.O. Box 1, Sampletown
      S/No  Item description  Unit  Qty
      1.  STR amplification kit (200 reactions)  Kit  45
      2.  Capillary array 8x36 cm  Piece  6
      Date: 21st April 2026
      """)
    #expect(notice.buyer == ["Sampleland Police Forensic Laboratory"])
    #expect(notice.buyerCountry == nil, "nothing says in which country it is")
    #expect(!notice.places.contains("CN"))
    #expect(notice.projectNumber == "SPS/DCI/OT/07/2025-2026")
    #expect(notice.title == "SUPPLY OF DNA REAGENTS FOR THE FORENSIC LABORATORY")
    #expect(notice.deadline?.description == "2026-05-12")
    #expect(notice.published?.description == "2026-04-21")
    #expect(
      words(notice.items) == [
        "STR amplification kit (200 reactions) 45 Kit of 200", "Capillary array 8x36 cm 6 Piece",
      ])
  }

  @Test func lotsNameGoodsInAPhrase() throws {
    let notice = try Tenders.notice(
      """
      SAMPLELAND POLICE FORCE
      INVITATION TO TENDER
      LOT G1: Procurement of 2 units of Genetic Analyzer and accessories for the Force Laboratory
      LOT G2: Procurement of 150 boxes of DNA extraction reagents
      Submission of bids: not later than 12 noon on Tuesday, 16th June, 2026
      Date of publication: 4 May 2026
      """)
    #expect(notice.buyer == ["SAMPLELAND POLICE FORCE"])
    #expect(notice.stage == .tender)
    #expect(notice.deadline?.description == "2026-06-16")
    #expect(
      words(notice.items) == [
        "Genetic Analyzer and accessories 2 units", "DNA extraction reagents 150 boxes",
      ])
  }

  @Test func aTableWithCosts() throws {
    let notice = try Tenders.notice(
      """
      SAMPLE FORENSIC SCIENCE AGENCY
      TENDER NOTICE
      Tender No. SFSA/DNA/26-114
      Procuring Agency: Sample Forensic Science Agency, Sampletown
      Sr. No | Name of Item | Quantity | Estimated Cost (PKR)
      1 | Autosomal STR Kit (200 rxn) | 80 Kits | 96,000,000
      2 | Y-STR Kit (100 rxn) | 40 Kits | 38.5 million
      Last date for submission of bids: 28.05.2026 at 11:00 AM
      Publication date: 07.05.2026
      """)
    #expect(notice.projectNumber == "SFSA/DNA/26-114")
    #expect(notice.buyer == ["Sample Forensic Science Agency"])
    #expect(
      words(notice.items) == [
        "Autosomal STR Kit (200 rxn) 80 kits of 200 in all 96000000 PKR",
        "Y-STR Kit (100 rxn) 40 kits of 100 in all 38500000 PKR",
      ])
    #expect(notice.deadline?.description == "2026-05-28")
  }

  @Test func aPageOfAnAward() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h1>Tender award notice</h1><table><tr><td>Tender reference no.</td>
      <td>EX/POL/26/44</td></tr><tr><td>Contracting Authority</td>
      <td>Sampleland Police Forensic Laboratory</td></tr><tr><td>Description</td>
      <td>Supply of 24-capillary genetic analyser</td></tr><tr><td>Name of successful tenderer</td>
      <td>Example Forensics Ltd</td></tr><tr><td>Contract amount</td><td>USD 312,500.00</td></tr>
      <tr><td>Date of award</td><td>3 June 2026</td></tr></table></body></html>
      """)
    #expect(notice.projectNumber == "EX/POL/26/44")
    #expect(notice.awardees == ["Example Forensics Ltd"])
    #expect(notice.awarded?.description == "312500 USD")
    #expect(notice.awardedOn?.description == "2026-06-03")
    let bid = try Tenders.notice(
      "Bid Document\nBid Number: GEM/2026/B/48\nEstimated Bid Value: 8400000\n")
    #expect(bid.budget?.currency == nil, "a page in English is not about yuan")
    #expect(notice.buyerCountry == nil)
  }

  @Test func tablesOfOpenData() throws {
    let american = try Tenders.read(
      """
      "Contract Number","Award Date","Agency Name","Vendor Name","Description","Quantity","Unit of Issue","Unit Price","Total Contract Value ($)"
      "SP-26-0041","04/22/2026","Sample County Sheriff's Office","Example Forensics Inc.","Y-STR amplification kit, 100 reactions","25","KT","$2,150.00","$53,750.00"

      """)
    let first = try #require(american.notices.first, "\(american.faults.diagnostics)")
    #expect(first.buyer == ["Sample County Sheriff's Office"])
    #expect(first.awardees == ["Example Forensics Inc."])
    #expect(first.awarded?.description == "53750 USD")
    #expect(words(first.items) == ["Y-STR amplification kit, 100 reactions 25 KT of 100"])
    let spanish = try Tenders.read(
      """
      entidad,departamento,proceso_de_compra,referencia_del_contrato,descripcion_del_proceso,fecha_de_firma,proveedor_adjudicado,valor_del_contrato
      POLICIA NACIONAL EJEMPLO,Cundinamarca,CO1.BDOS.4,PN-26-5,KITS STR,2026-02-11T00:00:00.000,LABORATORIO MUESTRA SAS,745000000

      """)
    let contract = try #require(spanish.notices.first, "\(spanish.faults.diagnostics)")
    #expect(contract.buyer == ["POLICIA NACIONAL EJEMPLO"])
    #expect(contract.awardees == ["LABORATORIO MUESTRA SAS"])
    #expect(contract.projectNumber == "PN-26-5")
    #expect(contract.items.map(\.description) == ["KITS STR"])
  }

  /// 22 April tells that the file writes months first; alone, 5/3 tells nothing.
  @Test func otherRowsTellWhetherMonthsComeFirst() throws {
    func days(_ rows: [String]) throws -> (days: [String], faults: [String]) {
      let reading = try Tenders.read(
        "buyer,item,quantity,date\n" + rows.map { "Sample Police,STR kit,5,\($0)\n" }.joined())
      return (
        reading.notices.compactMap { $0.published?.description },
        reading.faults.diagnostics.map(\.id)
      )
    }
    let american = try days(["04/22/2026", "05/03/2026"])
    #expect(american.days == ["2026-04-22", "2026-05-03"] && american.faults.isEmpty)
    let british = try days(["22/04/2026", "05/03/2026"])
    #expect(british.days == ["2026-04-22", "2026-03-05"] && british.faults.isEmpty)
    let open = try days(["05/03/2026", "04/04/2026"])
    #expect(open.days == ["2026-03-05", "2026-04-04"] && open.faults == ["EVD104"])
  }

  @Test func excelNamesItsSeparatorFirst() throws {
    let reading = try Tenders.read(
      "sep=;\nAuftraggeber;Gegenstand;Menge;Einheit;Vergabenummer\n"
        + "LKA Musterland;STR-Kit;1.200;Packung;V-1\n")
    let notice = try #require(reading.notices.first, "\(reading.faults.diagnostics)")
    #expect(words(notice.items) == ["STR-Kit 1200 Packung"])
    #expect(notice.items.first?.place == "line 3")
  }
}
