import Formats
import Testing

@testable import WatchLists

@Suite("The Consolidated Lists of the Security Council of 2026 and 2020")
struct RealUNListTests {
  struct Vintage: Sendable, CustomTestStringConvertible {
    let path: String
    let retrieved: String
    let persons: Int
    let bodies: Int
    var testDescription: String { retrieved }
    var isPresent: Bool { FileReader.isFile(path) }
  }

  static let vintages = [
    Vintage(
      path: Shared.folder + "/lists/un/UN_consolidated_2026-02-27.xml", retrieved: "2026-02-27",
      persons: 730, bodies: 273),
    Vintage(
      path: Shared.folder + "/lists/un_2020/consolidated_2020-11.xml", retrieved: "2020-11-24",
      persons: 713, bodies: 305),
  ].filter(\.isPresent)

  // The numbers of persons and bodies were counted with another program.
  @Test(.enabled(if: !vintages.isEmpty), arguments: vintages)
  func everyEntryIsReadAndReadsBackTheSame(_ vintage: Vintage) throws {
    let bytes = try FileReader.bytes(of: vintage.path)
    let reading = try ListReading(bytes, file: vintage.path)
    #expect(reading.unreadable == 0)
    #expect(reading.diagnostics.map(\.line) == [])
    #expect(try reading.retrieved == day(vintage.retrieved))
    #expect(reading.entries.count { $0.schema == .person } == vintage.persons)
    #expect(reading.entries.count { $0.schema == .organisation } == vintage.bodies)
    #expect(reading.entries.allSatisfy { $0.listedFrom != nil })
    #expect(reading.entries.allSatisfy { !$0.programmes.isEmpty })
    for entry in reading.entries {
      #expect(EntryLineScanner.entry(ofLine: Array(entry.line.utf8)) == entry, "\(entry.id)")
    }
    // Counted in the bytes, without the reader.
    let written = count("</NAME_ORIGINAL_SCRIPT>", in: bytes)
    let inOtherScripts = reading.entries.count { entry in
      entry.names.contains { name in name.unicodeScalars.contains { $0.value >= 0x370 } }
    }
    #expect(written > 300)
    #expect(inOtherScripts >= written)
    #expect(reading.entries.count { $0.remarks?.hasPrefix("weak names: ") == true } > 200)
    #expect(reading.entries.count { !$0.identifiers.isEmpty } > 200)
  }

  private func count(_ text: String, in bytes: [UInt8]) -> Int {
    let pattern = Array(text.utf8)
    return bytes.indices.count { bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern) }
  }
}
