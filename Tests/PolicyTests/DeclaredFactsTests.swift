import Facts
import Formats
import Taxonomy
import Testing

@Suite("Fields of a company are read from a text as from its value")
struct DeclaredFactsTests {
  private static func terms(_ fields: [(String, TermType, Bool)]) -> [Term] {
    fields.map {
      Term("term", $0.1, .neutral, "A field", holdsSeveral: $0.2, field: $0.0)
    }
  }

  private func read(_ text: String, _ reader: DeclaredFacts) throws -> [DeclaredValue?] {
    var values = reader.terms.map { _ in DeclaredValue?.none }
    var cursor = try JSONCursor(Array(text.utf8))
    try reader.read(&cursor) { term, value in values[term] = value }
    try cursor.finish()
    return values
  }

  /// An accent stands with its letter in one system and behind it in another.
  @Test(arguments: ["\u{FC}ber", "u\u{308}ber"], ["\u{FC}ber", "u\u{308}ber"])
  func wordsAreEqualHoweverTheyAreComposed(listed: String, stated: String) throws {
    let reader = DeclaredFacts(
      Self.terms([("x", .word(["other", listed]), false)]), trees: [:])
    let text = JSON.object([("x", .string(stated))]).text()
    #expect(try read(text, reader) == [.code(1)])
    let facts = reader.read(try JSONReader.read(Array(text.utf8)))
    #expect(facts.map(\.value) == [.codes([listed], isComplete: true)])
  }

  @Test func aWordThatIsListedTwiceIsTheFirst() throws {
    let words = ["u\u{308}ber", "\u{FC}ber", "a", "a"]
    let reader = DeclaredFacts(Self.terms([("x", .word(words), true)]), trees: [:])
    let text = JSON.object([("x", .strings(["\u{FC}ber", "a"]))]).text()
    #expect(try read(text, reader) == [.codes([0, 2])])
  }

  @Test func oneFieldMayStandForSeveralTerms() throws {
    let reader = DeclaredFacts(
      Self.terms([
        ("a.b", .text, false), ("a.b", .number(unit: "pieces"), false), ("a.c", .boolean, false),
        ("a.b", .date, false),
      ]), trees: [:])
    #expect(reader.terms.count == 4)
    let number = try #require(Decimal(exactly: 12))
    #expect(
      try read(#"{"a":{"b":"12","c":true}}"#, reader)
        == [.text, .number(number), .boolean(true), nil])
    #expect(try read(#"{"a":{"b":12}}"#, reader) == [nil, .number(number), nil, nil])
    #expect(throws: JSONFailure.self) { try read(#"{"a":{"b":1,"b":2}}"#, reader) }
  }

  /// Paths that count elements need the whole value, and say the same.
  @Test func elementsAreCounted() throws {
    let reader = DeclaredFacts(
      Self.terms([("a[1].b", .text, false), ("c", .boolean, false)]), trees: [:])
    #expect(try read(#"{"a":[{},{"b":"x"}],"c":false}"#, reader) == [.text, .boolean(false)])
    #expect(try read(#"{"a":[{"b":"x"}],"c":"no"}"#, reader) == [nil, nil])
  }

  /// What is told of a value that its term cannot have.
  @Test(
    arguments: [
      (#"["a","b"]"#, "found 2 values"), (#"["a"]"#, "found `a`"), (#"[["a"]]"#, "an array"),
      (#""a`\u200b""#, #"found `a\u{60}\u{200B}`"#), ("true", "found a boolean"),
    ])
  func faultsNameWhatWasFound(value: String, words: String) throws {
    let reader = DeclaredFacts(
      Self.terms([("x", .number(unit: "pieces"), false)]), trees: [:])
    var (facts, faults) = ([Fact](), [DeclaredFacts.Fault]())
    let order = try JSONReader.read(Array("{\"x\":\(value)}".utf8))
    reader.read(order, into: &facts, faults: &faults)
    #expect(facts.map(\.value) == [nil])
    #expect(faults.count == 1)
    #expect(faults[0].message.hasSuffix(words), "\(faults[0].message)")
    #expect(try read(order.text(), reader) == [nil])
  }

  @Test func listsAreReadWholeOrNotAtAll() throws {
    let reader = DeclaredFacts(
      Self.terms([("x", .word(["a", "b"]), true)]), trees: [:])
    for (value, found) in [
      (#"["a",""]"#, "a list with an empty place"), (#"["a","c"]"#, "`c`"),
      (#"["a",1]"#, "a number"),
      (#"["a",null]"#, "a list with an empty place"),
    ] {
      var (facts, faults) = ([Fact](), [DeclaredFacts.Fault]())
      let order = try JSONReader.read(Array("{\"x\":\(value)}".utf8))
      reader.read(order, into: &facts, faults: &faults)
      #expect(faults.map(\.message) == ["expected one of `a`, `b`, found \(found)"])
      #expect(try read(order.text(), reader) == [nil])
    }
    #expect(try read(#"{"x":["b","a","b"]}"#, reader) == [.codes([1, 0])])
    #expect(try read(#"{"x":["b","b"]}"#, reader) == [.code(1)])
    #expect(try read(#"{"x":[]}"#, reader) == [.codes([])])
  }
}
