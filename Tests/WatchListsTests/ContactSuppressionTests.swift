import Formats
import Names
import Taxonomy
import Testing

@testable import WatchLists

@Suite("A suppression hides an address or number that was reviewed, and no other")
struct ContactSuppressionTests {
  private static let knowledge: Result<NameKnowledge, any Error> = Result {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(root)/Data"
    return try NameKnowledge(taxonomy: try Taxonomy(folder: folder), folder: folder)
  }
  private static let address = "No. 18 Shangdi East Road, Haidian District, Beijing"

  private static let entry: ListEntry = {
    var entry = ListEntry(
      id: "e1", list: .entityList, name: "Example Institute of Optics", schema: .organisation)
    entry.countries = ["CN"]
    entry.addresses = [address]
    entry.remarks = "Phone Number +86 10 5555 0123; Email Address info@example-institute.cn"
    return entry
  }()

  private func suppression(
    _ rung: Suppression.Rung, _ value: String? = nil, names: [String] = ["Unrelated Trading"],
    of entry: ListEntry = entry, roles: [String] = []
  ) throws -> Suppression {
    Suppression(
      id: "s-\(rung.rawValue)", party: .names(names, country: "CN"), entry: entry.id,
      entryDigest: "\(entry.digest)", rung: rung, value: value, roles: roles,
      reason: "another tenant of the building", approvedBy: "B. Checker",
      approvedOn: try day("2026-07-01"), expires: try day("2026-12-01"))
  }

  private func search(
    _ suppressions: [Suppression], names: [String] = ["Unrelated Trading"],
    addresses: [String] = [address], phones: [String] = [], emails: [String] = [],
    entries: [ListEntry] = [entry]
  ) throws -> ListSearch {
    let knowledge = try Self.knowledge.get()
    let matcher = ListMatcher(
      WatchListSnapshot(entries: entries, asOf: try day("2026-08-01")), knowledge: knowledge)
    return matcher.matches(
      for: Identity(names: names, kind: .organisation, countries: ["CN"], addresses: addresses),
      contacts: knowledge.contacts(
        addresses: addresses, phones: phones, emails: emails, country: "CN"),
      suppressions: suppressions,
      scope: SuppressionScope(roles: ["endUser"], products: ["sequencer"]))
  }

  @Test func aReviewedAddressIsHiddenAndTold() throws {
    #expect(try search([]).findings.map(\.kind) == [.address])
    let hidden = try search([
      suppression(.address, "NO 18, Shangdi East Road Haidian District Beijing")
    ])
    #expect(hidden.findings.isEmpty)
    #expect(hidden.suppressed.map(\.rung) == [.address])
    #expect(hidden.suppressed.first?.match.queryName == Self.address)
  }

  @Test func anAddressThatWasNotReviewedStands() throws {
    let moved = try search([suppression(.address, "No. 99 Other Road, Haidian District, Beijing")])
    #expect(moved.findings.count == 1)
    #expect(moved.lapsed.map(\.lapse) == [.contactChanged])
  }

  @Test func eachRungIsReviewedByItself() throws {
    let address = try suppression(.address, Self.address)
    let phone = try suppression(.phone, "010 5555 0123")
    let all = try search(
      [address], phones: ["010-55550123"], emails: ["info@example-institute.cn"])
    #expect(all.findings.map(\.kind) == [.phone, .email, .domain])
    let fewer = try search(
      [address, phone], phones: ["010-55550123"], emails: ["info@example-institute.cn"])
    #expect(fewer.findings.map(\.kind) == [.email, .domain])
    let none = try search(
      [suppression(.entry)], phones: ["010-55550123"], emails: ["info@example-institute.cn"])
    #expect(none.findings.isEmpty && none.suppressed.count == 4)
  }

  /// What is told apart by its name only is still reached at the listed body's address.
  @Test func aNameThatWasToldApartLeavesTheAddress() throws {
    let names = [Self.entry.name]
    #expect(try search([], names: names).findings.isEmpty)
    let byName = try search([suppression(.name, names: names)], names: names)
    #expect(byName.matches.isEmpty && byName.findings.map(\.kind) == [.address])
    let whole = try search([suppression(.entry, names: names)], names: names)
    #expect(whole.matches.isEmpty && whole.findings.isEmpty && whole.suppressed.count == 2)
  }

  @Test func itLapsesWithTheEntryTheScopeAndTheDay() throws {
    var changed = Self.entry
    changed.remarks = "Phone Number +86 10 5555 0123"
    let bound = try suppression(.address, Self.address)
    #expect(try search([bound], entries: [changed]).lapsed.map(\.lapse) == [.entryChanged])
    let role = try suppression(.address, Self.address, roles: ["purchaser"])
    #expect(try search([role]).lapsed.map(\.lapse) == [.outsideScope])
    #expect(try search([role]).findings.count == 1)
    var late = bound
    late.expires = try day("2026-08-01")
    #expect(try search([late]).findings.count == 1)
  }

  @Test func oneEntryOfManyAtAnAddressLeavesTheOthers() throws {
    var other = Self.entry
    other.id = "e2"
    other.name = "Example Institute of Acoustics"
    let search = try search(
      [suppression(.address, Self.address)], entries: [Self.entry, other])
    #expect(search.findings.map(\.entries) == [[1]])
  }

  /// The listed thing is the address itself: told apart is a party at one address, not for good.
  @Test func aListedAddressIsToldApartByTheAddressThatWasReviewed() throws {
    var bare = ListEntry(id: "a1", list: .entityList, name: "Address 77", schema: .address)
    bare.addresses = [Self.address]
    let byName = try suppression(.name, of: bare)
    #expect(try search([byName], entries: [bare]).matches.count == 1)
    let byAddress = try suppression(.address, Self.address, of: bare)
    #expect(try search([byAddress], entries: [bare]).matches.isEmpty)
  }

  private func register(_ more: String) throws -> SuppressionRegister {
    try SuppressionRegister(
      Array(
        """
        {"id":"s","party":{"names":["Unrelated Trading"],"country":"CN"},"entry":"e1",\
        "entryDigest":"\(Self.entry.digest)","reason":"r","maker":"a","approvedBy":"b",\
        "approvedOn":"2026-07-01","expires":"2026-12-01"\(more)}
        """.utf8), file: "s.ndjson")
  }

  @Test func theRegisterReadsTheRung() throws {
    #expect(try register("").suppressions.map(\.rung) == [.name])
    let address = try register(",\"rung\":\"address\",\"value\":\"12 Example Road\"")
    #expect(address.suppressions.map(\.rung) == [.address])
    #expect(address.suppressions.map(\.value) == ["12 Example Road"])
  }

  @Test(
    arguments: [
      (",\"rung\":\"adress\",\"value\":\"x\"", "`rung` is `adress`"),
      (",\"rung\":\"phone\"", "`value` is missing"),
      (",\"rung\":\"phone\",\"value\":\"--\"", "neither letters nor digits"),
      (",\"rung\":\"entry\",\"value\":\"x\"", "`value` belongs to"),
      (",\"value\":\"x\"", "`value` belongs to"),
    ])
  func aRungThatSaysTooLittleIsNotApplied(more: String, words: String) throws {
    let register = try register(more)
    #expect(register.suppressions.isEmpty)
    #expect(register.diagnostics.first?.message.contains(words) == true)
  }
}
