import Digests
import Formats
import Names
import Testing

@testable import WatchLists

/// What a suppression must never hide, whatever it says.
@Suite("A suppression hides nothing that was not reviewed")
struct SuppressionGuardTests {
  static let entry: ListEntry = {
    var entry = ListEntry(
      id: "e1", list: .entityList, name: "Example Trading Co", schema: .organisation)
    entry.countries = ["CN"]
    entry.identifiers = ["Unified Social Credit Code (USCC): 91110000-X7", "Passport: E 100200"]
    return entry
  }()

  private func suppression(
    of entry: ListEntry = entry, party: Suppression.Party? = nil, list: ListCode? = nil,
    expires: String = "2026-09-01"
  ) throws -> Suppression {
    Suppression(
      id: "s1", party: party ?? .names(["Example Trading Ltd", "ETL"], country: "CN"),
      entry: entry.id, list: list, entryDigest: entry.digest.description,
      reason: "another body", maker: "A. Maker", approvedBy: "B. Checker",
      approvedOn: try day("2026-03-01"), expires: try day(expires))
  }

  private func sieve(
    _ suppression: Suppression, _ entries: [ListEntry], names: [String] = ["Example Trading Ltd"],
    countries: [String] = ["CN"], identifiers: [String] = []
  ) throws -> SievedMatches {
    SievedMatches(
      [suppression],
      of: Identity(names: names, countries: countries, identifiers: identifiers),
      scope: SuppressionScope(roles: [], products: [], isComplete: false),
      asOf: try day("2026-04-01"),
      matches: entries.map {
        ListMatch(
          index: 0, entry: $0, standing: .listed, certainty: .certain, reasons: ["name agrees"],
          queryName: names.first ?? "", entryName: $0.name)
      })
  }

  @Test func itHidesTheMatchThatWasReviewed() throws {
    let sieve = try sieve(suppression(), [Self.entry])
    #expect(sieve.open.isEmpty && sieve.suppressed.count == 1)
  }

  @Test(arguments: ["91110000X7", "91110000-x7", "USCC: 91110000X7", "e100200"])
  func anIdentifierOfTheEntryIsNeverHidden(identifier: String) throws {
    let byNames = try sieve(suppression(), [Self.entry], identifiers: [identifier])
    #expect(byNames.open.count == 1 && byNames.suppressed.isEmpty)
    #expect(byNames.lapsed.first?.lapse.message.contains("identifier") == true)
    // Nor by a fingerprint that was taken with the identifier at hand.
    let print = PartyFingerprint(
      names: ["Example Trading Ltd"], countries: ["CN"], identifiers: [identifier])
    let byDigest = try suppression(party: .fingerprint(print.hexadecimal))
    #expect(byDigest.isAbout(print))
    #expect(try sieve(byDigest, [Self.entry], identifiers: [identifier]).open.count == 1)
  }

  @Test func anotherIdentifierChangesNothing() throws {
    #expect(try sieve(suppression(), [Self.entry], identifiers: ["HRB 4711"]).open.isEmpty)
  }

  /// Publishers number their lists without asking each other.
  @Test func anEntryOfAnotherListWithTheSameIDStands() throws {
    var other = Self.entry
    other.list = .unverified
    for list in [ListCode.entityList, nil] {
      let sieve = try sieve(suppression(list: list), [Self.entry, other])
      #expect(sieve.open.map(\.entry.list) == [.unverified])
      #expect(sieve.suppressed.map(\.match.entry.list) == [.entityList])
    }
    let named = try sieve(suppression(list: .entityList), [other])
    #expect(named.open.count == 1 && named.lapsed.isEmpty)
  }

  @Test func itLapsesWithEveryChangeOfTheEntry() throws {
    var changes: [ListEntry] = Array(repeating: Self.entry, count: 5)
    changes[0].aliases = ["ETL"]
    changes[1].effect = .denialOrder
    changes[2].listedFrom = try day("2026-02-01")
    changes[3].remarks = "see also"
    changes[4].removedOn = try day("2026-03-20")
    for entry in changes {
      let sieve = try sieve(suppression(), [entry])
      #expect(sieve.open.count == 1)
      #expect(sieve.lapsed.map(\.lapse) == [.entryChanged])
    }
  }

  @Test(
    arguments: [
      (["Example Trading Ltd", "Example Police Supplies"], ["CN"]),
      (["Example Trading Ltd"], ["HK"]), (["Example Trading Ltd"], ["CN", "HK"]),
      (["Example Trading Ltd"], []),
    ])
  func itLapsesWhenThePartyChangesAndSaysSo(names: [String], countries: [String]) throws {
    let sieve = try sieve(suppression(), [Self.entry], names: names, countries: countries)
    #expect(sieve.open.count == 1)
    #expect(sieve.lapsed.map(\.lapse) == [.partyChanged])
  }

  @Test func aStrangerIsNotSpokenOf() throws {
    let sieve = try sieve(suppression(), [Self.entry], names: ["Example Trade House"])
    #expect(sieve.open.count == 1 && sieve.lapsed.isEmpty)
  }

  /// Of all parties without a name the fingerprint is one.
  @Test func ofAPartyWithoutANameNothingIsHidden() throws {
    let empty = PartyFingerprint(names: [], countries: ["CN"], identifiers: [])
    let suppression = try suppression(party: .fingerprint(empty.hexadecimal))
    #expect(try sieve(suppression, [Self.entry], names: []).open.count == 1)
  }

  @Test func whatIsNoTextIsRefusedWhole() {
    let error = #expect(throws: Diagnostic.self) {
      try SuppressionRegister([0x7B, 0xFF, 0xFE, 0x0A], file: "s.ndjson")
    }
    #expect(error?.id == "SUP002")
  }

  @Test func theRegisterSaysWhatHoldsAndWhatSoonWillNot() throws {
    var changed = Self.entry
    changed.id = "e2"
    let cases: [(Suppression, SuppressionStatus.State)] = [
      (try suppression(expires: "2026-05-02"), .inForce),
      (try suppression(expires: "2026-05-01"), .endsSoon),
      (try suppression(expires: "2026-04-01"), .expired),
      (try suppression(of: changed), .entryChanged),
      (try suppression(of: ListEntry(id: "e3", list: .unverified, name: "x")), .entryNotFound),
      (try suppression(list: .unverified), .entryNotFound),
    ]
    var present = changed
    present.remarks = "amended"
    let snapshot = WatchListSnapshot(entries: [Self.entry, present], asOf: try day("2026-04-01"))
    let statuses = SuppressionStatus.of(SuppressionRegister(cases.map(\.0)), in: snapshot)
    #expect(statuses.map(\.state) == cases.map(\.1))
    #expect(statuses.map(\.holds) == [true, true, false, false, false, false])
    #expect(statuses[1].daysLeft == 30)
    let early = WatchListSnapshot(entries: [Self.entry], asOf: try day("2026-02-01"))
    #expect(
      SuppressionStatus.of(SuppressionRegister([cases[0].0]), in: early).map(\.state)
        == [.notYetApproved])
  }
}
