import Facts
import Formats
import Names
import Testing
import Trade
import WatchLists

@testable import Dossier

@Suite("Whether a party is reached where a listed body is")
struct ContactFactTests {
  private func fact(_ properties: [Entity.Property]) throws -> Fact {
    var entry = ListEntry(
      id: "e", list: .entityList, name: "Kestrel Sequencing Co., Ltd.", schema: .organisation)
    entry.countries = ["CN"]
    entry.remarks = "Phone Number +86 10 5555 0123"
    let knowledge = try #require(Bundle.knowledge)
    let matcher = ListMatcher(
      WatchListSnapshot(entries: [entry], asOf: OrderBook.asOf), knowledge: knowledge.names)
    let inputs = DossierInputs(
      knowledge: knowledge, corpus: try Corpus(folder: nil, knowledge: knowledge),
      matcher: matcher, asOf: OrderBook.asOf, coverageIsComplete: true)
    let order = OwnershipHoldersTests.order(
      [.init("name", ["Musterlabor"]), .init("country", ["CN"])] + properties)
    var assembly = DossierAssembly(order, inputs, notices: [])
    let party = try #require(assembly.parties.first)
    let search = matcher.matches(for: party.profile.identity, contacts: party.contacts)
    assembly.contactFindings = search.findings.map { (0, $0) }
    return assembly.atListedAddress(0)
  }

  @Test func theTelephoneOfAListedBodyIsYes() throws {
    #expect(try fact([.init("phone", ["010-55550123"])]).value == .boolean(true))
  }

  @Test func anotherTelephoneIsNo() throws {
    #expect(try fact([.init("phone", ["010-55550199"])]).value == .boolean(false))
    #expect(try fact([]).value == .boolean(false))
  }

  /// A line behind the same switchboard, and what cannot be read at all, are not known.
  @Test func whatIsNotToldIsUnknown() throws {
    #expect(try fact([.init("phone", ["+999 1234567"])]).value == nil)
    #expect(try fact([.init("phone", ["+999 1234567"])]).words.contains("+999 1234567"))
  }
}
