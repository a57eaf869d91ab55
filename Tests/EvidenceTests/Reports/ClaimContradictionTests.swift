import Evidence
import Formats
import Testing

@Suite("New claims are held against the claims that there are")
struct ClaimContradictionTests {
  private static func source(_ id: String) -> String {
    #"{"id":"\#(id)","publisher":"\#(id)","title":"a","published":"2026-01-01"}"#
  }

  private static func claim(
    _ id: String, _ source: String, _ quote: String, kind: String = "age-band",
    place: String = "CN-62", contradicts: String = ""
  ) -> String {
    #"{"id":"\#(id)","kind":"\#(kind)","subject":{"class":{"functions":["policing"],"within":"\#(place)"}},"#
      + #""source":"\#(source)","locator":"L1","summary":"s","quote":"\#(quote)","#
      + #""contradicts":[\#(contradicts)]}"#
  }

  private static func found(_ known: [String], _ new: [String]) throws -> [ClaimContradiction] {
    var library = EvidenceLibrary()
    try library.addBundled(folder: Bundled.folder)
    func lines(_ texts: [String]) throws -> [Line] {
      try texts.map {
        Line(json: try JSONReader.read(Array($0.utf8)), file: "t", number: 1)
      }
    }
    _ = try library.add(news: lines(known))
    let claims = try library.add(news: lines(new))
    let reader = ReportReader(vocabulary: try #require(Reading.vocabulary))
    return ClaimContradiction.contradictions(of: claims, in: library, reader: reader)
      .filter { $0.other.claim.id.hasPrefix("t-") }
  }

  private static let twelve = "Police in Gansu collect DNA from residents aged 12 to 65."
  private static let fourteen = "Police in Gansu collect DNA from residents aged 14 to 60."

  @Test func anotherAgeIsToldOnBothSides() throws {
    let found = try Self.found(
      [Self.source("one"), Self.claim("t-1", "one", Self.twelve)],
      [Self.source("two"), Self.claim("t-2", "two", Self.fourteen)])
    #expect(found.count == 1)
    #expect(found.first?.matter == "age")
    #expect(found.first?.new.claim.id == "t-2" && found.first?.new.value == "14-60")
    #expect(found.first?.other.claim.id == "t-1" && found.first?.other.value == "12-65")
  }

  @Test func theSameAgeAndAnotherCountryContradictNothing() throws {
    let known = [Self.source("one"), Self.claim("t-1", "one", Self.twelve)]
    #expect(
      try Self.found(known, [Self.source("two"), Self.claim("t-2", "two", Self.twelve)]).isEmpty)
    #expect(
      try Self.found(
        known, [Self.source("two"), Self.claim("t-2", "two", Self.fourteen, place: "DE")]
      ).isEmpty)
  }

  @Test func whatWasThereBeforeIsNoNews() throws {
    let known = [
      Self.source("one"), Self.claim("t-1", "one", Self.twelve),
      Self.source("two"), Self.claim("t-2", "two", Self.fourteen),
    ]
    let new = [
      Self.source("three"),
      Self.claim("t-3", "three", "Nobody was asked.", kind: "missing-consent"),
    ]
    #expect(try Self.found(known, new).isEmpty)
  }

  @Test func aContradictionThatIsStatedIsTold() throws {
    let found = try Self.found(
      [Self.source("one"), Self.claim("t-1", "one", "x")],
      [Self.source("two"), Self.claim("t-2", "two", "y", contradicts: #""t-1""#)])
    #expect(found.map(\.matter) == ["stated"])
  }
}
