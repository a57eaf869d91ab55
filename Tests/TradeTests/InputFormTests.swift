import Formats
import Testing

@testable import Trade

@Suite("One order, a list of them, or one a line")
struct InputFormTests {
  private static let secondLine = "\"stage\": \"nowhere\""

  @Test func anIndentedOrderIsOneOrder() {
    let decoded = SampleOrder.decode("\n\n" + SampleOrder.text + "\n")
    #expect(decoded.map(\.line) == [3])
    #expect(decoded.first?.order?.reference == "SO-1002")
  }

  @Test func aBadLineDoesNotStopTheOthers() throws {
    let good = try SampleOrder.onOneLine()
    let wrong = try SampleOrder.onOneLine(
      SampleOrder.replacing("\"stage\": \"order\"", with: Self.secondLine))
    let text = [good, "", "  ", wrong, "{\"half\":", "not json", good].joined(separator: "\r\n")
    let decoded = SampleOrder.decode(text, file: "batch.ndjson")
    #expect(decoded.map(\.line) == [1, 4, 5, 6, 7])
    #expect(decoded.map { $0.order == nil } == [false, true, true, true, false])
    let told = decoded.map { $0.diagnostics.map { "\($0.id) \($0.position?.line ?? 0)" } }
    #expect(told == [[], ["TRD012 4"], ["TRD002 5"], ["TRD002 6"], []])
    let place = decoded[1].diagnostics.first?.position
    let before = try #require(wrong.split(separator: "\"nowhere\"").first)
    #expect(place == SourcePosition(line: 4, column: before.unicodeScalars.count + 1))
    #expect(decoded[1].diagnostics.first?.file == "batch.ndjson")
  }

  @Test func aBadFirstLineDoesNotStopTheOthers() throws {
    let good = try SampleOrder.onOneLine()
    let decoded = SampleOrder.decode("{\"half\":\n" + good + "\n" + good)
    #expect(decoded.map { $0.order == nil } == [true, false, false])
  }

  @Test func badBytesOnOneLineDoNotStopTheOthers() throws {
    let good = Array(try SampleOrder.onOneLine().utf8)
    let bytes = good + [0x0A, 0x22, 0xC3, 0x28, 0x22, 0x0A] + good
    let decoded = OrderDecoder.decode(bytes, knownCountries: SampleOrder.countries)
    #expect(decoded.map { $0.order == nil } == [false, true, false])
    let diagnostic = try #require(decoded[1].diagnostics.first)
    #expect(diagnostic.line.hasPrefix("2:2: error TRD003: the bytes are not valid UTF-8"))
  }

  @Test func aListGivesOneResultForEachElement() {
    let list = "[\n" + SampleOrder.text + ",\n  7,\n" + SampleOrder.text + "]"
    let lines = SampleOrder.text.utf8.filter { $0 == 0x0A }.count + 1
    let decoded = SampleOrder.decode(list)
    #expect(decoded.map(\.line) == [2, lines + 2, lines + 3])
    #expect(decoded.map { $0.order == nil } == [false, true, false])
    #expect(
      decoded[1].diagnostics.map(\.line) == [
        "\(lines + 2):3: error TRD011: expected an object, found a number; write an object"
      ])
    #expect(decoded[0].order == decoded[2].order)
  }

  @Test(arguments: [
    ("", "1:1: error TRD001: there is no JSON text; give a screening request"),
    (" \n\t\n", "3:1: error TRD001: there is no JSON text; give a screening request"),
    ("\u{FEFF}", "1:2: error TRD001: there is no JSON text; give a screening request"),
    ("[]", "1:1: error TRD016: the list holds no order; give at least one"),
    ("\"order\"", "1:1: error TRD011: expected an object, found a string; write an object"),
    (
      "<Order/>",
      "1:1: error TRD002: expected a value; correct the JSON text at this place"
    ),
    (
      "{\n  \"stage\": \"order\",\n  \"stage\": \"lead\"\n}",
      "3:3: error TRD002: the name `stage` stands twice in one object;"
        + " correct the JSON text at this place"
    ),
    (
      "{\n} x",
      "2:3: error TRD002: there is more text after the value;"
        + " give each order a line of its own, or put all in a list"
    ),
    (
      "{\n  \"parties\": [\n    {\"id\": \"p1\"}\n",
      "4:1: error TRD002: the text ends before the value does;"
        + " correct the JSON text at this place"
    ),
  ])
  func whatIsNoOrderSaysSo(text: String, line: String) {
    let decoded = SampleOrder.decode(text)
    #expect(decoded.map { $0.diagnostics.map(\.line) } == [[line]])
  }

  @Test func invalidBytesAreRefusedWithTheirPlace() {
    let bytes = Array("{\n\"stage\": \"".utf8) + [0xFF] + Array("\"}".utf8)
    let decoded = OrderDecoder.decode(bytes, knownCountries: [])
    #expect(
      decoded.flatMap(\.diagnostics).map(\.line) == [
        "2:11: error TRD003: the bytes are not valid UTF-8; save the text as UTF-8"
      ])
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func deepNestingIsRefused(opening: String) {
    let bytes = [UInt8](String(repeating: opening, count: 100_000).utf8)
    let decoded = OrderDecoder.decode(bytes, knownCountries: [])
    #expect(decoded.map { $0.diagnostics.map(\.id) } == [["TRD004"]])
  }

  @Test func whatIsTooLongForADocumentIsReadByLines() throws {
    let order = try SampleOrder.onOneLine()
    let long = try SampleOrder.onOneLine(
      SampleOrder.replacing("\"box\"", with: "\"" + String(repeating: "x", count: 900) + "\""))
    let source = OrderSource(
      bytes: Array([order, long, order].joined(separator: "\n").utf8), file: nil,
      countries: KnownCountries(SampleOrder.countries),
      limits: .init(bytes: order.utf8.count))
    var results: [DecodedOrder] = []
    source.readAll { results.append($0) }
    #expect(results.map { $0.diagnostics.map(\.id) } == [[], ["TRD004"], []])
    #expect(results.map(\.line) == [1, 2, 3])
  }

  @Test func aListOfTooManyOrdersIsRefused() {
    let list = "[" + String(repeating: "0,", count: OrderDecoder.listLimit) + "0]"
    let decoded = SampleOrder.decode(list)
    #expect(decoded.map { $0.diagnostics.map(\.id) } == [["TRD004"]])
  }
}
