import Formats
import SeededNumbers
import Testing

@testable import Trade

@Suite("Orders with more faults than anyone reads")
struct FaultLimitTests {
  @Test func atMostAHundredAreShownErrorsFirstAndTheRestCounted() throws {
    let unknown = (0..<5_000).map { "\"x\($0)\": 1" }.joined(separator: ", ")
    let text = SampleOrder.replacing(
      "\"stage\": \"order\",", with: "\(unknown), \"stage\": \"nowhere\",")
    let decoded = SampleOrder.decode(text)
    let diagnostics = decoded.flatMap(\.diagnostics)
    #expect(diagnostics.count == 101)
    #expect(diagnostics.filter { $0.severity == .error }.map(\.id) == ["TRD012", "TRD090"])
    #expect(diagnostics.last?.message == "4901 more faults of this order are not shown")
    #expect(decoded.first?.order == nil)
  }

  @Test func unknownFieldsBeyondTheLimitAreStillKept() throws {
    let unknown = (0..<500).map { "\"x\($0)\": [\($0), 1.50]" }.joined(separator: ", ")
    let text = SampleOrder.replacing(
      "\"stage\": \"order\",", with: "\(unknown), \"stage\": \"order\",")
    let decoded = SampleOrder.decode(text)
    let order = try #require(decoded.first?.order)
    #expect(order.unknownFields.count == 500)
    #expect(order.unknownFields.contains { $0.path == "x7" && $0.text == "[7,1.50]" })
    #expect(decoded.first?.diagnostics.last?.severity == .warning)
  }

  @Test func placesInALongListAreRight() throws {
    let order = try SampleOrder.onOneLine(SampleOrder.replacing("\"unit\"", with: "\"unti\""))
    let text = "[" + [String](repeating: order, count: 100).joined(separator: ",") + "]"
    let decoded = SampleOrder.decode(text)
    #expect(decoded.count == 100)
    let last = try #require(decoded.last?.diagnostics.first?.position)
    #expect(last.line == 1 && last.column > 99 * order.unicodeScalars.count)
  }

  @Test func placesAgreeWithAWalkFromTheStart() {
    var random = SeededGenerator(seed: 11)
    let pieces: [[UInt8]] = [[0x61], [0x0A], [0xE7, 0xA4, 0xBA], [0xF0, 0x9F, 0x98, 0x80]]
    let bytes = (0..<9_000).flatMap { _ in random.pick(pieces) }
    let index = PlaceIndex(bytes, firstLine: 5)
    for offset in stride(from: 0, through: bytes.count, by: 61) {
      let walked = SourcePosition(of: offset, in: bytes)
      #expect(
        index.position(of: offset) == SourcePosition(line: walked.line + 4, column: walked.column))
    }
  }

  /// Comparing such texts as strings sorts their marks, in time that grows with the square.
  @Test func aMillionCombiningMarksAreRefusedAtOnce() {
    let marks = String(repeating: "\u{301}\u{323}", count: 250_000)
    let text = SampleOrder.replacing("\"stage\": \"order\"", with: "\"stage\": \"order\(marks)\"")
      .replacing("\"1.0\"", with: "\"1.0\(marks)\"").replacing("\"USD\"", with: "\"USD\(marks)\"")
    let decoded = SampleOrder.decode(text)
    #expect(decoded.flatMap(\.diagnostics).map(\.id) == ["TRD013", "TRD012", "TRD030"])
  }

  @Test func aFieldNameBeyondTheLimitIsRefused() {
    let name = String(repeating: "n", count: 1_001)
    for passage in ["\"unit\"", "\"uscCode\""] {
      let decoded = SampleOrder.decode(SampleOrder.replacing(passage, with: "\"\(name)\""))
      #expect(decoded.first?.order == nil)
      #expect(decoded.flatMap(\.diagnostics).map(\.id) == ["TRD018"])
    }
  }
}
