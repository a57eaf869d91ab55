import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("The Consolidated Screening List is read whole or not at all")
struct ConsolidatedListTests {
  @Test func everyFaultOfARecordIsNamedWithItsPlace() throws {
    let bytes = consolidated([
      record("a", "Example Forensic Institute"), "7",
      record("b", "Sample Bureau", more: ",\"programs2\":1,\"start_date\":\"soon\""),
      #"{"id":"c","name":null,"source":5,"alt_names":"x","addresses":[3]}"#,
    ])
    let reading = try ListReading(bytes, file: "list.json")
    #expect(reading.entries.map(\.id) == ["a"])
    #expect(reading.unreadable == 3)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.path) == ["results[1]", "results[2]", "results[3]"])
    #expect(errors.map { $0.position?.line } == [3, 4, 5])
    #expect(errors[0].message.contains("it is a number, not an object"))
    #expect(errors[1].message.contains("`start_date` is `soon`"))
    #expect(errors[2].message.contains("`name` is missing"))
    #expect(errors[2].message.contains("`source` is a number where a string stands"))
    #expect(errors[2].message.contains("`addresses` is an array"))
  }

  @Test(arguments: [0, 2, 3])
  func aTotalThatDiffersIsATruncation(total: Int) {
    let bytes = consolidated([record("a", "Example Institute")], total: total)
    let failure = #expect(throws: ListFailure.self) {
      try ListReading(bytes, file: "list.json")
    }
    #expect(failure?.diagnostics.map(\.id) == ["LST007"])
    #expect(
      failure?.diagnostics.first?.message
        == "the file states a total of \(total) entries and holds 1")
  }

  @Test func anUnknownSourceIsKeptAsARedFlagAndReported() throws {
    let source = "Newly Restricted Parties (NRP) - Example Department"
    let reading = try ListReading(
      consolidated([record("a", "Example Institute", source: source)]), file: "list.json")
    #expect(reading.entries.first?.list.id == "us-csl-nrp")
    #expect(reading.entries.first?.effect == .redFlag)
    #expect(reading.diagnostics.map(\.id) == ["LST012"])
    #expect(reading.unreadable == 0)
  }

  @Test func aDenialOrderEndsOnItsDate() throws {
    let source = "Denied Persons List (DPL) - Bureau of Industry and Security"
    let reading = try ListReading(
      consolidated([
        record("a", "Example Trader", source: source, more: ",\"end_date\":\"2026-08-05\""),
        record("b", "Sample Trader", source: source, more: ",\"end_date\":\"2026-07-01\""),
        // On the day of the file itself.
        record("c", "Third Trader", source: source, more: ",\"end_date\":\"2026-07-31\""),
      ]), file: "list.json")
    #expect(reading.entries.first { $0.id == "c" }?.removedOn == nil)
    let ended = try #require(reading.entries.first { $0.id == "a" })
    #expect(ended.effect == .denialOrder)
    #expect(try ended.standing(asOf: day("2026-08-04")) == .listed)
    let removal = try day("2026-08-05")
    #expect(ended.standing(asOf: removal) == .formerlyListed(removedOn: removal))
    // The publisher still lists it after that date, so it is listed.
    let kept = try #require(reading.entries.first { $0.id == "b" })
    #expect(kept.removedOn == nil)
    #expect(kept.remarks?.contains("2026-07-01") == true)
  }

  @Test func sameIDTwiceIsReportedUnlessItIsACopy() throws {
    let copy = record("a", "Example Institute")
    let copies = try ListReading(consolidated([copy, copy]), file: "list.json")
    #expect(copies.unreadable == 0)
    #expect(copies.diagnostics.map(\.id) == ["LST011"])
    let clash = try ListReading(
      consolidated([copy, record("a", "Another Institute")]), file: "list.json")
    #expect(clash.unreadable == 1)
    #expect(clash.entries.count == 1)
  }

  @Test func bareAddressesAreTold() throws {
    let reading = try ListReading(
      consolidated([record("a", "Address 01"), record("b", "Address Systems Ltd")]),
      file: "list.json")
    #expect(reading.entries.map(\.schema) == [.address, .unknown])
    #expect(reading.entries.first?.addresses == ["1 Example Road, Exampletown"])
    #expect(reading.entries.first?.countries == ["CN"])
  }

  @Test(
    arguments: [
      ("84 FR 54002; 85 FR 44159", ["84 FR 54002", "85 FR 44159"]),
      ("84 FR 22961, 85 FR 29852", ["84 FR 22961", "85 FR 29852"]),
      ("Vol. 59, No. 44, 03/07/1994", ["Vol. 59, No. 44, 03/07/1994"]),
    ])
  func citationsAreParted(text: String, expected: [String]) {
    #expect(ConsolidatedRecord.citations(in: text) == expected)
  }

  @Test(
    .enabled(if: Shared.isPresent),
    arguments: [UInt64](1...4))
  func truncatedCopiesAreRefused(seed: UInt64) throws {
    let whole = try Shared.head(records: 60)
    #expect(try ListReading(whole, file: "consolidated.json").entries.count == 60)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let length = Int.random(in: 0..<whole.count, using: &generator)
      let store = try temporaryStore()
      #expect(throws: ListFailure.self, "seed \(seed), cut at \(length)") {
        try store.importList(Array(whole[..<length]), file: "consolidated.json")
      }
      #expect(store.feeds.isEmpty, "seed \(seed), cut at \(length)")
    }
  }
}
