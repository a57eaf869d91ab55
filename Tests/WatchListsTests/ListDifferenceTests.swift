import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("A difference names what was added, removed and changed, and is not misled by numbers")
struct ListDifferenceTests {
  private func entry(
    _ id: String, _ name: String, list: ListCode = .entityList, countries: [String] = ["CN"],
    number: String? = nil
  ) -> ListEntry {
    var entry = ListEntry(id: id, list: list, name: name, schema: .organisation)
    entry.countries = countries
    entry.number = number
    return entry
  }

  @Test func whatIsTheSameIsNoDifference() {
    let entries = [entry("1", "Arnau Trading"), entry("2", "Bellweg Optics", list: .unverified)]
    let difference = ListDifference(from: entries, to: entries.reversed())
    #expect(difference.isEmpty)
    #expect(difference.counts.map(\.unchanged) == [1, 1])
    #expect(ListDifference(from: [], to: []).counts.isEmpty)
  }

  @Test func fieldsThatChangedAreNamed() throws {
    var before = entry("1", "Arnau Trading")
    before.aliases = ["A", "B"]
    before.licencePolicy = "Presumption of denial"
    var after = before
    after.aliases = ["B", "A"]
    #expect(ListDifference(from: [before], to: [after]).isEmpty, "order says nothing")
    after.aliases.append("C")
    after.licencePolicy = nil
    after.removedOn = try day("2026-11-01")
    let difference = ListDifference(from: [before], to: [after])
    #expect(difference.changed.map(\.fields) == [["aliases", "removedOn", "licencePolicy"]])
    #expect(difference.changed.first?.before == before)
    #expect(difference.counts.first?.changed == 1)
  }

  @Test func newIdsAreNoChange() {
    let earlier = (0..<50).map { entry("a\($0)", "Body \($0)") }
    let later = (0..<50).map { entry("b\(49 - $0)", "BODY, \($0)") }
    let difference = ListDifference(from: earlier, to: later)
    #expect(difference.added.isEmpty && difference.removed.isEmpty)
    #expect(
      difference.changed.allSatisfy { $0.fields == ["name", "id"] || $0.fields == ["id", "name"] })
    let same = ListDifference(from: earlier, to: earlier.map { entry("x" + $0.id, $0.name) })
    #expect(same.isEmpty)
    #expect(same.counts.map(\.renumbered) == [50])
  }

  /// Ids that count up: one body leaves, and every id after it stands for the next body.
  @Test func idsThatMoveUpHideNothing() {
    let names = ["Arnau Trading", "Bellweg Optics", "Corvina Shipping", "Dornfeld Chemicals"]
    func numbered(_ names: [String]) -> [ListEntry] {
      names.enumerated().map { entry("\($0.offset)", $0.element) }
    }
    let difference = ListDifference(
      from: numbered(names), to: numbered(Array(names.dropFirst()) + ["Emmenau Laboratory"]))
    #expect(difference.removed.map(\.name) == ["Arnau Trading"])
    #expect(difference.added.map(\.name) == ["Emmenau Laboratory"])
    #expect(difference.changed.isEmpty)
    #expect(difference.counts.first?.renumbered == 3)
  }

  @Test func aBodyThatWasRenamedIsKnownByItsNumberOrId() {
    let byNumber = ListDifference(
      from: [entry("1", "Arnau Trading", number: "7")],
      to: [entry("2", "Kestrel Works", number: "7")])
    #expect(byNumber.changed.map(\.fields) == [["id", "name"]])
    let byID = ListDifference(
      from: [entry("1", "Arnau Trading")], to: [entry("1", "Kestrel Works")])
    #expect(byID.changed.map(\.fields) == [["name"]])
  }

  @Test func bodiesOfOneNameInTwoCountriesAndListsAreTwo() {
    let difference = ListDifference(
      from: [entry("1", "Arnau Trading"), entry("2", "Arnau Trading", countries: ["AE"])],
      to: [
        entry("9", "Arnau Trading", countries: ["AE"]),
        entry("8", "Arnau Trading", list: .unverified),
      ])
    #expect(difference.removed.map(\.id) == ["1"])
    #expect(difference.added.map(\.id) == ["8"])
    #expect(difference.counts.map(\.list) == [.entityList, .unverified])
  }

  /// Whatever changes, every entry is counted once on each side.
  @Test(arguments: [UInt64](1...20))
  func everyEntryIsCounted(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func some() -> [ListEntry] {
      (0..<Int.random(in: 0...30, using: &generator)).map { index in
        entry(
          "\(Int.random(in: 0...20, using: &generator))-\(index % 3)",
          "Body \(Int.random(in: 0...12, using: &generator))",
          list: Bool.random(using: &generator) ? .entityList : .unverified,
          countries: Bool.random(using: &generator) ? ["CN"] : [],
          number: Bool.random(using: &generator)
            ? "\(Int.random(in: 0...9, using: &generator))" : nil)
      }
    }
    let (earlier, later) = (some(), some())
    let difference = ListDifference(from: earlier, to: later)
    let counts = difference.counts
    func sum(_ path: KeyPath<ListDifference.Count, Int>) -> Int {
      counts.reduce(0) { $0 + $1[keyPath: path] }
    }
    let kept = sum(\.changed) + sum(\.renumbered) + sum(\.unchanged)
    #expect(kept + sum(\.added) == later.count, "seed \(seed)")
    #expect(kept + sum(\.removed) == earlier.count, "seed \(seed)")
    #expect(difference.added.count == sum(\.added) && difference.removed.count == sum(\.removed))
  }

  /// Five thousand entries of one name are compared in the time of a sort.
  @Test func manyOfOneNameCostNoSquare() {
    let earlier = (0..<5_000).map { entry("a\($0)", "Address 01") }
    let started = ContinuousClock.now
    let difference = ListDifference(from: earlier, to: earlier.map { entry("b" + $0.id, $0.name) })
    #expect(difference.isEmpty)
    #expect(ContinuousClock.now - started < .seconds(20))
  }
}
