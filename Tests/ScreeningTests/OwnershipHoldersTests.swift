import Facts
import Formats
import Names
import SeededNumbers
import TestFolders
import Testing
import Trade
import WatchLists

@testable import Dossier

@Suite("A party is found among owners and owned bodies, and nothing of doubt is nothing")
struct OwnershipHoldersTests {
  private static let day = OrderBook.asOf

  private static func company(_ id: String, _ name: String, _ more: String = "") -> String {
    #"{"id":"\#(id)","schema":"Company","properties":{"name":["\#(name)"],"country":["cn"]\#(more)}}"#
  }

  private static func owns(_ owner: String, _ asset: String, _ percent: Int) -> String {
    #"{"schema":"Ownership","properties":{"owner":["\#(owner)"],"asset":["\#(asset)"],"percentage":["\#(percent)"]}}"#
  }

  private static func listed(
    _ name: String, _ list: ListCode, _ effect: ListEffect, programmes: [String] = []
  ) -> ListEntry {
    var entry = ListEntry(id: name, list: list, name: name, schema: .organisation)
    entry.countries = ["CN"]
    entry.effect = effect
    entry.programmes = programmes
    return entry
  }

  static func order(_ properties: [Entity.Property]) -> Order {
    Order(
      stage: .order, kind: .sale, reference: "P", system: "test", revision: 0,
      countryOfExport: "US", countryOfUltimateDestination: "CN", endUserKnown: .declared,
      parties: [
        Party(
          id: "p1", roles: [.purchaser, .endUser],
          entity: Entity(schema: .company, properties: properties))
      ], lines: [])
  }

  /// What is found of a party of this name, register number and country.
  private func ownership(
    of name: String, number: String? = nil, country: String = "CN", lines: [String],
    entries: [ListEntry]
  ) throws -> Ownership {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder + "/ownership")
    try FileWriter.write(
      lines.joined(separator: "\n"), to: folder + "/ownership/holders.ndjson")
    let knowledge = try #require(Bundle.knowledge)
    let inputs = DossierInputs(
      knowledge: knowledge, corpus: try Corpus(folder: folder, knowledge: knowledge),
      matcher: ListMatcher(
        WatchListSnapshot(entries: entries, asOf: Self.day), knowledge: knowledge.names),
      asOf: Self.day, coverageIsComplete: true)
    var properties: [Entity.Property] = [.init("name", [name]), .init("country", [country])]
    if let number { properties.append(.init("registrationNumber", [number])) }
    let order = Self.order(properties)
    let assembly = DossierAssembly(order, inputs, notices: [])
    return try #require(inputs.ownership)
      .ownership(of: try #require(assembly.parties.first).profile)
  }

  private func bounds(_ fact: Fact) -> String {
    guard case .number(let interval)? = fact.value else { return "unknown" }
    return "\(interval.low.map { "\($0)" } ?? "")...\(interval.high.map { "\($0)" } ?? "")"
  }

  private let kestrel = listed(
    "Kestrel Holding Co., Ltd.", .init("us-ofac-sdn") ?? .entityList, .blocking)
  private let corvina = listed("Corvina Optics Co., Ltd.", .entityList, .licenceRequirement)

  @Test func anOwnerOfHalfIsFound() throws {
    let found = try ownership(
      of: "Dornfeld Instruments Co., Ltd.",
      lines: [
        Self.company("k", kestrel.name), Self.company("d", "Dornfeld Instruments Co., Ltd."),
        Self.owns("k", "d", 50),
      ], entries: [kestrel])
    #expect(bounds(found.blocked) == "50...50" && bounds(found.listed) == "0...0")
    #expect(found.words.contains("50 percent held by Kestrel Holding"))
  }

  /// A name that may be the party's is no proof, and no proof of the contrary.
  @Test func anOwnedBodyThatMayBeThePartyCountsAtMost() throws {
    let found = try ownership(
      of: "Dornfeld Instruments", country: "DE",
      lines: [
        Self.company("k", kestrel.name), Self.company("d", "Dornfeld Instruments Co., Ltd."),
        Self.owns("k", "d", 60),
      ], entries: [kestrel])
    #expect(bounds(found.blocked) == "0...60")
    #expect(found.words.contains("if it is `Dornfeld Instruments Co., Ltd.`"))
    let stranger = try ownership(
      of: "Emmenau Chemicals", country: "DE",
      lines: [
        Self.company("k", kestrel.name), Self.company("d", "Dornfeld Instruments Co., Ltd."),
        Self.owns("k", "d", 60),
      ], entries: [kestrel])
    #expect(bounds(stranger.blocked) == "0...0")
  }

  @Test func aRegisterNumberFindsABodyOfAnotherName() throws {
    let number = #","registrationNumber":["91110000-7X"]"#
    let found = try ownership(
      of: "Emmenau Chemicals", number: "911100007X",
      lines: [
        Self.company("k", kestrel.name), Self.company("d", "Dornfeld Instruments", number),
        Self.owns("k", "d", 70),
      ], entries: [kestrel])
    #expect(bounds(found.blocked) == "70...70")
  }

  /// 90 FR 47201: owners under the programmes of section 744.8 are added to those of the Entity List.
  @Test func theAffiliatesRuleAddsUpBothItsLists() throws {
    let lines = [
      Self.company("k", kestrel.name), Self.company("c", corvina.name),
      Self.company("d", "Dornfeld Instruments Co., Ltd."), Self.owns("k", "d", 30),
      Self.owns("c", "d", 30),
    ]
    var exports = kestrel
    exports.programmes = ["NPWMD"]
    let both = try ownership(
      of: "Dornfeld Instruments Co., Ltd.", lines: lines, entries: [exports, corvina])
    #expect(bounds(both.listed) == "60...60" && bounds(both.blocked) == "30...30")
    let other = try ownership(
      of: "Dornfeld Instruments Co., Ltd.", lines: lines, entries: [kestrel, corvina])
    #expect(bounds(other.listed) == "30...30")
  }

  /// Control by a person whom the EU lists binds without any share; OFAC asks for shares alone.
  @Test func controlIsAskedOfEuropeanListsAlone() throws {
    let directs =
      #"{"schema":"Directorship","properties":{"director":["k"],"organization":["d"]}}"#
    let lines = [
      Self.company("k", kestrel.name), Self.company("d", "Dornfeld Instruments Co., Ltd."), directs,
    ]
    var european = kestrel
    european.list = try #require(ListCode("eu-fsf"))
    let found = try ownership(
      of: "Dornfeld Instruments Co., Ltd.", lines: lines, entries: [european])
    #expect(bounds(found.blocked) == "0...100", "\(found.words)")
    #expect(found.words.contains("EU ownership and control"))
    let american = try ownership(
      of: "Dornfeld Instruments Co., Ltd.", lines: lines, entries: [kestrel])
    #expect(bounds(american.blocked) == "0...0")
  }

  /// The index finds whom comparing with every holder finds.
  @Test func theIndexFindsWhatComparingEachFinds() throws {
    let names = try #require(Bundle.knowledge).names
    let seed = UInt64.random(in: 0..<1_000_000)
    var random = SeededGenerator(seed: seed)
    let words = ["Kestrel", "Bellweg", "Corvina", "Dornfeld", "Emmenau", "Fuchsthal", "Grauholz"]
    let trades = ["Optics", "Shipping", "Chemicals", "Instruments", "Sequencing"]
    func name() -> String {
      let parts = [
        random.pick(words), random.pick(trades), random.pick(["Co., Ltd.", "GmbH", ""]),
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let holders = (0..<150).map { number in
      OwnershipGraph.Holder(
        id: "h\(number)", names: [name()], countries: random.chance(1, in: 2) ? ["CN"] : [],
        identifiers: random.chance(1, in: 5) ? ["9111000\(number % 7)X"] : [],
        isPerson: random.chance(1, in: 9))
    }
    let index = OwnershipHolders(holders, knowledge: names)
    var hits = 0
    for number in 0..<60 {
      let party = names.profile(
        of: Identity(
          names: [name()], kind: .organisation, countries: random.chance(1, in: 2) ? ["CN"] : [],
          identifiers: random.chance(1, in: 5) ? ["9111000\(number % 7)-x"] : []))
      var expected: [OwnershipHolders.Match] = []
      for (place, holder) in holders.enumerated() {
        let verdict = names.compare(
          party, names.profile(of: OwnershipHolders.possibleParty(holder))
        ).verdict
        if verdict != .different {
          expected.append(OwnershipHolders.Match(holder: place, isCertain: verdict == .same))
        }
      }
      let found = index.matches(for: party)
      #expect(Set(found) == Set(expected), "seed \(seed): \(party.identity.names)")
      hits += found.count
    }
    #expect(hits > 60, "seed \(seed)")
  }
}
