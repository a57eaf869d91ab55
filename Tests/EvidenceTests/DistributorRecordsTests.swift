import Evidence
import Formats
import Glibc
import Testing

@Suite("Records of distributors are read strictly")
struct DistributorRecordsTests {
  private func records(_ files: [String: String]) throws -> DistributorRecords {
    let folder = "/tmp/scruple-distributors-\(UInt64.random(in: .min ... .max))"
    try FileWriter.makeFolder(folder)
    defer {
      for name in files.keys { _ = FileWriter.remove(folder + "/" + name) }
      _ = unsafe rmdir(folder)
    }
    for (name, text) in files { try FileWriter.write(text, to: folder + "/" + name) }
    return try DistributorRecords(folder: folder)
  }

  private func fault(_ name: String, _ text: String) throws -> Diagnostic? {
    do {
      _ = try records([name: text])
      return nil
    } catch let fault as Diagnostic {
      return fault
    }
  }

  @Test func allThreeTablesAreReadInBothForms() throws {
    let records = try records([
      "sell-through-2026.csv": """
      distributor,period,product,quantity,endUser,country,site,serial
      Heron Trading|鹭贸易有限公司,2026-Q3,autosomal-str-kit,12,Tern Bay Hospital,de,"Quay 1, Tern Bay",
      Heron Trading,2026-09,ngs-sequencer,1,,,,SN-1
      """,
      "sell-through-more.ndjson": """
      {"distributor":"Heron Trading","period":"2026-01-01/2026-03-31","product":"STR kit","quantity":3,"endUser":["A","B"],"reported":"2026-04-12"}
      """,
      "audits.csv": """
      distributor,date,auditor,scope,finding,closed
      Heron Trading,2025-05-01,u:ito,sales of 2024,No end users on file,2025-09-01
      Heron Trading,2026-05-01,u:ito,sales of 2025,,
      """,
      "statements.ndjson": """
      {"party":["Tern Bay Hospital"],"product":"genetic-analysis","issued":"2026-01-01","expires":"2027-01-01","signedBy":"Dr M. Muster","verifiedBy":"u:lim"}
      """,
    ])
    let sales = try #require(records.sellThrough)
    #expect(sales.map(\.quantity.description).sorted() == ["1", "12", "3"])
    let first = try #require(sales.first { $0.endUser == ["Tern Bay Hospital"] })
    #expect(first.distributor == ["Heron Trading", "鹭贸易有限公司"])
    #expect(first.country == "DE" && first.place.hasSuffix("/sell-through-2026.csv:2"))
    #expect(first.period.days.lowerBound.description == "2026-07-01")
    #expect(first.period.days.upperBound.description == "2026-09-30")
    #expect(sales.first { $0.serial == "SN-1" }?.endUser == [])
    let late = try #require(sales.first { $0.endUser == ["A", "B"] })
    #expect(!late.isKnown(on: try #require(CivilDate("2026-04-11"))))
    #expect(late.isKnown(on: try #require(CivilDate("2026-04-12"))))
    let audits = try #require(records.audits)
    let day = try #require(CivilDate("2025-08-31"))
    #expect(audits.map { $0.isOpen(on: day) } == [true, false])
    #expect(!audits[0].isOpen(on: day.adding(days: 1)))
    #expect(!audits[0].isOpen(on: try #require(CivilDate("2025-04-30"))))
    let statement = try #require(records.statements?.first)
    #expect(statement.holds(on: try #require(CivilDate("2027-01-01"))))
    #expect(!statement.holds(on: try #require(CivilDate("2027-01-02"))))
    #expect(!statement.holds(on: try #require(CivilDate("2025-12-31"))))
  }

  @Test func aTableThatIsNotThereIsNotAnEmptyOne() throws {
    let none = try records([:])
    #expect(none.sellThrough == nil && none.audits == nil && none.statements == nil)
    let empty = try records(["audits.ndjson": "\n"])
    #expect(empty.audits?.isEmpty == true && empty.sellThrough == nil)
  }

  static let periods: [(String, String?)] = [
    ("2026", "2026-01-01 2026-12-31"), ("2026-H2", "2026-07-01 2026-12-31"),
    ("2026-Q1", "2026-01-01 2026-03-31"), ("2024-02", "2024-02-01 2024-02-29"),
    ("2026-05-17", "2026-05-17 2026-05-17"),
    ("2026-01-05/2026-02-04", "2026-01-05 2026-02-04"), ("2026-02-04/2026-01-05", nil),
    ("2026-Q5", nil), ("2026-Q0", nil), ("2026-13", nil), ("2026-H3", nil), ("26-Q1", nil),
    ("", nil), ("2026-", nil), ("2026-Q", nil), ("2026-Q1-1", nil), ("last quarter", nil),
    ("2026-é1", nil), ("2026-02-30", nil),
  ]

  @Test(arguments: periods)
  func periodsAreWrittenInFewWays(text: String, days: String?) {
    let period = ReportedPeriod(text)
    #expect(period.map { "\($0.days.lowerBound) \($0.days.upperBound)" } == days, "\(text)")
  }

  private static let audits = "distributor,date,auditor,scope,finding,closed\n"
  private static let sales = "distributor,period,product,quantity,endUser\n"
  private static let statements = "party,product,issued,expires,signedBy,verifiedBy\n"

  static let faults: [(name: String, text: String, id: String, line: Int)] = [
    ("audits.csv", "distributor,date\nA,2026-01-01\n", "EVD120", 1),
    ("audits.csv", "distributor,date,auditor,scope,finding,closd\n", "EVD121", 1),
    ("audits.ndjson", #"{"distributor":"A","dat":"2026-01-01"}"#, "FMT028", 1),
    ("audits.ndjson", "{\n", "FMT023", 1),
    ("audits.csv", audits + ",2026-01-01,u,s,,\n", "EVD122", 2),
    ("audits.csv", audits + "A,,u,s,,\n", "EVD123", 2),
    ("audits.csv", audits + "A,yesterday,u,s,,\n", "FMT021", 2),
    ("audits.csv", audits + "A,2026-01-01,,s,,\n", "FMT020", 2),
    ("audits.csv", audits + "A,2026-01-02,u,s,f,2026-01-01\n", "EVD127", 2),
    ("audits.csv", audits + "A,2026-01-02,u,s,,2026-02-01\n", "EVD128", 2),
    ("audits.csv", audits + "A,2026-01-02,u\n", "FMT012", 2),
    ("sell-through.csv", sales + "A,2026-Q1,p,many,B\n", "EVD124", 2),
    ("sell-through.csv", sales + "A,2026-Q1,p,-1,B\n", "EVD124", 2),
    ("sell-through.csv", sales + "A,2026-Q1,p,,B\n", "EVD124", 2),
    ("sell-through.csv", sales + "A,lately,p,1,B\n", "EVD125", 2),
    (
      "sell-through.ndjson",
      #"{"distributor":"A","period":"2026-Q1","product":"p","quantity":1,"reported":"2025-12-31"}"#,
      "EVD126", 1
    ),
    ("statements.csv", statements + "A,p,2026-01-02,2026-01-01,B,\n", "EVD129", 2),
    ("statements.csv", statements + "A,p,2026-01-01,2027-01-01,B,B\n", "EVD145", 2),
    ("statements.csv", statements + "A,p,2026-01-01,,B,\n", "EVD123", 2),
  ]

  @Test(arguments: faults)
  func whatCannotBeReadIsToldWithItsPlace(
    name: String, text: String, id: String, line: Int
  ) throws {
    let fault = try #require(try fault(name, text), "\(text)")
    #expect(fault.id == id, "\(fault.line)")
    #expect(fault.position?.line == line, "\(fault.line)")
    #expect(fault.file?.hasSuffix(name) == true && !(fault.remedy ?? "").isEmpty, "\(fault.line)")
  }
}
