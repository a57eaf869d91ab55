import Formats
import Testing

@testable import WatchLists

@Suite("Ownership is counted as each regime counts it")
struct OwnershipRuleTests {
  static let european = OwnershipRule.european(asOf: CivilDate(dayNumber: 20_000))

  private func found(
    _ edges: [String], _ rule: OwnershipRule = .ofac, restricted: Set<String> = ["l"],
    possibly: Set<String> = []
  ) throws -> OwnershipFinding {
    let graph = try Owners.graph(edges, companies: ["l", "k", "a", "b", "c", "p", "x"])
    return try Owners.finding(graph, rule, restricted: restricted, possibly: possibly)
  }

  @Test func exactlyHalfCountsForTheUnitedStatesAndTheUnionAndNotForTheKingdom() throws {
    let edges = [Owners.owns("l", "x", "50")]
    #expect(try found(edges).short == "50...50 yes")
    #expect(try found(edges, .affiliates(counting: [])).short == "50...50 yes")
    #expect(try found(edges, OwnershipRuleTests.european).short == "50...50 yes")
    #expect(try found(edges, .unitedKingdom).short == "50...50 no")
    #expect(try found([Owners.owns("l", "x", "50%+1")], .unitedKingdom).met == .yes)
    #expect(try found([Owners.owns("l", "x", ">50")], .unitedKingdom).met == .yes)
  }

  @Test func theUnionCountedMoreThanHalfUntilJuly2024() throws {
    let before = OwnershipRule.european(asOf: try day("2024-07-02"))
    let after = OwnershipRule.european(asOf: try day("2024-07-03"))
    #expect(before.shares == .moreThan(Decimal(millionths: 50_000_000)))
    #expect(after.shares == .atLeast(Decimal(millionths: 50_000_000)))
    #expect(try found([Owners.owns("l", "x", "50")], before).met == .no)
  }

  @Test func restrictedOwnersAreAddedUpButNotInTheKingdom() throws {
    let edges = [Owners.owns("l", "x", "25"), Owners.owns("k", "x", "25.5")]
    let both: Set = ["l", "k"]
    #expect(try found(edges, restricted: both).short == "50.5...50.5 yes")
    #expect(try found(edges, OwnershipRuleTests.european, restricted: both).met == .yes)
    let kingdom = try found(edges, .unitedKingdom, restricted: both)
    #expect(kingdom.met == .unknown)
    #expect(kingdom.flags.contains(.jointHolding))
    #expect(kingdom.shares.low == Decimal("25.5"))
  }

  @Test func aLayerCountsInFull() throws {
    let edges = [
      Owners.owns("l", "a", "50"), Owners.owns("a", "b", "50"), Owners.owns("b", "x", "50"),
    ]
    let finding = try found(edges)
    #expect(finding.short == "50...50 yes")
    #expect(
      finding.chains == [
        "50 percent held by b (held by half or more by restricted parties), itself 50 percent "
          + "held by a (held by half or more by restricted parties), itself 50 percent held by l "
          + "(restricted party)"
      ])
    let broken = [
      Owners.owns("l", "a", "49"), Owners.owns("a", "b", "100"), Owners.owns("b", "x", "100"),
    ]
    #expect(try found(broken).short == "0...0 no")
  }

  /// OFAC, FAQ 401: what several layers hold is added up.
  @Test func directAndIndirectSharesAreAddedUp() throws {
    let edges = [
      Owners.owns("l", "a", "50"), Owners.owns("a", "x", "25"), Owners.owns("l", "x", "25"),
    ]
    #expect(try found(edges).short == "50...50 yes")
    #expect(try found(edges, .unitedKingdom).short == "25...25 no")
    let majority = [
      Owners.owns("l", "a", "51"), Owners.owns("a", "x", "25"), Owners.owns("l", "x", "26"),
    ]
    #expect(try found(majority, .unitedKingdom).short == "51...51 yes")
  }

  @Test func anUnknownShareIsNeitherYesNorNo() throws {
    let finding = try found([Owners.owns("l", "x", nil)])
    #expect(finding.short == "0...100 unknown")
    #expect(finding.flags == [.shareUnknown])
    #expect(finding.chains == ["an unknown share held by l (restricted party)"])
    #expect(try found([Owners.owns("l", "x", "25-49.9")]).short == "25...49.9 no")
    #expect(try found([Owners.owns("l", "x", "25-50")]).met == .unknown)
    #expect(try found([Owners.owns("l", "x", "majority")]).met == .unknown)
  }

  @Test func anOwnerWhoMayBeRestrictedCountsOnlyAtMost() throws {
    let finding = try found(
      [Owners.owns("p", "x", "60")], restricted: [], possibly: ["p"])
    #expect(finding.short == "0...60 unknown")
    #expect(finding.chains == ["60 percent held by p (possibly a restricted party)"])
  }

  @Test func twoRecordsOfOneHoldingAreNotSurelyTwoHoldings() throws {
    let edges = [Owners.owns("l", "x", "30"), Owners.owns("l", "x", "30")]
    #expect(try found(edges).short == "30...60 unknown")
    #expect(
      try found(
        [Owners.owns("l", "x", "80"), Owners.owns("k", "x", "80")], restricted: ["l", "k"]
      )
      .short == "100...100 yes")
  }

  @Test func controlIsToldByOFACAndAskedInEurope() throws {
    let edges = [Owners.directs("l", "x")]
    let ofac = try found(edges)
    #expect(ofac.short == "0...0 no")
    #expect(ofac.flags == [.possibleControl])
    #expect(ofac.chains == ["a seat on its board held by l (restricted party)"])
    #expect(try found(edges, OwnershipRuleTests.european).met == .unknown)
    #expect(try found(edges, .unitedKingdom).met == .unknown)
    let behind = [Owners.directs("l", "a"), Owners.owns("a", "x", "100")]
    #expect(try found(behind).met == .no)
    #expect(try found(behind).flags == [.possibleControl])
    #expect(try found(behind, .unitedKingdom).met == .unknown)
  }

  @Test func aLinkOfAnUnknownKindMayBeOwnershipInEitherDirection() throws {
    let link =
      #"{"schema":"UnknownLink","properties":{"subject":["x"],"object":["l"],"role":["linked"]}}"#
    #expect(try found([link]).short == "0...100 unknown")
  }

  @Test func aCircleAddsNothing() throws {
    let ring = [
      Owners.owns("a", "b", "100"), Owners.owns("b", "a", "100"), Owners.owns("b", "x", "100"),
      Owners.owns("x", "x", "100"),
    ]
    #expect(try found(ring).short == "0...0 no")
    #expect(try found(ring + [Owners.owns("l", "a", "50")]).short == "100...100 yes")
  }

  @Test func whoIsListedAboveAListedOwnerIsTheSameHolder() throws {
    let edges = [
      Owners.owns("l", "k", "100"), Owners.owns("k", "x", "30"), Owners.owns("l", "x", "30"),
    ]
    let finding = try found(edges, .unitedKingdom, restricted: ["l", "k"])
    #expect(finding.short == "60...60 yes")
  }

  @Test func theDaysOfAShareAreThoseThatItsDatesAllow() throws {
    let dated = Owners.owns(
      "l", "x", "60", #","startDate":["2024-03"],"endDate":["2025"]"#)
    let graph = try Owners.graph([dated], companies: ["l", "x"])
    for (date, met) in [
      ("2024-02-29", OwnershipFinding.Answer.no), ("2024-03-01", .yes), ("2025-12-31", .yes),
      ("2026-01-01", .no),
    ] {
      #expect(try Owners.finding(graph, asOf: date).met == met, "\(date)")
    }
    #expect(
      try Owners.finding(graph, asOf: "2025-01-01").chains
        == ["60 percent held by l (restricted party), since 2024-03-01, until 2025-12-31"])
  }

  @Test(arguments: [
    ("2025-09-28", OwnershipRule.Force.notYet), ("2025-09-29", .inForce),
    ("2025-11-09", .inForce), ("2025-11-10", .suspended), ("2026-11-09", .suspended),
    ("2026-11-10", .unconfirmed),
  ])
  func theAffiliatesRuleHasItsDays(date: String, force: OwnershipRule.Force) throws {
    #expect(OwnershipRule.affiliates(counting: ["SDGT"]).force(on: try day(date)) == force)
    #expect(OwnershipRule.ofac.force(on: try day(date)) == .inForce)
  }

  @Test func eachRuleCountsItsOwnLists() throws {
    var person = ListEntry(id: "1", list: .specialDesignations, name: "Example Person")
    person.programmes = ["GLOMAG"]
    #expect(
      OwnershipRule.ofac.counts(person)
        && !OwnershipRule.affiliates(counting: ["SDGT"]).counts(person))
    // Where nobody knows which programmes count, each does.
    #expect(OwnershipRule.affiliates(counting: nil).counts(person))
    person.programmes = ["GLOMAG", "SDGT"]
    #expect(OwnershipRule.affiliates(counting: ["SDGT"]).counts(person))
    let entity = ListEntry(id: "2", list: .entityList, name: "Example Body")
    #expect(
      OwnershipRule.affiliates(counting: ["SDGT"]).counts(entity)
        && !OwnershipRule.ofac.counts(entity))
    let freeze = ListEntry(id: "3", list: .globalHumanRights, name: "Example Bureau")
    #expect(OwnershipRuleTests.european.counts(freeze) && !OwnershipRule.ofac.counts(freeze))
    let kingdom = ListEntry(
      id: "4", list: try #require(ListCode("uk-sanctions")), name: "Example", effect: .blocking)
    #expect(OwnershipRule.unitedKingdom.counts(kingdom))
    #expect(!OwnershipRuleTests.european.counts(kingdom))
  }

  @Test func aMinorityIsAFlagAndNamesItsOwners() throws {
    let finding = try found(
      [Owners.owns("l", "x", "10"), Owners.owns("c", "x", "90")], .affiliates(counting: []))
    #expect(finding.met == .no && finding.flags == [.minorityShare])
    let graph = try Owners.graph([Owners.owns("l", "x", "10")], companies: ["l", "x"])
    let owners = try Owners.finding(graph).owners
    #expect(owners.map { graph.holders[$0].id } == ["l"])
    #expect(finding.words.hasPrefix("BIS Affiliates Rule as of 2026-11-22: restricted parties own"))
  }
}
