import Formats
import Testing

@Suite("XML that is damaged, hostile or too large is refused with its line")
struct XMLRefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let line: Int
    let says: String

    init(_ name: String, _ text: String, line: Int = 1, _ says: String) {
      self.init(name, Array(text.utf8), line: line, says)
    }

    init(_ name: String, _ bytes: [UInt8], line: Int = 1, _ says: String) {
      testDescription = name
      self.bytes = bytes
      self.line = line
      self.says = says
    }
  }

  static let bomb = """
    <?xml version="1.0"?>
    <!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
    <l>&b;</l>
    """

  static let refused: [Case] = [
    Case("nothing", "", "no element"),
    Case("white space", "\n \n", line: 3, "no element"),
    Case("half a file", "<l>\n<r>\n<n>Exa", line: 3, "ends before its elements are closed"),
    Case("a cut tag", "<l>\n<r a=\"1", line: 2, "ends before"),
    Case("a cut declaration", "<?xml version=\"1.0\"", "ends before"),
    Case("only a declaration", "<?xml version=\"1.0\"?>\n", line: 2, "no element"),
    Case("crossed tags", "<l>\n<r>\n</l>", line: 3, "`l` is closed where `r`, opened on line 2"),
    Case("text after the root", "<l/>\n<l/>", line: 2, "more text after the root"),
    Case("a bomb", bomb, line: 2, "document type definition"),
    Case(
      "an external entity",
      "<!DOCTYPE l [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><l>&e;</l>", "document type"),
    Case(
      "an external definition", "<!DOCTYPE l SYSTEM \"http://127.0.0.1:1/l.dtd\"><l/>",
      "document type"),
    Case("a cut document type", "<!DOCTYPE l [", "document type"),
    Case("an undeclared entity", "<l>\n&eacute;</l>", line: 2, "does not define"),
    Case("an attribute twice", "<l a=\"1\" a=\"2\"/>", "attribute a redefined"),
    Case("a prefix without a namespace", "<x:l/>", "not well-formed"),
    Case("a bare ampersand", "<l>A & B</l>", "not well-formed"),
    Case("a control character", "<l>\u{1}</l>", "not well-formed"),
    Case(
      "invalid UTF-8", Array("<l>\n".utf8) + [0xC3, 0x28] + Array("</l>".utf8), line: 2, "encoding"),
    Case(
      "an unknown encoding", "<?xml version=\"1.0\" encoding=\"x-none\"?><l/>", "encoding"),
    Case("a zero byte", Array("<l>".utf8) + [0] + Array("</l>".utf8), "not well-formed"),
    Case("prose", "Dear customer", "no element"),
  ]

  @Test(arguments: refused)
  func refusesWithTheReason(_ refused: Case) throws {
    let failure = #expect(throws: XMLFailure.self) { try events(of: refused.bytes) }
    let message = try #require(failure?.message)
    #expect(message.contains(refused.says), "\(message)")
    #expect(failure?.line == refused.line)
    #expect(!message.hasSuffix("."))
  }

  @Test func everyPrefixOfADocumentIsRefused() throws {
    let text = "<?xml version=\"1.0\"?>\n<l a=\"1\"><!-- c --><r>示例 &amp;</r><![CDATA[x]]></l>"
    let whole = Array(text.utf8)
    #expect(try events(of: whole).count == 5 + 1)
    for length in 0..<whole.count {
      #expect(throws: XMLFailure.self, "cut at \(length)") {
        try events(of: Array(whole[..<length]))
      }
    }
  }

  @Test func limitsAreKept() throws {
    func reason(_ text: String) -> XMLFailure.Reason? {
      var limits = XMLLimits()
      limits.depth = 5
      limits.text = 100
      limits.tag = 40_000
      limits.attributes = 3
      do throws(XMLFailure) {
        _ = try events(of: Array(text.utf8), limits: limits)
        return nil
      } catch {
        return error.reason
      }
    }
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(reason(nested(5)) == nil)
    #expect(reason(nested(6)) == .tooDeep(limit: 5))
    #expect(reason("<a>" + String(repeating: "x", count: 100) + "</a>") == nil)
    #expect(
      reason("<a>" + String(repeating: "x", count: 101) + "</a>") == .tooMuchText(limit: 100))
    #expect(
      reason("<a b=\"" + String(repeating: "x", count: 80_000) + "\"/>")
        == .tagTooLong(limit: 40_000))
    #expect(
      reason("<a><!--" + String(repeating: "x", count: 80_000) + "--></a>")
        == .tagTooLong(limit: 40_000))
    #expect(reason("<a b=\"\" c=\"\" d=\"\" e=\"\"/>") == .tooManyAttributes(limit: 3))
  }

  @Test func tenMegabytesInOnePlaceAreRefusedAndNotHeld() throws {
    let much = String(repeating: "x", count: 10 << 20)
    #expect(throws: XMLFailure(.tooMuchText(limit: 1 << 20), line: 1)) {
      try events(of: Array("<l>\(much)</l>".utf8))
    }
    #expect(throws: XMLFailure(.tagTooLong(limit: 1 << 18), line: 1)) {
      try events(of: Array("<l a=\"\(much)\"/>".utf8))
    }
    let records = String(repeating: "<n>Example</n>", count: 200_000)
    var reader = XMLReader(Array("<l>\(records)</l>".utf8))
    guard case .start(let root) = try reader.next() else { return }
    #expect(throws: XMLFailure(.recordTooLarge(limit: 1 << 23), line: 1)) {
      _ = try reader.element(root)
    }
  }
}
