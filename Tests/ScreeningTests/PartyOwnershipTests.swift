import Dossier
import Facts
import Formats
import Names
import TestFolders
import Testing
import WatchLists

@testable import Screening

@Suite("The owners of a party alone are told, and what is not known of them is never none")
struct PartyOwnershipTests {
  private static let party = "Dornfeld Instruments Co., Ltd."

  private static func company(_ id: String, _ name: String) -> String {
    #"{"id":"\#(id)","schema":"Company","properties":{"name":["\#(name)"],"country":["cn"]}}"#
  }

  private static func owns(_ owner: String, _ asset: String, _ percent: Int?) -> String {
    let share = percent.map { #","percentage":["\#($0)"]"# } ?? ""
    return
      #"{"schema":"Ownership","properties":{"owner":["\#(owner)"],"asset":["\#(asset)"]\#(share)}}"#
  }

  private static func listed(
    _ name: String, _ list: String = "us-ofac-sdn", _ effect: ListEffect = .blocking
  ) throws -> ListEntry {
    var entry = ListEntry(
      id: name, list: try #require(ListCode(list)), name: name, schema: .organisation)
    entry.countries = ["CN"]
    entry.effect = effect
    return entry
  }

  private static let kestrel = "Kestrel Holding Co., Ltd."
  private static let corvina = "Corvina Optics Co., Ltd."
  private static let bodies = [
    company("k", kestrel), company("c", corvina), company("d", party),
    company("h", "Emmenau Holding Co., Ltd."),
  ]

  private func corpus(_ lines: [String]?) throws -> PartyCorpus {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder)
    if let lines {
      try FileWriter.makeFolder(folder + "/ownership")
      try FileWriter.write(
        (Self.bodies + lines).joined(separator: "\n") + "\n",
        to: folder + "/ownership/holders.ndjson")
    }
    return try PartyCorpus(folder: folder)
  }

  private func ownership(
    _ lines: [String]?, _ entries: [ListEntry], of name: String = party, country: String = "CN"
  ) throws -> PartyOwnership {
    let knowledge = try #require(Bundle.knowledge).lists
    let matcher = ListMatcher(
      WatchListSnapshot(entries: entries, asOf: OrderBook.asOf), knowledge: knowledge.names)
    let owners = try PartyScreener.owners(of: try corpus(lines), knowledge, matcher)
    let screened = ScreenedParty(names: [name], kind: .organisation, countries: [country])
    return PartyOwnership(
      owners?.ownership(of: knowledge.names.profile(of: screened.identity))
        ?? .none(.notSearched))
  }

  @Test func halfInTheAggregateAndThroughALayerIsOwned() throws {
    let found = try ownership(
      [Self.owns("k", "h", 50), Self.owns("h", "d", 30), Self.owns("c", "d", 20)],
      [Self.listed(Self.kestrel), Self.listed(Self.corvina)])
    #expect(found.answer == .owned && found.holds)
    #expect(found.sentence.contains("OFAC 50 percent rule"), "\(found.sentence)")
    let chains = found.chains.joined(separator: "\n")
    #expect(chains.contains("50 percent held by blocked persons"), "\(chains)")
    #expect(chains.contains(Self.kestrel) && chains.contains(Self.corvina), "\(chains)")
    #expect(found.json["blockedShare"]?["atLeast"]?.string == "50")
    let rule = found.json["rules"]?.array?.first { $0["id"]?.string == "us.ofac.50" }
    #expect(rule?["met"]?.boolean == true && rule?["force"]?.string == "inForce")
  }

  /// The Affiliates Rule is told with whether it is law; a listed owner holds all the same.
  @Test func aRuleIsToldWithItsForce() throws {
    let found = try ownership(
      [Self.owns("c", "d", 60)],
      [Self.listed(Self.corvina, "us-bis-entity-list", .licenceRequirement)])
    #expect(found.answer == .owned)
    #expect(found.sentence.contains("BIS Affiliates Rule ("), "\(found.sentence)")
  }

  @Test func lessThanHalfIsAListedOwner() throws {
    let found = try ownership([Self.owns("k", "d", 49)], [Self.listed(Self.kestrel)])
    #expect(found.answer == .listedOwner && found.holds)
    #expect(found.chains.contains { $0.contains("49 percent") }, "\(found.chains)")
    let layered = try ownership(
      [Self.owns("k", "h", 10), Self.owns("h", "d", 10)], [Self.listed(Self.kestrel)])
    #expect(layered.answer == .listedOwner, "\(layered.chains)")
  }

  @Test func whatIsNotKnownIsNeverNone() throws {
    let share = try ownership([Self.owns("k", "d", nil)], [Self.listed(Self.kestrel)])
    #expect(share.holds && share.answer != .noneFound)
    #expect(share.json["blockedShare"]?["atMost"]?.string == "100")
    let rule = share.json["rules"]?.array?.first { $0["id"]?.string == "us.ofac.50" }
    #expect(rule?["met"]?.isNull == true)
    // An owner that may be the listed party, and a party that may be the one of the records.
    let owner = try ownership(
      [Self.owns("k", "d", 70)], [Self.listed("Kestrel Holding")])
    #expect(owner.holds, "\(owner.answer)")
    let likeness = try ownership(
      [Self.owns("k", "d", 70)], [Self.listed(Self.kestrel)], of: "Dornfeld Instruments",
      country: "DE")
    #expect(likeness.answer == .unknown, "\(likeness.answer)")
    #expect(likeness.chains.contains { $0.contains("if it is `\(Self.party)`") })
    let directs =
      #"{"schema":"Directorship","properties":{"director":["k"],"organization":["d"]}}"#
    let control = try ownership([directs], [Self.listed(Self.kestrel, "eu-fsf")])
    #expect(control.holds, "\(control.answer)")
  }

  @Test func whatTheRecordsDoNotSayIsSaid() throws {
    let none = try ownership([Self.owns("k", "d", 80)], [])
    #expect(none.answer == .noneFound && !none.holds && none.chains.isEmpty)
    let stranger = try ownership(
      [Self.owns("k", "d", 80)], [Self.listed(Self.kestrel)], of: "Musterlabor GmbH",
      country: "DE")
    #expect(stranger.answer == .notRecorded && stranger.json["blockedShare"]?.isNull == true)
    #expect(stranger.json["listedAbove"]?.isNull == true)
    let unsearched = try ownership(nil, [Self.listed(Self.kestrel)])
    #expect(unsearched.answer == .notSearched && !unsearched.holds)
  }

  /// Nobody is held because a boycotting state lists an owner.
  @Test(arguments: [("company-boycott", false), ("company-list", true)])
  func anOwnerOnABoycottListHoldsNobody(list: String, holds: Bool) throws {
    let found = try ownership([Self.owns("k", "d", 80)], [Self.listed(Self.kestrel, list)])
    #expect(found.holds == holds, "\(found.answer)")
  }

  @Test func anOwnerThatIsListedNewChangesTheResultOfItsAssets() throws {
    let knowledge = try #require(Bundle.knowledge).lists
    func lists(_ entries: [ListEntry]) -> WatchListSnapshot {
      WatchListSnapshot(entries: entries, asOf: OrderBook.asOf)
    }
    let other = try Self.listed("Bellweg Shipping Co., Ltd.")
    let (before, after) = (lists([other]), lists([other, try Self.listed(Self.kestrel)]))
    let corpus = try corpus([Self.owns("k", "d", 50)])
    let party = ScreenedParty(names: [Self.party], kind: .organisation, countries: ["CN"])
    for method in [PartyRescreening.Method.delta, .full] {
      let rescreening = try PartyRescreening(
        from: before, to: after, knowledge: knowledge, corpus: corpus, method: method)
      #expect(rescreening.changes(of: party).isEmpty)
      let change = try #require(rescreening.ownershipChange(of: party))
      #expect(change.before.answer == .noneFound && change.after.answer == .owned)
      let stranger = ScreenedParty(names: ["Musterlabor GmbH"])
      #expect(rescreening.ownershipChange(of: stranger) == nil)
    }
    let same = try PartyRescreening(
      from: before, to: lists([other]), knowledge: knowledge, corpus: corpus)
    #expect(same.ownershipChange(of: party) == nil)
  }
}
