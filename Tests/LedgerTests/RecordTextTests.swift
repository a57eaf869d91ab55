import Formats
import SeededNumbers
import Testing

@testable import Ledger

/// What is sealed is what is read again, packed or not, and what was changed is not read.
struct RecordTextTests {
  private let own = JSON.object([("asker", .string("u:lim")), ("request", .null)])

  private func record(_ shared: JSON?) throws -> LedgerRecord {
    let members = try shared.map { try #require(PackedBytes.packed($0.utf8Text())) }
    return LedgerRecord(
      .determination, open: [], content: own, subjects: [], condition: nil,
      prepared: members.map { LedgerRecord.Prepared(members: $0, tokens: []) }, restates: nil)
  }

  @Test func whatWasMadeReadyStandsBesideWhatIsOfTheRecord() throws {
    // Longer than binary64 can tell: numbers of an order stay as they were written.
    let long = JSON(.number("12345678901234567890.123456789012345678"))
    let shared = JSON.object([("order", .object([("x", long)])), ("words", .string("é 中 \u{1}"))])
    let content = try #require(RecordText.content(RecordText.bytes(of: try record(shared))))
    #expect(
      content.text()
        == #"{"asker":"u:lim","request":null,"order":{"x":12345678901234567890.123456789012345678},"#
        + "\"words\":\"é 中 \\u0001\"}")
    let plain = RecordText.bytes(of: try record(nil))
    #expect(plain == own.utf8Text(), "records of earlier versions are read as they are")
    #expect(RecordText.content(plain)?.text() == own.text())
  }

  @Test func aDeterminationIsAQuarterOfItsSize() throws {
    let step = JSON.object([
      ("id", .string("scope.origin")), ("question", .string("Is the item of US origin?")),
      ("answer", .string("yes")), ("citation", .string("15 CFR 734.3, 734.4, 734.9")),
    ])
    let shared = JSON.object([("steps", .array(Array(repeating: step, count: 100)))])
    let bytes = RecordText.bytes(of: try record(shared))
    #expect(bytes.count * 4 < shared.utf8Text().count)
    #expect(RecordText.content(bytes)?["steps"]?.array?.count == 100)
  }

  /// No change of a byte makes a crash or an object out of nothing: it is no content, or one.
  @Test func whatWasChangedIsNoContentOrOne() throws {
    var generator = SeededGenerator(seed: 0x8878)
    let shared = JSON.object([("a", .string(String(repeating: "word ", count: 200)))])
    let bytes = RecordText.bytes(of: try record(shared))
    for count in 0..<bytes.count { #expect(RecordText.content(Array(bytes[..<count])) == nil) }
    for _ in 0..<2000 {
      var changed = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      changed[place] = UInt8.random(in: .min ... .max, using: &generator)
      if let content = RecordText.content(changed) {
        #expect(content.members != nil, "seed \(generator.seed)")
      }
    }
  }
}
