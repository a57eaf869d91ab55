import Facts
import Formats
import Law
import Policy
import Screening
import Testing
import Trade

/// Licence exceptions on record, from the table to the finding and the export declaration.
@Suite struct ExceptionUseTests {
  private static let header =
    "order,lines,exception,conditions,recordedBy,date,reviewedBy,reviewed,evidence,withdrawn"

  /// Boron fibres of 1C006 to Saudi Arabia, where NS 2 has an X and Country Group B is open.
  private func order(to country: String = "SA", eccn: String = "1C006") throws -> Order {
    var order = try AuthorisationTests.order(eccn: eccn)
    order.countryOfUltimateDestination = country
    return order
  }

  private func files(_ rows: String...) -> [String: String] {
    ["licences/exception-uses.csv": ([Self.header] + rows).joined(separator: "\n") + "\n"]
  }

  private func needsLicence(_ determination: Determination) -> Bool {
    determination.findings.contains { $0.rule == "chart-licence" }
  }

  private static let sound =
    "SO-1,,GBS,national security is the one reason|SA is in Country Group B,u:ito,2026-11-20,"
    + "u:lim,2026-11-21,file 12,"

  @Test func withoutARecordALicenceIsRequired() throws {
    #expect(needsLicence(try OrderBook.makeScreener().screen(try order())))
  }

  @Test func aReviewedRecordMeetsReasonsForControlAndItsConditionsBind() throws {
    let screener = try OrderBook.makeScreener(files: files(Self.sound))
    let determination = screener.screen(try order())
    let step = determination.worksheets[0]["exceptions.use.1"]
    #expect(!needsLicence(determination), "\(step?.words ?? "no step")")
    #expect(step?.answer == .isTrue)
    let obligation = try #require(
      determination.obligations.first { $0.rule == "licence-conditions" })
    #expect(obligation.text.contains("GBS: national security is the one reason; SA is in Country"))
    let elements = try #require(screener.declaration(of: try order()).lines.first).elements
    func value(_ name: String) -> String? { elements.first { $0.name == name }?.value }
    #expect(value("licence code") == "C36, licence exception GBS")
    #expect(value("licence number") == "GBS")
    #expect(value("ECCN") == "1C006")
  }

  /// The same number of another system is another order.
  @Test func aRecordIsOfTheOrderOfItsSystem() throws {
    let order = try order()
    var other = order
    other.system = order.system + "-2"
    func screened(_ system: String, history: [Order]) throws -> Determination {
      let table = Self.header + ",system\n" + Self.sound + ",\(system)\n"
      return try OrderBook.makeScreener(
        history: history, files: ["licences/exception-uses.csv": table]
      ).screen(order)
    }
    #expect(!needsLicence(try screened("", history: [])))
    #expect(!needsLicence(try screened(order.system, history: [other])))
    #expect(needsLicence(try screened(other.system, history: [])))
    let open = try screened("", history: [other])
    #expect(needsLicence(open))
    let words = try #require(open.facts).words(of: "licence-words")
    #expect(words.contains("the record names no system"), "\(words)")
  }

  @Test(arguments: [
    ("SO-1,,GBS,the one reason is NS,u:ito,2026-11-20,,,file 12,", "nobody else reviewed"),
    (
      "SO-1,,GBS,the one reason is NS,u:ito,2026-11-20,u:lim,2026-11-23,file 12,",
      "nobody else reviewed the record by 2026-11-22"
    ),
    (
      "SO-1,,GBS,the one reason is NS,u:ito,2026-11-20,u:lim,2026-11-21,file 12,2026-11-22",
      "it was withdrawn on 2026-11-22"
    ),
    (
      "SO-1,,GBS,We expect customers to follow the law.,u:ito,2026-11-20,u:lim,2026-11-21,f,",
      "shows no condition to be met"
    ),
    ("SO-1,,TSR,software only,u:ito,2026-11-20,u:lim,2026-11-21,file 12,", "it is ruled out by"),
  ])
  func oneThatDoesNotStandLiftsNothingAndSaysWhy(row: String, told: String) throws {
    let determination = try OrderBook.makeScreener(files: files(row)).screen(try order())
    #expect(needsLicence(determination))
    #expect(determination.findings.contains { $0.rule == "licence-lifts-nothing" })
    let words = try #require(determination.facts).words(of: "licence-words")
    #expect(words.contains(told), "\(words)")
  }

  @Test(arguments: [
    "SO-2,,GBS,the one reason is NS,u:ito,2026-11-20,u:lim,2026-11-21,file 12,",
    "SO-1,20,GBS,the one reason is NS,u:ito,2026-11-20,u:lim,2026-11-21,file 12,",
    "SO-1,,GBS,the one reason is NS,u:ito,2026-11-23,u:lim,2026-11-23,file 12,",
  ])
  func oneForAnotherOrderLineOrDayIsNoneOfIt(row: String) throws {
    let determination = try OrderBook.makeScreener(files: files(row)).screen(try order())
    #expect(needsLicence(determination))
    #expect(determination.worksheets[0]["exceptions.use.1"] == nil)
  }

  /// No exception is open for a party on the Entity List, whoever recorded one (15 CFR 744.16(b)).
  @Test func itLiftsNothingForAListedParty() throws {
    var police = try #require(OrderBook.adverse.first { $0.reference == "listed-police" })
    police.reference = "SO-1"
    let rules = Set(
      try OrderBook.makeScreener(files: files(Self.sound)).screen(police).findings.map(\.rule))
    #expect(rules.contains("entity-list-licence"))
  }

  @Test(arguments: [
    ("SO-1,,GBX,c,u:ito,2026-11-20,u:lim,2026-11-21,f,", "CRP047"),
    ("SO-1,,GBS,,u:ito,2026-11-20,u:lim,2026-11-21,f,", "EVD166"),
    ("SO-1,,GBS,c,u:ito,2026-11-20,u:ito,2026-11-21,f,", "EVD167"),
    ("SO-1,,GBS,c,u:ito,2026-11-20,u:lim,,f,", "EVD168"),
    ("SO-1,,GBS,c,u:ito,2026-11-20,u:lim,2026-11-19,f,", "EVD169"),
  ])
  func whatCannotBeReadIsNamed(row: String, id: String) throws {
    let failure = #expect(throws: Diagnostic.self) {
      try OrderBook.makeScreener(files: self.files(row))
    }
    #expect(failure?.line.contains("licences/exception-uses.csv") == true, "\(failure?.line ?? "")")
    if id != "EVD166" { #expect(failure?.id == id, "\(failure?.line ?? "")") }
    #expect(failure?.remedy?.isEmpty == false)
  }
}
