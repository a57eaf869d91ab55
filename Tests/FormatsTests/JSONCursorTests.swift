import Formats
import Testing

@Suite("A JSON cursor reads what it is asked for and is as strict about the rest")
struct JSONCursorTests {
  private let names = JSONNames(["id", "list", "deep"])

  private func cursor(_ text: String) throws -> JSONCursor { try JSONCursor(Array(text.utf8)) }

  /// Walks over one object and skips all its members.
  private func failure(_ text: String) -> JSONFailure? {
    do throws(JSONFailure) {
      var cursor = try JSONCursor(Array(text.utf8))
      try cursor.enterObject()
      while try cursor.nextMember(of: names) != nil { try cursor.skip() }
      try cursor.finish()
      return nil
    } catch {
      return error
    }
  }

  @Test func membersAreReadByNameInAnyOrder() throws {
    var cursor = try cursor(
      #" {"x":{"a":[1,{"b":"\"]}"}]},"list":["p","q"],"\u0069d":"å\n","n":-1.50,"deep":{}} "#)
    var (id, list, number) = ("", [String](), "")
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: names) {
      switch member {
      case .known(0): id = try cursor.text()
      case .known(1):
        try cursor.enterArray()
        while try cursor.nextElement() { list.append(try cursor.text()) }
      case .known:
        try cursor.enterObject()
        #expect(try cursor.nextMember(of: names) == nil)
      case .other("n"): number = try cursor.number()
      case .other: try cursor.skip()
      }
    }
    try cursor.finish()
    #expect(id == "å\n")
    #expect(list == ["p", "q"])
    #expect(number == "-1.50")
  }

  @Test func aCopyStaysWhereItWasMade() throws {
    var cursor = try cursor(#"{"list":[1,2],"id":"x"}"#)
    try cursor.enterObject()
    #expect(try cursor.nextMember(of: names) == .known(1))
    var copy = cursor
    try cursor.skip()
    #expect(try cursor.nextMember(of: names) == .known(0))
    #expect(try cursor.text() == "x")
    #expect(try cursor.nextMember(of: names) == nil)
    try cursor.finish()
    try copy.enterArray()
    #expect(try copy.nextElement())
    #expect(try copy.integer() == 1)
  }

  /// What the reader refuses is refused where it is skipped, at the same place.
  @Test(arguments: [
    "", "{", "{}x", #"{"a""#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":1 "b":2}"#, #"{"a":[1,]}"#,
    #"{"a":[1 2]}"#, #"{"a":{"b"}}"#, #"{"a":01}"#, #"{"a":1.}"#, #"{"a":tru}"#, #"{"a":"\q"}"#,
    #"{"a":"\ud83e"}"#, "{\"a\":\"\u{1}\"}", #"{"a":["#, #"{"a":{"b":[{}"#, "{,}", "[]x",
  ])
  func theSameFaultsAsTheReader(text: String) {
    let skipped = failure(text)
    do throws(JSONFailure) {
      _ = try JSONReader.read(Array(text.utf8))
      Issue.record("the reader takes it")
    } catch {
      // A cursor that asks for an object says so where there is none.
      guard text.first == "{" || text.isEmpty else { return }
      #expect(skipped?.reason == error.reason, "\(text)")
      #expect(skipped?.offset == error.offset, "\(text)")
    }
  }

  @Test func depthAndLengthAreBounded() throws {
    let deep = "{\"a\":" + String(repeating: "[", count: 70) + "1"
    #expect(failure(deep)?.reason == .tooDeep(limit: 64))
    #expect(throws: JSONFailure.self) {
      try JSONCursor(Array("{\"a\":1}".utf8), limits: JSONReader.Limits(bytes: 4))
    }
  }

  @Test func kindsThatAreNotExpectedAreTold() throws {
    for (text, expected) in [
      ("[]", "an object"), ("\"a\"", "an object"), ("1", "an object"),
    ] {
      var cursor = try cursor(text)
      let fault = #expect(throws: JSONFailure.self) { try cursor.enterObject() }
      #expect(fault?.reason == .unexpected(expected: expected))
    }
    var cursor = try cursor("{}")
    #expect(throws: JSONFailure.self) { try cursor.enterArray() }
    #expect(throws: JSONFailure.self) { try cursor.flag() }
    #expect(throws: JSONFailure.self) { try cursor.number() }
    #expect(throws: JSONFailure.self) { try cursor.text() }
  }

  @Test func onlyKnownMembersAreMet() throws {
    var cursor = try cursor(
      #"{"x":[{"id":1}],"\u0069d":"p\u0071","deep":null,"id2":{},"list":[true,-0.5],"y":7}"#)
    try cursor.enterObject()
    // An expectation that is wrong, or names nothing, changes nothing.
    #expect(try cursor.nextKnownMember(of: names, expecting: 1) == 0)
    #expect(try Array(cursor.textBytes()) == Array("pq".utf8))
    #expect(try cursor.nextKnownMember(of: names, expecting: 2) == 2)
    #expect(try cursor.optionalFlag() == nil)
    #expect(try cursor.nextKnownMember(of: names, expecting: 3) == 1)
    try cursor.enterArray()
    #expect(try cursor.nextElement())
    #expect(try cursor.optionalFlag() == true)
    #expect(try cursor.nextElement())
    #expect(try Array(cursor.numberBytes()) == Array("-0.5".utf8))
    #expect(try !cursor.nextElement())
    #expect(try cursor.nextKnownMember(of: names) == nil)
    try cursor.finish()
  }

  /// Bytes that are asked for of a value of another kind are refused, and so is what is skipped.
  @Test(arguments: [#"{"id":1}"#, #"{"id":tru}"#, #"{"id":"\q"}"#, #"{"id":[]}"#, #"{"z":01}"#])
  func knownMembersAreReadStrictly(text: String) throws {
    #expect(throws: JSONFailure.self) {
      var cursor = try cursor(text)
      try cursor.enterObject()
      while try cursor.nextKnownMember(of: names) != nil { _ = try cursor.textBytes() }
    }
    #expect(throws: JSONFailure.self) {
      var cursor = try cursor(text)
      try cursor.enterObject()
      while try cursor.nextKnownMember(of: names) != nil {
        if try cursor.kind() == .word { _ = try cursor.optionalFlag() }
        _ = try cursor.numberBytes()
        throw cursor.refused("a number was read")
      }
    }
  }

  @Test func namesAreFoundByTheirBytes() {
    let many = JSONNames((0..<200).map { "name-\($0)" })
    for index in 0..<200 { #expect(many.index(of: Array("name-\(index)".utf8)[...]) == index) }
    #expect(many.index(of: Array("name-200".utf8)[...]) == nil)
    #expect(many.index(of: []) == nil)
    #expect(JSONNames([]).index(of: Array("a".utf8)[...]) == nil)
    #expect(JSONNames(["a", "a"]).index(of: Array("a".utf8)[...]) == 0)
    let bytes = Array("name-7".utf8)
    for expected in [-1, 0, 7, 8, 199, 200, 1_000] {
      #expect(many.index(of: bytes.span, expecting: expected) == 7)
    }
  }
}
