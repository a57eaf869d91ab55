import Dossier
import Formats
import Names
import SeededNumbers
import Testing
import WatchLists

@testable import Screening

/// Two states of random lists, from a seed.
private struct RandomLists {
  var before: [ListEntry] = []
  var after: [ListEntry] = []
  var generator: SeededGenerator

  static let words = [
    "Kestrel", "Bellweg", "Corvina", "Dornfeld", "Emmenau", "Fuchsthal", "Grauholz", "Arnau",
  ]
  static let trades = ["Sequencing", "Optics", "Shipping", "Chemicals", "Instruments"]

  static func name(_ generator: inout SeededGenerator) -> String {
    "\(generator.pick(words)) \(generator.pick(trades)) Co., Ltd."
  }

  static func address(_ generator: inout SeededGenerator) -> String {
    let unit = generator.chance(1, in: 2) ? "Room \(generator.pick([101, 202])), " : ""
    return "\(unit)\(generator.pick([12, 34])) Example Road, Chaoyang District, Beijing, China"
  }

  init(seed: UInt64, asOf date: CivilDate) {
    generator = SeededGenerator(seed: seed)
    for number in 0..<Int.random(in: 4..<24, using: &generator) {
      let entry = RandomLists.entry(number, date, &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: after.append(entry)
      case 1: before.append(entry)
      case 2:
        before.append(entry)
        var removed = entry
        removed.removedOn = date
        after.append(removed)
      case 3:
        before.append(entry)
        after.append(RandomLists.changed(entry, &generator))
      case 4:
        before.append(entry)
        var renumbered = entry
        renumbered.id += "-new"
        after.append(renumbered)
      default:
        before.append(entry)
        after.append(entry)
      }
    }
    after.shuffle(using: &generator)
  }

  private static func entry(
    _ number: Int, _ date: CivilDate, _ generator: inout SeededGenerator
  ) -> ListEntry {
    var entry = ListEntry(
      id: "e\(number)", list: generator.pick([.entityList, .unverified, .deniedPersons]),
      name: name(&generator), schema: .organisation)
    if generator.chance(2, in: 3) { entry.countries = [generator.pick(["CN", "HK"])] }
    if generator.chance(1, in: 3) { entry.aliases = [name(&generator)] }
    if generator.chance(1, in: 6) { entry.removedOn = date.adding(days: -40) }
    if generator.chance(1, in: 6) { entry.listedFrom = date.adding(days: -3) }
    if generator.chance(1, in: 4) { entry.addresses = [address(&generator)] }
    if generator.chance(1, in: 12) {
      entry.schema = .address
      entry.addresses = [address(&generator)]
    }
    if generator.chance(1, in: 5) { entry.identifiers = ["USCC: 9111000\(number % 4)"] }
    return entry
  }

  private static func changed(
    _ entry: ListEntry, _ generator: inout SeededGenerator
  ) -> ListEntry {
    var entry = entry
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: entry.name = name(&generator)
    case 1: entry.effect = .context
    case 2: entry.aliases.append(name(&generator))
    case 3: entry.countries = ["MO"]
    default: entry.remarks = "amended"
    }
    return entry
  }

  mutating func party(_ number: Int) -> ScreenedParty {
    ScreenedParty(
      id: "C-\(number)", names: [RandomLists.name(&generator)], kind: .organisation,
      countries: generator.chance(2, in: 3) ? [generator.pick(["CN", "HK"])] : [],
      identifiers: generator.chance(1, in: 4) ? ["9111000\(number % 4)"] : [],
      addresses: generator.chance(1, in: 2) ? [RandomLists.address(&generator)] : [])
  }

  /// One for an entry of the earlier state and a party, as a reviewer would write it.
  mutating func suppression(
    _ number: Int, _ party: ScreenedParty, _ date: CivilDate
  ) -> Suppression {
    let entry = generator.pick(before + after)
    return Suppression(
      id: "s\(number)", party: .fingerprint(PartyFingerprint(party.identity).hexadecimal),
      entry: entry.id, entryDigest: "\(entry.digest)",
      rung: generator.pick([.name, .entry]), reason: "another body",
      approvedBy: "B. Checker", approvedOn: date.adding(days: -100),
      expires: date.adding(days: Int.random(in: -20..<20, using: &generator)))
  }
}

@Suite("Rescreening tells whose result the lists have changed")
struct PartyRescreeningTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func rescreening(
    _ before: [ListEntry], _ after: [ListEntry], from: String = "2026-11-20",
    suppressions: [Suppression] = [], method: PartyRescreening.Method = .delta
  ) throws -> PartyRescreening {
    PartyRescreening(
      from: WatchListSnapshot(entries: before, asOf: try day(from)),
      to: WatchListSnapshot(entries: after, asOf: try day("2026-11-20")),
      knowledge: try #require(Bundle.knowledge).lists, suppressions: suppressions,
      method: method)
  }

  private func entry(_ id: String, _ name: String = "Kestrel Sequencing Co., Ltd.") -> ListEntry {
    var entry = ListEntry(id: id, list: .entityList, name: name, schema: .organisation)
    entry.countries = ["CN"]
    return entry
  }

  private let party = ScreenedParty(
    id: "C-1", names: ["Kestrel Sequencing Co., Ltd."], kind: .organisation, countries: ["CN"])

  @Test(arguments: 1...60)
  func theDifferenceAloneGivesWhatEverythingGives(seed: Int) throws {
    let date = try day("2026-11-20")
    var lists = RandomLists(seed: UInt64(seed), asOf: date)
    let parties = (0..<12).map { lists.party($0) }
    let suppressions = (0..<6).map { lists.suppression($0, parties[$0], date) }
    let from = seed.isMultiple(of: 2) ? "2026-11-20" : "2026-11-10"
    let delta = try rescreening(
      lists.before, lists.after, from: from, suppressions: suppressions)
    let full = try rescreening(
      lists.before, lists.after, from: from, suppressions: suppressions, method: .full)
    for party in parties {
      #expect(delta.changes(of: party) == full.changes(of: party), "seed \(seed): \(party.names)")
    }
  }

  /// The random lists do hold what they are there to find.
  @Test func theRandomListsHoldEveryKindOfChange() throws {
    let date = try day("2026-11-20")
    var kinds: Set<PartyChange.Kind> = []
    var suppressed = 0
    var contacts = 0
    for seed in 1...60 {
      var lists = RandomLists(seed: UInt64(seed), asOf: date)
      let parties = (0..<12).map { lists.party($0) }
      let suppressions = (0..<6).map { lists.suppression($0, parties[$0], date) }
      let full = try rescreening(
        lists.before, lists.after, suppressions: suppressions, method: .full)
      for change in parties.flatMap({ full.changes(of: $0) }) {
        kinds.insert(change.kind)
        if change.before?.suppressedBy != nil || change.after?.suppressedBy != nil {
          suppressed += 1
        }
        if change.after?.isContact == true { contacts += 1 }
      }
    }
    #expect(kinds == Set(PartyChange.Kind.allCases))
    #expect(suppressed > 0 && contacts > 0)
  }

  @Test func aNewEntryIsANewMatchAndAnOldOneIsNoNews() throws {
    let old = entry("old")
    let changes = try rescreening([old], [old, entry("new")]).changes(of: party)
    #expect(changes.map(\.kind) == [.newMatch])
    #expect(changes.first?.after?.entry.id == "new")
    #expect(changes.first?.before == nil)
    #expect(changes.first?.after?.reasons.isEmpty == false)
  }

  @Test func anotherUnitOfAListedAddressIsContextAndItsTelephoneBinds() throws {
    var bare = entry("a", "Address 77")
    bare.schema = .address
    bare.countries = ["HK"]
    bare.addresses = ["Flat 2309, 23/F, Example Tower, 2-16 Sample Street, Hong Kong"]
    var tenant = ScreenedParty(
      names: ["Musterlabor Limited"], kind: .organisation, countries: ["HK"],
      addresses: ["Flat 901, 9/F, Example Tower, 2-16 Sample Street, Hong Kong"])
    let unit = try rescreening([], [bare]).changes(of: tenant)
    #expect(unit.map(\.kind) == [.context] && unit.first?.after?.isAnotherUnit == true)
    bare.remarks = "Phone Number +852 2345 6789"
    tenant.phones = ["2345 6789"]
    #expect(try rescreening([], [bare]).changes(of: tenant).map(\.kind) == [.newMatch])
  }

  /// What binds counts before what is hidden, where one entry is met in both ways.
  @Test func aNameThatWasToldApartStillMeetsTheAddress() throws {
    var listed = entry("e")
    listed.addresses = ["Room 101, 12 Example Road, Chaoyang District, Beijing, China"]
    var tenant = party
    tenant.addresses = listed.addresses
    let suppression = Suppression(
      id: "s", party: .names(party.names, country: "CN"), entry: "e",
      entryDigest: "\(listed.digest)", reason: "another body", approvedBy: "B. Checker",
      approvedOn: try day("2026-11-01"), expires: try day("2027-02-01"))
    let changes = try rescreening([], [listed], suppressions: [suppression]).changes(of: tenant)
    #expect(changes.map(\.kind) == [.newMatch] && changes.first?.after?.isContact == true)
    let elsewhere = try rescreening([], [listed], suppressions: [suppression]).changes(of: party)
    #expect(elsewhere.map(\.kind) == [.context])
    #expect(elsewhere.first?.after?.suppressedBy == "s")
  }

  @Test func aDelistingLapsesAndStaysAsContext() throws {
    var past = entry("e")
    past.removedOn = try day("2026-11-19")
    let changes = try rescreening([entry("e")], [past]).changes(of: party)
    #expect(changes.map(\.kind) == [.lapsedMatch])
    #expect(changes.first?.after?.isInForce == false)
    #expect(changes.first?.fields == ["removedOn", "standing"])
    let gone = try rescreening([entry("e")], []).changes(of: party)
    #expect(gone.map(\.kind) == [.lapsedMatch])
    #expect(gone.first?.after == nil)
  }

  @Test func aChangeOfTheEntryIsToldWithItsMembers() throws {
    var stricter = entry("e")
    stricter.effect = .denialOrder
    stricter.listedFrom = try day("2026-11-01")
    stricter.aliases = ["KSC"]
    let changes = try rescreening([entry("e")], [stricter]).changes(of: party)
    #expect(changes.map(\.kind) == [.changedMatch])
    #expect(changes.first.map { Set($0.fields) } == ["effect", "aliases", "listedFrom"])
  }

  @Test func anotherIDIsNoChange() throws {
    #expect(try rescreening([entry("1")], [entry("2")]).changes(of: party).isEmpty)
  }

  /// Nothing of the list changed but the day: what was to come is in force.
  @Test func aListingThatBeginsIsANewMatch() throws {
    var coming = entry("e")
    coming.listedFrom = try day("2026-11-15")
    let changes = try rescreening([coming], [coming], from: "2026-11-10").changes(of: party)
    #expect(changes.map(\.kind) == [.newMatch])
  }

  @Test func aSuppressionThatLapsesWithItsEntryMakesTheMatchNew() throws {
    let entry = entry("e")
    var amended = entry
    amended.remarks = "see also"
    let suppression = Suppression(
      id: "s", party: .names(party.names, country: "CN"), entry: "e",
      entryDigest: "\(entry.digest)", reason: "another body", approvedBy: "B. Checker",
      approvedOn: try day("2026-11-01"), expires: try day("2027-02-01"))
    let changes = try rescreening([entry], [amended], suppressions: [suppression])
      .changes(of: party)
    #expect(changes.map(\.kind) == [.newMatch])
    #expect(changes.first?.before?.suppressedBy == "s")
    #expect(changes.first?.fields == ["remarks", "suppression"])
    let past = try rescreening(
      [entry], [entry], from: "2026-10-20", suppressions: [suppression]
    ).changes(of: party)
    #expect(past.map(\.kind) == [.lapsedMatch])
  }

  @Test func manyMatchesAreNotCutOff() throws {
    let added = (0..<40).map { entry("n\($0)") }
    #expect(try rescreening([], added).changes(of: party).count == 40)
  }
}
