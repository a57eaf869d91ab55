import Formats
import Names
import Taxonomy
import Testing

@testable import WatchLists

private enum Tables {
  static let folder: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/Data"
  }()
  static let arePresent = FileReader.isFolder(folder + "/names")
  static let knowledge: Result<NameKnowledge, any Error> = Result {
    try NameKnowledge(taxonomy: try Taxonomy(folder: folder), folder: folder)
  }
}

@Suite(
  "Addresses, phones and mail of a party are held against the lists",
  .enabled(if: Tables.arePresent))
struct ContactTests {
  private func matcher(_ entries: [ListEntry]) throws -> ListMatcher {
    ListMatcher(
      WatchListSnapshot(entries: entries, asOf: try day("2026-08-01")),
      knowledge: try Tables.knowledge.get())
  }

  private func listed(_ id: String, _ addresses: [String], country: String = "CN") -> ListEntry {
    var entry = ListEntry(
      id: id, list: .entityList, name: "Example Institute \(id.uppercased())",
      schema: .organisation)
    entry.countries = [country]
    entry.addresses = addresses
    return entry
  }

  private func bare(_ id: String, _ text: String) -> ListEntry {
    var entry = ListEntry(id: id, list: .entityList, name: "Address 77", schema: .address)
    entry.addresses = [text]
    return entry
  }

  private func party(_ addresses: [String], country: String = "CN") -> Identity {
    Identity(
      names: ["Unrelated Trading"], kind: .organisation, countries: [country],
      addresses: addresses)
  }

  @Test(
    arguments: [
      ("room 19C, Example Centre 301-307, Sample Rd. Wan Chai, Hong Kong", "certain"),
      ("Room 19C, Example Centre, 301-307 Sample Rd, Hong Kong, Wan Chai, HK", "certain"),
      ("Rm 19C Example Center, 301-307 Sample Road, Wan Chai, Hong Kong", "certain"),
      ("Example Center, 301-307 Sample Road, Wan Chai, Hong Kong", "possible"),
      ("Room 19C, 305 Sample Road, Hong Kong", "certain"),
      ("Room 19C, Example Centre, Hong Kong", "certain"),
      ("Room 19D Example Centre 301-307, Sample Rd. Wan Chai, Hong Kong", "none"),
      ("Room 19C Example Centre 401-407, Sample Rd. Wan Chai, Hong Kong", "none"),
      ("Room 19C Example Centre 301-307, Other Rd. Wan Chai, Hong Kong", "none"),
      ("Sample Road, Wan Chai, Hong Kong", "none"),
      ("19C 301-307", "none"), ("", "none"),
    ])
  func addressesAreComparedAsParties(text: String, expected: String) throws {
    let matcher = try matcher([
      bare("a", "Room 19C Example Centre 301-307, Sample Rd. Wan Chai, Hong Kong")
    ])
    let search = matcher.matches(for: party([text], country: "HK"))
    #expect((search.matches.first?.certainty.rawValue ?? "none") == expected, "\(search.matches)")
  }

  @Test func anAddressWithoutNumbersFindsNothing() throws {
    let matcher = try matcher([bare("a", "Example Street, Hong Kong")])
    #expect(matcher.matches(for: party(["Example Street, Hong Kong"])).matches.isEmpty)
  }

  @Test func anotherUnitOfAListedBuildingIsToldAndIsNoMatch() throws {
    let matcher = try matcher([
      bare("a", "Flat 2309, 23/F, Example Tower, 2-16 Sample Street, Hong Kong")
    ])
    let search = matcher.matches(
      for: party(["Flat 901, 9/F, Example Tower, 2-16 Sample Street, Hong Kong"], country: "HK"))
    #expect(search.matches.isEmpty)
    #expect(search.findings.map(\.kind) == [.building])
    #expect(search.findings.first?.isCertain == false)
  }

  @Test func theAddressOfAListedEntityIsAFindingInBothScripts() throws {
    let matcher = try matcher([
      listed("a", ["Room 301, No. 18 Shangdi East Road, Haidian District, Beijing"]),
      listed("b", ["No. 20 Shangdi East Road, Haidian District, Beijing"]),
    ])
    let search = matcher.matches(for: party(["北京市海淀区上地东路18号301室"]))
    #expect(search.matches.isEmpty)
    let finding = try #require(search.findings.first)
    #expect(finding.kind == .address)
    #expect(finding.entry.id == "a")
    #expect(finding.sharing == 1)
    #expect(finding.reasons.first == "address agrees with that of a listed entity")
    #expect(matcher.matches(for: party(["北京市海淀区上地东路19号301室"])).findings.isEmpty)
    #expect(matcher.matches(for: party(["上海市浦东新区上地东路18号301室"])).findings.isEmpty)
  }

  /// What was found for a text in one country is not what it finds in another.
  @Test(arguments: [["CN", "TW", "CN"], ["TW", "CN", "TW"]])
  func whatWasFoundBeforeIsFoundAgain(countries: [String]) throws {
    let text = "北京东路18号301室"
    let entries = [listed("a", [text]), listed("b", [text], country: "TW")]
    func found(_ matcher: ListMatcher, _ country: String) -> [[String]] {
      matcher.matches(for: party([text], country: country)).findings.map {
        [$0.entry.id, "\($0.isCertain)", "\($0.sharing)"] + $0.reasons
      }
    }
    let again = try matcher(entries)
    for country in countries {
      let fresh = found(try matcher(entries), country)
      #expect(!fresh.isEmpty && found(again, country) == fresh, "\(country)")
    }
  }

  @Test func anAgentsAddressSaysHowManyShareIt() throws {
    let agents = (0..<7).map { listed("e\($0)", ["P.O. Box 9911, Dubai, U.A.E"], country: "AE") }
    let search = try matcher(agents).matches(
      for: party(["PO Box 9911, Dubai, United Arab Emirates"], country: "AE"))
    let finding = try #require(search.findings.first)
    #expect(finding.sharing == 7)
    #expect(finding.reasons.last == "7 entries (7 names) share it; it may be that of an agent")
  }

  @Test func theEntryThatTheNameFoundIsNoFindingToo() throws {
    let entry = listed("a", ["No. 18 Shangdi East Road, Haidian District, Beijing"])
    let search = try matcher([entry]).matches(
      for: Identity(
        names: [entry.name], kind: .organisation, countries: ["CN"],
        addresses: entry.addresses))
    #expect(search.matches.map(\.entry.id) == ["a"])
    #expect(search.findings.isEmpty)
  }

  @Test func phonesAndMailOfEntriesAreFound() throws {
    var entry = listed("a", [])
    entry.remarks = "Phone Number 86 (10) 5555-0123; Email Address Info@Example-Institute.cn"
    entry.identifiers = ["Website: https://www.example-institute.cn/en"]
    let knowledge = try Tables.knowledge.get()
    let matcher = try matcher([entry])
    func kinds(_ contacts: ContactProfile) -> [ContactLink.Kind] {
      matcher.matches(for: party([]), contacts: contacts).findings.map(\.kind)
    }
    #expect(kinds(knowledge.contacts(phones: ["010-55550123"], country: "CN")) == [.phone])
    #expect(kinds(knowledge.contacts(phones: ["010-55550124"], country: "CN")) == [])
    #expect(kinds(knowledge.contacts(phones: ["021-55550123"], country: "CN")) == [])
    #expect(
      kinds(knowledge.contacts(emails: ["info@example-institute.cn"])) == [.email, .domain])
    #expect(kinds(knowledge.contacts(sites: ["mail.example-institute.cn"])) == [.domain])
  }

  /// Another unit of a listed address must not speak for a body that may be in the same one.
  @Test func anotherUnitHidesNoBodyThatMayBeAtTheAddress() throws {
    let tower = "Example Tower, 2-16 Sample Street, Hong Kong"
    let matcher = try matcher([
      bare("a", "Flat 2309, 23/F, " + tower), listed("b", [tower], country: "HK"),
    ])
    let findings = matcher.matches(
      for: party(["Flat 901, 9/F, " + tower], country: "HK")
    ).findings
    #expect(findings.filter(\.isAnotherUnit).map(\.entry.id) == ["a"], "\(findings)")
    #expect(findings.filter { !$0.isAnotherUnit }.map(\.entry.id) == ["b"], "\(findings)")
  }

  /// The entry that is told is the one whose address is quoted.
  @Test func theQuotedAddressIsThatOfTheEntryThatIsTold() throws {
    var past = listed("a", ["No. 18 Shangdi East Road, Haidian District, Beijing"])
    past.removedOn = try day("2026-01-01")
    let matcher = try matcher([past, listed("b", ["18 Shangdi Road East, Haidian, Beijing"])])
    let search = matcher.matches(
      for: party(["No. 18 Shangdi East Road, Haidian District, Beijing"]))
    let finding = try #require(search.findings.first)
    #expect(finding.entry.id == "b" && finding.isInForce)
    #expect(finding.entryText == "18 Shangdi Road East, Haidian, Beijing")
    #expect(finding.entries.count == 2)
  }

  @Test func aPossibleNumberStandsBesideACertainOne() throws {
    var certain = listed("a", [])
    certain.remarks = "Phone Number +86 10 5555 0123"
    var possible = listed("b", [])
    possible.countries = ["CN", "HK"]
    possible.remarks = "Phone Number 8610 5555 0123"
    let knowledge = try Tables.knowledge.get()
    let findings = try matcher([certain, possible]).matches(
      for: party([]), contacts: knowledge.contacts(phones: ["010-55550123"], country: "CN")
    ).findings
    #expect(findings.map(\.entry.id) == ["a", "b"])
    #expect(findings.map(\.isCertain) == [true, false])
  }

  @Test(
    arguments: [
      "Tel. +86 10 5555 0123 E-mail office@example-institute.cn Web site www.example-institute.cn",
      "office@example-institute.cn, Fax: 010-55550199, Tel: 010-55550123, URL example-institute.cn",
    ])
  func aRemarkOfSeveralKindsIsReadInFull(text: String) throws {
    var entry = listed("a", [])
    entry.remarks = "Also known elsewhere; hotel 12345678; " + text
    let contacts = EntryContacts(entry)
    #expect(contacts.emails == ["office@example-institute.cn"])
    #expect(contacts.sites.contains { $0.hasSuffix("example-institute.cn") })
    let read = try Tables.knowledge.get().contacts(phones: contacts.phones, country: "CN")
    #expect(read.phones.contains { $0.international == "+861055550123" }, "\(contacts.phones)")
    #expect(read.unread.isEmpty)
  }
}
