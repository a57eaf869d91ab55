import Formats
import Testing

@testable import WatchLists

@Suite("BODS 0.4 statements tell who owns whom")
struct OwnershipStatementTests {
  private static func statement(
    _ record: String, _ type: String, _ details: String, on date: String = "2024-01-15",
    status: String = "new", version: String = "0.4", id: String? = nil
  ) -> String {
    """
    {"statementId":"\(id ?? "\(record)-\(date)-\(status)")","declarationSubject":"x",
     "statementDate":"\(date)","recordId":"\(record)","recordType":"\(type)",
     "recordStatus":"\(status)","publicationDetails":{"publicationDate":"2024-02-01",
     "bodsVersion":"\(version)","publisher":{"name":"Example Register"}},
     "recordDetails":{"isComponent":false,\(details)}}
    """
  }

  private static func entity(_ id: String) -> String {
    statement(
      id, "entity",
      #""entityType":{"type":"registeredEntity"},"name":"\#(id)","#
        + #""jurisdiction":{"name":"Scotland","code":"GB-SCT"}"#)
  }

  private static func person(_ id: String) -> String {
    statement(
      id, "person",
      #""personType":"knownPerson","names":[{"type":"legal","fullName":"\#(id)"}],"#
        + #""nationalities":[{"name":"Exampleland","code":"CN"}]"#)
  }

  private static func relation(
    _ owner: String, _ interests: String, record: String = "r", on date: String = "2024-01-15",
    status: String = "new", more: String = ""
  ) -> String {
    statement(
      record, "relationship",
      #""subject":"x","interestedParty":\#(owner),"interests":[\#(interests)]\#(more)"#,
      on: date, status: status)
  }

  private static func shares(_ share: String, _ more: String = "") -> String {
    #"{"type":"shareholding","directOrIndirect":"direct","beneficialOwnershipOrControl":false,"#
      + #""share":{\#(share)}\#(more)}"#
  }

  private func read(_ statements: [String]) throws -> OwnershipGraph {
    var reader = OwnershipReader()
    let parties = [Self.entity("x"), Self.person("l"), Self.entity("a")]
    let text = "[\n" + (parties + statements).joined(separator: ",\n") + "\n]\n"
    reader.read(Array(text.utf8), file: "ownership/b.json")
    let graph = reader.finish()
    try #require(reader.firstFault == nil, "\(reader.firstFault?.line ?? "")")
    return graph
  }

  private func found(
    _ statements: [String], _ rule: OwnershipRule = .ofac, asOf date: String = "2026-11-22"
  ) throws -> OwnershipFinding {
    try Owners.finding(read(statements), rule, asOf: date)
  }

  @Test(arguments: [
    (#""exact":60"#, "60...60 yes"), (#""exact":49.999999"#, "49.999999...49.999999 no"),
    (#""minimum":25,"maximum":50"#, "25...50 unknown"),
    (#""exclusiveMinimum":50,"maximum":75"#, "50.000001...75 yes"),
    (#""minimum":25,"exclusiveMaximum":50"#, "25...49.999999 no"),
    (#""maximum":40"#, "0...40 no"), ("", "0...100 unknown"),
  ])
  func byTheShareThatIsStated(share: String, expected: String) throws {
    #expect(try found([Self.relation(#""l""#, Self.shares(share))]).short == expected)
  }

  @Test func namesAndCountriesAreRead() throws {
    let graph = try read([])
    let holder = graph.holders[try #require(graph.index(of: "x"))]
    #expect(holder.names == ["x"] && holder.countries == ["GB"])
    #expect(graph.holders[try #require(graph.index(of: "l"))].countries == ["CN"])
  }

  @Test func theNewestStatementOfARecordHoldsFromItsDay() throws {
    let statements = [
      Self.relation(#""l""#, Self.shares(#""exact":10"#), on: "2025-06-01", status: "updated"),
      Self.relation(#""l""#, Self.shares(#""exact":60"#)),
    ]
    #expect(try found(statements).short == "10...10 no")
    #expect(try found(statements, asOf: "2025-05-31").short == "60...60 yes")
    #expect(try found(statements, asOf: "2020-01-01").short == "60...60 yes")
    #expect(try found(statements.reversed()).short == "10...10 no")
  }

  @Test func aClosedRecordCountsUntilItWasClosed() throws {
    let statements = [
      Self.relation(#""l""#, Self.shares(#""exact":60"#)),
      Self.relation(#""l""#, "", on: "2025-06-10", status: "closed"),
    ]
    #expect(try found(statements).short == "0...0 no")
    #expect(try found(statements, asOf: "2025-06-10").met == .yes)
    #expect(try found(Array(statements.dropFirst()), asOf: "2025-06-01").met == .unknown)
  }

  @Test func anInterestThatCeasedCountsNoMore() throws {
    let ceased = Self.shares(#""exact":60"#, #","startDate":"2024-01-01","endDate":"2025-03-14""#)
    #expect(try found([Self.relation(#""l""#, ceased)]).met == .no)
    #expect(try found([Self.relation(#""l""#, ceased)], asOf: "2025-03-14").met == .yes)
    // The standard lets a publisher write the first day for a day of the month that it lacks.
    let rounded = Self.shares(#""exact":60"#, #","endDate":"2025-03-01""#)
    #expect(try found([Self.relation(#""l""#, rounded)], asOf: "2025-03-20").met == .yes)
    #expect(try found([Self.relation(#""l""#, rounded)], asOf: "2025-04-01").met == .no)
  }

  @Test func anOwnerWhoIsNotDisclosedMayBeRestricted() throws {
    let owner = #"{"reason":"interestedPartyHasNotProvidedInformation"}"#
    let finding = try found([Self.relation(owner, Self.shares(#""exact":60"#))])
    #expect(finding.short == "0...60 unknown")
    #expect(
      finding.chains.first
        == "60 percent held by an owner who is not disclosed "
        + "(interestedPartyHasNotProvidedInformation) (not disclosed, possibly a restricted party)")
    let nobody = #"{"reason":"noBeneficialOwners"}"#
    #expect(try found([Self.relation(nobody, Self.shares(#""exact":60"#))]).short == "0...0 no")
  }

  @Test func votesAndAppointmentAreControlInEurope() throws {
    let votes = #"{"type":"votingRights","share":{"exclusiveMinimum":50,"maximum":75}}"#
    #expect(try found([Self.relation(#""l""#, votes)]).met == .no)
    #expect(try found([Self.relation(#""l""#, votes)]).flags == [.possibleControl])
    #expect(try found([Self.relation(#""l""#, votes)], .unitedKingdom).met == .yes)
    #expect(try found([Self.relation(#""l""#, votes)], OwnershipRuleTests.european).met == .yes)
    let board = #"{"type":"appointmentOfBoard"}"#
    #expect(try found([Self.relation(#""l""#, board)], .unitedKingdom).met == .unknown)
    let most = #"{"type":"appointmentOfBoard","share":{"minimum":75,"maximum":100}}"#
    #expect(try found([Self.relation(#""l""#, most)], .unitedKingdom).met == .yes)
  }

  @Test func anInterestThatIsNotToldMayBeOwnership() throws {
    #expect(try found([Self.relation(#""l""#, "")]).short == "0...100 unknown")
    let unknown = #"{"type":"unknownInterest"}"#
    #expect(try found([Self.relation(#""l""#, unknown)]).met == .unknown)
    let graph = try read([Self.relation(#""l""#, #"{"type":"golden-share"}"#)])
    #expect(graph.notices.map(\.id) == ["OWN021"])
    #expect(try Owners.finding(graph).met == .unknown)
  }

  @Test func anIndirectHoldingIsNotCountedBesideItsParts() throws {
    let indirect =
      #"{"type":"shareholding","directOrIndirect":"indirect","share":{"exact":30}}"#
    let parts = [
      Self.statement(
        "r1", "relationship",
        #""subject":"a","interestedParty":"l","interests":[\#(Self.shares(#""exact":100"#))]"#),
      Self.relation(#""a""#, Self.shares(#""exact":30"#), record: "r2"),
    ]
    let whole = Self.relation(
      #""l""#, indirect, record: "r3", more: #","componentRecords":["r1","a","r2"]"#)
    #expect(try found(parts + [whole]).short == "30...30 no")
    let bare = Self.relation(#""l""#, indirect, record: "r3")
    #expect(try found(parts + [bare]).short == "30...60 unknown")
    #expect(try found([bare]).short == "30...30 no")
  }

  @Test(arguments: [
    (#"{"statementID":"1","statementType":"entityStatement"}"#, "OWN009"),
    (
      statement("y", "entity", #""name":"Y""#, version: "0.3"), "OWN009"
    ), (statement("y", "relationship", #""subject":"x","interests":[]"#), "OWN001"),
    (relation(#""nobody-of-this-name""#, shares("")), "OWN002"),
    (relation(#""l""#, shares(#""exact":"60""#)), "OWN003"),
    (relation(#""l""#, shares(#""exact":160"#)), "OWN003"),
    (relation(#""l""#, shares(#""minimum":60,"maximum":40"#)), "OWN003"),
    (entity("x"), "OWN004"), (relation(#""l""#, #"{"type":"shareholding","share":60}"#), "OWN005"),
    (relation(#""l""#, shares("", #","endDate":"2025-02-30""#)), "OWN006"),
    (statement("y", "company", #""name":"Y""#), "OWN010"),
    (statement("y", "entity", #""name":"Y""#, status: "lost"), "OWN010"), (#"{"id":1}"#, "OWN008"),
    (#"{"statementId":}"#, "OWN011"),
  ])
  func whatCannotBeReadIsAFaultWithItsPlace(text: String, id: String) throws {
    var reader = OwnershipReader()
    let parties =
      "[\(Self.entity("x").replacing("\n", with: " ")),\n"
      + "\(Self.person("l").replacing("\n", with: " ")),\n"
    reader.read(Array((parties + text + "]").utf8), file: "ownership/b.json")
    _ = reader.finish()
    let fault = try #require(reader.firstFault)
    #expect(fault.id == id, "\(fault.line)")
    #expect(fault.file == "ownership/b.json" && fault.position?.line == 3, "\(fault.line)")
    #expect(fault.severity == .error && fault.remedy != nil)
  }

  @Test(arguments: ["[{}", "[", "[{},", "[] x", "[[[", "[\"", "[{\"a\":\"\\"])
  func halfAFileIsAFault(text: String) {
    var reader = OwnershipReader()
    reader.read(Array(text.utf8), file: "b.json")
    #expect(reader.faultCount > 0)
    #expect(reader.firstFault?.file == "b.json")
  }

  @Test func anEmptyArrayIsNoFault() {
    var reader = OwnershipReader()
    reader.read(Array("\u{FEFF} [ ]\n".utf8), file: "b.json")
    #expect(reader.finish().holders.isEmpty && reader.faultCount == 0)
  }
}
