import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("Damaged files are refused or counted, and never crash a reader")
struct DamagedTableTests {
  /// Small files of every format, which tests of the formats hold to be readable.
  static let samples: [(name: String, bytes: [UInt8])] = [
    ("sdn.csv", Array(OfacSetTests.main.utf8)),
    (
      "consolidated.csv",
      Array(
        (ConsolidatedTableTests.current
          + ConsolidatedTableTests.row(
            [
              "_id": "a", "source": "Entity List (EL) - X", "name": "Example \"A\"",
              "addresses": "1 Road, CN; 2 Road", "ids": "Passport, 1, KP; x", "alt_names": "B; C",
            ])).utf8)
    ),
    (
      "dpl.txt",
      Array(
        (PrintedListTests.header
          + PrintedListTests.order(
            "EXAMPLE", "1 ROAD", "TOWN", "TX", "US", "1", "06/19/2003", "06/29/2056", "N", "", "",
            "68 F.R. 38290")).utf8)
    ),
    ("el.json", PrintedListTests.compiled(PrintedListTests.two)),
    (
      "eu.csv",
      Array(
        (EuropeanTableTests.header + "\n"
          + EuropeanTableTests.row([
            "Entity_LogicalId": "1", "NameAlias_WholeName": "\"Example; A\"",
            "BirthDate_BirthDate": "1960-02-01", "Address_CountryIso2Code": "00",
          ]) + "\n").utf8)
    ),
    (
      "uk.csv",
      Array(
        ("Report Date: 13-Feb-2026\n" + UKTableTests.header + "\n"
          + UKTableTests.row([
            "Unique ID": "E1", "Name 6": "SAMPLE", "D.O.B": "00/00/1958",
            "Nationality(/ies)": "(1) Iran (2) Russia",
          ]) + "\n").utf8)
    ),
    ("ftm.json", Array((OpenSanctionsTests.lines.joined(separator: "\n") + "\n").utf8)),
  ]

  @Test(arguments: samples.indices)
  func noMutationCrashes(index: Int) throws {
    let (name, bytes) = DamagedTableTests.samples[index]
    #expect(try ListReading(bytes, file: name).unreadable <= 2, "\(name)")
    var generator = SeededGenerator(seed: UInt64(index + 100))
    let spice = Array("\"\";,\t\n\r\\{}[]'()/|0-\u{1A}\u{0}é中".utf8)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) where !damaged.isEmpty {
        let at = Int.random(in: 0..<damaged.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: damaged[at] = spice[Int.random(in: 0..<spice.count, using: &generator)]
        case 1: damaged.remove(at: at)
        case 2: damaged.insert(spice[Int.random(in: 0..<spice.count, using: &generator)], at: at)
        default: damaged.removeSubrange(at...)
        }
      }
      do throws(ListFailure) {
        let reading = try ListReading(damaged, file: name)
        let errors = reading.diagnostics.count { $0.severity == .error }
        // What counts as unreadable is told.
        #expect(
          reading.unreadable == 0 || reading.diagnostics.contains { $0.severity != .note },
          "seed \(index + 100)")
        #expect(errors <= reading.unreadable, "seed \(index + 100)")
        #expect(reading.entries.allSatisfy { !$0.name.isEmpty }, "seed \(index + 100)")
      } catch {
        #expect(!error.diagnostics.isEmpty, "seed \(index + 100)")
      }
    }
  }
}
