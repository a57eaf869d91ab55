import Formats
import Testing

@Suite("XML is read event by event, in every encoding that lists come in")
struct XMLReaderTests {
  @Test func eventsComeInTheOrderOfTheDocument() throws {
    let text = """
      <?xml version="1.0"?><!-- a list -->
      <list xmlns="urn:example" xmlns:x="urn:x" day="1 &amp; 2">
        <name x:nil="false">Example &lt;&#65;&gt; <![CDATA[& Sons]]></name>
        <empty/>
      </list>
      """
    let start = { (name: String, attributes: [XMLAttribute], line: Int) in
      XMLEvent.start(
        XMLStart(name, namespace: "urn:example", attributes: attributes, line: line))
    }
    #expect(
      try events(of: Array(text.utf8)) == [
        start("list", [XMLAttribute("day", value: "1 & 2")], 2),
        start("name", [XMLAttribute("nil", namespace: "urn:x", value: "false")], 3),
        .text("Example <A> & Sons"), .end("name"), start("empty", [], 4), .end("empty"),
        .end("list"),
      ])
  }

  @Test(arguments: ["&amp;", "a &amp;#38; b", "&#38;", "&#x26;lt;", "&amp;amp;", "&quot;&lt;&gt;"])
  func ampersandsOfAttributesAreReadOnce(value: String) throws {
    let bytes = Array("<a v=\"\(value)\">\(value)</a>".utf8)
    let events = try events(of: bytes)
    guard case .start(let start) = events[0], case .text(let text) = events[1] else {
      Issue.record("\(events)")
      return
    }
    #expect(start.attribute("v") == text)
  }

  struct Encoded: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let text: String
  }

  static let encoded: [Encoded] = [
    Encoded(
      testDescription: "UTF-8 with a byte order mark",
      bytes: [0xEF, 0xBB, 0xBF] + Array("<a>示例 محمد</a>".utf8), text: "示例 محمد"),
    Encoded(
      testDescription: "UTF-16, little end first",
      bytes: utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>示例 &#x41;</a>", isLittle: true),
      text: "示例 A"),
    Encoded(
      testDescription: "UTF-16, big end first",
      bytes: utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>Ω</a>", isLittle: false),
      text: "Ω"),
    Encoded(
      testDescription: "Latin-1",
      bytes: Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Ren".utf8) + [0xE9]
        + Array("</a>".utf8), text: "René"),
    Encoded(
      testDescription: "windows-1252",
      bytes: Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>".utf8) + [0x80, 0x93]
        + Array("</a>".utf8), text: "€“"),
  ]

  @Test(arguments: encoded)
  func encodingsAreDecoded(_ encoded: Encoded) throws {
    #expect(try events(of: encoded.bytes).contains(.text(encoded.text)))
  }

  @Test func utf16StaysWholeAcrossChunks() throws {
    let name = "示例 Example Ωμέγα"
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><l>"
      + String(repeating: "<n>\(name)</n>\n", count: 5_000) + "</l>"
    let events = try events(of: XMLReaderTests.utf16(text, isLittle: true))
    #expect(events.count { $0 == .text(name) } == 5_000)
  }

  @Test func linesAreRightBeyondSixtyFiveThousand() throws {
    let text = "<l>\n" + String(repeating: "<n>a</n>\n", count: 80_000) + "<end/></l>"
    let line = try events(of: Array(text.utf8)).compactMap { event -> Int? in
      if case .start(let start) = event, start.name == "end" { start.line } else { nil }
    }
    #expect(line == [80_002])
  }

  @Test func aRecordIsReadAsATree() throws {
    let text = "<l><r id=\"7\"><n>Ex<b/>ample</n><n>Two</n><as><a>1</a><a>2</a></as></r><r/></l>"
    var reader = XMLReader(Array(text.utf8))
    var records: [XMLElement] = []
    while let event = try reader.next() {
      if case .start(let start) = event, start.name == "r" {
        records.append(try reader.element(start))
        #expect(reader.depth == 1)
      }
    }
    #expect(records.count == 2)
    #expect(records[0].attribute("id") == "7")
    #expect(records[0].children("n").map(\.text) == ["Example", "Two"])
    #expect(records[0].children("as", "a").map(\.text) == ["1", "2"])
    #expect(records[1].child("n") == nil)
  }

  @Test func elementsArePassedOver() throws {
    var reader = XMLReader(Array("<l><s><s>x</s></s><r/></l>".utf8))
    var names: [String] = []
    while let event = try reader.next() {
      guard case .start(let start) = event else { continue }
      names.append(start.name)
      if start.name == "s" { try reader.skipElement() }
    }
    #expect(names == ["l", "s", "r"])
  }

  static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return isLittle ? [low, high] : [high, low]
    }
  }
}

/// All events of a document, or the fault that ends them.
func events(of bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLFailure) -> [XMLEvent] {
  var reader = XMLReader(bytes, limits: limits)
  var events: [XMLEvent] = []
  while let event = try reader.next() { events.append(event) }
  return events
}
