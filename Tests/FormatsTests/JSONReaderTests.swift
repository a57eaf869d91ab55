import Formats
import SeededNumbers
import Testing

@Suite("JSON is read strictly, with the place of every fault")
struct JSONReaderTests {
  private func read(_ text: String) throws -> JSON { try JSONReader.read(Array(text.utf8)) }

  private func failure(_ text: String) -> JSONFailure? {
    do throws(JSONFailure) {
      _ = try JSONReader.read(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func valuesOfEveryKindAreRead() throws {
    let json = try read(#"{"a":[1,-2.50,3e4],"b":"x\u00e9\ud83e\uddec\n","c":true,"d":null}"#)
    #expect(json["a"]?.array?.count == 3)
    #expect(json["a"]?.array?[0].integer == 1)
    // The literal stays as written: an amount never passes through binary floating point.
    guard case .number("-2.50")? = json["a"]?.array?[1].value else {
      Issue.record("the literal was changed")
      return
    }
    #expect(json["b"]?.string == "xé🧬\n")
    #expect(json["c"]?.boolean == true)
    #expect(json["d"]?.isNull == true)
  }

  @Test(arguments: [
    ("", JSONFailure.Reason.empty, 1, 1),
    ("  \n ", .empty, 2, 2),
    ("{\"a\":1", .endsEarly, 1, 7),
    ("{\"a\":1}x", .trailingText, 1, 8),
    ("{\"a\":1,\n \"a\":2}", .duplicateName("a"), 2, 2),
    ("[01]", .leadingZero, 1, 2),
    ("[1.]", .badNumber, 1, 2),
    ("[\"a\u{01}\"]", .controlCharacter, 1, 4),
    (#"["\q"]"#, .badEscape, 1, 3),
    (#"["\ud800"]"#, .loneSurrogate, 1, 3),
    (#"["\ud800\u0041"]"#, .loneSurrogate, 1, 3),
    ("[\"北京\", tru]", .unexpected(expected: "a value"), 1, 8),
    ("[" + String(repeating: "9", count: 65) + "]", .numberTooLong, 1, 2),
  ])
  func faultsAreNamedWithTheirPlace(
    text: String, reason: JSONFailure.Reason, line: Int, column: Int
  ) {
    let found = failure(text)
    #expect(found?.reason == reason)
    #expect(found?.position == SourcePosition(line: line, column: column))
  }

  @Test func nestingIsBoundedBeforeTheStackIs() {
    let deep = String(repeating: "[", count: 2_000_000)
    #expect(failure(deep)?.reason == .tooDeep(limit: 64))
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8], [0x80],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
    #expect(firstInvalidUTF8(in: [0x61] + bytes) == 1)
    #expect(throws: JSONFailure.self) {
      try JSONReader.read([UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")])
    }
  }

  @Test func elementsOfALongArrayAreHandedOverOneByOne() throws {
    var seen: [Int] = []
    let others = try JSONReader.readElements(
      ofArrayNamed: "results", in: Array(#"{"total":3,"results":[1,2,3],"more":true}"#.utf8)
    ) { seen.append($0.integer ?? -1) }
    #expect(seen == [1, 2, 3])
    #expect(others.map(\.key) == ["total", "more"])
  }

  @Test func aFileCutInHalfIsAFaultAfterItsReadablePart() {
    var seen = 0
    #expect(throws: JSONFailure.self) {
      try JSONReader.readElements(
        ofArrayNamed: "results", in: Array(#"{"results":[{"a":1},{"a":2},{"a"#.utf8)
      ) { _ in seen += 1 }
    }
    #expect(seen == 2)
  }

  @Test func printedValuesReadBackTheSame() throws {
    var generator = SeededGenerator(seed: 0x5C12)
    for _ in 0..<300 {
      let json = randomJSON(depth: 3, &generator)
      let text = json.text()
      #expect(try read(text).text() == text, "seed \(generator.seed)")
      #expect(try read(json.text(indented: true)).text() == text, "seed \(generator.seed)")
      let canonical = json.canonicalText
      #expect(try read(canonical).canonicalText == canonical, "seed \(generator.seed)")
    }
  }

  @Test func canonicalTextSortsByUTF16AndEscapesLittle() throws {
    // RFC 8785 section 3.2.3: the order is that of UTF-16 code units.
    let json = try read(#"{"€":1,"\r":2,"\ufb33":3,"1":4,"😀":5,"\u0080":6,"ö":7}"#)
    #expect(
      json.canonicalText
        == "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{FB33}\":3}")
  }

  private func randomJSON(depth: Int, _ generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &generator))
    case 2: return .integer(Int.random(in: -1000...1000, using: &generator))
    case 3, 4:
      let scalars = (0..<6).map { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &generator)) ?? "x"
      }
      return .string(String(String.UnicodeScalarView(scalars)))
    case 5:
      return .array((0..<3).map { _ in randomJSON(depth: depth - 1, &generator) })
    default:
      return .object(
        (0..<3).map { ("k\($0)", randomJSON(depth: depth - 1, &generator)) })
    }
  }
}

@Suite("Hostile JSON costs no more than its length")
struct HostileJSONTests {
  @Test
  func aNameOfManyCombiningMarksIsReadInLinearTime() throws {
    // Alternating classes of combining marks are the worst case for canonical ordering: were it
    // quadratic, this test would not end. A limit of time would measure the machine.
    let marks = String(repeating: "\u{0301}\u{0327}", count: 500_000)
    let json = try JSONReader.read(Array("{\"a\(marks)\":1,\"b\":2}".utf8))
    #expect(json.members?.count == 2)
  }
}
