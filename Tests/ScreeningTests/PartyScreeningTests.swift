import Dossier
import Formats
import Names
import Testing
import WatchLists

@testable import Screening

@Suite("A party alone is held or not found, and never released")
struct PartyScreeningTests {
  private let day = CivilDate("2026-11-22")

  private func coverage(answers: Bool) throws -> Coverage {
    Coverage(
      lists: [
        Coverage.List(
          id: "l", name: "Example list", retrieved: day, entries: 10, unreadable: 0, ageDays: 1,
          canariesFound: 0, canariesExpected: 0, isRequired: true,
          faults: answers ? [] : ["is 45 days old; the policy allows 14"], digest: "sha256:0")
      ], notSearched: [], suppressed: [])
  }

  private func screening(
    _ entries: [ListEntry], _ party: ScreenedParty, answers: Bool = true, limit: Int = 50,
    suppressions: [Suppression] = []
  ) throws -> PartyScreening {
    let date = try #require(day)
    let contacts = party.contacts(try #require(Bundle.knowledge).names)
    let matcher = ListMatcher(
      WatchListSnapshot(entries: entries, asOf: date),
      knowledge: try #require(Bundle.knowledge).names)
    return PartyScreening(
      party: party, line: nil, asOf: date,
      search: matcher.matches(
        for: party.identity, contacts: contacts, suppressions: suppressions, limit: limit),
      unread: contacts.unread, ownership: PartyOwnership(.none(.notSearched)),
      coverage: try coverage(answers: answers), demonstration: nil, notices: [])
  }

  private func entry(_ id: String, removed: Bool = false) throws -> ListEntry {
    var entry = ListEntry(
      id: id, list: .entityList, name: "Kestrel Sequencing Co., Ltd.", schema: .organisation)
    entry.countries = ["CN"]
    if removed { entry.removedOn = CivilDate("2026-03-01") }
    return entry
  }

  private let listed = ScreenedParty(
    names: ["Kestrel Sequencing Co., Ltd."], kind: .organisation, countries: ["CN"])
  private let stranger = ScreenedParty(
    names: ["Musterlabor GmbH"], kind: .organisation, countries: ["DE"])

  @Test func aListingInForceHolds() throws {
    let screening = try screening([entry("e")], listed)
    #expect(screening.result == .listed)
    #expect(screening.inForce.map(\.entry.id) == ["e"] && screening.past.isEmpty)
    let match = try #require(screening.json["matches"]?.array?.first)
    #expect(match["strength"]?.string == "certain")
    #expect(match["reasons"]?.strings?.isEmpty == false)
    #expect(match["entryDigest"]?.string == "\(screening.inForce[0].entry.digest)")
  }

  @Test func aFormerListingIsContext() throws {
    let screening = try screening([entry("e", removed: true)], listed)
    #expect(screening.result == .notFound)
    #expect(screening.past.count == 1)
    #expect(screening.json["past"]?.array?.count == 1)
    #expect(screening.json["matches"]?.array?.isEmpty == true)
  }

  @Test func aListedBodyOfAnotherNameAtTheAddressHolds() throws {
    var entry = try entry("e")
    entry.addresses = ["Room 101, 12 Example Road, Chaoyang District, Beijing, China"]
    var tenant = stranger
    tenant.addresses = entry.addresses
    let screening = try screening([entry], tenant)
    #expect(screening.result == .reachedAtListed)
    #expect(screening.json["contacts"]?.array?.first?["kind"]?.string == "address")
    entry.removedOn = CivilDate("2026-03-01")
    let past = try self.screening([entry], tenant)
    #expect(past.result == .notFound && past.search.findings.count == 1)
  }

  @Test func nothingFoundSaysWhereAndWhen() throws {
    let screening = try screening([entry("e")], stranger)
    #expect(screening.result == .notFound)
    #expect(
      screening.sentence == "No listed party was found on the 1 list searched as of 2026-11-22.")
  }

  /// Few entries print an identifier: that none agrees says little.
  @Test func aPartyWithoutANameIsFoundOrNotSearched() throws {
    var numbered = try entry("e")
    numbered.identifiers = ["USCC: 91110000-X7"]
    let party = ScreenedParty(names: [], identifiers: ["91110000X7"])
    #expect(try screening([numbered], party).result == .listed)
    let other = ScreenedParty(names: [], identifiers: ["HRB 471100"])
    let nothing = try screening([numbered], other)
    #expect(nothing.result == .notSearched)
    #expect(nothing.sentence.contains("without a name"))
    let address = ScreenedParty(names: [], kind: .address, addresses: ["1 Example Road"])
    #expect(try screening([numbered], address).result == .notFound)
  }

  @Test func nothingFoundOnAListThatDidNotAnswerIsNoAnswer() throws {
    let screening = try screening([entry("e")], stranger, answers: false)
    #expect(screening.result == .notSearched)
    #expect(screening.sentence.contains("insufficient"))
    #expect(try self.screening([entry("e")], listed, answers: false).result == .listed)
  }

  /// Past listings in front of the limit may hide one in force.
  @Test func aSearchThatWasCutOffIsNeverNothing() throws {
    let past = try (0..<6).map { try entry("p\($0)", removed: true) }
    let screening = try screening(past, listed, limit: 3)
    #expect(screening.result == .possiblyListed)
    #expect(screening.json["truncated"]?.boolean == true)
  }

  /// Of what the party does in which order nothing is known.
  @Test func whatWasReviewedForARoleHidesNothingHere() throws {
    let entry = try entry("e")
    var suppression = Suppression(
      id: "s", party: .names(listed.names, country: "CN"), entry: "e",
      entryDigest: "\(entry.digest)", roles: ["freightForwarder"],
      reason: "another body", approvedBy: "B. Checker",
      approvedOn: try #require(CivilDate("2026-11-01")),
      expires: try #require(CivilDate("2027-02-01")))
    let bound = try screening([entry], listed, suppressions: [suppression])
    #expect(bound.result == .listed)
    #expect(bound.json["lapsedSuppressions"]?.array?.count == 1)
    suppression.roles = []
    let hidden = try screening([entry], listed, suppressions: [suppression])
    #expect(hidden.result == .notFound)
    let shown = try #require(hidden.json["suppressed"]?.array?.first?["suppression"])
    #expect(shown["approvedBy"]?.string == "B. Checker" && shown["id"]?.string == "s")
  }

  @Test func aPhoneOfAListedBodyHolds() throws {
    var entry = try entry("e")
    entry.remarks = "Phone Number +86 10 5555 0123; Email Address info@kestrel-sequencing.cn"
    var party = stranger
    party.phones = ["0086-10-55550123"]
    let screening = try screening([entry], party)
    #expect(screening.result == .reachedAtListed)
    #expect(screening.sentence.contains("by the same telephone"))
    #expect(screening.json["contacts"]?.array?.first?["kind"]?.string == "phone")
    #expect(screening.json["party"]?["phones"]?.strings == party.phones)
    party.phones = []
    party.emails = ["INFO@kestrel-sequencing.cn"]
    #expect(try self.screening([entry], party).result == .reachedAtListed)
    party.emails = ["info@another-body.cn"]
    #expect(try self.screening([entry], party).result == .notFound)
  }

  @Test func whatCannotBeReadIsNotNothing() throws {
    var party = stranger
    party.phones = ["+999 1234567"]
    let screening = try screening([entry("e")], party)
    #expect(screening.result == .notSearched)
    #expect(screening.sentence.contains("`+999 1234567`"))
    var found = listed
    found.phones = party.phones
    #expect(try self.screening([entry("e")], found).result == .listed)
  }

  @Test func theWordsOfApprovalNeverStand() throws {
    let all = try [
      screening([entry("e")], listed), screening([entry("e")], stranger),
      screening([], stranger), screening([entry("e")], stranger, answers: false),
    ]
    for screening in all {
      let text = screening.json.text().lowercased() + screening.sentence.lowercased()
      for word in ["clear", "clean", "safe", "compliant", "release"] {
        #expect(!text.contains(word), "\(word): \(text)")
      }
    }
  }
}
